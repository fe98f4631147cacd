/** Copy and paste of what is drawn, and a free place for what comes. */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { Edit } from '../model/edit';
import { boundaryId, elementId, flowId, mint } from '../model/ids';
import type { DiagramId, ElementId, NewId } from '../model/ids';
import type { Model } from '../model/model';
import type { Path, Point, Rectangle } from '../model/parts';
import { origin } from './add-parts';
import { withContents } from './edits';
import { around, moved, movedPath, movedPoint } from './geometry';
import type { PartId } from './picture';

/** Parts as they were when they were copied, on no diagram in particular. */
export interface Clip {
  readonly elements: readonly Element[];
  readonly boundaries: readonly Boundary[];
  /** Between copied elements only. */
  readonly flows: readonly Flow[];
}

export function copyParts(model: Model, ids: ReadonlySet<string>): Clip {
  const all = withContents(model, ids);
  return {
    elements: [...model.element.values()].filter(({ id, drawing }) => all.has(id) && drawing !== undefined),
    boundaries: [...model.boundary.values()].filter(({ id }) => all.has(id)),
    flows: [...model.flow.values()].filter(
      ({ source, target }) => source !== null && target !== null && all.has(source) && all.has(target),
    ),
  };
}

/** Fresh copies, moved by an offset; made by the person who pastes, without the threats. */
export function pasteParts(
  clip: Clip,
  given: { readonly diagram: DiagramId; readonly by: Point; readonly newId: NewId },
): Edit & { readonly added: readonly PartId[] } {
  const { diagram, by, newId } = given;
  const shift = (path: Path) => movedPath(path, by.x, by.y);
  const ids = new Map<ElementId, ElementId>();
  const element = clip.elements.flatMap((each): Element[] => {
    if (!each.drawing) return [];
    const id = mint(elementId, newId);
    ids.set(each.id, id);
    return [{ ...each, id, origin, drawing: { diagram, box: moved(each.drawing.box, by.x, by.y) } }];
  });
  const boundary = clip.boundaries.map((each): Boundary => {
    const { drawing } = each;
    const place =
      drawing.shape === 'box'
        ? { shape: 'box' as const, diagram, box: moved(drawing.box, by.x, by.y) }
        : { shape: 'line' as const, diagram, path: shift(drawing.path) };
    return { ...each, id: mint(boundaryId, newId), origin, drawing: place };
  });
  const flow = clip.flows.flatMap((each): Flow[] => {
    const source = each.source && ids.get(each.source);
    const target = each.target && ids.get(each.target);
    if (!source || !target) return [];
    const { drawing, ...rest } = each;
    const line = drawing ? { drawing: { diagram, path: shift(drawing.path) } } : {};
    return [{ ...rest, id: mint(flowId, newId), origin, source, target, ...line }];
  });
  return {
    label: 'Paste',
    element: { put: element },
    boundary: { put: boundary },
    flow: { put: flow },
    added: [...element, ...boundary, ...flow].map(({ id }) => id),
  };
}

/** A free place of the size near a point: to the right of and below what is there. */
export function freePlace(
  taken: readonly Rectangle[],
  size: Pick<Rectangle, 'width' | 'height'>,
  near: Point,
): Rectangle {
  const step = 30;
  /** Room for the name of the type below, and for the names of flows between. */
  const air = { x: 80, y: 50 };
  const collides = (box: Rectangle) =>
    taken.some(
      (other) =>
        box.x < other.x + other.width + air.x &&
        other.x < box.x + box.width + air.x &&
        box.y < other.y + other.height + air.y &&
        other.y < box.y + box.height + air.y,
    );
  const start = movedPoint(near, -size.width / 2, -size.height / 2);
  for (let ring = 0; ring < 40; ring += 1)
    for (let down = 0; down <= ring; down += 1) {
      const box = { ...size, ...movedPoint(start, (ring - down) * step, down * step) };
      if (!collides(box)) return box;
    }
  const whole = around(taken);
  return { ...size, x: whole ? whole.x + whole.width + step : start.x, y: start.y };
}
