/** Edits that bring something new into a drawing: a diagram, an element, a boundary, a flow. */
import type { Boundary, Diagram, Element, Flow } from '../model/diagram-parts';
import type { Edit } from '../model/edit';
import { boundaryId, diagramId, elementId, flowId, mint } from '../model/ids';
import type { DiagramId, ElementId, NewId } from '../model/ids';
import type { Rectangle } from '../model/parts';

/** Whoever draws a part made it: rules and files have origins of their own. */
export const origin = { kind: 'person' } as const;
type PartType = NonNullable<Element['type']>;

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
