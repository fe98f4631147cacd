import { aModel, aThreat, threatNumber } from '../../../tests/fixtures/sample-model';
import { withFoundDates } from './found-dates';

const now = '2026-03-04T08:00:00.000Z';

test('a threat that is new carries the date of the save, the others stay as they are', () => {
  const saved = aModel({ threats: [aThreat(1)] });
  const next = aModel({ threats: [aThreat(1), aThreat(2)] });
  const dated = withFoundDates(saved, next, now);
  expect([...dated.threat.values()].map(({ found }) => found)).toEqual([undefined, now]);
});

test('a threat that was restored keeps its own date', () => {
  const earlier = '2026-02-01T08:00:00.000Z';
  const next = aModel({ threats: [aThreat(2, { found: earlier })] });
  expect(withFoundDates(aModel({}), next, now).threat.get(threatNumber(2))?.found).toBe(earlier);
});

test('nothing new, nothing changed', () => {
  const model = aModel({ threats: [aThreat(1)] });
  expect(withFoundDates(model, model, now)).toBe(model);
});
