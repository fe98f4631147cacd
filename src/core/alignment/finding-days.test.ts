import type { Finding } from './finding';
import { countFindings, daysKept, readFindingDays, totalOf, withDay } from './finding-days';
import type { FindingDay } from './finding-days';

const finding = (ruleId: string): Finding => ({
  ruleId,
  key: ruleId,
  severity: 'warning',
  subject: {},
  messageId: 'x',
  message: '',
  readings: [],
  because: [],
});
const day = (date: string, rules: FindingDay['rules'] = { a: 1 }): FindingDay => ({ day: date, rules });

test('findings are counted by rule', () => {
  const counted = countFindings(['a', 'b', 'a'].map(finding), '2026-05-01T23:59:59.000Z');
  expect(counted).toEqual(day('2026-05-01', { a: 2, b: 1 }));
  expect(totalOf(counted)).toBe(3);
});

test('a day is counted once, in order, and the same count changes nothing', () => {
  const days = [day('2026-05-01'), day('2026-05-03')];
  expect(withDay(days, day('2026-05-02')).map((each) => each.day)).toEqual([
    '2026-05-01',
    '2026-05-02',
    '2026-05-03',
  ]);
  expect(withDay(days, day('2026-05-03', { b: 2 }))).toEqual([days[0], day('2026-05-03', { b: 2 })]);
  expect(withDay(days, day('2026-05-03'))).toBe(days);
});

test('half a year is kept', () => {
  let days: readonly FindingDay[] = [];
  for (let n = 0; n < daysKept + 5; n += 1)
    days = withDay(days, day(new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)));
  expect([days.length, days[0]?.day]).toEqual([daysKept, '2026-01-06']);
});

test('what somebody else stored is passed over where it does not hold', () => {
  const raw = [day('2026-05-02'), day('yesterday'), 7, day('2026-05-01'), day('2026-05-03', { a: -1 })];
  expect(readFindingDays(raw).map((each) => each.day)).toEqual(['2026-05-01', '2026-05-02']);
  expect(readFindingDays('x')).toEqual([]);
});
