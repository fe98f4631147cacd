/** The board of a backlog level: columns from the server, cards that move by mouse, by menu and by keyboard. */
import * as React from 'react';
import { pathOf } from '../../page/routing';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import type { BacklogLevel, Process } from '../../rest/process';
import type { BoardColumn } from '../../rest/team';
import { field, type WorkItem } from '../../rest/work-item';
import { byParent, changeCard, readCards, refocusCard } from '../cards';
import { backlogTabs, LevelChoice, levelContext, namedLevel } from '../levels';
import { Pivots } from '../Pivots';
import type { ViewProps } from '../view';
import { More } from '../More';
import { ViewHeader } from '../ViewHeader';
import { byColumn, stateFor } from './board-columns';
import { Card, cardDragType } from './Card';

interface Board {
  readonly process: Process;
  readonly columns: readonly BoardColumn[];
  readonly cards: readonly WorkItem[];
  readonly tasks: ReadonlyMap<number, readonly WorkItem[]>;
}

/** Cards carry the items of the level below as a checklist. */
function typesBelow(process: Process, level: BacklogLevel): readonly string[] {
  const at = process.levels.indexOf(level);
  return (process.levels[at + 1] ?? process.tasks).types;
}

async function readBoard(shell: Shell, process: Process, level: BacklogLevel): Promise<Board> {
  const [columns, cards, tasks] = await Promise.all([
    shell.team.columns(level.name),
    readCards(shell, process, level.types),
    readCards(shell, process, typesBelow(process, level)),
  ]);
  return { process, columns, cards, tasks: byParent(tasks) };
}

interface ColumnProps {
  readonly board: Board;
  readonly column: BoardColumn;
  readonly cards: readonly WorkItem[];
  readonly move: (item: WorkItem, column: BoardColumn) => void;
  readonly reload: () => Promise<void>;
}

function Column({ board, column, cards, move, reload }: ColumnProps): JSX.Element {
  const [over, setOver] = React.useState<'over' | 'away'>('away');
  function onDrop(event: React.DragEvent): void {
    setOver('away');
    const id = Number(event.dataTransfer.getData(cardDragType));
    const item = board.cards.find((card) => card.id === id);
    if (!item) return;
    event.preventDefault();
    move(item, column);
  }
  const limit = column.itemLimit ?? 0;
  return (
    <section
      className={`board-column ${over}`}
      aria-label={`${column.name}, ${cards.length} items`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(cardDragType)) return;
        event.preventDefault();
        setOver('over');
      }}
      onDragLeave={() => setOver('away')}
      onDrop={onDrop}
    >
      <header>
        <h2>{column.name}</h2>
        <span className={limit > 0 && cards.length > limit ? 'count over-limit' : 'count'}>
          {cards.length}
          {limit > 0 && ` / ${limit}`}
        </span>
      </header>
      <div className="board-cards">
        {cards.map((item) => (
          <Card
            key={item.id}
            item={item}
            process={board.process}
            tasks={board.tasks.get(item.id) ?? []}
            columns={board.columns}
            move={(to) => move(item, to)}
            reload={reload}
          />
        ))}
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
  const groups = byColumn(board.cards, board.columns);
  function move(item: WorkItem, column: BoardColumn): void {
    const state = stateFor(item, column);
    if (state === undefined || state === item.fields[field.state]) return;
    void changeCard(shell, item, { [field.state]: state }, reload).then(() => refocusCard(item.id));
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
      {board.columns.map((column) => (
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
