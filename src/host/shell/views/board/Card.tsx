/** A card of the board with its child tasks as a checklist. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { cardMenu } from '../More';
import { Icon } from '../../parts/Icon';
import { Person, StateMark, Tags, TypeMark } from '../../parts/Marks';
import { Menu, type MenuEntry } from '../../parts/Menu';
import type { Process } from '../../rest/process';
import { stateIn, stateOf } from '../../rest/process';
import type { BoardColumn } from '../../rest/team';
import { field, identityOf, numberOf, tagsOf, textOf, type WorkItem } from '../../rest/work-item';
import { changeCard, describeCard, openCard } from '../cards';
import { columnOf, neighbour, stateFor } from './board-columns';

/** Own type, so that text or files dragged in from elsewhere are no cards. */
export const cardDragType = 'application/x-work-item';

interface CardProps {
  readonly item: WorkItem;
  readonly process: Process;
  readonly tasks: readonly WorkItem[];
  readonly columns: readonly BoardColumn[];
  readonly move: (to: BoardColumn) => void;
  readonly reload: () => Promise<void>;
}

function isDone(process: Process, task: WorkItem): boolean {
  return stateOf(process, textOf(task, field.type), textOf(task, field.state))?.category === 'Completed';
}

function Checklist({ process, tasks, reload }: Pick<CardProps, 'process' | 'tasks' | 'reload'>): JSX.Element {
  const shell = useShell();
  const [busy, setBusy] = React.useState<readonly number[]>([]);
  async function tick(task: WorkItem): Promise<void> {
    const target = stateIn(
      process,
      textOf(task, field.type),
      isDone(process, task) ? 'Proposed' : 'Completed',
    );
    if (!target) return;
    setBusy((now) => [...now, task.id]);
    await changeCard(shell, task, { [field.state]: target.name }, reload);
    setBusy((now) => now.filter((id) => id !== task.id));
  }
  return (
    <ul className="checklist" aria-label="Tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          <input
            type="checkbox"
            aria-label={`Close ${describeCard(task)}`}
            checked={isDone(process, task)}
            disabled={busy.includes(task.id)}
            onChange={() => void tick(task)}
          />
          <button type="button" className="link-button" onClick={() => openCard(shell, task.id, reload)}>
            {textOf(task, field.title)}
          </button>
          <StateMark process={process} type={textOf(task, field.type)} state={textOf(task, field.state)} />
        </li>
      ))}
    </ul>
  );
}

function menuOf({ item, columns, move }: CardProps, open: () => void): MenuEntry[] {
  const current = columnOf(item, columns);
  return [
    { key: 'open', text: 'Open', run: open },
    ...columns.map((column, index) => ({
      key: column.id,
      text: column.name,
      checked: column === current,
      disabled: column === current || stateFor(item, column) === undefined,
      ...(index === 0 ? { heading: 'Move to column' } : {}),
      run: () => move(column),
    })),
  ];
}

export function Card(props: CardProps): JSX.Element {
  const { item, process, tasks, columns, move, reload } = props;
  const shell = useShell();
  const [list, setList] = React.useState<'shown' | 'hidden'>('hidden');
  const open = (): void => openCard(shell, item.id, reload);
  const more = cardMenu(shell, item, 'board');
  const points = numberOf(item, process.effortField);
  const done = tasks.filter((task) => isDone(process, task)).length;
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const to = event.ctrlKey ? neighbour(item, columns, steps[event.key] ?? 0) : undefined;
    if (event.key === 'Enter') open();
    else if (to && steps[event.key] !== undefined) move(to);
    else return;
    event.preventDefault();
  }
  return (
    <article
      className="card"
      tabIndex={0}
      draggable
      data-card={item.id}
      aria-label={`${describeCard(item)}. Control and arrow keys move it to the next column.`}
      style={{ borderLeftColor: `#${(process.types.get(textOf(item, field.type))?.color ?? '').slice(-6)}` }}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardDragType, String(item.id));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onKeyDown={onKeyDown}
    >
      <div className="card-top">
        <TypeMark process={process} type={textOf(item, field.type)} />
        <span className="item-id">{item.id}</span>
        <button type="button" className="link-button card-title" onClick={open}>
          {textOf(item, field.title)}
        </button>
        <Menu
          label={`Actions for ${item.id}`}
          content={<Icon name="more" />}
          entries={[...menuOf(props, open), ...more.entries]}
          load={more.load}
        />
      </div>
      <div className="card-facts">
        <Person person={identityOf(item, field.assignedTo)} />
        {points !== undefined && (
          <span className="points" title="Effort">
            {points}
          </span>
        )}
      </div>
      <Tags tags={tagsOf(item)} />
      {tasks.length > 0 && (
        <button
          type="button"
          className="tasks-button"
          aria-expanded={list === 'shown'}
          aria-label={`${done}/${tasks.length} tasks of ${item.id} done`}
          onClick={() => setList(list === 'shown' ? 'hidden' : 'shown')}
        >
          <Icon name="tasks" /> {done}/{tasks.length}
        </button>
      )}
      {list === 'shown' && <Checklist process={process} tasks={tasks} reload={reload} />}
    </article>
  );
}
