import { assess } from '../../../core/risk/assess';
import { aMitigation, aModel, aThreat, aTreatment } from '../../../../tests/fixtures/sample-model';
import { changeInWords, standingInWords } from './summary-words';

const treated = (kind: 'approved' | 'implemented') =>
  assess(
    aModel({
      threats: [aThreat(1), aThreat(2)],
      mitigations: [aMitigation(1, { kind })],
      treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    }),
    new Map(),
  );

test('how it stands, without and with a target', () => {
  expect(standingInWords(treated('approved'), undefined, 48)).toEqual([
    'Of every 100 parts of risk that this system would have without protection, 100 are left (96 of 96 points).',
    'Nobody has said yet how much risk is acceptable.',
    '2 threats are high.',
    'When the planned work is done, 75% are left.',
    'Somebody answers for 48 points of it, for a time.',
  ]);
  const target = { points: 50, by: '2026-12-01T00:00:00.000Z', from: 'model' as const };
  expect(standingInWords(treated('implemented'), target, 0).slice(1)).toEqual([
    'That is more than what is acceptable: the target is 50, by 2026-12-01.',
    '1 threat is high.',
    'Nothing that is planned lowers it further.',
  ]);
  expect(standingInWords(treated('implemented'), { points: 90, from: 'project' }, 0)[1]).toBe(
    'That is acceptable: the target is 90.',
  );
  expect(standingInWords(assess(aModel({}), new Map()), undefined, 0)).toHaveLength(1);
});

const nothing = { found: 0, removed: 0, regressed: 0, foundThreats: [], done: [], accepted: [] };
test.each([
  [{ ...nothing, before: 1, now: 1, wasThere: false }, /younger than a month/],
  [{ ...nothing, before: 9, now: 9, wasThere: true }, /stayed at 9 points/],
  [
    { ...nothing, before: 100, now: 90, removed: 40, found: 30, wasThere: true },
    /from 100 to 90 points: 40 were removed by work that was done and 30 came with threats that were found\.$/,
  ],
])('what changed %#', (since, words) => {
  expect(changeInWords(since)).toMatch(words);
});
