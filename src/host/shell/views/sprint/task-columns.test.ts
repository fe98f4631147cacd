import type { Process, State, WorkItemType } from '../../rest/process';
import type { WorkItem } from '../../rest/work-item';
import { columnOfTask, stateInColumn, taskColumns } from './task-columns';

const state = (name: string, category: State['category']): State => ({ name, category, color: '000000' });
const type = (name: string, states: State[]): [string, WorkItemType] => [
  name,
  { name, color: '000000', states, fields: [] },
];
const tasks = { id: 'tasks', name: 'Tasks', rank: 1, types: ['Task', 'Bug'], defaultType: 'Task' };
const process: Process = {
  types: new Map([
    type('Task', [
      state('To Do', 'Proposed'),
      state('Doing', 'InProgress'),
      state('Done', 'Completed'),
      state('Removed', 'Removed'),
    ]),
    type('Bug', [state('New', 'Proposed'), state('Approved', 'Proposed'), state('Done', 'Completed')]),
  ]),
  levels: [],
  requirements: tasks,
  tasks,
  effortField: '',
  orderField: '',
};
const item = (kind: string, name: string): WorkItem => ({
  id: 1,
  rev: 1,
  url: '',
  fields: { 'System.WorkItemType': kind, 'System.State': name },
});
const columns = taskColumns(process);

test('columns are the states of the default task type without removed ones', () => {
  expect(columns.map(({ name }) => name)).toEqual(['To Do', 'Doing', 'Done']);
});

test.each([
  ['Task', 'Doing', 'Doing'],
  ['Bug', 'Done', 'Done'],
  ['Bug', 'Approved', 'To Do'],
  ['Task', 'Removed', undefined],
])('%s in state %s stands under %s', (kind, name, column) => {
  expect(columnOfTask(process, item(kind, name), columns)?.name).toBe(column);
});

test('a moved task takes the state of that name, else of that category, else none', () => {
  expect(columns.map((column) => stateInColumn(process, item('Bug', 'Done'), column))).toEqual([
    'New',
    undefined,
    'Done',
  ]);
});
