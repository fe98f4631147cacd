/**
 * Whether two drawn lines meet, and whether a point lies in a box. Lines are drawn as quadratic curves THROUGH their
 * bends, as the Microsoft Threat Modeling Tool draws them; a line without bends is straight.
 */
import type { Path, Point, Rectangle } from '../model/parts';

/** A quadratic Bezier curve: from, control, to. */
type Curve = readonly [Point, Point, Point];

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** One bend lies on the curve at its middle, hence control = 2 bend - middle of the ends; more bends are joined straight. */
function curvesOf({ from, to, via }: Path): readonly Curve[] {
  const [bend, ...more] = via;
  if (bend && more.length === 0) {
    const middle = between(from, to);
    return [[from, { x: 2 * bend.x - middle.x, y: 2 * bend.y - middle.y }, to]];
  }
  const points = [from, ...via, to];
  return points.slice(1).map((point, at): Curve => {
    const before = points[at] ?? from;
    return [before, between(before, point), point];
  });
}

const apart = (a: Curve, b: Curve, axis: 'x' | 'y'): boolean => {
  const [p, q] = [a.map((point) => point[axis]), b.map((point) => point[axis])];
  return Math.max(...p) < Math.min(...q) || Math.max(...q) < Math.min(...p);
};

/** Halves by de Casteljau. */
function halves([from, control, to]: Curve): readonly [Curve, Curve] {
  const [left, right] = [between(from, control), between(control, to)];
  const middle = between(left, right);
  return [
    [from, left, middle],
    [middle, right, to],
  ];
}

const cross = (o: Point, a: Point, b: Point) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

function chordsMeet([a, , b]: Curve, [c, , d]: Curve): boolean {
  const [p, q] = [cross(a, b, c), cross(a, b, d)];
  const [r, s] = [cross(c, d, a), cross(c, d, b)];
  // On one line: the boxes of both overlap already, or this would not be asked.
  return p * q <= 0 && r * s <= 0;
}

/** Deep enough that a piece of a curve of 4,000 units is shorter than one. */
const deepest = 12;

/** Within a quarter of a unit of its chord. */
const isFlat = ([from, control, to]: Curve) => {
  const middle = between(from, to);
  return Math.hypot(control.x - middle.x, control.y - middle.y) < 0.5;
};

function meet(a: Curve, b: Curve, depth: number): boolean {
  if (apart(a, b, 'x') || apart(a, b, 'y')) return false;
  const flat = [isFlat(a), isFlat(b)];
  if (depth === 0 || (flat[0] && flat[1])) return chordsMeet(a, b);
  const [first, second] = flat[0] ? halves(b) : halves(a);
  const other = flat[0] ? a : b;
  return meet(first, other, depth - 1) || meet(second, other, depth - 1);
}

/** Whether the two lines touch or cross anywhere. */
export function pathsMeet(a: Path, b: Path): boolean {
  const others = curvesOf(b);
  return curvesOf(a).some((mine) => others.some((theirs) => meet(mine, theirs, 2 * deepest)));
}

/** Whether the point lies in the box or on its edge. */
export function isInBox({ x, y }: Point, box: Rectangle): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
