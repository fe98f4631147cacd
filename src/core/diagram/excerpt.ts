/** The part of a picture that matters: some parts with what they touch, for a work item, a report or a runbook. */
import type { Rectangle } from '../model/parts';
import { around, boxOfPath, holds } from './geometry';
import type { DrawnBoundary, DrawnElement, DrawnLine, Picture } from './picture';

/** What stands out in a drawing and why, by the id of the part. */
export type Marks = ReadonlyMap<string, 'strike' | 'reached'>;

/** Diagram units around the parts in which boundaries are still drawn. */
const room = 30;

function clipped(box: Rectangle, to: Rectangle): Rectangle {
  const [x, y] = [Math.max(box.x, to.x), Math.max(box.y, to.y)];
  const right = Math.min(box.x + box.width, to.x + to.width);
  const bottom = Math.min(box.y + box.height, to.y + to.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** Boundaries around one of the elements, cut to what is shown: a large one must not make the picture large. */
function boundariesOf(
  boundaries: readonly DrawnBoundary[],
  elements: readonly DrawnElement[],
  bounds: Rectangle,
): readonly DrawnBoundary[] {
  const frame = {
    x: bounds.x - room,
    y: bounds.y - room,
    width: bounds.width + 2 * room,
    height: bounds.height + 2 * room,
  };
  return boundaries.flatMap((each): readonly DrawnBoundary[] => {
    const { shape } = each;
    if (shape.kind === 'line' || !elements.some(({ box }) => holds(shape.box, box))) return [];
    return [{ ...each, shape: { kind: 'box', box: clipped(shape.box, frame) } }];
  });
}

const joins = ({ source, target }: DrawnLine, ids: ReadonlySet<string>): boolean =>
  (source !== undefined && ids.has(source)) || (target !== undefined && ids.has(target));

/**
 * Only the wanted parts, the flows from and to wanted elements unless they stand `alone`, the ends of all these flows,
 * and the boundaries around them. Undefined when the diagram shows none of the wanted. O(elements x boundaries + lines).
 */
export function excerptOf(
  picture: Picture,
  wanted: ReadonlySet<string>,
  flows: 'with-flows' | 'alone' = 'with-flows',
): Picture | undefined {
  const lines = picture.lines.filter(
    (line) => wanted.has(line.id) || (flows === 'with-flows' && joins(line, wanted)),
  );
  const ends = new Set<string>(lines.flatMap(({ source, target }) => [source ?? '', target ?? '']));
  const elements = picture.elements.filter(({ id }) => wanted.has(id) || ends.has(id));
  const walls = picture.boundaries.filter(({ id }) => wanted.has(id));
  const bounds = around([
    ...elements.map(({ box }) => box),
    ...lines.map(({ path }) => boxOfPath(path)),
    ...walls.map(({ shape }) => (shape.kind === 'box' ? shape.box : boxOfPath(shape.path))),
  ]);
  if (!bounds) return undefined;
  const around_ = boundariesOf(
    picture.boundaries.filter((each) => !walls.includes(each)),
    elements,
    bounds,
  );
  return { elements, lines, boundaries: [...around_, ...walls], bounds };
}
