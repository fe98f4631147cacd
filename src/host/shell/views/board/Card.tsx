/** A card of the board with its child tasks as a checklist. */
import * as React from 'react';
import { accessTo } from '../../page/bootstrap';
import { useShell } from '../../page/shell';
import { cardMenu } from '../More';
import { Icon } from '../../parts/Icon';
import { Person, StateMark, Tags, TypeMark } from '../../parts/Marks';
import { Menu, type MenuEntry } from '../../parts/Menu';
import type { Process } from '../../rest/process';
import { stateIn, stateOf } from '../../rest/process';
import type { BoardSetup } from '../../rest/board';
import { field, identityOf, numberOf, tagsOf, textOf, type WorkItem } from '../../rest/work-item';
import { changeCard, describeCard, openCard } from '../cards';
import {
  columnOf,
  isDone as isInDonePart,
  neighbour,
  rowBeside,
  rowOf,
  stateFor,
  type Place,
} from './board-columns';
import { cardFieldsOf, isAnnotated, lookOf, tagLooks, type CardFields } from './card-style';

/** Own type, so that text or files dragged in from elsewhere are no cards. */
export const cardDragType = 'application/x-work-item';

interface CardProps {
  readonly item: WorkItem;
  readonly process: Process;
  readonly tasks: readonly WorkItem[];
  readonly setup: BoardSetup;
  readonly move: (to: Place) => void;
  readonly reload: () => Promise<void>;
}

function isDone(process: Process, task: WorkItem): boolean {
  return stateOf(process, textOf(task, field.type), textOf(task, field.state))?.category === 'Completed';
}

interface ChecklistProps extends Pick<CardProps, 'process' | 'tasks' | 'reload'> {
  readonly label: string;
}

function ChildMenu({
  task,
  open,
}: {
  readonly task: WorkItem;
  readonly open: () => void;
}): JSX.Element | null {
  const { entries, load } = cardMenu(useShell(), task, 'checklist');
  if (entries.length === 0 && load === undefined) return null;
  return (
    <Menu
      label={`Actions for ${task.id}`}
      content={<Icon name="more" />}
      entries={[{ key: 'open', text: 'Open', run: open }, ...entries]}
      load={load}
    />
  );
}

function Checklist({ process, tasks, label, reload }: ChecklistProps): JSX.Element {
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
    <ul className="checklist" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id}>
          <input
            type="checkbox"
            aria-label={`Close ${describeCard(task)}`}
            checked={isDone(process, task)}
            disabled={accessTo(shell.user, textOf(task, field.area)) === 'read' || busy.includes(task.id)}
            onChange={() => void tick(task)}
          />
          <button type="button" className="link-button" onClick={() => openCard(shell, task.id, reload)}>
            {textOf(task, field.title)}
          </button>
          <StateMark process={process} type={textOf(task, field.type)} state={textOf(task, field.state)} />
          <ChildMenu task={task} open={() => openCard(shell, task.id, reload)} />
        </li>
      ))}
    </ul>
  );
}

/** Children of one type, counted: the original calls it an annotation, which a team may switch off by type. */
function Annotations({ item, process, tasks, setup, reload }: CardProps): JSX.Element | null {
  const [shown, setShown] = React.useState<string | null>(null);
  const types = [...new Set(tasks.map((task) => textOf(task, field.type)))].filter((type) =>
    isAnnotated(setup, type),
  );
  if (types.length === 0) return null;
  const ofType = (type: string): readonly WorkItem[] =>
    tasks.filter((task) => textOf(task, field.type) === type);
  return (
    <React.Fragment>
      <div className="annotations">
        {types.map((type) => {
          const own = ofType(type);
          const done = own.filter((task) => isDone(process, task)).length;
          return (
            <button
              key={type}
              type="button"
              className="tasks-button"
              aria-expanded={shown === type}
              aria-label={`${done}/${own.length} ${type} of ${item.id} done`}
              title={type}
              onClick={() => setShown(shown === type ? null : type)}
            >
              <TypeMark process={process} type={type} /> {done}/{own.length}
            </button>
          );
        })}
      </div>
      {shown !== null && types.includes(shown) && (
        <Checklist process={process} tasks={ofType(shown)} label={shown} reload={reload} />
      )}
    </React.Fragment>
  );
}

