import type { WorkItem } from '../../rest/work-item';
import { taskRows } from './task-rows';

const item = (id: number, parent?: number, person?: string): WorkItem => ({
  id,
  rev: 1,
  url: '',
  fields: {
    ...(parent === undefined ? {} : { 'System.Parent': parent }),
    ...(person === undefined
      ? {}
      : { 'System.AssignedTo': { displayName: person, uniqueName: `${person.toLowerCase()}@x` } }),
  },
});
const tasks = [item(10, 1, 'Zoe'), item(11, 2, 'Adam'), item(12), item(13, 9, 'Zoe'), item(14, 1)];
const shown = (rows: ReturnType<typeof taskRows>) =>
  rows.map(({ parent, name, person, tasks: own }) => [parent?.id ?? name, person, own.map(({ id }) => id)]);

test('by requirement: orphans first, then the requirements in their order', () =>
  expect(shown(taskRows('stories', [item(2), item(1), item(3)], tasks))).toEqual([
    ['Without a parent', undefined, [12, 13]],
    [2, undefined, [11]],
    [1, undefined, [10, 14]],
    [3, undefined, []],
  ]));

test('without orphans there is no row for them', () =>
  expect(shown(taskRows('stories', [item(1)], [item(10, 1)]))).toEqual([[1, undefined, [10]]]));

test('by person: nobody first, then by name', () =>
  expect(shown(taskRows('people', [item(1)], tasks))).toEqual([
    ['Unassigned', '', [12, 14]],
    ['Adam', 'adam@x', [11]],
    ['Zoe', 'zoe@x', [10, 13]],
  ]));
