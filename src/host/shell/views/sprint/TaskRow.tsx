/** A row of the taskboard: its requirement or person at the left, its tasks in their columns. */
import * as React from 'react';
import { accessTo } from '../../page/bootstrap';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { Person, StateMark, Tags, TypeMark } from '../../parts/Marks';
import { Menu } from '../../parts/Menu';
import type { TaskColumn } from '../../rest/taskboard';
import { field, identityOf, numberOf, tagsOf, textOf, type WorkItem } from '../../rest/work-item';
import { cardDragType, MoreFields, placesOf } from '../board/Card';
import { cardFieldsOf, lookOf, tagLooks } from '../board/card-style';
import { describeCard, openCard } from '../cards';
import { cardMenu } from '../More';
import type { Sprint } from './read-sprint';
import { columnOfTask, stateInColumn } from './task-columns';
import type { TaskRowData } from './task-rows';

interface TaskCardProps {
  readonly task: WorkItem;
  readonly board: Sprint;
  readonly move: (column: TaskColumn) => void;
  /** Into the row above (-1) or below (1). */
  readonly moveAcross: (step: number) => void;
  readonly open: () => void;
}

const asideSteps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const upSteps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function TaskCard({ task, board, move, moveAcross, open }: TaskCardProps): JSX.Element {
  const shell = useShell();
  const { process, setup } = board;
  const { columns } = setup;
  const { taskboard } = shell.bootstrap;
  const type = textOf(task, field.type);
  const look = lookOf(task, taskboard, { uniqueName: shell.user.uniqueName, now: new Date() });
  const shown = cardFieldsOf(taskboard, type, [...placesOf(process), field.remainingWork]);
  const current = columnOfTask(setup, task);
  const remaining = numberOf(task, field.remainingWork);
  const entries = columns.map((column, index) => ({
    key: column.id,
    text: column.name,
    checked: column === current,
    disabled: column === current || stateInColumn(task, column) === undefined,
    ...(index === 0 ? { heading: 'Move to column' } : {}),
    run: () => move(column),
  }));
  const mayMove = accessTo(shell.user, textOf(task, field.area)) === 'write';
  const more = cardMenu(shell, task, 'taskboard');
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const isMove = event.ctrlKey && mayMove;
    const [aside, up] = isMove ? [asideSteps[event.key], upSteps[event.key]] : [];
    const to =
      aside === undefined ? undefined : columns[columns.findIndex((column) => column === current) + aside];
    if (event.key === 'Enter') open();
    else if (to) move(to);
    else if (up !== undefined) moveAcross(up);
    else return;
    event.preventDefault();
  }
  return (
    <article
      className="card task"
      tabIndex={0}
      draggable={mayMove}
      data-card={task.id}
      aria-label={
        mayMove
          ? `${describeCard(task)}. Control and arrow keys move it to the next column or row.`
          : describeCard(task)
      }
      style={{ ...look?.card, borderLeftColor: `#${(process.types.get(type)?.color ?? '').slice(-6)}` }}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardDragType, String(task.id));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onKeyDown={onKeyDown}
    >
      <div className="card-top">
        <TypeMark process={process} type={type} />
        {shown.has('System.Id') && <span className="item-id">{task.id}</span>}
        <button type="button" className="link-button card-title" style={look?.title} onClick={open}>
          {textOf(task, field.title)}
        </button>
        <Menu
          label={`Actions for ${task.id}`}
          content={<Icon name="more" />}
          entries={[{ key: 'open', text: 'Open', run: open }, ...(mayMove ? entries : []), ...more.entries]}
          load={more.load}
        />
      </div>
      <div className="card-facts">
        {shown.has(field.assignedTo) && <Person person={identityOf(task, field.assignedTo)} />}
        {remaining !== undefined && shown.has(field.remainingWork) && (
          <span className="points" title="Remaining work">
            {remaining}
          </span>
        )}
      </div>
      {shown.has(field.tags) && <Tags tags={tagsOf(task)} looks={tagLooks(taskboard)} />}
      <MoreFields item={task} process={process} shown={shown} />
    </article>
  );
}

/** The requirement of a row, or the name of the row; a new task is hung under it. */
function RowHead({ board, row, reload }: Pick<TaskRowProps, 'board' | 'row' | 'reload'>): JSX.Element {
  const shell = useShell();
  const { process, iteration } = board;
  const { parent } = row;
  if (!parent) return <div className="taskboard-head">{row.name}</div>;
  const type = textOf(parent, field.type);
  const area = textOf(parent, field.area);
  const fields = { [field.iteration]: iteration.path, [field.area]: area };
  const newTask = (): void =>
    void shell.overlays.open({
      kind: 'new-work-item',
      item: { type: process.tasks.defaultType, fields, parent: parent.id },
      onClose: () => void reload(),
    });
  return (
    <div className="taskboard-head">
      <div className="card-top">
        <TypeMark process={process} type={type} />
        <span className="item-id">{parent.id}</span>
        <button
          type="button"
          className="link-button card-title"
          onClick={() => openCard(shell, parent.id, reload)}
        >
          {textOf(parent, field.title)}
        </button>
        {accessTo(shell.user, area) === 'write' && (
          <button
            type="button"
            className="icon-button"
            aria-label={`New ${process.tasks.defaultType} under ${parent.id}`}
            onClick={newTask}
          >
            <Icon name="plus" />
          </button>
        )}
      </div>
      <StateMark process={process} type={type} state={textOf(parent, field.state)} />
    </div>
  );
}

interface TaskRowProps {
  readonly board: Sprint;
  readonly row: TaskRowData;
  /** Into a column of this row. */
  readonly move: (task: WorkItem, column: TaskColumn) => void;
  /** Into the row above (-1) or below (1), in the column where it stands. */
  readonly moveAcross: (task: WorkItem, step: number) => void;
  readonly reload: () => Promise<void>;
}

export function TaskRow({ board, row, move, moveAcross, reload }: TaskRowProps): JSX.Element {
  const shell = useShell();
  function onDrop(event: React.DragEvent, column: TaskColumn): void {
    const id = Number(event.dataTransfer.getData(cardDragType));
    // From any row: a task may be hung under another requirement, or given to another person.
    const task = board.tasks.find((each) => each.id === id);
    if (!task) return;
    event.preventDefault();
    move(task, column);
  }
  const allow = (event: React.DragEvent): void => {
    if (event.dataTransfer.types.includes(cardDragType)) event.preventDefault();
  };
  const name = row.parent
    ? describeCard(row.parent)
    : row.person === undefined
      ? 'Tasks without a parent'
      : row.name;
  return (
    <section className="taskboard-row" aria-label={name}>
      <RowHead board={board} row={row} reload={reload} />
      {board.setup.columns.map((column) => (
        <div
          key={column.id}
          className="taskboard-cell"
          role="group"
          aria-label={column.name}
          onDragOver={allow}
          onDrop={(event) => onDrop(event, column)}
        >
          {row.tasks
            .filter((task) => columnOfTask(board.setup, task) === column)
            .map((task) => (
              <TaskCard
                key={task.id}
                task={task}
                board={board}
                move={(to) => move(task, to)}
                moveAcross={(step) => moveAcross(task, step)}
                open={() => openCard(shell, task.id, reload)}
              />
            ))}
        </div>
      ))}
    </section>
  );
}
