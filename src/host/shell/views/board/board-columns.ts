/** Decides which column of a board shows an item, and which state a column asks of it. */
import type { BoardColumn } from '../../rest/team';
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

/** The neighbour `step` places away that the item may enter; undefined at the edge. */
export function neighbour(
  item: WorkItem,
  columns: readonly BoardColumn[],
  step: number,
): BoardColumn | undefined {
  const current = columnOf(item, columns);
  const at = columns.findIndex((column) => column === current);
  return at < 0 ? undefined : columns[at + step];
}
