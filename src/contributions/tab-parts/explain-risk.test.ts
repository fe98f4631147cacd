import { assess } from '../../core/risk/assess';
import { standardScale } from '../../core/model/project-policy';
import type { Model } from '../../core/model/model';
import {
  aMitigation,
  aModel,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../../tests/fixtures/sample-model';
import { explainRisk } from './explain-risk';

function explained(model: Model) {
  const [risk] = assess(model, new Map()).threats.values();
  if (!risk) throw new Error('The model has no threat.');
  return { risk, why: explainRisk(risk, new Map(), standardScale) };
}

test('the steps lead from the inherent points to the risk now and to the planned risk', () => {
  const { risk, why } = explained(
    aModel({
      threats: [aThreat(1, { probability_: 'likely', impact_: 'severe' })],
      mitigations: [
        aMitigation(1),
        aMitigation(2, { kind: 'existing' }),
        aMitigation(3, { kind: 'approved' }),
      ],
      treatments: [
        aTreatment(1, { threat: 1, mitigation: 1 }),
        aTreatment(2, { threat: 1, mitigation: 2, strength: 'strong' }),
        { ...aTreatment(3, { threat: 1, mitigation: 3 }), strength: { level: 'average', basis: 'assumed' } },
      ],
    }),
  );
  expect(why.inherent).toBe('Likely (4) × Severe (5) × 4 = 80');
  expect(why.now.map(({ status, effect, left }) => [status, effect, left])).toEqual([
    ['Existing, set on the mitigation', 'Strong takes 75% away', 20],
  ]);
  expect(why.planned.map(({ effect, left }) => [effect, left])).toEqual([
    ['Average (assumed) takes 50% away', 10],
  ]);
  expect(why.without.map(({ status, left }) => [status, left])).toEqual([
    ['Open, set on the mitigation', undefined],
  ]);
  expect([risk.current, risk.planned]).toEqual([20, 10]);
});

test.each([
  [
    'the stronger one last',
    ['average', 'strong'],
    [
      ['Average takes 50% away', 24],
      ['Strong takes 75% away, instead of a weaker alternative', 12],
    ],
  ],
  [
    'the stronger one first',
    ['strong', 'average'],
    [
      ['Strong takes 75% away', 12],
      ['Average, but of alternatives only the strongest counts', undefined],
    ],
  ],
] as const)('of alternatives only the strongest counts, %s', (_title, [first, second], steps) => {
  const { risk, why } = explained(
    aModel({
      threats: [aThreat(1)],
      mitigations: [
        { ...aMitigation(1, { kind: 'implemented' }), alternatives: [mitigationNumber(2)] },
        aMitigation(2, { kind: 'implemented' }),
      ],
      treatments: [
        aTreatment(1, { threat: 1, mitigation: 1, strength: first }),
        aTreatment(2, { threat: 1, mitigation: 2, strength: second }),
      ],
    }),
  );
  expect(why.now.map(({ effect, left }) => [effect, left])).toEqual(steps);
  expect(risk.current).toBe(12);
});

test('what is done and waits for something says so', () => {
  const { risk, why } = explained(
    aModel({
      threats: [aThreat(1)],
      mitigations: [
        { ...aMitigation(1, { kind: 'implemented' }), requires: [mitigationNumber(2)] },
        aMitigation(2),
      ],
      treatments: [aTreatment(1, { threat: 1, mitigation: 1, strength: 'strong' })],
    }),
  );
  expect(why.without.map(({ status, effect }) => [status, effect])).toEqual([
    ['Implemented, set on the mitigation', 'No effect before what it requires is done'],
  ]);
  expect(risk.current).toBe(48);
});
