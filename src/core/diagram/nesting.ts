/** Which trust boundary of a picture each part lies in. */
import { holds } from './geometry';
import type { Picture } from './picture';

/**
 * The id of the nearest boundary box around each element and boundary box that lies wholly in one; who lies in none is
 * not in it. Boundaries of a picture come the largest first: the last that holds a part is the nearest.
 */
export function outerBoundaries({
  elements,
  boundaries,
}: Pick<Picture, 'elements' | 'boundaries'>): ReadonlyMap<string, string> {
  const boxes = boundaries.flatMap(({ id, shape }) => (shape.kind === 'box' ? [{ id, box: shape.box }] : []));
  return new Map(
    [...elements, ...boxes].flatMap(({ id, box }): [string, string][] => {
      const outer = boxes.filter((each) => holds(each.box, box)).at(-1);
      return outer ? [[id, outer.id]] : [];
    }),
  );
}
