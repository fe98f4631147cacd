/** Where cards lie and may be dropped: a whole column, or one part of a split one, in one row of the board. */
import * as React from 'react';
import type { BoardColumn, BoardRow } from '../../rest/board';
import type { WorkItem } from '../../rest/work-item';
import { isDone, type Place } from './board-columns';
import type { Board } from './board-data';
import { Card, cardDragType } from './Card';

/** What every part of a board is given. */
export interface Moving {
  readonly board: Board;
  readonly move: (item: WorkItem, place: Place) => void;
  readonly reload: () => Promise<void>;
}

interface CellProps extends Moving {
  readonly column: BoardColumn;
  readonly cards: readonly WorkItem[];
  /** On a board with several rows. */
  readonly row?: BoardRow;
  readonly rowName?: string;
}

interface PartProps extends CellProps {
  readonly part: Place['part'];
  /** Of the part of a split column. */
  readonly title?: string;
}

function Part({ board, column, cards, move, reload, row, rowName, part, title }: PartProps): JSX.Element {
  const [over, setOver] = React.useState<'over' | 'away'>('away');
  const inRow = row ? { row } : {};
  function onDrop(event: React.DragEvent): void {
    setOver('away');
    const id = Number(event.dataTransfer.getData(cardDragType));
    const item = board.cards.find((card) => card.id === id);
    if (!item) return;
    event.preventDefault();
    move(item, { column, part, ...inRow });
  }
  return (
    <div
      className={`board-cards ${over}`}
      role="group"
      aria-label={[rowName, column.name, title].filter((text) => text !== undefined).join(', ')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(cardDragType)) return;
        event.preventDefault();
        setOver('over');
      }}
      onDragLeave={() => setOver('away')}
      onDrop={onDrop}
    >
      {cards.map((item) => (
        <Card
          key={item.id}
          item={item}
          process={board.process}
          tasks={board.tasks.get(item.id) ?? []}
          setup={board.setup}
          move={(place) => move(item, place)}
          reload={reload}
        />
      ))}
    </div>
  );
}

/** A column, or what of it lies in one row. */
export function Cell(props: CellProps): JSX.Element {
  const { column, cards } = props;
  if (column.isSplit !== true) return <Part {...props} part="doing" />;
  return (
    <React.Fragment>
      <Part {...props} part="doing" title="Doing" cards={cards.filter((item) => !isDone(item, column))} />
      <Part {...props} part="done" title="Done" cards={cards.filter((item) => isDone(item, column))} />
    </React.Fragment>
  );
}
