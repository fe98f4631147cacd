import type { WorkItem } from '../../rest/work-item';
import type { TaskboardSetup } from '../../rest/taskboard';
import { columnOfTask, stateInColumn } from './task-columns';

const column = (name: string, task: string, bug: string | undefined) => ({
  id: name,
  name,
  order: 0,
  mappings: [
    { workItemType: 'Task', state: task },
    ...(bug === undefined ? [] : [{ workItemType: 'Bug', state: bug }]),
  ],
});
const setup: TaskboardSetup = {
  columns: [
    column('Open', 'To Do', 'New'),
    column('Now', 'Doing', undefined),
    column('Review', 'Doing', 'Done'),
  ],
  places: new Map([[2, 'Review']]),
};
const item = (id: number, kind: string, state: string): WorkItem => ({
  id,
  rev: 1,
  url: '',
  fields: { 'System.WorkItemType': kind, 'System.State': state },
});

test.each([
  [item(1, 'Task', 'Doing'), 'Now'],
  [item(2, 'Task', 'Doing'), 'Review'],
  [item(3, 'Bug', 'Done'), 'Review'],
  [item(4, 'Task', 'Removed'), undefined],
])('%j stands under %s', (task, name) => expect(columnOfTask(setup, task)?.name).toBe(name));

test('a moved task takes the state of its type in that column, or cannot be moved there', () => {
  const states = (kind: string) => setup.columns.map((each) => stateInColumn(item(9, kind, ''), each));
  expect(states('Task')).toEqual(['To Do', 'Doing', 'Doing']);
  expect(states('Bug')).toEqual(['New', undefined, 'Done']);
});
