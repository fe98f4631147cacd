import { capacityProblem, daysOffIn, hoursOf, workingDaysOf } from './capacity-figures';

const monToFri = ['monday', 'Tuesday', 'wednesday', 'thursday', 'friday'];
/** Monday 2 to Friday 13 March 2026. */
const sprint = {
  start: '2026-03-02T00:00:00Z',
  finish: '2026-03-13T00:00:00Z',
  workingDays: monToFri,
};

test.each([
  ['two weeks', sprint, 10],
  ['a weekend alone', { ...sprint, start: '2026-03-07T00:00:00Z', finish: '2026-03-08T00:00:00Z' }, 0],
  [
    'a week with Saturdays',
    { ...sprint, finish: '2026-03-07T00:00:00Z', workingDays: [...monToFri, 'saturday'] },
    6,
  ],
  ['a sprint without dates', { ...sprint, finish: null }, 0],
  ['a sprint that ends before it begins', { ...sprint, finish: '2026-02-01T00:00:00Z' }, 0],
])('%s has so many working days', (_what, given, count) => expect(workingDaysOf(given)).toHaveLength(count));

test.each([
  ['nobody off', [], [], 0],
  ['a day', [{ start: '2026-03-04', end: '2026-03-04' }], [], 1],
  ['over a weekend', [{ start: '2026-03-06', end: '2026-03-09' }], [], 2],
  [
    'alone and with the team on one day',
    [{ start: '2026-03-04', end: '2026-03-04' }],
    [{ start: '2026-03-04', end: '2026-03-05' }],
    2,
  ],
  ['outside of the sprint', [{ start: '2026-05-01', end: '2026-05-03' }], [], 0],
])('%s', (_what, own, team, count) => expect(daysOffIn(workingDaysOf(sprint), own, team)).toBe(count));

test('the hours of a person are those of all activities on the days that are left', () => {
  const member = {
    member: { id: 'a', displayName: 'A' },
    activities: [
      { name: 'Development', capacityPerDay: 4 },
      { name: 'Testing', capacityPerDay: 2.5 },
    ],
    daysOff: [{ start: '2026-03-02', end: '2026-03-03' }],
  };
  const all = { members: [member], teamDaysOff: [{ start: '2026-03-03', end: '2026-03-03' }] };
  expect(hoursOf(member, all, workingDaysOf(sprint))).toBe(52);
});

test.each([
  [[0], undefined],
  [[7.5, 24], undefined],
  [[7.5, -3], 'Hours a day of Sam Security must be from 0 to 24.'],
  [[24.5], 'Hours a day of Sam Security must be from 0 to 24.'],
  [[Number.NaN], 'Hours a day of Sam Security must be from 0 to 24.'],
])('hours a day of %j are judged before they are sent', (hours, problem) => {
  const member = { id: 's', displayName: 'Sam Security' };
  const activities = hours.map((capacityPerDay) => ({ name: '', capacityPerDay }));
  expect(capacityProblem({ members: [{ member, activities, daysOff: [] }] })).toBe(problem);
});
