import {
  aMitigation,
  aModel,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../../../tests/fixtures/sample-model';
import type { Mitigation } from '../../model/mitigation';
import { assess } from '../assess';
import { bestSet } from './best-set';
import { budgetProblem } from './from-model';

const one = (n: number, change: Partial<Mitigation> = {}): Mitigation => ({
  ...aMitigation(n),
  effort: 1,
  ...change,
});
const best = (model: ReturnType<typeof aModel>, limit: number) =>
  bestSet(
    budgetProblem(assess(model, new Map()), ({ effort }) => effort ?? 1),
    { kind: 'effort', limit },
  );

test('the set leaves what the assessment says when its mitigations are done', () => {
  const build = (done: boolean) =>
    aModel({
      threats: [aThreat(1), aThreat(2, { impact_: 'severe' })],
      mitigations: [
        one(1, { status: { kind: 'implemented' } }),
        one(2, done ? { status: { kind: 'implemented' } } : { effort: 2 }),
        one(3, { effort: 5 }),
      ],
      treatments: [
        aTreatment(1, { threat: 1, mitigation: 1 }),
        aTreatment(2, { threat: 1, mitigation: 2, strength: 'strong' }),
        aTreatment(3, { threat: 2, mitigation: 2, strength: 'weak' }),
        aTreatment(4, { threat: 2, mitigation: 3, strength: 'strong' }),
      ],
    });
  const answer = best(build(false), 2);
  expect(answer.picks.map(({ key }) => key)).toEqual([mitigationNumber(2)]);
  expect(answer.left).toBeCloseTo(assess(build(true), new Map()).current, 9);
});

test('an alternative of what is done gains only what it is stronger by', () => {
  const model = (strength: 'weak' | 'strong') =>
    aModel({
      threats: [aThreat(1)],
      mitigations: [
        one(1, { status: { kind: 'existing' } }),
        one(2, { alternatives: [mitigationNumber(1)] }),
      ],
      treatments: [
        aTreatment(1, { threat: 1, mitigation: 1, strength: 'average' }),
        aTreatment(2, { threat: 1, mitigation: 2, strength }),
      ],
    });
  expect(best(model('weak'), 9).left).toBe(24);
  expect(best(model('strong'), 9).left).toBeCloseTo(12, 9);
});

test('what is required and lacking comes along', () => {
  const model = aModel({
    threats: [aThreat(1)],
    mitigations: [one(1), one(2, { requires: [mitigationNumber(1)] })],
    treatments: [
      aTreatment(1, { threat: 1, mitigation: 1, strength: 'negligible' }),
      aTreatment(2, { threat: 1, mitigation: 2, strength: 'strong' }),
    ],
  });
  expect(best(model, 1).left).toBe(48);
  expect(best(model, 2).picks.map(({ key }) => key)).toEqual([mitigationNumber(1), mitigationNumber(2)]);
});
