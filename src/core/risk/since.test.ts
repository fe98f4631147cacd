import {
  aMitigation,
  aModel,
  anAcceptance,
  aRealisation,
  aThreat,
  aTreatment,
} from '../../../tests/fixtures/sample-model';
import { changedSince } from './since';
import type { StateHistory } from './state-history';

const [january, march, april] = ['2026-01-10', '2026-03-01', '2026-04-01'].map(
  (day) => `${day}T00:00:00.000Z`,
) as [string, string, string];
const threats = [aThreat(1), aThreat(2, { found: '2026-03-20T00:00:00.000Z' })];
const model = aModel({
  threats,
  mitigations: [aMitigation(1, { kind: 'approved' })],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
  realisations: [aRealisation(1, 1, 7)],
  acceptances: [anAcceptance(1, 2, { at: '2026-03-25T00:00:00.000Z' }), anAcceptance(2, 1, { at: january })],
});
const closed: StateHistory = [
  { at: january, category: 'Proposed' },
  { at: '2026-03-15T00:00:00.000Z', category: 'Completed' },
];
const since = (histories: ReadonlyMap<number, StateHistory>, from = march) =>
  changedSince({ model, histories, from, to: april });

test('what was found, done and accepted since is named, with its points', () => {
  const change = since(new Map([[7, closed]]));
  expect(change).toMatchObject({ before: 48, now: 72, found: 48, removed: 24, regressed: 0, wasThere: true });
  expect(change.foundThreats).toEqual([threats[1]]);
  expect(change.done.map(({ id }) => id)).toEqual([...model.mitigation.keys()]);
  expect(change.accepted.map(({ at }) => at)).toEqual(['2026-03-25T00:00:00.000Z']);
});

test('a Task that was opened again gives risk back, and is not done', () => {
  const reopened: StateHistory = [
    { at: january, category: 'Completed' },
    { at: '2026-03-15T00:00:00.000Z', category: 'InProgress' },
  ];
  const change = since(new Map([[7, reopened]]));
  expect(change).toMatchObject({ before: 24, now: 96, found: 48, removed: 0, regressed: 24, done: [] });
});

test('before the model was there is said', () => {
  expect(since(new Map(), '2025-12-01T00:00:00.000Z').wasThere).toBe(false);
});
