/** The board of a backlog level: columns from the server, cards that move by mouse, by menu and by keyboard. */
import * as React from 'react';
import { pathOf } from '../../page/routing';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import type { BacklogLevel, Process } from '../../rest/process';
import type { BoardColumn, BoardSetup } from '../../rest/board';
import { field, textOf, type WorkItem } from '../../rest/work-item';
import { byParent, changeCard, readCards, refocusCard } from '../cards';
import { backlogTabs, LevelChoice, levelContext, namedLevel } from '../levels';
import { Pivots } from '../Pivots';
import type { ViewProps } from '../view';
import { More } from '../More';
import { ViewHeader } from '../ViewHeader';
import { byColumn, changesFor, isDone, type Place } from './board-columns';
import { fieldsAskedFor } from './card-style';
import { Card, cardDragType } from './Card';

interface Board {
  readonly process: Process;
  readonly setup: BoardSetup;
  readonly cards: readonly WorkItem[];
  readonly tasks: ReadonlyMap<number, readonly WorkItem[]>;
}

/** Cards carry the items of the level below as a checklist. */
function typesBelow(process: Process, level: BacklogLevel): readonly string[] {
  const at = process.levels.indexOf(level);
  return (process.levels[at + 1] ?? process.tasks).types;
}

async function readBoard(shell: Shell, process: Process, level: BacklogLevel): Promise<Board> {
  const setup = await shell.team.board(level.name);
  const [cards, tasks] = await Promise.all([
    readCards(shell, process, level.types, { fields: fieldsAskedFor(setup) }),
    readCards(shell, process, typesBelow(process, level)),
  ]);
  return { process, setup, cards, tasks: byParent(tasks) };
}

interface ColumnProps {
  readonly board: Board;
  readonly column: BoardColumn;
  readonly cards: readonly WorkItem[];
  readonly move: (item: WorkItem, place: Place) => void;
  readonly reload: () => Promise<void>;
}

interface PartProps extends ColumnProps {
  readonly part: Place['part'];
  /** Shown above the part of a split column. */
  readonly title?: string;
}

