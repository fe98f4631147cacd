/** What the macros find, for a caller and a day; dates in both precisions. */
import { users } from '../organisation/types';
import { comments, revisions, type Comment } from '../work-items/types';
import { ids, world } from '../testing/query-world';
import { readDate, readShift, shiftDate, startOf } from './dates';

/** Today is Wednesday, 11 March 2026, 10 o'clock. The items were made from 17 February on; all but the task changed in March. */
test.each<[string, readonly number[]]>([
  ['[System.CreatedBy] = @me AND [System.Id] = 1', [1]],
  ['[System.AssignedTo] = @Me', []],
  ['[System.AssignedTo] <> @me', [1, 2, 3, 4, 5]],
  ['[System.TeamProject] = @project', [1, 2, 3, 4, 5]],
  ['[System.AreaPath] UNDER @project', [1, 2, 3, 4, 5]],
  ['[System.IterationPath] = @currentIteration', [2, 4]],
  ['[System.IterationPath] UNDER @currentIteration', [2, 4]],
  ['[System.IterationPath] <> @currentIteration', [1, 3, 5]],
  ['[System.IterationPath] = @currentIteration - 1', [3]],
  ['[System.IterationPath] IN (@currentIteration, @currentIteration - 1)', [2, 3, 4]],
  ["[System.IterationPath] = @currentIteration('[Shop]\\Shop Team <id:x>')", [2, 4]],
  ["[System.IterationPath] = @currentIteration('Shop Team') - 1", [3]],
  ['[System.AreaPath] = @teamAreas', [1, 2, 3, 4, 5]],
  ["[System.AreaPath] = @teamAreas('[Shop]\\Catalogue Team')", [3]],
  ["[System.AreaPath] <> @teamAreas('[Shop]\\Catalogue Team')", [1, 2, 4, 5]],
  ['[System.CreatedDate] > @today - 7', []],
  ['[System.CreatedDate] <= @today', [1, 2, 3, 4, 5]],
  ['[System.CreatedDate] = @today - 22', [1, 2]],
  ['[System.ChangedDate] >= @startOfDay - 2', [2]],
  ['[System.ChangedDate] >= @startOfWeek', [1, 2, 3, 5]],
  ['[System.ChangedDate] < @startOfWeek', [4]],
  ["[System.ChangedDate] >= @startOfWeek('-1w')", [1, 2, 3, 5]],
  ['[System.CreatedDate] < @startOfMonth', [1, 2, 3, 4, 5]],
  ["[System.CreatedDate] >= @startOfYear('+1M')", [1, 2, 3, 4, 5]],
  ["[System.CreatedDate] >= @startOfYear('+1M') - 1", [1, 2, 3, 4, 5]],
  ['[System.CreatedDate] < @startOfYear', []],
  ['[System.Id] IN (@follows)', []],
  ['[System.Id] NOT IN (@follows)', [1, 2, 3, 4, 5]],
  ['[System.Id] IN (@MyRecentActivity)', [1, 2, 3, 4, 5]],
  ['[System.Id] IN (@RecentProjectActivity)', [1, 2, 3, 4, 5]],
  ['[System.Id] = @RecentMentions', []],
])('WHERE %s finds %j', (where, expected) => {
  expect(ids(where)).toEqual(expected);
});

test('@Me, recent activity and mentions are whose query it is', () => {
  const [, sam] = world.store.all(users);
  if (!sam) throw new Error('There is no second user.');
  expect(ids('[System.AssignedTo] = @me', { user: sam })).toEqual([2]);
  expect(ids('[System.Id] IN (@myRecentActivity)', { user: sam })).toEqual([2]);
  const comment = (id: number, text: string, createdAt: string): Comment => ({
    ...{ id, workItemId: id, version: 1, text, format: 'html', revision: 1, createdBy: sam.id },
    ...{ createdAt, modifiedBy: sam.id, modifiedAt: createdAt },
  });
  const mention = `<a data-vss-mention="version:2.0,${sam.id}">@Sam</a>`;
  const reader = {
    ...{ get: world.store.get.bind(world.store) },
    all: (of: { readonly name: string }) =>
      of.name === comments.name
        ? [
            comment(3, mention, '2026-03-01T00:00:00Z'),
            comment(4, '@Sam Security', '2026-03-01T00:00:00Z'),
            comment(5, mention, '2026-01-01T00:00:00Z'),
            { ...comment(2, mention, '2026-03-01T00:00:00Z'), isDeleted: true as const },
          ]
        : world.store.all(of),
  };
  const asSam = { user: sam, reader: reader as typeof world.store };
  expect(ids('[System.Id] IN (@recentMentions)', asSam)).toEqual([3]);
});

