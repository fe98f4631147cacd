/** The board: heads of the columns above, and below them every row of the board across all of its columns. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import type { BoardColumn, BoardRow } from '../../rest/board';
import type { WorkItem } from '../../rest/work-item';
import { changeCard, refocusCard } from '../cards';
import { byColumn, changesFor, columnOf, rowOf, type Place } from './board-columns';
import { Cell, type Moving } from './BoardPart';
import { colourIn } from './card-style';

function widthOf(column: BoardColumn): string {
  return column.isSplit === true ? 'split' : '';
}

function Head({
  column,
  cards,
}: {
  readonly column: BoardColumn;
  readonly cards: readonly WorkItem[];
}): JSX.Element {
  const limit = column.itemLimit ?? 0;
  return (
    <header className={`board-head ${widthOf(column)}`}>
      <div className="board-head-line">
        <h2>{column.name}</h2>
        <span className={limit > 0 && cards.length > limit ? 'count over-limit' : 'count'}>
          {cards.length}
          {limit > 0 && ` / ${limit}`}
        </span>
      </div>
      {column.isSplit === true && (
        <div className="board-head-parts">
          <h3>Doing</h3>
          <h3>Done</h3>
        </div>
      )}
    </header>
  );
}

interface RowProps extends Moving {
  readonly row: BoardRow;
  readonly cards: readonly WorkItem[];
}

/** One row across all columns, which can be closed. */
function Row({ row, cards, ...moving }: RowProps): JSX.Element {
  const [state, setState] = React.useState<'open' | 'closed'>('open');
  const { columns } = moving.board.setup;
  const name = row.name ?? 'Default lane';
  const colour = colourIn(row.color?.replace(/^#?/, '#'));
  const groups = byColumn(cards, columns);
  return (
    <section className="board-lane" aria-label={`${name}, ${cards.length} items`}>
      <h3 className="board-lane-head" style={colour === undefined ? {} : { borderLeftColor: colour }}>
        <button
          type="button"
          aria-expanded={state === 'open'}
          onClick={() => setState(state === 'open' ? 'closed' : 'open')}
        >
          <Icon name={state === 'open' ? 'chevronDown' : 'chevronRight'} /> {name}
          <span className="count">{cards.length}</span>
        </button>
      </h3>
      {state === 'open' && (
        <div className="board-cells">
          {columns.map((column) => (
            <div key={column.id} className={`board-cell ${widthOf(column)}`}>
              <Cell
                {...moving}
                column={column}
                row={row}
                rowName={name}
                cards={groups.get(column.id) ?? []}
              />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** A board with one row has no heading for it. */
function OneRow({ cards, ...moving }: Omit<RowProps, 'row'>): JSX.Element {
  const groups = byColumn(cards, moving.board.setup.columns);
  return (
    <div className="board-cells">
      {moving.board.setup.columns.map((column) => {
        const own = groups.get(column.id) ?? [];
        return (
          <section
            key={column.id}
            className={`board-cell ${widthOf(column)}`}
            aria-label={`${column.name}, ${own.length} items`}
          >
            <Cell {...moving} column={column} cards={own} />
          </section>
        );
      })}
    </div>
  );
}

export function BoardGrid({ board, reload }: Pick<Moving, 'board' | 'reload'>): JSX.Element {
  const shell = useShell();
  const { columns, rows, fields } = board.setup;
  function move(item: WorkItem, place: Place): void {
    const changes = changesFor(item, place, fields);
    if (changes) void changeCard(shell, item, changes, reload).then(() => refocusCard(item.id));
  }
  if (board.cards.length === 0) {
    return (
      <Notice kind="empty" title="The board is empty">
        Add work items on the backlog and they appear here by their state.
      </Notice>
    );
  }
  const shown = board.cards.filter((item) => columnOf(item, columns));
  const groups = byColumn(shown, columns);
  const moving = { board, move, reload };
  return (
    <div className={rows.length > 1 ? 'board lanes' : 'board'} role="group" aria-label="Board">
      <div className="board-heads">
        {columns.map((column) => (
          <Head key={column.id} column={column} cards={groups.get(column.id) ?? []} />
        ))}
      </div>
      {rows.length > 1 ? (
        rows.map((row) => (
          <Row key={row.id} {...moving} row={row} cards={shown.filter((item) => rowOf(item, rows) === row)} />
        ))
      ) : (
        <OneRow {...moving} cards={shown} />
      )}
    </div>
  );
}
