import * as fc from 'fast-check';
import * as v from 'valibot';
import { anyModel } from '../../../tests/fixtures/model-arbitrary';
import { runs } from '../../../tests/fixtures/runs';
import {
  aMitigation,
  aModel,
  anAcceptance,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
} from '../../../tests/fixtures/sample-model';
import { requirement } from '../model/decisions';
import { applyEdit } from '../model/edit';
import { judgeImpact } from '../model/edits/judge';
import { event } from '../model/event';
import type { Status } from '../model/mitigation';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import { comment, review } from '../model/review';
import { decideReview } from '../review/review-state';
import { assess } from '../risk/assess';
import type { WorkItemStates } from '../risk/effective-status';
import { dutiesFor, dutyRoles } from './duties';
import type { DutyInput, DutyKind, DutyRole } from './duties';

const now = '2026-05-04T10:00:00.000Z';
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const origin = { kind: 'person' };
const keyed = <T extends { readonly id: string }>(...things: readonly T[]): ReadonlyMap<T['id'], T> =>
  new Map(things.map((each): [T['id'], T] => [each.id, each]));

const anEvent = (choice: 'selected' | 'proposed' | 'declined') =>
  v.parse(event, {
    id: uuid(90),
    origin,
    threats: [aThreat(1).id],
    title: 'Event',
    source: 'application',
    raisedWhen: 'It happens.',
    logName: 'it_happens',
    level: 'warning',
    severity: 'medium',
    fields: [],
    threshold: { kind: 'each' },
    meaning: '',
    firstResponse: [],
    automaticResponse: [],
    attack: [],
    choice,
  });
const aRequirement = (change: object = {}) =>
  v.parse(requirement, {
    id: uuid(70),
    origin,
    title: 'Requirement',
    text: '',
    stories: [],
    threats: [],
    mitigations: [],
    workItems: [],
    ...change,
  });
const aComment = (settled: object = {}) =>
  v.parse(comment, { id: uuid(60), about: { kind: 'model' }, text: 'Why?', by: 'Ada', at: now, ...settled });
const asked = v.parse(review, { id: uuid(80), asked: { by: 'Ada', at: now, note: '' } });

type Parts = Parameters<typeof aModel>[0];
/** One threat, told of by an event, promised by a story, treated by what exists, under its target: nobody has to do anything. */
function settled(change: Partial<Model> = {}, parts: Parts = {}): Model {
  const base = aModel({
    threats: [aThreat(1)],
    mitigations: [{ ...aMitigation(1, { kind: 'existing' }), verify: 'Try it.' }],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    links: [aStoryLink(1, 1, 101)],
    ...parts,
  });
  const info = { ...base.info, target: { points: 1000 } };
  return { ...base, info, event: keyed(anEvent('selected')), ...change };
}
const treated = (status: Status, verify = 'Try it.'): Model =>
  settled({}, { mitigations: [{ ...aMitigation(1, status), verify }] });
const withTask = (model: Model): Model => ({ ...model, realisation: keyed(aRealisation(1, 1, 7)) });
const accepted = (until: string): Model => settled({ acceptance: keyed(anAcceptance(1, 1, { until })) });
const aimingAt = (points: number): Model => {
  const model = settled();
  return { ...model, info: { ...model.info, target: { points } } };
};
function aimless(): Model {
  const model = settled();
  const { target: _none, ...info } = model.info;
  return { ...model, info };
}
/** Approved, and then judged to be worse. */
function reopened(): Model {
  const before = settled();
  const decision = { kind: 'approved', by: 'Bo', at: now, note: '' } as const;
  const approved = applyEdit(
    before,
    decideReview(before, assess(before, new Map()), { review: asked, decision }),
  );
  return applyEdit(approved, judgeImpact(approved, [aThreat(1).id], { level: 'severe' }));
}
const running: WorkItemStates = new Map([[7, { category: 'InProgress' }]]);
const input = (model: Model, states: WorkItemStates = new Map()): DutyInput => {
  const index = indexModel(model);
  return { model, index, assessment: assess(model, states, index), now };
};
const said = (role: DutyRole, model: Model, states?: WorkItemStates): readonly string[] =>
  dutiesFor(role, input(model, states)).map(({ kind, count }) => `${count} ${kind}`);

test.each(dutyRoles)('nothing waits for %s where all is settled, nor in an empty model', (role) => {
  expect(said(role, settled())).toEqual([]);
  expect(said(role, aModel({}))).toEqual([]);
});

