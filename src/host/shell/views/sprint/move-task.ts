/** What dropping a task somewhere means: another column, and another requirement or person where the row is another. */
import type { Shell } from '../../page/shell';
import { field, identityOf, numberOf, type RelationEdits, type WorkItem } from '../../rest/work-item';
import type { Taskboard, TaskColumn } from '../../rest/taskboard';
import type { TaskRowData } from './task-rows';

const toParent = 'System.LinkTypes.Hierarchy-Reverse';

/** The links that hang a task under another requirement; undefined where it hangs there already. */
function newParent(shell: Shell, task: WorkItem, row: TaskRowData): RelationEdits | undefined {
  if (row.person !== undefined || !row.parent || numberOf(task, field.parent) === row.parent.id)
    return undefined;
  const removed = (task.relations ?? []).filter(({ rel }) => rel === toParent);
  const url = `${shell.bootstrap.collectionUrl}/_apis/wit/workItems/${row.parent.id}`;
  return { removed, added: [{ rel: toParent, url, attributes: {} }] };
}

function newPerson(task: WorkItem, { person }: TaskRowData): string | undefined {
  if (person === undefined) return undefined;
  return (identityOf(task, field.assignedTo)?.uniqueName ?? '') === person ? undefined : person;
}

export interface Drop {
  readonly iterationId: string;
  readonly task: WorkItem;
  readonly row: TaskRowData;
  /** Undefined where the task stays in its column. */
  readonly column: TaskColumn | undefined;
}

/** @throws ServerProblem; what was changed before it stays changed. */
export async function moveTask(shell: Shell, board: Taskboard, drop: Drop): Promise<void> {
  const { iterationId, task, row, column } = drop;
  const person = newPerson(task, row);
  const isMovedUnder =
    row.person === undefined && row.parent && numberOf(task, field.parent) !== row.parent.id;
  if (isMovedUnder || person !== undefined) {
    // The cards carry no links; the item is read with them, and its revision is what the write is tested against.
    const whole = isMovedUnder ? await shell.workItems.open(task.id) : task;
    const edits = newParent(shell, whole, row);
    await shell.workItems.change(whole, person === undefined ? {} : { [field.assignedTo]: person }, edits);
  }
  if (column) await board.move(iterationId, task.id, column);
}
