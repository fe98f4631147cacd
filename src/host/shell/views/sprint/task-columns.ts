/** In which column of the taskboard a task stands, and what it becomes in another. */
import { field, textOf, type WorkItem } from '../../rest/work-item';
import type { TaskboardSetup, TaskColumn } from '../../rest/taskboard';

export function stateInColumn(task: WorkItem, column: TaskColumn): string | undefined {
  return column.mappings.find(({ workItemType }) => workItemType === textOf(task, field.type))?.state;
}

/** The column that the server names; for an item it does not name (its parent's sprint is another) that of its state. */
export function columnOfTask({ columns, places }: TaskboardSetup, task: WorkItem): TaskColumn | undefined {
  const place = places.get(task.id);
  return (
    columns.find(({ id }) => id === place) ??
    columns.find((column) => stateInColumn(task, column) === textOf(task, field.state))
  );
}
