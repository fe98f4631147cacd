import { aModel, aThreat, threatNumber } from '../../../tests/fixtures/sample-model';
import { calibrate } from './calibrate';

const reasoned = { level: 'unlikely', basis: 'judged', reason: 'Behind a firewall.' } as const;
const model = aModel({
  threats: [
    aThreat(1, { probability_: 'possible', impact_: 'major' }),
    aThreat(2, { probability_: 'likely', impact_: 'severe' }),
    aThreat(3, { probability_: 'unlikely', impact_: 'minor' }),
    aThreat(4, { probability: reasoned, impact_: 'minor' }),
    aThreat(5, { probability_: 'possible', impact_: 'major' }),
    aThreat(6, { status: { kind: 'not-applicable', justification: 'No.' } }),
  ],
});
const first = model.threat.get(threatNumber(1));
if (!first) throw new Error('No threat.');

test('the rank among the threats that apply, with the median', () => {
  expect(calibrate(model, first)).toMatchObject({
    among: 5,
    worse: 1,
    alike: 1,
    milder: 3 - 1,
    points: 48,
    median: 48,
  });
});

test('neighbours stand one step away, those with a reason first', () => {
  const found = calibrate(model, first);
  const titles = (threats: readonly { readonly title: string }[] = []) => threats.map(({ title }) => title);
  expect(titles(found?.probability.above)).toEqual(['Threat 2']);
  expect(titles(found?.probability.same)).toEqual(['Threat 5']);
  expect(titles(found?.probability.below)).toEqual(['Threat 4', 'Threat 3']);
  expect(titles(found?.impact.above)).toEqual(['Threat 2']);
});

test('alone there is nothing to compare with', () => {
  expect(calibrate(aModel({ threats: [first] }), first)).toBeUndefined();
});
