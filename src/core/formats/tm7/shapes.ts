/** The drawing surfaces of a .tm7 file: elements, flows and boundaries, by the class of the shape. */
import type { Boundary, Element, Flow } from '../../model/diagram-parts';
import type { DiagramId, ElementId } from '../../model/ids';
import { boundaryId, elementId, flowId, mint } from '../../model/ids';
import type { Path, Rectangle } from '../../model/parts';
import type { Place } from '../../model/threat';
import type { ModelDraft } from '../model-draft';
import type { XmlElement } from '../xml-tree';
import { child, childText, childrenOf } from '../xml-tree';
import { attributesOf } from './attributes';
import type { KnowledgeBaseNames } from './knowledge-base';

/** Where a GUID of the file ended up; the first of equal ones wins. */
export type Places = ReadonlyMap<string, Place>;

/** The kind comes from the class: templates use ids of their own for types, classes are TMT's. */
const elementKinds: ReadonlyMap<string, Element['kind']> = new Map([
  ['StencilRectangle', 'external'],
  ['StencilEllipse', 'process'],
  ['StencilParallelLines', 'store'],
]);
/** A free text on the drawing: TMT stores it as a rectangle, which it would be mistaken for. */
const annotation = 'GE.A';
const noGuid = '00000000-0000-0000-0000-000000000000';

const fallbackNames = { external: 'external interactor', process: 'process', store: 'data store' } as const;

interface Shape {
  readonly source: XmlElement;
  readonly guid: string;
  readonly diagram: DiagramId;
}

/** What a line of a surface can end at, by GUID. */
interface Surface {
  readonly ends: ReadonlyMap<string, ElementId>;
  readonly notes: ReadonlySet<string>;
}

const isNote = (source: XmlElement): boolean =>
  elementKinds.has(source.type) && childText(source, 'GenericTypeId') === annotation;

export class Surfaces {
  private readonly places = new Map<string, Place>();

  constructor(
    private readonly draft: ModelDraft,
    private readonly names: KnowledgeBaseNames,
  ) {}

  /** Reads every surface below the model's root and answers where each GUID went. */
  read(model: XmlElement): Places {
    for (const surface of childrenOf(child(model, 'DrawingSurfaceList'), 'DrawingSurfaceModel'))
      this.readSurface(surface);
    return this.places;
  }

  private readSurface(surface: XmlElement): void {
    const diagram = this.draft.addDiagram(guidIn(surface, 'Guid'), attributesOf(surface).name).id;
    const shapes = [...shapesIn(surface, 'Borders', diagram), ...shapesIn(surface, 'Lines', diagram)];
    // Flows refer to elements of the same surface, so the elements come first.
    const ends = new Map<string, ElementId>();
    const notes = new Set(shapes.filter(({ source }) => isNote(source)).map(({ guid }) => guid));
    for (const shape of shapes) this.readStencil(shape, ends);
    for (const shape of shapes) this.readLine(shape, { ends, notes });
  }

  private readStencil(shape: Shape, ends: Map<string, ElementId>): void {
    const { source } = shape;
    const kind = elementKinds.get(source.type);
    if (isNote(source)) {
      this.draft.report.add('text annotations', 'they are comments on the drawing, not elements');
    } else if (kind) this.addElement(shape, kind, ends);
    else if (source.type === 'BorderBoundary')
      this.addBoundary(shape, { shape: 'box', diagram: shape.diagram, box: this.sureBox(source) });
    else if (source.type === 'LineBoundary')
      this.addBoundary(shape, { shape: 'line', diagram: shape.diagram, path: this.surePath(source) });
    else if (source.type !== 'Connector') this.draft.report.add('shapes', 'their kind is unknown');
  }

  private readLine(shape: Shape, surface: Surface): void {
    if (shape.source.type === 'Connector') this.addFlow(shape, surface);
  }

  /** What elements, flows and boundaries have in common. `kindName` names a thing that nobody named. */
  private common(shape: Shape, kindName: string) {
    const { source } = shape;
    const attributes = attributesOf(source, this.names.ambiguous);
    const generic = this.draft.line(childText(source, 'GenericTypeId'));
    const id = this.draft.line(childText(source, 'TypeId')) || generic;
    const base = generic === '' || generic === id ? {} : { base: generic };
    const typeName = this.draft.line(this.names.stencils.get(id) ?? attributes.header);
    return {
      name: this.draft.line(attributes.name) || typeName || `Unnamed ${kindName}`,
      ...(id === '' ? {} : { type: { id, name: typeName || id, ...base } }),
      ...(attributes.outOfScope === undefined ? {} : { outOfScope: this.draft.prose(attributes.outOfScope) }),
      properties: this.draft.properties(attributes.properties),
    };
  }

