/** What a mouse does with handles, by steps: the size of boxes and the bend of flows. */
import { applyEdit } from '../model/edit';
import type { Edit } from '../model/edit';
import type { Model } from '../model/model';
import type { Path, Point, Rectangle } from '../model/parts';
import { bendFlow, placeParts } from './edits';
import { movedPoint } from './geometry';
import type { Picture } from './picture';

/** The smallest box that still shows a name, in diagram units; that of the handles. */
export const smallestBox = { width: 40, height: 30 } as const;

export interface Step {
  /** In diagram units. */
  readonly dx: number;
  readonly dy: number;
}

const middle = ({ from, to }: Path): Point => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });

/** A box that is smaller already does not grow because somebody wants it smaller. */
const side = (now: number, by: number, least: number): number => Math.max(Math.min(now, least), now + by);

const stretched = (box: Rectangle, { dx, dy }: Step): Rectangle => ({
  ...box,
  width: side(box.width, dx, smallestBox.width),
  height: side(box.height, dy, smallestBox.height),
});

/**
 * The lower right corner of the boxes goes by the step. Where only flows are chosen their bends do; a straight one gets a
 * bend in its middle. Nothing else changes.
 */
export function stretchParts(model: Model, picture: Picture, ids: ReadonlySet<string>, by: Step): Edit {
  const boxes = new Map<string, Rectangle>();
  for (const { id, box } of picture.elements) if (ids.has(id)) boxes.set(id, stretched(box, by));
  for (const { id, shape } of picture.boundaries)
    if (ids.has(id) && shape.kind === 'box') boxes.set(id, stretched(shape.box, by));
  if (boxes.size > 0) return placeParts(model, boxes, 'Resize');
  const flows = picture.lines
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, path }) => {
      const bends = path.via.length > 0 ? path.via : [middle(path)];
      const via = bends.map((bend) => movedPoint(bend, by.dx, by.dy));
      return bendFlow(model, id, via).flow?.put ?? [];
    });
  return { label: 'Bend', flow: { put: flows } };
}

/** Takes the bends out of the flows. */
export function straightenFlows(model: Model, picture: Picture, ids: ReadonlySet<string>): Edit {
  const bent = picture.lines.filter(({ id, path }) => ids.has(id) && path.via.length > 0);
  let now = model;
  for (const { id } of bent) now = applyEdit(now, bendFlow(now, id, []));
  const put = bent.flatMap(({ id }) => now.flow.get(id) ?? []);
  return { label: 'Straighten', flow: { put } };
}
