import { capacityHours } from './capacity';
import type { TeamTime } from './capacity';

const week = new Set([1, 2, 3, 4, 5]);
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00Z`;
/** Two weeks from a Monday to a Friday. */
const sprint = { start: day(5), finish: day(16) };
const time = (change: Partial<TeamTime>): TeamTime => ({
  members: [
    { hoursPerDay: 6, daysOff: [] },
    { hoursPerDay: 4, daysOff: [] },
  ],
  teamDaysOff: [],
  workingDays: week,
  ...change,
});

test.each<[string, TeamTime, number | undefined]>([
  ['ten working days of everybody', time({}), 100],
  [
    'without the days off of one',
    time({ members: [{ hoursPerDay: 6, daysOff: [{ start: day(8), end: day(12) }] }] }),
    42,
  ],
  ['without the days off of the team', time({ teamDaysOff: [{ start: day(16), end: day(16) }] }), 90],
  [
    'a day off of both counts once',
    time({
      members: [{ hoursPerDay: 5, daysOff: [{ start: day(5), end: day(5) }] }],
      teamDaysOff: [{ start: day(5), end: day(5) }],
    }),
    45,
  ],
  ['nobody entered anything', time({ members: [{ hoursPerDay: 0, daysOff: [] }] }), undefined],
  ['nobody is there', time({ members: [] }), undefined],
])('%s', (_title, given, hours) => {
  expect(capacityHours(sprint, given)).toBe(hours);
});

test('a sprint without dates has no capacity', () => {
  expect(capacityHours({ start: undefined, finish: undefined }, time({}))).toBeUndefined();
});