  private addElement(shape: Shape, kind: Element['kind'], ends: Map<string, ElementId>): void {
    const box = boxOf(shape.source);
    if (!box) this.draft.report.add('positions', 'the file does not give them in full');
    const id = mint(elementId, this.draft.newId);
    this.draft.elements.push({
      id,
      origin: this.draft.origin('element', shape.guid),
      kind,
      ...this.common(shape, fallbackNames[kind]),
      ...(box ? { drawing: { diagram: shape.diagram, box } } : {}),
    });
    if (!ends.has(shape.guid)) ends.set(shape.guid, id);
    this.remember(shape.guid, { kind: 'element', id });
  }

  private addBoundary(shape: Shape, drawing: Boundary['drawing']): void {
    const id = mint(boundaryId, this.draft.newId);
    const origin = this.draft.origin('boundary', shape.guid);
    this.draft.boundaries.push({ id, origin, ...this.common(shape, 'trust boundary'), drawing });
    this.remember(shape.guid, { kind: 'boundary', id });
  }

  private addFlow(shape: Shape, { ends, notes }: Surface): void {
    const { source } = shape;
    const [from, to] = [guidIn(source, 'SourceGuid'), guidIn(source, 'TargetGuid')];
    const endsAtNote = [
      ...(notes.has(from) ? (['source'] as const) : []),
      ...(notes.has(to) ? (['target'] as const) : []),
    ];
    const path = pathOf(source);
    if (!path) this.draft.report.add('positions', 'the file does not give them in full');
    const flow: Flow = {
      id: mint(flowId, this.draft.newId),
      origin: this.draft.origin('flow', shape.guid),
      ...this.common(shape, 'data flow'),
      source: this.endOf(from, ends),
      target: this.endOf(to, ends),
      ...(endsAtNote.length > 0 ? { endsAtNote } : {}),
      ...(path ? { drawing: { diagram: shape.diagram, path } } : {}),
    };
    this.draft.flows.push(flow);
    this.remember(shape.guid, { kind: 'flow', id: flow.id });
  }

  private endOf(guid: string, ends: ReadonlyMap<string, ElementId>): ElementId | null {
    const id = ends.get(guid) ?? null;
    if (id === null) this.draft.report.add('flow ends', 'they are not connected to an element');
    return id;
  }

  private remember(guid: string, place: Place): void {
    if (guid !== '' && guid !== noGuid && !this.places.has(guid)) this.places.set(guid, place);
  }

  /** A boundary is nothing without its drawing, so a missing position becomes the corner. */
  private sureBox(source: XmlElement): Rectangle {
    const box = boxOf(source);
    if (!box) this.draft.report.add('positions', 'the file does not give them in full');
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  }

  private surePath(source: XmlElement): Path {
    const path = pathOf(source);
    if (!path) this.draft.report.add('positions', 'the file does not give them in full');
    return path ?? { from: { x: 0, y: 0 }, to: { x: 0, y: 0 }, via: [] };
  }
}

function shapesIn(surface: XmlElement, list: 'Borders' | 'Lines', diagram: DiagramId): Shape[] {
  return (child(surface, list)?.children ?? []).flatMap((entry) => {
    const source = child(entry, 'Value');
    return source ? [{ source, diagram, guid: guidIn(source, 'Guid') || guidIn(entry, 'Key') }] : [];
  });
}

/** A GUID in lower case: files differ in case between a shape and the lines that refer to it. */
export function guidIn(element: XmlElement, name: string): string {
  return childText(element, name).toLowerCase();
}

function numbers(source: XmlElement, fields: readonly string[]): number[] | undefined {
  const found = fields
    .map((field) => childText(source, field))
    .map((text) => (text === '' ? NaN : Number(text)));
  return found.every(Number.isFinite) ? found : undefined;
}

function boxOf(source: XmlElement): Rectangle | undefined {
  const [x, y, width, height] = numbers(source, ['Left', 'Top', 'Width', 'Height']) ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return { x, y, width, height };
}

function pointOf(source: XmlElement, field: string) {
  const [x, y] = numbers(source, [`${field}X`, `${field}Y`]) ?? [];
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** TMT's curve runs THROUGH its handle, at its middle. */
function pathOf(source: XmlElement): Path | undefined {
  const from = pointOf(source, 'Source');
  const to = pointOf(source, 'Target');
  const handle = pointOf(source, 'Handle');
  return from && to ? { from, to, via: handle ? [handle] : [] } : undefined;
}
