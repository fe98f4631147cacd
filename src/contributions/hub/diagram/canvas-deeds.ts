/** What a person did to the canvas: what stands elsewhere than in the picture, told as one deed. */
import type { Cell, Edge, Graph, Node } from '@antv/x6';
import type { Picture } from '../../../core/diagram/picture';
import type { Path, Point, Rectangle } from '../../../core/model/parts';

export interface CanvasEvents {
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  /** All moved by the same way; the ids are those that were pulled, with what moved along. */
  readonly onMove: (ids: ReadonlySet<string>, by: { readonly dx: number; readonly dy: number }) => void;
  readonly onPlace: (boxes: ReadonlyMap<string, Rectangle>) => void;
  readonly onBend: (id: string, via: readonly Point[]) => void;
  readonly onBoundaryLine: (id: string, path: Path) => void;
  readonly onConnect: (source: string, target: string) => void;
  readonly onReconnect: (id: string, source: string, target: string) => void;
  readonly onRename: (id: string) => void;
}

/** The canvas holds fractions of a pixel, the model does not. */
const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

export const sameBox = (a: Rectangle, b: Rectangle): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

export function boxOf(node: Node): Rectangle {
  const { width, height } = node.size();
  return { ...whole(node.position()), width: Math.round(width), height: Math.round(height) };
}

const viaOf = (edge: Edge): readonly Point[] => edge.getVertices().map(whole);
const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
const cellOf = (graph: Graph, id: string) => graph.getCellById(id) as Cell | null;

interface Shift {
  readonly before: Rectangle;
  readonly after: Rectangle;
}

function shiftsOf(graph: Graph, { elements, boundaries }: Picture): ReadonlyMap<string, Shift> {
  const known = [
    ...elements.map(({ id, box }) => ({ id: id as string, box })),
    ...boundaries.flatMap(({ id, shape }) =>
      shape.kind === 'box' ? [{ id: id as string, box: shape.box }] : [],
    ),
  ];
  return new Map(
    known.flatMap(({ id, box }) => {
      const cell = cellOf(graph, id);
      if (!cell?.isNode()) return [];
      const after = boxOf(cell);
      return sameBox(after, box) ? [] : [[id, { before: box, after }] as const];
    }),
  );
}

function tellBoxes(shifts: ReadonlyMap<string, Shift>, events: CanvasEvents): void {
  const [first] = shifts.values();
  if (!first) return;
  const [dx, dy] = [first.after.x - first.before.x, first.after.y - first.before.y];
  const alike = [...shifts.values()].every(({ before, after }) =>
    sameBox({ ...before, x: before.x + dx, y: before.y + dy }, after),
  );
  if (alike) events.onMove(new Set(shifts.keys()), { dx, dy });
  else events.onPlace(new Map([...shifts].map(([id, { after }]) => [id, after])));
}

function tellBend(graph: Graph, { lines, boundaries }: Picture, events: CanvasEvents): void {
  for (const { id, path, source, target } of lines) {
    const edge = cellOf(graph, id);
    if (!edge?.isEdge() || !source || !target) continue;
    const via = viaOf(edge);
    if (differs(via, path.via)) return events.onBend(id, via);
  }
  for (const { id, shape } of boundaries) {
    const edge = cellOf(graph, id);
    if (shape.kind !== 'line' || !edge?.isEdge()) continue;
    const path = {
      from: whole(edge.getSourcePoint()),
      to: whole(edge.getTargetPoint()),
      via: [...viaOf(edge)],
    };
    const drawn = { from: whole(shape.path.from), to: whole(shape.path.to), via: shape.path.via.map(whole) };
    if (differs(path, drawn)) return events.onBoundaryLine(id, path);
  }
}

/** After a pull: boxes that stand elsewhere now, else the line that was bent. */
export function tellPull(graph: Graph, picture: Picture, events: CanvasEvents): void {
  const shifts = shiftsOf(graph, picture);
  if (shifts.size > 0) tellBoxes(shifts, events);
  else tellBend(graph, picture, events);
}
