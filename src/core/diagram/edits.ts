/** Edits by which people draw: add, connect, move, bend, copy and delete. What is drawn inside a box moves with it. */
import type { Boundary, Diagram, Element, Flow } from '../model/diagram-parts';
import { joinEdits } from '../model/edit';
import type { Edit } from '../model/edit';
import { removeThreats } from '../model/edits/build';
import { boundaryId, diagramId, elementId, flowId, mint } from '../model/ids';
import type { DiagramId, ElementId, FlowId, NewId, ThreatId } from '../model/ids';
import type { Model } from '../model/model';
import type { Path, Point, Rectangle } from '../model/parts';
import { around, boxOfPath, holds, moved, movedPath, movedPoint, pathBetween } from './geometry';
import type { PartId } from './picture';

const origin = { kind: 'person' } as const;
export type PartType = NonNullable<Element['type']>;

const typed = (type: PartType | undefined) => (type === undefined ? {} : { type });

export function addDiagram(name: string, newId: NewId): Edit & { readonly added: Diagram } {
  const added = { id: mint(diagramId, newId), origin, name };
  return { label: 'Add diagram', diagram: { put: [added] }, added };
}

export interface NewElement {
  readonly kind: Element['kind'];
  readonly name: string;
  readonly type?: PartType | undefined;
  readonly diagram: DiagramId;
  readonly box: Rectangle;
}
export function addElement(given: NewElement, newId: NewId): Edit & { readonly added: Element } {
  const { kind, name, type, diagram, box } = given;
  const drawing = { diagram, box };
  const added: Element = {
    id: mint(elementId, newId),
    origin,
    kind,
    name,
    ...typed(type),
    properties: {},
    drawing,
  };
  return { label: `Add ${name}`, element: { put: [added] }, added };
}

export interface NewBoundary {
  readonly name: string;
  readonly type?: PartType | undefined;
  readonly drawing: Boundary['drawing'];
}
export function addBoundary(given: NewBoundary, newId: NewId): Edit & { readonly added: Boundary } {
  const { name, type, drawing } = given;
  const added: Boundary = {
    id: mint(boundaryId, newId),
    origin,
    name,
    ...typed(type),
    properties: {},
    drawing,
  };
  return { label: `Add ${name}`, boundary: { put: [added] }, added };
}

/** A flow without bends needs no line of its own: it runs straight between its ends. */
export function addFlow(
  given: { readonly source: ElementId; readonly target: ElementId; readonly name: string },
  newId: NewId,
): Edit & { readonly added: Flow } {
  const { source, target, name } = given;
  const added: Flow = { id: mint(flowId, newId), origin, name, properties: {}, source, target };
  return { label: 'Connect', flow: { put: [added] }, added };
}

/** A part of any of the three kinds, written anew. Nothing where it is gone. */
export function changePart(
  model: Model,
  id: PartId,
  given: {
    readonly label: string;
    readonly change: Partial<Pick<Element, 'name' | 'type' | 'outOfScope' | 'notes' | 'properties'>>;
  },
): Edit {
  const { label, change } = given;
  const [element, flow, boundary] = [
    model.element.get(id as ElementId),
    model.flow.get(id as FlowId),
    model.boundary.get(id as Boundary['id']),
  ];
  if (element) return { label, element: { put: [{ ...element, ...change }] } };
  if (flow) return { label, flow: { put: [{ ...flow, ...change }] } };
  if (boundary) return { label, boundary: { put: [{ ...boundary, ...change }] } };
  return { label };
}

/** Takes a part into scope again. */
export function takeIntoScope(model: Model, id: PartId): Edit {
  const without = <T extends { readonly outOfScope?: string }>({ outOfScope: _gone, ...rest }: T) => rest;
  const label = 'Take into scope';
  const [element, flow, boundary] = [
    model.element.get(id as ElementId),
    model.flow.get(id as FlowId),
    model.boundary.get(id as Boundary['id']),
  ];
  if (element) return { label, element: { put: [without(element)] } };
  if (flow) return { label, flow: { put: [without(flow)] } };
  if (boundary) return { label, boundary: { put: [without(boundary)] } };
  return { label };
}