/** Where cards lie and may be dropped: a whole column, or one part of a split one. */
function Part({ board, column, cards, move, reload, part, title }: PartProps): JSX.Element {
  const [over, setOver] = React.useState<'over' | 'away'>('away');
  function onDrop(event: React.DragEvent): void {
    setOver('away');
    const id = Number(event.dataTransfer.getData(cardDragType));
    const item = board.cards.find((card) => card.id === id);
    if (!item) return;
    event.preventDefault();
    move(item, { column, part });
  }
  return (
    <div
      className={`board-cards ${over}`}
      role="group"
      aria-label={title === undefined ? column.name : `${column.name}, ${title}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(cardDragType)) return;
        event.preventDefault();
        setOver('over');
      }}
      onDragLeave={() => setOver('away')}
      onDrop={onDrop}
    >
      {title !== undefined && <h3>{title}</h3>}
      {byLane(board, cards).map(({ lane, items }) => (
        <React.Fragment key={lane}>
          {lane !== '' && <h4 className="board-lane">{lane}</h4>}
          {items.map((item) => (
            <Card
              key={item.id}
              item={item}
              process={board.process}
              tasks={board.tasks.get(item.id) ?? []}
              setup={board.setup}
              move={(to) => move(item, { column: to, part: 'doing' })}
              reload={reload}
            />
          ))}
        </React.Fragment>
      ))}
    </div>
  );
}

/** Cards by the rows of the board; a board with one row has no headings. */
function byLane(
  { setup: { rows } }: Board,
  cards: readonly WorkItem[],
): readonly { readonly lane: string; readonly items: readonly WorkItem[] }[] {
  if (rows.length < 2) return [{ lane: '', items: cards }];
  const known = rows.flatMap((row) => row.name ?? []);
  const laneOf = (item: WorkItem): string =>
    known.find((name) => name === textOf(item, field.boardLane)) ?? '';
  return rows
    .map((row) => ({
      lane: row.name ?? 'Default lane',
      items: cards.filter((item) => laneOf(item) === (row.name ?? '')),
    }))
    .filter(({ items }) => items.length > 0);
}

function Column(props: ColumnProps): JSX.Element {
  const { column, cards } = props;
  const limit = column.itemLimit ?? 0;
  const done = cards.filter((item) => isDone(item, column));
  const doing = cards.filter((item) => !isDone(item, column));
  const isSplit = column.isSplit === true;
  return (
    <section
      className={isSplit ? 'board-column split' : 'board-column'}
      aria-label={`${column.name}, ${cards.length} items`}
    >
      <header>
        <h2>{column.name}</h2>
        <span className={limit > 0 && cards.length > limit ? 'count over-limit' : 'count'}>
          {cards.length}
          {limit > 0 && ` / ${limit}`}
        </span>
      </header>
      <div className="board-parts">
        <Part {...props} cards={doing} part="doing" {...(isSplit ? { title: 'Doing' } : {})} />
        {isSplit && <Part {...props} cards={done} part="done" title="Done" />}
      </div>
    </section>
  );
}

function Columns({
  board,
  reload,
}: {
  readonly board: Board;
  readonly reload: () => Promise<void>;
}): JSX.Element {
  const shell = useShell();
  const groups = byColumn(board.cards, board.setup.columns);
  function move(item: WorkItem, place: Place): void {
    const changes = changesFor(item, place, board.setup.fields);
    if (changes) void changeCard(shell, item, changes, reload).then(() => refocusCard(item.id));
  }
  if (board.cards.length === 0) {
    return (
      <Notice kind="empty" title="The board is empty">
        Add work items on the backlog and they appear here by their state.
      </Notice>
    );
  }
  return (
    <div className="board" role="group" aria-label="Board">
      {board.setup.columns.map((column) => (
        <Column
          key={column.id}
          board={board}
          column={column}
          cards={groups.get(column.id) ?? []}
          move={move}
          reload={reload}
        />
      ))}
    </div>
  );
}

interface LevelBoardProps {
  readonly process: Process;
  readonly level: BacklogLevel;
}

function LevelBoard({ process, level }: LevelBoardProps): JSX.Element {
  const shell = useShell();
  const { bootstrap, navigation } = shell;
  const read = React.useCallback(() => readBoard(shell, process, level), [shell, process, level]);
  const load = useLoad(read);
  const root = [bootstrap.organisation.name, bootstrap.project.name];
  const path = ['_boards', 'board', 't', bootstrap.team.name];
  return (
    <div className="view">
      <ViewHeader title={bootstrap.team.name} icon="board">
        <LevelChoice process={process} current={level} path={path} />
        <button
          type="button"
          className="button subtle"
          onClick={() => navigation.move(pathOf(...root, '_sprints', 'taskboard'), 'push')}
        >
          <Icon name="tasks" /> Taskboard
        </button>
        <button type="button" className="button subtle" onClick={() => void load.reload()}>
          <Icon name="refresh" /> Refresh
        </button>
        <More
          label="More of the board"
          targets={['ms.vss-work-web.backlog-board-pivot-filter-menu']}
          context={() => ({ id: level.id, team: { id: bootstrap.team.id, name: bootstrap.team.name } })}
        />
      </ViewHeader>
      <Pivots
        label="Views of the board"
        target={backlogTabs}
        own={[{ id: 'board', text: 'Board' }]}
        chosen="board"
        choose={() => navigation.move(pathOf(...root, ...path, level.name), 'push')}
        context={levelContext(shell, level)}
      >
        <Loading load={load} what="the board">
          {(board) => <Columns board={board} reload={load.reload} />}
        </Loading>
      </Pivots>
    </div>
  );
}

export function BoardPage({ params }: ViewProps): JSX.Element {
  const shell = useShell();
  const read = React.useCallback(() => shell.process(), [shell]);
  return (
    <Loading load={useLoad(read)} what="the board">
      {(process) => (
        <LevelBoard
          process={process}
          level={namedLevel(process, params['rest'] ?? '') ?? process.requirements}
        />
      )}
    </Loading>
  );
}
