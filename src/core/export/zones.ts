/** Which trust zone holds what: formats that know no drawing want it said. */
import { holds } from '../diagram/geometry';
import type { Boundary } from '../model/diagram-parts';
import type { BoundaryId, DiagramId } from '../model/ids';
import type { Model } from '../model/model';
import type { Rectangle } from '../model/parts';

interface Zone {
  readonly id: BoundaryId;
  readonly diagram: DiagramId;
  readonly box: Rectangle;
}
interface Drawn {
  readonly id: string;
  readonly drawing?: { readonly diagram: DiagramId; readonly box: Rectangle } | undefined;
}

const area = ({ width, height }: Rectangle): number => Math.abs(width * height);

/** The boundaries that are boxes, smallest first. */
function zonesOf(model: Model): readonly Zone[] {
  return [...model.boundary.values()]
    .flatMap(({ id, drawing }) =>
      drawing.shape === 'box' ? [{ id, diagram: drawing.diagram, box: drawing.box }] : [],
    )
    .sort((a, b) => area(a.box) - area(b.box));
}

export type ZoneOf = (thing: Drawn) => Zone | undefined;

/** The smallest box around a thing on its diagram. */
export function zoneFinder(model: Model): ZoneOf {
  const zones = zonesOf(model);
  return ({ id, drawing }) => {
    if (!drawing) return undefined;
    return zones.find(
      (zone) => zone.id !== id && zone.diagram === drawing.diagram && holds(zone.box, drawing.box),
    );
  };
}

export const boxOf = (boundary: Boundary): Drawn['drawing'] =>
  boundary.drawing.shape === 'box'
    ? { diagram: boundary.drawing.diagram, box: boundary.drawing.box }
    : undefined;
