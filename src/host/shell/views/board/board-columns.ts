/** Decides which column of a board shows an item, and which state a column asks of it. */
import type { BoardColumn, BoardRow, BoardSetup } from '../../rest/board';
import { field, textOf, type WorkItem } from '../../rest/work-item';

/**
 * The column of an item: the server's own word where it fits the state, else the first column for its state. Several
 * columns may stand for one state, so the state alone is not enough. Undefined for a state that no column maps.
 */
export function columnOf(item: WorkItem, columns: readonly BoardColumn[]): BoardColumn | undefined {
  const type = textOf(item, field.type);
  const state = textOf(item, field.state);
  const fitting = columns.filter((column) => column.stateMappings[type] === state);
  const named = textOf(item, field.boardColumn);
  return fitting.find((column) => column.name === named) ?? fitting[0];
}

/** Where a card may be dropped: a column, or one part of a split one, in the row where it lies or in another. */
export interface Place {
  readonly column: BoardColumn;
  readonly part: 'doing' | 'done';
  readonly row?: BoardRow;
}

/** The row of an item: the one that it names, else the default lane. */
export function rowOf(item: WorkItem, rows: readonly BoardRow[]): BoardRow | undefined {
  const named = textOf(item, field.boardLane);
  return rows.find((row) => row.name !== null && row.name === named) ?? rows.find((row) => row.name === null);
}

/** The row above or below that of the item; undefined at the edge. */
export function rowBeside(item: WorkItem, rows: readonly BoardRow[], step: number): BoardRow | undefined {
  const at = rows.findIndex((row) => row === rowOf(item, rows));
  return at < 0 ? undefined : rows[at + step];
}

/** In the second part of a split column. */
export function isDone(item: WorkItem, column: BoardColumn): boolean {
  return column.isSplit === true && item.fields[field.boardColumnDone] === true;
}

/**
 * What moving an item to a place writes; undefined where it may not stand, or stands already. An item that this board
 * does not place (it is another team's) is moved by its state alone.
 */
export function changesFor(
  item: WorkItem,
  { column, part, row }: Place,
  fields: BoardSetup['fields'],
): Readonly<Record<string, unknown>> | undefined {
  const state = stateFor(item, column);
  if (state === undefined) return undefined;
  const isOther = state !== textOf(item, field.state);
  if (textOf(item, field.boardColumn) === '') return isOther ? { [field.state]: state } : undefined;
  const stands =
    textOf(item, field.boardColumn) === column.name && isDone(item, column) === (part === 'done');
  const goesTo = row !== undefined && (row.name ?? '') !== textOf(item, field.boardLane);
  const changes = {
    ...(stands
      ? {}
      : {
          [fields.column]: column.name,
          ...(column.isSplit === true ? { [fields.done]: part === 'done' } : {}),
          ...(isOther ? { [field.state]: state } : {}),
        }),
    ...(goesTo ? { [fields.row]: row.name } : {}),
  };
  return Object.keys(changes).length === 0 ? undefined : changes;
}

/** The state that an item takes in a column; undefined where its type may not stand there. */
export function stateFor(item: WorkItem, column: BoardColumn): string | undefined {
  return column.stateMappings[textOf(item, field.type)];
}

/** Items by column id, in the given order; items without a column are left out. */
export function byColumn(
  items: readonly WorkItem[],
  columns: readonly BoardColumn[],
): ReadonlyMap<string, readonly WorkItem[]> {
  const groups = new Map<string, WorkItem[]>(columns.map((column) => [column.id, []]));
  for (const item of items) {
    const column = columnOf(item, columns);
    if (column) groups.get(column.id)?.push(item);
  }
  return groups;
}

/** The place at the left (-1) or right (1) of that of the item, of a split column one part; undefined at the edge. */
export function neighbour(item: WorkItem, columns: readonly BoardColumn[], step: -1 | 1): Place | undefined {
  const places = columns.flatMap((column): Place[] => [
    { column, part: 'doing' },
    ...(column.isSplit === true ? [{ column, part: 'done' } as const] : []),
  ]);
  const current = columnOf(item, columns);
  const part = current && isDone(item, current) ? 'done' : 'doing';
  const at = places.findIndex((place) => place.column === current && place.part === part);
  return at < 0 ? undefined : places[at + step];
}