test.each<[string, DutyRole, Model, readonly `${number} ${DutyKind}`[]]>([
  ['planned, with a Task', 'developer', withTask(treated({ kind: 'planned' })), ['1 build']],
  ['planned, without a Task', 'developer', treated({ kind: 'planned' }), ['1 plan']],
  [
    'planned, and nobody said how to verify',
    'developer',
    treated({ kind: 'planned' }, ' '),
    ['1 plan', '1 say-how'],
  ],
  ['only proposed', 'developer', treated({ kind: 'proposed' }, ''), []],
  ['built', 'developer', treated({ kind: 'implemented' }), []],
  ['built', 'tester', treated({ kind: 'implemented' }), ['1 verify']],
  ['built, and nobody said how to verify', 'tester', treated({ kind: 'implemented' }, ''), ['1 say-how']],
  ['in no story', 'product-owner', settled({ storyLink: new Map() }), ['1 link-story']],
  [
    'asked for, and nothing works for it',
    'product-owner',
    settled({ requirement: keyed(aRequirement()) }),
    ['1 realise'],
  ],
  [
    'asked for, with work',
    'product-owner',
    settled({ requirement: keyed(aRequirement({ workItems: [9] })) }),
    [],
  ],
  ['accepted until yesterday', 'product-owner', accepted('2026-05-03T00:00:00.000Z'), ['1 accept-again']],
  ['accepted until yesterday', 'decision-maker', accepted('2026-05-03T00:00:00.000Z'), ['1 accept-again']],
  ['accepted until tomorrow', 'decision-maker', accepted('2026-05-05T00:00:00.000Z'), []],
  ['over the target', 'decision-maker', aimingAt(20), ['4 lower']],
  ['at the target', 'decision-maker', aimingAt(24), []],
  ['without a target', 'decision-maker', aimless(), ['1 aim']],
  ['a review was asked for', 'security', settled({ review: keyed(asked) }), ['1 review']],
  ['riskier since it was approved', 'security', reopened(), ['1 review-again']],
  ['nobody decided', 'security', treated({ kind: 'open' }), ['1 decide']],
  ['an open comment', 'security', settled({ comment: keyed(aComment()) }), ['1 answer']],
  [
    'a settled comment',
    'security',
    settled({ comment: keyed(aComment({ settled: { by: 'Bo', at: now } })) }),
    [],
  ],
  ['nothing tells of it', 'security', settled({ event: new Map() }), ['1 watch']],
  [
    'an event to choose',
    'operations',
    settled({ event: keyed(anEvent('proposed')) }),
    ['1 choose-event', '1 watch'],
  ],
  ['a declined event', 'operations', settled({ event: keyed(anEvent('declined')) }), ['1 watch']],
])('%s: %s', (_name, role, model, duties) => {
  expect(said(role, model, running)).toEqual(duties);
});

test('the first three are named: mitigations by the risk that they take away, threats by the risk that is left', () => {
  const numbers = [1, 2, 3, 4];
  const strengths = ['weak', 'average', 'strong', 'average'] as const;
  const model = aModel({
    threats: numbers.map((n) => aThreat(n, { title: `Threat ${n}` })),
    mitigations: numbers.map((n) => aMitigation(n, { kind: 'planned' })),
    treatments: numbers.map((n, i) =>
      aTreatment(n, { threat: n, mitigation: n, strength: strengths[i] ?? 'average' }),
    ),
  });
  const named = (role: DutyRole, kind: DutyKind) =>
    dutiesFor(role, input(model)).find((duty) => duty.kind === kind);
  const plan = named('developer', 'plan');
  expect([plan?.count, plan?.first.map(({ id }) => id)]).toEqual([
    4,
    [aMitigation(3).id, aMitigation(2).id, aMitigation(4).id],
  ]);
  const worse = applyEdit(model, judgeImpact(model, [aThreat(4).id], { level: 'severe' }));
  const story = dutiesFor('product-owner', input(worse)).find(({ kind }) => kind === 'link-story');
  expect(story?.first.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
    'threat Threat 4',
    'threat Threat 1',
    'threat Threat 2',
  ]);
  // A number of points, or a review, is no thing to open.
  expect(named('decision-maker', 'aim')?.first).toEqual([]);
});

test('a threat that does not apply asks nothing of anybody', () => {
  const gone = aThreat(1, { status: { kind: 'not-applicable', justification: 'No.' } });
  const model = settled({ storyLink: new Map(), event: new Map() }, { threats: [gone] });
  for (const role of dutyRoles) expect(said(role, model)).toEqual([]);
});

test('in any model each role has its duties once, each with something to do', () => {
  fc.assert(
    fc.property(anyModel, fc.constantFrom(...dutyRoles), (model, role) => {
      const duties = dutiesFor(role, input(model));
      expect(new Set(duties.map(({ kind }) => kind)).size).toBe(duties.length);
      for (const { count, first } of duties) {
        expect(count).toBeGreaterThan(0);
        expect(first.length).toBeLessThanOrEqual(Math.min(count, 3));
      }
    }),
    { numRuns: runs(20) },
  );
});
