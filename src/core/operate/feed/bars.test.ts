import fc from 'fast-check';
import { runs } from '../../../../tests/fixtures/runs';
import { barsOf } from './bars';

const today = '2026-03-01T23:59:00.000Z';

test('days without an alert are bars of height 0, and the year before is left out', () => {
  const days = [
    { day: '2025-03-01', count: 9 },
    { day: '2026-02-27', count: 2 },
    { day: '2026-03-01', count: 1 },
  ];
  expect(barsOf(days, today, { bars: 4, days: 1 })).toEqual([
    { from: '2026-02-26', to: '2026-02-26', count: 0 },
    { from: '2026-02-27', to: '2026-02-27', count: 2 },
    { from: '2026-02-28', to: '2026-02-28', count: 0 },
    { from: '2026-03-01', to: '2026-03-01', count: 1 },
  ]);
  expect(barsOf(days, today, { bars: 1, days: 7 })).toEqual([
    { from: '2026-02-23', to: '2026-03-01', count: 3 },
  ]);
});

test('every day of the span is in one bar, and nothing is counted twice', () => {
  const spans = fc.record({ bars: fc.integer({ min: 1, max: 60 }), days: fc.integer({ min: 1, max: 9 }) });
  const back = fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { maxLength: 40 });
  fc.assert(
    fc.property(spans, back, (span, ages) => {
      const days = ages.map((age) => ({
        day: new Date(Date.parse(today) - age * 86_400_000).toISOString().slice(0, 10),
        count: age + 1,
      }));
      const within = ages.filter((age) => age < span.bars * span.days).reduce((sum, age) => sum + age + 1, 0);
      const bars = barsOf(days, today, span);
      expect(bars).toHaveLength(span.bars);
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(within);
    }),
    { numRuns: runs(60) },
  );
});