/** Lines that end at an element follow it; their bends stay where they are. */
function rejoined(model: Model, boxes: ReadonlyMap<string, Rectangle>, bent: ReadonlySet<string>): Flow[] {
  const boxOf = (id: ElementId | null) =>
    id === null ? undefined : (boxes.get(id) ?? model.element.get(id)?.drawing?.box);
  return [...model.flow.values()].flatMap((flow) => {
    const { drawing, source, target } = flow;
    if (!drawing || bent.has(flow.id)) return [];
    if (!(source !== null && boxes.has(source)) && !(target !== null && boxes.has(target))) return [];
    const [from, to] = [boxOf(source), boxOf(target)];
    if (!from || !to || source === target) return [];
    return [{ ...flow, drawing: { ...drawing, path: pathBetween(from, to, drawing.path.via) } }];
  });
}

/** Puts elements and boxes of boundaries to other places or sizes. */
export function placeParts(model: Model, boxes: ReadonlyMap<string, Rectangle>, label = 'Move'): Edit {
  const elements = [...model.element.values()].flatMap((element) => {
    const box = boxes.get(element.id);
    return box && element.drawing ? [{ ...element, drawing: { ...element.drawing, box } }] : [];
  });
  const boundaries = [...model.boundary.values()].flatMap((boundary): Boundary[] => {
    const box = boxes.get(boundary.id);
    const { drawing } = boundary;
    return box && drawing.shape === 'box' ? [{ ...boundary, drawing: { ...drawing, box } }] : [];
  });
  return {
    label,
    element: { put: elements },
    boundary: { put: boundaries },
    flow: { put: rejoined(model, boxes, new Set()) },
  };
}

/** The parts themselves and everything drawn wholly inside one of the boxes among them. */
export function withContents(model: Model, ids: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(ids);
  for (const id of ids) {
    const outer = model.boundary.get(id as Boundary['id'])?.drawing;
    if (outer?.shape !== 'box') continue;
    for (const { id: inner, drawing } of model.element.values())
      if (drawing?.diagram === outer.diagram && holds(outer.box, drawing.box)) all.add(inner);
    for (const { id: inner, drawing } of model.boundary.values()) {
      if (drawing.diagram !== outer.diagram || inner === id) continue;
      if (holds(outer.box, drawing.shape === 'box' ? drawing.box : boxOfPath(drawing.path))) all.add(inner);
    }
  }
  return all;
}

/** Moves parts with what is inside them; bends of flows between moved elements come along. */
export function moveParts(
  model: Model,
  ids: ReadonlySet<string>,
  by: { readonly dx: number; readonly dy: number },
): Edit {
  const { dx, dy } = by;
  const all = withContents(model, ids);
  const label = 'Move';
  if (dx === 0 && dy === 0) return { label };
  const boxes = new Map<string, Rectangle>();
  const element = [...model.element.values()].flatMap((each) => {
    if (!all.has(each.id) || !each.drawing) return [];
    const box = moved(each.drawing.box, dx, dy);
    boxes.set(each.id, box);
    return [{ ...each, drawing: { ...each.drawing, box } }];
  });
  const boundary = [...model.boundary.values()].flatMap((each): Boundary[] => {
    if (!all.has(each.id)) return [];
    const { drawing } = each;
    return drawing.shape === 'box'
      ? [{ ...each, drawing: { ...drawing, box: moved(drawing.box, dx, dy) } }]
      : [{ ...each, drawing: { ...drawing, path: movedPath(drawing.path, dx, dy) } }];
  });
  const bent = new Set<string>();
  const flow = [...model.flow.values()].flatMap((each) => {
    const both = each.source !== null && each.target !== null && all.has(each.source) && all.has(each.target);
    if (!each.drawing || (!both && !all.has(each.id))) return [];
    bent.add(each.id);
    return [{ ...each, drawing: { ...each.drawing, path: movedPath(each.drawing.path, dx, dy) } }];
  });
  return {
    label,
    element: { put: element },
    boundary: { put: boundary },
    flow: { put: [...flow, ...rejoined(model, boxes, bent)] },
  };
}

