/**
 * Which trust boundaries a flow crosses and which boxes hold an element, from the drawing. A box is crossed when
 * exactly one END POINT of the flow lies in it (where the line touches the shapes, not where shapes are centred); a
 * line is crossed when the two curves meet. Both must be on the same diagram.
 */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { ElementId } from '../model/ids';
import type { Path, Point, Rectangle } from '../model/parts';
import { isInBox, pathsMeet } from './curves';

export interface DrawnCrossing {
  readonly boundary: Boundary;
  readonly direction: 'enter' | 'exit' | 'unknown';
}

const middleOf = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Ends on the outlines of the boxes, so that a shape that overlaps a boundary counts where its line leaves it. */
function between(a: Rectangle, b: Rectangle): Path {
  return { from: edgeToward(a, middleOf(b)), to: edgeToward(b, middleOf(a)), via: [] };
}

function edgeToward(box: Rectangle, toward: Point): Point {
  const centre = middleOf(box);
  const dx = toward.x - centre.x;
  const dy = toward.y - centre.y;
  const reach = Math.max(Math.abs(dx) / (box.width / 2 || 1), Math.abs(dy) / (box.height / 2 || 1));
  if (reach <= 1) return centre;
  return { x: centre.x + dx / reach, y: centre.y + dy / reach };
}

export interface DrawnFlow {
  readonly diagram: string;
  readonly path: Path;
}

/** Where the flow runs; for one without a line of its own, straight between its ends. Undefined = not drawn. */
export function drawnFlow(
  flow: Flow,
  elements: ReadonlyMap<ElementId, Pick<Element, 'drawing'>>,
): DrawnFlow | undefined {
  if (flow.drawing) return flow.drawing;
  const end = (id: Flow['source']) => (id === null ? undefined : elements.get(id)?.drawing);
  const source = end(flow.source);
  const target = end(flow.target);
  if (!source || source.diagram !== target?.diagram) return undefined;
  return { diagram: source.diagram, path: between(source.box, target.box) };
}

/** O(boundaries). */
export function crossingsOf(drawn: DrawnFlow, boundaries: Iterable<Boundary>): readonly DrawnCrossing[] {
  const found: DrawnCrossing[] = [];
  for (const boundary of boundaries) {
    const { drawing } = boundary;
    if (drawing.diagram !== drawn.diagram) continue;
    if (drawing.shape === 'line') {
      if (pathsMeet(drawn.path, drawing.path)) found.push({ boundary, direction: 'unknown' });
      continue;
    }
    const isEntered = isInBox(drawn.path.to, drawing.box);
    if (isEntered !== isInBox(drawn.path.from, drawing.box))
      found.push({ boundary, direction: isEntered ? 'enter' : 'exit' });
  }
  return found;
}

/** The boxes that hold the middle of the element; undefined when it is not drawn. O(boundaries). */
export function boxesAround(
  { drawing }: Pick<Element, 'drawing'>,
  boundaries: Iterable<Boundary>,
): readonly Boundary[] | undefined {
  if (!drawing) return undefined;
  const middle = middleOf(drawing.box);
  return [...boundaries].filter(
    (boundary) =>
      boundary.drawing.diagram === drawing.diagram &&
      boundary.drawing.shape === 'box' &&
      isInBox(middle, boundary.drawing.box),
  );
}
