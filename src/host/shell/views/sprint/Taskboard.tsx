/** The taskboard of one sprint: a row per requirement, its tasks in columns that they move through. */
import * as React from 'react';
import { Notice } from '../../parts/Notice';
import { numberOf, field } from '../../rest/work-item';
import { byParent } from '../cards';
import type { Sprint } from './read-sprint';
import { taskColumns } from './task-columns';
import { TaskRow } from './TaskRow';

export function Taskboard({
  board,
  reload,
}: {
  readonly board: Sprint;
  readonly reload: () => Promise<void>;
}): JSX.Element {
  const columns = taskColumns(board.process);
  const children = byParent(board.tasks);
  const parents = new Set(board.parents.map((item) => item.id));
  const orphans = board.tasks.filter((task) => !parents.has(numberOf(task, field.parent) ?? -1));
  if (board.parents.length + orphans.length === 0) {
    return (
      <Notice kind="empty" title="Nothing is planned in this sprint">
        Set the iteration of work items to it, and they appear here.
      </Notice>
    );
  }
  const shared = { board, columns, reload };
  return (
    <div className="taskboard" role="group" aria-label="Taskboard">
      <div className="taskboard-row heads" aria-hidden="true">
        <span>Work item</span>
        {columns.map((column) => (
          <span key={column.name}>{column.name}</span>
        ))}
      </div>
      {orphans.length > 0 && <TaskRow {...shared} parent={undefined} tasks={orphans} />}
      {board.parents.map((parent) => (
        <TaskRow key={parent.id} {...shared} parent={parent} tasks={children.get(parent.id) ?? []} />
      ))}
    </div>
  );
}
