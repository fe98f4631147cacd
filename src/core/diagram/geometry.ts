/** Boxes and points of drawings. Units: diagram units (pixels at 100 %), y grows downward. */
import type { Path, Point, Rectangle } from '../model/parts';

export const centreOf = ({ x, y, width, height }: Rectangle): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Where a line from the middle of the box towards a point leaves the box. */
export function edgeToward(box: Rectangle, toward: Point): Point {
  const centre = centreOf(box);
  const [dx, dy] = [toward.x - centre.x, toward.y - centre.y];
  const reach = Math.max(Math.abs(dx) / (box.width / 2 || 1), Math.abs(dy) / (box.height / 2 || 1));
  if (reach <= 1) return centre;
  return { x: centre.x + dx / reach, y: centre.y + dy / reach };
}

/** A line between two boxes over the bends. One that comes back to its own box leaves at the right and enters below. */
export function pathBetween(source: Rectangle, target: Rectangle, via: readonly Point[]): Path {
  const [first = centreOf(target)] = via;
  const last = via[via.length - 1] ?? centreOf(source);
  return { from: edgeToward(source, first), to: edgeToward(target, last), via: [...via] };
}

export const moved = (box: Rectangle, dx: number, dy: number): Rectangle => ({
  ...box,
  x: box.x + dx,
  y: box.y + dy,
});
export const movedPoint = ({ x, y }: Point, dx: number, dy: number): Point => ({ x: x + dx, y: y + dy });
export const movedPath = ({ from, to, via }: Path, dx: number, dy: number): Path => ({
  from: movedPoint(from, dx, dy),
  to: movedPoint(to, dx, dy),
  via: via.map((point) => movedPoint(point, dx, dy)),
});

/** Wholly inside; a box is not inside itself. */
export function holds(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height &&
    inner.width * inner.height < outer.width * outer.height
  );
}

const edges = ({ x, y, width, height }: Rectangle) => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

/** The smallest box around all; undefined around nothing. */
export function around(boxes: readonly Rectangle[]): Rectangle | undefined {
  if (boxes.length === 0) return undefined;
  const all = boxes.map(edges);
  // Not spread into Math.min: a drawing may hold more boxes than a call takes arguments.
  const least = (side: 'left' | 'top') => all.reduce((min, each) => Math.min(min, each[side]), Infinity);
  const most = (side: 'right' | 'bottom') => all.reduce((max, each) => Math.max(max, each[side]), -Infinity);
  const [x, y] = [least('left'), least('top')];
  return { x, y, width: most('right') - x, height: most('bottom') - y };
}

/** A box that holds all of these with air around, and room for its name above; undefined for none. */
export function frameAround(boxes: readonly Rectangle[]): Rectangle | undefined {
  const inner = around(boxes);
  if (!inner) return undefined;
  return { x: inner.x - 30, y: inner.y - 50, width: inner.width + 60, height: inner.height + 90 };
}

/** The smallest box around a line. */
export function boxOfPath({ from, to, via }: Path): Rectangle {
  const points = [from, ...via, to];
  return (
    around(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) ?? { ...from, width: 0, height: 0 }
  );
}

export const alignments = [
  'left',
  'centre',
  'right',
  'top',
  'middle',
  'bottom',
  'distribute-across',
  'distribute-down',
] as const;
export type Alignment = (typeof alignments)[number];

function spread<K>(boxes: ReadonlyMap<K, Rectangle>, axis: 'x' | 'y'): ReadonlyMap<K, Rectangle> {
  const size = axis === 'x' ? 'width' : 'height';
  const sorted = [...boxes].sort(([, a], [, b]) => a[axis] + a[size] / 2 - (b[axis] + b[size] / 2));
  const whole = around([...boxes.values()]);
  if (!whole || sorted.length < 3) return boxes;
  const free = whole[size] - sorted.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = free / (sorted.length - 1);
  let at = whole[axis];
  return new Map(
    sorted.map(([key, box]) => {
      // Boxes that overlap more than they have room would leave the place: they end at its border.
      const farthest = whole[axis] + whole[size] - box[size];
      const placed = { ...box, [axis]: Math.max(whole[axis], Math.min(at, farthest)) };
      at += box[size] + gap;
      return [key, placed];
    }),
  );
}

/** The boxes lined up within what they take now. Fewer than two (three to distribute) stay as they are. */
export function align<K>(boxes: ReadonlyMap<K, Rectangle>, how: Alignment): ReadonlyMap<K, Rectangle> {
  const whole = around([...boxes.values()]);
  if (!whole || boxes.size < 2) return boxes;
  if (how === 'distribute-across') return spread(boxes, 'x');
  if (how === 'distribute-down') return spread(boxes, 'y');
  const place: Record<typeof how, (box: Rectangle) => Rectangle> = {
    left: (box) => ({ ...box, x: whole.x }),
    centre: (box) => ({ ...box, x: whole.x + (whole.width - box.width) / 2 }),
    right: (box) => ({ ...box, x: whole.x + whole.width - box.width }),
    top: (box) => ({ ...box, y: whole.y }),
    middle: (box) => ({ ...box, y: whole.y + (whole.height - box.height) / 2 }),
    bottom: (box) => ({ ...box, y: whole.y + whole.height - box.height }),
  };
  return new Map([...boxes].map(([key, box]) => [key, place[how](box)]));
}
