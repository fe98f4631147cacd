/** The taskboard of one sprint: a row per requirement or person, tasks in the columns that they move through. */
import * as React from 'react';
import { say } from '../../overlays/overlay-stack';
import { useShell } from '../../page/shell';
import { Notice } from '../../parts/Notice';
import { isConflict, sentenceOf } from '../../rest/connection';
import type { TaskColumn } from '../../rest/taskboard';
import type { WorkItem } from '../../rest/work-item';
import { refocusCard } from '../cards';
import { moveTask } from './move-task';
import { sprintBoard, type Sprint } from './read-sprint';
import { stateInColumn, columnOfTask } from './task-columns';
import { taskRows, type Grouping, type TaskRowData } from './task-rows';
import { TaskRow } from './TaskRow';

interface TaskboardProps {
  readonly board: Sprint;
  readonly reload: () => Promise<void>;
}

function useMove({ board, reload }: TaskboardProps) {
  const shell = useShell();
  return async (task: WorkItem, row: TaskRowData, to: TaskColumn): Promise<void> => {
    if (stateInColumn(task, to) === undefined) return;
    const column = columnOfTask(board.setup, task) === to ? undefined : to;
    try {
      await moveTask(shell, sprintBoard(shell), { iterationId: board.iteration.id, task, row, column });
    } catch (problem) {
      const sentence = isConflict(problem)
        ? `#${task.id} was changed by someone else in the meantime. It has been read again; nothing was overwritten.`
        : `#${task.id} could not be moved: ${sentenceOf(problem)}`;
      say(shell.overlays, sentence);
    }
    await reload();
    refocusCard(task.id);
  };
}

export function Taskboard({ board, reload }: TaskboardProps): JSX.Element {
  const [grouping, setGrouping] = React.useState<Grouping>('stories');
  const move = useMove({ board, reload });
  const { columns } = board.setup;
  if (board.parents.length + board.tasks.length === 0) {
    return (
      <Notice kind="empty" title="Nothing is planned in this sprint">
        Set the iteration of work items to it, and they appear here.
      </Notice>
    );
  }
  const rows = taskRows(grouping, board.parents, board.tasks);
  return (
    <React.Fragment>
      <div className="taskboard-tools">
        <label>
          Group by{' '}
          <select
            value={grouping}
            onChange={(event) => setGrouping(event.target.value === 'people' ? 'people' : 'stories')}
          >
            <option value="stories">Stories</option>
            <option value="people">People</option>
          </select>
        </label>
      </div>
      <div className="taskboard" role="group" aria-label="Taskboard">
        <div className="taskboard-row heads" aria-hidden="true">
          <span>{grouping === 'people' ? 'Person' : 'Work item'}</span>
          {columns.map((column) => (
            <span key={column.id}>{column.name}</span>
          ))}
        </div>
        {rows.map((row, at) => (
          <TaskRow
            key={row.key}
            board={board}
            row={row}
            reload={reload}
            move={(task, column) => void move(task, row, column)}
            moveAcross={(task, step) => {
              const [to, column] = [rows[at + step], columnOfTask(board.setup, task)];
              if (to && column) void move(task, to, column);
            }}
          />
        ))}
      </div>
    </React.Fragment>
  );
}
