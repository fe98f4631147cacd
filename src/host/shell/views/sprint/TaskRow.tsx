/** A row of the taskboard: the requirement at the left, its tasks in their columns. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { cardMenu } from '../More';
import { Icon } from '../../parts/Icon';
import { Person, StateMark, Tags, TypeMark } from '../../parts/Marks';
import { Menu } from '../../parts/Menu';
import type { Process } from '../../rest/process';
import { field, identityOf, numberOf, tagsOf, textOf, type WorkItem } from '../../rest/work-item';
import { cardDragType } from '../board/Card';
import { changeCard, describeCard, openCard, refocusCard } from '../cards';
import { columnOfTask, stateInColumn, type TaskColumn } from './task-columns';

interface TaskCardProps {
  readonly task: WorkItem;
  readonly process: Process;
  readonly columns: readonly TaskColumn[];
  readonly move: (column: TaskColumn) => void;
  readonly open: () => void;
}

function TaskCard({ task, process, columns, move, open }: TaskCardProps): JSX.Element {
  const current = columnOfTask(process, task, columns);
  const remaining = numberOf(task, field.remainingWork);
  const entries = columns.map((column, index) => ({
    key: column.name,
    text: column.name,
    checked: column === current,
    disabled: column === current || stateInColumn(process, task, column) === undefined,
    ...(index === 0 ? { heading: 'Move to column' } : {}),
    run: () => move(column),
  }));
  const more = cardMenu(useShell(), task, 'taskboard');
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = event.ctrlKey ? steps[event.key] : undefined;
    const to =
      step === undefined ? undefined : columns[columns.findIndex((column) => column === current) + step];
    if (event.key === 'Enter') open();
    else if (to) move(to);
    else return;
    event.preventDefault();
  }
  return (
    <article
      className="card task"
      tabIndex={0}
      draggable
      data-card={task.id}
      aria-label={`${describeCard(task)}. Control and arrow keys move it to the next column.`}
      style={{ borderLeftColor: `#${(process.types.get(textOf(task, field.type))?.color ?? '').slice(-6)}` }}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardDragType, String(task.id));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onKeyDown={onKeyDown}
    >
      <div className="card-top">
        <TypeMark process={process} type={textOf(task, field.type)} />
        <span className="item-id">{task.id}</span>
        <button type="button" className="link-button card-title" onClick={open}>
          {textOf(task, field.title)}
        </button>
        <Menu
          label={`Actions for ${task.id}`}
          content={<Icon name="more" />}
          entries={[{ key: 'open', text: 'Open', run: open }, ...entries, ...more.entries]}
          load={more.load}
        />
      </div>
      <div className="card-facts">
        <Person person={identityOf(task, field.assignedTo)} />
        {remaining !== undefined && (
          <span className="points" title="Remaining work">
            {remaining}
          </span>
        )}
      </div>
      <Tags tags={tagsOf(task)} />
    </article>
  );
}

interface TaskRowProps {
  readonly board: { readonly process: Process; readonly tasks: readonly WorkItem[] };
  readonly columns: readonly TaskColumn[];
  readonly parent: WorkItem | undefined;
  readonly tasks: readonly WorkItem[];
  readonly reload: () => Promise<void>;
}

function RowHead({
  parent,
  process,
  open,
}: {
  parent: WorkItem | undefined;
  process: Process;
  open: () => void;
}): JSX.Element {
  if (!parent) return <div className="taskboard-head">Without a parent</div>;
  const type = textOf(parent, field.type);
  return (
    <div className="taskboard-head">
      <div className="card-top">
        <TypeMark process={process} type={type} />
        <span className="item-id">{parent.id}</span>
        <button type="button" className="link-button card-title" onClick={open}>
          {textOf(parent, field.title)}
        </button>
      </div>
      <StateMark process={process} type={type} state={textOf(parent, field.state)} />
    </div>
  );
}

export function TaskRow({ board, columns, parent, tasks, reload }: TaskRowProps): JSX.Element {
  const shell = useShell();
  const { process } = board;
  function move(task: WorkItem, column: TaskColumn): void {
    const state = stateInColumn(process, task, column);
    if (state === undefined || state === task.fields[field.state]) return;
    void changeCard(shell, task, { [field.state]: state }, reload).then(() => refocusCard(task.id));
  }
  function onDrop(event: React.DragEvent, column: TaskColumn): void {
    const id = Number(event.dataTransfer.getData(cardDragType));
    const task = tasks.find((each) => each.id === id);
    if (!task) return;
    event.preventDefault();
    move(task, column);
  }
  const allow = (event: React.DragEvent): void => {
    if (event.dataTransfer.types.includes(cardDragType)) event.preventDefault();
  };
  return (
    <section className="taskboard-row" aria-label={parent ? describeCard(parent) : 'Tasks without a parent'}>
      <RowHead parent={parent} process={process} open={() => parent && openCard(shell, parent.id, reload)} />
      {columns.map((column) => (
        <div
          key={column.name}
          className="taskboard-cell"
          role="group"
          aria-label={column.name}
          onDragOver={allow}
          onDrop={(event) => onDrop(event, column)}
        >
          {tasks
            .filter((task) => columnOfTask(process, task, columns) === column)
            .map((task) => (
              <TaskCard
                key={task.id}
                task={task}
                process={process}
                columns={columns}
                move={(to) => move(task, to)}
                open={() => openCard(shell, task.id, reload)}
              />
            ))}
        </div>
      ))}
    </section>
  );
}
