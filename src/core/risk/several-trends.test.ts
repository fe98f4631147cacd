import { sumTrends } from './several-trends';
import type { Trend } from './trend';

const nothing = { found: 0, removed: 0, regressed: 0 };
const trend = (from: number, to: number, direction: Trend['known']['direction']): Trend => ({
  points: [
    { at: '2026-01-01T00:00:00.000Z', basis: 'before-model', inherent: 100, current: from, ...nothing },
    {
      at: '2026-02-01T00:00:00.000Z',
      basis: 'model',
      inherent: 100,
      current: to,
      ...nothing,
      removed: from - to,
    },
  ],
  known: { direction, from, to },
});

test('points and the risk known at first are summed', () => {
  const { points, known } = sumTrends([trend(80, 60, 'falling'), trend(40, 40, 'flat')]);
  expect(points.map(({ inherent, current, removed }) => [inherent, current, removed])).toEqual([
    [200, 120, 0],
    [200, 100, 20],
  ]);
  expect(known).toEqual({ direction: 'falling', from: 120, to: 100 });
});

test.each([
  ['none', [], 'nothing'],
  ['one says nothing', [trend(50, 50, 'flat'), trend(9, 0, 'nothing')], 'flat'],
  ['they cancel out', [trend(50, 40, 'falling'), trend(40, 50, 'rising')], 'flat'],
  ['more rises than falls', [trend(50, 45, 'falling'), trend(10, 50, 'rising')], 'rising'],
] as const)('%s', (_name, trends, direction) => {
  expect(sumTrends(trends).known.direction).toBe(direction);
});