function movesOf({ item, setup: { columns, rows }, move }: CardProps): MenuEntry[] {
  const [column, row] = [columnOf(item, columns), rowOf(item, rows)];
  return [
    ...columns.map((each, index) => ({
      key: each.id,
      text: each.name,
      checked: each === column,
      disabled: each === column || stateFor(item, each) === undefined,
      ...(index === 0 ? { heading: 'Move to column' } : {}),
      run: () => move({ column: each, part: 'doing' }),
    })),
    ...(column === undefined || rows.length < 2 ? [] : rows).map((each, index) => ({
      key: `row ${each.id}`,
      text: each.name ?? 'Default lane',
      checked: each === row,
      disabled: each === row,
      ...(index === 0 ? { heading: 'Move to swimlane' } : {}),
      run: () => column && move({ ...placeIn(item, column), row: each }),
    })),
  ];
}

function placeIn(item: WorkItem, column: Place['column']): Place {
  return { column, part: isInDonePart(item, column) ? 'done' : 'doing' };
}

/** Where control and an arrow key send a card; undefined at the edges and for all other keys. */
function placeFor(key: string, item: WorkItem, { columns, rows }: BoardSetup): Place | undefined {
  const [aside, up] = [asideSteps[key], upSteps[key]];
  const beside = aside === undefined ? undefined : neighbour(item, columns, aside);
  if (beside) return beside;
  const column = columnOf(item, columns);
  const row = up === undefined ? undefined : rowBeside(item, rows, up);
  return column && row && { ...placeIn(item, column), row };
}

const asideSteps: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };
const upSteps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Fields that have a place of their own on every card. */
export function placesOf(process: Process): readonly string[] {
  return ['System.Id', field.title, field.assignedTo, field.tags, process.effortField];
}

interface MoreFieldsProps {
  readonly item: WorkItem;
  readonly process: Process;
  readonly shown: CardFields;
}

/** What the team wants to see beside the usual. */
export function MoreFields({ item, process, shown }: MoreFieldsProps): JSX.Element | null {
  const known = process.types.get(textOf(item, field.type))?.fields ?? [];
  const rows = shown.more
    .map((name) => ({
      name: known.find((one) => one.referenceName === name)?.name ?? name.split('.').pop() ?? name,
      value: identityOf(item, name)?.displayName ?? String(item.fields[name] ?? ''),
    }))
    .filter((row) => shown.showEmpty || row.value !== '');
  if (rows.length === 0) return null;
  return (
    <dl className="card-fields">
      {rows.map((row) => (
        <div key={row.name}>
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Card(props: CardProps): JSX.Element {
  const { item, process, setup, move, reload } = props;
  const shell = useShell();
  const type = textOf(item, field.type);
  const look = lookOf(item, setup, { uniqueName: shell.user.uniqueName, now: new Date() });
  const shown = cardFieldsOf(setup, type, placesOf(process));
  const open = (): void => openCard(shell, item.id, reload);
  const mayMove = accessTo(shell.user, textOf(item, field.area)) === 'write';
  const more = cardMenu(shell, item, 'board');
  const points = numberOf(item, process.effortField);
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const to = event.ctrlKey && mayMove ? placeFor(event.key, item, setup) : undefined;
    if (event.key === 'Enter') open();
    else if (to) move(to);
    else return;
    event.preventDefault();
  }
  return (
    <article
      className="card"
      tabIndex={0}
      draggable={mayMove}
      data-card={item.id}
      aria-label={
        mayMove
          ? `${describeCard(item)}. Control and arrow keys move it to the next column${setup.rows.length > 1 ? ' or swimlane' : ''}.`
          : describeCard(item)
      }
      style={{ ...look?.card, borderLeftColor: `#${(process.types.get(type)?.color ?? '').slice(-6)}` }}
      onDragStart={(event) => {
        event.dataTransfer.setData(cardDragType, String(item.id));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onKeyDown={onKeyDown}
    >
      <div className="card-top">
        <TypeMark process={process} type={type} />
        {shown.has('System.Id') && <span className="item-id">{item.id}</span>}
        <button type="button" className="link-button card-title" style={look?.title} onClick={open}>
          {textOf(item, field.title)}
        </button>
        <Menu
          label={`Actions for ${item.id}`}
          content={<Icon name="more" />}
          entries={[
            { key: 'open', text: 'Open', run: open },
            ...(mayMove ? movesOf(props) : []),
            ...more.entries,
          ]}
          load={more.load}
        />
      </div>
      <div className="card-facts">
        {shown.has(field.assignedTo) && <Person person={identityOf(item, field.assignedTo)} />}
        {points !== undefined && shown.has(process.effortField) && (
          <span className="points" title={process.effortName}>
            {points}
          </span>
        )}
      </div>
      <MoreFields item={item} process={process} shown={shown} />
      {shown.has(field.tags) && <Tags tags={tagsOf(item)} looks={tagLooks(setup)} />}
      <Annotations {...props} />
    </article>
  );
}
