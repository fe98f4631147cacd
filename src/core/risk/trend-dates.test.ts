import { trendDates } from './trend-dates';

const to = '2026-06-01T12:00:00.000Z';

test('from the earliest that is known to now, evenly, a day apart at least', () => {
  expect(trendDates(['2026-05-30T12:00:00.000Z', '2026-05-29T12:00:00.000Z'], to)).toEqual([
    '2026-05-29T12:00:00.000Z',
    '2026-05-30T12:00:00.000Z',
    '2026-05-31T12:00:00.000Z',
    to,
  ]);
});

test('at most a year back, and never too many', () => {
  const dates = trendDates(['1999-01-01T00:00:00.000Z', 'nonsense'], to);
  expect(dates.length).toBe(25);
  expect(dates[0]).toBe('2025-06-01T12:00:00.000Z');
  expect(dates.at(-1)).toBe(to);
});

test('nothing known, or only what is to come, is one point', () => {
  expect(trendDates([], to)).toEqual([to]);
  expect(trendDates(['2027-01-01T00:00:00.000Z'], to)).toEqual([to]);
});
