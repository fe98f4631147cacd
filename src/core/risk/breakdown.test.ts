import fc from 'fast-check';
import { aModel, aStoryLink, aThreat, threatNumber } from '../../../tests/fixtures/sample-model';
import { runs } from '../../../tests/fixtures/runs';
import { assess } from './assess';
import { breakdown, sumOf } from './breakdown';

const model = aModel({
  // 48, 4 and 100 points; the last does not apply.
  threats: [
    aThreat(1),
    aThreat(2, { probability_: 'rare', impact_: 'negligible' }),
    aThreat(3, { status: { kind: 'not-applicable', justification: 'x' } }),
  ],
  links: [aStoryLink(1, 1, 7), aStoryLink(2, 1, 8), aStoryLink(3, 3, 8)],
});
const assessment = assess(model, new Map());
const storiesOf = (id: string) =>
  [...model.storyLink.values()].filter(({ threat }) => threat === id).map(({ story }) => story);

test('a threat of two stories counts under both, and one of none is the rest', () => {
  const { parts, rest } = breakdown(assessment, new Set([threatNumber(1)]), ({ threat }) =>
    storiesOf(threat.id),
  );
  expect(parts.map(([story, { current, accepted }]) => [story, current, accepted])).toEqual([
    [7, 48, 48],
    [8, 48, 48],
  ]);
  expect(rest).toMatchObject({ current: 4, accepted: 0 });
});

test('with one key for each, the parts sum to the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), (keys) => {
      const ids = [...assessment.threats.keys()];
      const { parts, rest } = breakdown(assessment, new Set(), ({ threat }) => {
        const key = keys[ids.indexOf(threat.id)] ?? 0;
        return key === 0 ? [] : [key];
      });
      const sum = parts.reduce((all, [, { current }]) => all + current, rest.current);
      expect(sum).toBe(assessment.current);
    }),
    { numRuns: runs(50) },
  );
});

test('what does not apply counts nothing', () => {
  expect(sumOf([...assessment.threats.values()], new Set())).toMatchObject({ inherent: 52 });
});
