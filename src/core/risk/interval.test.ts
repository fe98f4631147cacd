import fc from 'fast-check';
import { aMitigation, aModel, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import { runs } from '../../../tests/fixtures/runs';
import { standardScale } from '../model/project-policy';
import { impactLevels, probabilityLevels } from '../model/threat';
import type { Basis, Threat } from '../model/threat';
import { strengthLevels } from '../model/mitigation';
import { assess } from './assess';
import { riskIntervals } from './interval';

const none = new Map<number, { category: undefined }>();

const threatWith = (n: number, basis: Basis, at: { p: number; i: number }): Threat =>
  aThreat(n, {
    probability: { level: probabilityLevels[at.p] ?? 'possible', basis },
    impact: { level: impactLevels[at.i] ?? 'major', basis },
  });

const anything = fc.record({
  places: fc.array(fc.record({ p: fc.nat({ max: 4 }), i: fc.nat({ max: 4 }) }), {
    minLength: 1,
    maxLength: 8,
  }),
  strength: fc.constantFrom(...strengthLevels),
});
const modelOf = (
  given: { places: { p: number; i: number }[]; strength: (typeof strengthLevels)[number] },
  basis: Basis,
) =>
  aModel({
    threats: given.places.map((place, at) => threatWith(at + 1, basis, place)),
    mitigations: [aMitigation(1, { kind: 'implemented' })],
    treatments: given.places.map((_, at) =>
      aTreatment(at + 1, { threat: at + 1, mitigation: 1, strength: given.strength }),
    ),
  });

test('the number that is shown lies within its interval', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom<Basis>('judged', 'assumed'), (given, basis) => {
      const assessment = assess(modelOf(given, basis), none);
      const intervals = riskIntervals(assessment);
      for (const name of ['inherent', 'current', 'planned'] as const) {
        expect(intervals[name].low).toBeLessThanOrEqual(assessment[name] + 1e-9);
        expect(intervals[name].high).toBeGreaterThanOrEqual(assessment[name] - 1e-9);
      }
    }),
    { numRuns: runs(40) },
  );
});

test('what nobody judged is less sure', () => {
  fc.assert(
    fc.property(anything, (given) => {
      const width = (basis: Basis) => {
        const { low, high } = riskIntervals(assess(modelOf(given, basis), none)).inherent;
        return high - low;
      };
      expect(width('assumed')).toBeGreaterThan(width('judged'));
    }),
    { numRuns: runs(40) },
  );
});

test('the same seed gives the same interval, another seed nearly the same', () => {
  const many = Array.from({ length: 200 }, (_, n) =>
    threatWith(n + 1, 'judged', { p: n % 5, i: (n * 3) % 5 }),
  );
  const assessment = assess(aModel({ threats: many }), none);
  const first = riskIntervals(assessment, { seed: 7 });
  expect(riskIntervals(assessment, { seed: 7 })).toEqual(first);
  const other = riskIntervals(assessment, { seed: 8 });
  expect(other.current.high / first.current.high).toBeCloseTo(1, 1);
});

test('many judgements do not cancel out to certainty', () => {
  const many = Array.from({ length: 2000 }, (_, n) => threatWith(n + 1, 'judged', { p: 2, i: 2 }));
  const assessment = assess(aModel({ threats: many }), none);
  const { low, high } = riskIntervals(assessment, { draws: 200 }).current;
  expect((high - low) / assessment.current).toBeGreaterThan(0.1);
});

test('nothing at risk is surely nothing', () => {
  expect(riskIntervals(assess(aModel({}), none)).current).toEqual({ low: 0, high: 0 });
});

test('by a matrix of its own the number lies within its interval, and the standard one is nothing special', () => {
  // Equal in content, another object: the way of the own matrix is taken.
  const scale = { ...standardScale };
  fc.assert(
    fc.property(anything, fc.constantFrom<Basis>('judged', 'assumed'), (given, basis) => {
      const own = riskIntervals(assess({ ...modelOf(given, basis), policy: { scale } }, none));
      const standard = riskIntervals(assess(modelOf(given, basis), none));
      for (const name of ['inherent', 'current', 'planned'] as const) {
        expect(own[name].low).toBeCloseTo(standard[name].low, 6);
        expect(own[name].high).toBeCloseTo(standard[name].high, 6);
      }
    }),
    { numRuns: runs(20) },
  );
});
