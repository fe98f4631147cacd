import { aModel, aThreat } from '../../../tests/fixtures/sample-model';
import { assess } from './assess';
import { largestRisks } from './largest';

const model = aModel({
  threats: Array.from({ length: 11 }, (_each, place) =>
    place === 4
      ? aThreat(5, { impact: { level: 'severe', basis: 'judged' } })
      : place === 6
        ? aThreat(7, { status: { kind: 'not-applicable', justification: 'x' } })
        : aThreat(place + 1),
  ),
});
const { threats, current } = assess(model, new Map());

test('the largest first, the rest summed up, so that nothing of the figure is lost', () => {
  const { largest, others } = largestRisks([{ model: model.info.id, risks: threats.values() }]);
  expect(largest[0]).toEqual({
    model: model.info.id,
    threat: aThreat(5).id,
    title: aThreat(5).title,
    current: 60,
  });
  expect(largest.map((each) => each.current)).toEqual([60, 48, 48, 48, 48, 48, 48, 48]);
  expect(others).toEqual({ count: 2, current: 96 });
  expect(largest.reduce((sum, each) => sum + each.current, others.current)).toBe(current);
});

test('of nothing there is nothing', () => {
  expect(largestRisks([])).toEqual({ largest: [], others: { count: 0, current: 0 } });
});