/** Other bends for a flow between two drawn elements. */
export function bendFlow(model: Model, id: FlowId, via: readonly Point[]): Edit {
  const flow = model.flow.get(id);
  const label = 'Bend';
  const end = (at: ElementId | null | undefined) => (at ? model.element.get(at)?.drawing : undefined);
  const [source, target] = [end(flow?.source), end(flow?.target)];
  if (!flow || !source || !target) return { label };
  const { drawing: _before, ...rest } = flow;
  if (via.length === 0 && flow.source !== flow.target) return { label, flow: { put: [rest] } };
  const path = pathBetween(source.box, target.box, via);
  return { label, flow: { put: [{ ...rest, drawing: { diagram: source.diagram, path } }] } };
}

/** Lets a flow begin or end somewhere else; its bends go, for they were drawn for another way. */
export function reconnect(
  model: Model,
  id: FlowId,
  ends: { readonly source: ElementId; readonly target: ElementId },
): Edit {
  const flow = model.flow.get(id);
  const label = 'Reconnect';
  if (!flow) return { label };
  const { drawing: _before, endsAtNote: _note, ...rest } = flow;
  return { label, flow: { put: [{ ...rest, ...ends }] } };
}

/** Threats at any of the parts, or at flows that go with them. */
export function threatsAt(model: Model, ids: ReadonlySet<string>): readonly ThreatId[] {
  const all = withFlows(model, ids);
  return [...model.threat.values()].flatMap(({ id, place }) =>
    place.kind !== 'model' && all.has(place.id) ? [id] : [],
  );
}

function withFlows(model: Model, ids: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(ids);
  for (const { id, source, target } of model.flow.values())
    if ((source !== null && ids.has(source)) || (target !== null && ids.has(target))) all.add(id);
  return all;
}

/** Deletes parts and the flows that end at them. Their threats go too, or stay with the whole model. */
export function removeParts(
  model: Model,
  ids: ReadonlySet<string>,
  threats: 'delete' | 'keep-at-the-model',
): Edit {
  const all = withFlows(model, ids);
  const there = threatsAt(model, ids);
  const kept = there.flatMap((id) => {
    const threat = model.threat.get(id);
    return threat ? [{ ...threat, place: { kind: 'model' as const } }] : [];
  });
  const questions = [...model.question.values()].filter(
    ({ place }) => place.kind !== 'model' && all.has(place.id),
  );
  const parts: Edit = {
    label: 'Delete',
    element: { remove: [...model.element.keys()].filter((id) => all.has(id)) },
    flow: { remove: [...model.flow.keys()].filter((id) => all.has(id)) },
    boundary: { remove: [...model.boundary.keys()].filter((id) => all.has(id)) },
    question: { remove: questions.map(({ id }) => id) },
  };
  if (there.length === 0) return parts;
  if (threats === 'delete') return joinEdits(parts, removeThreats(model, there));
  return joinEdits(parts, { label: 'Delete', threat: { put: kept } });
}

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

/** Deletes a diagram with everything drawn on it. */
export function removeDiagram(model: Model, id: DiagramId, threats: 'delete' | 'keep-at-the-model'): Edit {
  const on = (drawing: { readonly diagram: DiagramId } | undefined) => drawing?.diagram === id;
  const parts = new Set<string>();
  for (const kind of ['element', 'flow', 'boundary'] as const)
    for (const part of model[kind].values()) if (on(part.drawing)) parts.add(part.id);
  return {
    ...joinEdits(removeParts(model, parts, threats), { label: '', diagram: { remove: [id] } }),
    label: 'Delete diagram',
  };
}
