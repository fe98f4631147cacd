/** Edits of what is drawn: change, move, bend, connect elsewhere and delete. What is drawn inside a box moves with it. */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import { joinEdits } from '../model/edit';
import type { Edit } from '../model/edit';
import { removeThreats } from '../model/edits/build';
import type { DiagramId, ElementId, FlowId, ThreatId } from '../model/ids';
import type { Model } from '../model/model';
import type { Point, Rectangle } from '../model/parts';
import { boxOfPath, holds, moved, movedPath, pathBetween } from './geometry';
import type { PartId } from './picture';

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
