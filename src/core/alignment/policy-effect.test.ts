import { aPicture } from '../../../tests/fixtures/alignment-picture';
import { aModel, aThreat } from '../../../tests/fixtures/sample-model';
import { standardScale } from '../model/project-policy';
import type { ProjectPolicy } from '../model/project-policy';
import { isNothing, policyEffect } from './policy-effect';

const threat = aThreat(1, { probability: { level: 'possible', basis: 'judged' } });
const model = aModel({ threats: [threat] });
const under = (policy: ProjectPolicy) => aPicture({ models: [{ ...model, policy }] });

test('the same policy does nothing', () => {
  expect(isNothing(policyEffect(under({}), under({ editors: 'everybody' })))).toBe(true);
});

test('another limit gives threats another name', () => {
  const from = { medium: 28, high: 44, critical: 48 };
  const effect = policyEffect(under({}), under({ scale: { ...standardScale, from } }));
  expect(effect.renamed).toEqual([{ to: 'critical', threats: [threat] }]);
  expect([effect.inherent, effect.current]).toEqual([
    [48, 48],
    [48, 48],
  ]);
  expect(isNothing(effect)).toBe(false);
});

test('another matrix changes the sums', () => {
  const points = standardScale.points.map((row) => row.map((each) => each / 2));
  const effect = policyEffect(under({}), under({ scale: { ...standardScale, points } }));
  expect(effect.inherent).toEqual([48, 24]);
});

test('a switch brings findings', () => {
  const effect = policyEffect(under({}), under({ switches: { reasonedSeverity: 'report' } }));
  expect(effect.findings).toEqual([
    { rule: 'severity-without-reason', message: expect.stringContaining('is high'), more: 1 },
  ]);
  const back = policyEffect(under({ switches: { reasonedSeverity: 'report' } }), under({}));
  expect(back.findings.map(({ more }) => more)).toEqual([-1]);
});