test('recent means the last thirty days', () => {
  const later = new Date('2026-05-01T00:00:00Z');
  expect(ids('[System.Id] IN (@MyRecentActivity)', { now: later })).toEqual([]);
  expect(ids('[System.Id] IN (@RecentProjectActivity)', { now: later })).toEqual([]);
  expect(world.store.all(revisions).length).toBeGreaterThan(5);
});

test('days count as a whole until the caller asks for the time', () => {
  const where = "[System.ChangedDate] > '2026-03-09T00:00:00Z' AND [System.Id] = 2";
  // Changed on 9 March, at 8 o'clock and some minutes.
  expect(ids(where)).toEqual([]);
  expect(ids(where, { precision: 'time' })).toEqual([2]);
  expect(ids("[System.ChangedDate] = '2026-03-09' AND [System.Id] = 2")).toEqual([2]);
  expect(ids("[System.ChangedDate] = '2026-03-09'", { precision: 'time' })).toEqual([]);
  expect(ids("[System.ChangedDate] > '2026-03-09 07:59' AND [System.Id] = 2", { precision: 'time' })).toEqual(
    [2],
  );
});

test.each<[string, string | undefined]>([
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ['2026-3-1', '2026-03-01T00:00:00.000Z'],
  ['2019-01-18T00:00:00.0000000', '2019-01-18T00:00:00.000Z'],
  ['2021-12-10 15:00:00.250', '2021-12-10T15:00:00.250Z'],
  ['2021-12-10T15:00:00+02:00', '2021-12-10T13:00:00.000Z'],
  ['2021-12-10T15:00:00-0130', '2021-12-10T16:30:00.000Z'],
  ['01-18-2019 GMT', '2019-01-18T00:00:00.000Z'],
  ['02-11-2020', '2020-02-11T00:00:00.000Z'],
  ['3/16/19 12:30', '2019-03-16T12:30:00.000Z'],
  ['1/1/2019 00:00:00Z', '2019-01-01T00:00:00.000Z'],
  ['1/1/2019 1:05 PM', '2019-01-01T13:05:00.000Z'],
  ['1/1/2019 12:05 AM', '2019-01-01T00:05:00.000Z'],
  ['2026-02-30', undefined],
  ['13/01/2019', undefined],
  ['2026-01-01 25:00', undefined],
  ['yesterday', undefined],
  ['2026-01-01 and more', undefined],
  ['', undefined],
])('the date %j is %s', (text, expected) => {
  const time = readDate(text);
  expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(expected);
});

test.each<[string, { readonly amount: number; readonly unit: string } | undefined]>([
  ['+1w', { amount: 1, unit: 'w' }],
  ['-3', { amount: -3, unit: 'd' }],
  ['2M', { amount: 2, unit: 'M' }],
  ['2m', { amount: 2, unit: 'm' }],
  ['1x', undefined],
  ['', undefined],
])('the shift %j', (text, expected) => {
  expect(readShift(text, 'd')).toEqual(expected);
});

test('months are shifted by the calendar, and weeks begin on Sunday', () => {
  const shifted = (text: string, amount: number, unit: 'M' | 'y'): string =>
    new Date(shiftDate(Date.parse(text), amount, unit)).toISOString();
  expect(shifted('2026-01-31T10:00:00Z', 1, 'M')).toBe('2026-02-28T10:00:00.000Z');
  expect(shifted('2026-01-15T00:00:00Z', -2, 'M')).toBe('2025-11-15T00:00:00.000Z');
  expect(shifted('2024-02-29T00:00:00Z', 1, 'y')).toBe('2025-02-28T00:00:00.000Z');
  expect(new Date(startOf(new Date('2026-03-11T10:00:00Z'), 'w')).toISOString()).toBe(
    '2026-03-08T00:00:00.000Z',
  );
});
