/** Where a line touches a shape, for formats which say only that it is connected. */
import type { Point, Rectangle } from '../model/parts';

/** The middle of the box. */
export function middle(box: Rectangle): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * The point on the outline of the shape in `box` that faces `toward`. A boundary is crossed where lines END, not
 * where shapes are centred, so the centre would be wrong for a shape that lies on a boundary.
 */
export function touchPoint(box: Rectangle, outline: 'ellipse' | 'rectangle', toward: Point): Point {
  const centre = middle(box);
  const dx = (toward.x - centre.x) / (Math.abs(box.width) / 2 || 1);
  const dy = (toward.y - centre.y) / (Math.abs(box.height) / 2 || 1);
  const reach = outline === 'ellipse' ? Math.hypot(dx, dy) : Math.max(Math.abs(dx), Math.abs(dy));
  // Inside the shape (or exactly on its middle) there is no way outward to follow.
  if (!Number.isFinite(reach) || reach <= 1) return centre;
  return { x: centre.x + (toward.x - centre.x) / reach, y: centre.y + (toward.y - centre.y) / reach };
}
