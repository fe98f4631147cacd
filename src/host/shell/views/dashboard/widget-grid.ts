/** Where widgets stand: whole cells, none over another, everything as near as possible to where it was put. */
import type { WidgetPosition, WidgetSize } from '../../rest/dashboards';

/** Pixels of the original's grid. */
export const cell = 160;
export const gutter = 10;
/** How far to the right a widget may be put without being moved there: what most screens show. */
export const widestColumn = 10;

export interface Tile {
  readonly id: string;
  readonly position: WidgetPosition;
  readonly size: WidgetSize;
}

/** Pixels that a number of cells takes, gutters between them included. */
export function pixels(cells: number): number {
  return cells * cell + (cells - 1) * gutter;
}

function overlaps(a: Omit<Tile, 'id'>, b: Omit<Tile, 'id'>): boolean {
  return (
    a.position.column < b.position.column + b.size.columnSpan &&
    b.position.column < a.position.column + a.size.columnSpan &&
    a.position.row < b.position.row + b.size.rowSpan &&
    b.position.row < a.position.row + a.size.rowSpan
  );
}

function isFree(tile: Omit<Tile, 'id'>, taken: readonly Tile[]): boolean {
  return !taken.some((other) => overlaps(tile, other));
}

/** The first place with room for a size, reading as one reads a page. */
export function firstRoom(size: WidgetSize, taken: readonly Tile[]): WidgetPosition {
  const lastColumn = Math.max(1, widestColumn - size.columnSpan + 1);
  for (let row = 1; ; row += 1)
    for (let column = 1; column <= lastColumn; column += 1)
      if (isFree({ position: { row, column }, size }, taken)) return { row, column };
}

function settled(tile: Tile, taken: readonly Tile[]): WidgetPosition {
  const { size } = tile;
  if (tile.position.row < 1 || tile.position.column < 1) return firstRoom(size, taken);
  let { row } = tile.position;
  const { column } = tile.position;
  while (!isFree({ position: { row, column }, size }, taken)) row += 1;
  return { row, column };
}

/**
 * The position of every tile. What was moved last keeps its place, the others make way downwards; tiles without a
 * position get the room that is left.
 */
export function arranged(
  tiles: readonly Tile[],
  movedId: string | undefined,
): ReadonlyMap<string, WidgetPosition> {
  const rank = ({ id, position }: Tile): number =>
    id === movedId ? -1 : position.row < 1 || position.column < 1 ? 1 : 0;
  const order = [...tiles].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.position.row - b.position.row ||
      a.position.column - b.position.column ||
      a.id.localeCompare(b.id),
  );
  const taken: Tile[] = [];
  for (const tile of order) taken.push({ ...tile, position: settled(tile, taken) });
  return new Map(taken.map(({ id, position }) => [id, position]));
}

/** The cell under a point, in pixels from the corner of the grid. */
export function cellAt(x: number, y: number): WidgetPosition {
  const at = (distance: number): number => Math.max(1, Math.floor(distance / (cell + gutter)) + 1);
  return { row: at(y), column: at(x) };
}

/** Where a step from a position leads; never above or left of the grid. */
export function stepped(
  { row, column }: WidgetPosition,
  { down, right }: { readonly down: number; readonly right: number },
): WidgetPosition {
  return { row: Math.max(1, row + down), column: Math.max(1, column + right) };
}
