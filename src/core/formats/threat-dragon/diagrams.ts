/** The diagrams of a Threat Dragon file: elements, flows and boundaries, each with the threats of its cell. */
import type { Boundary, Element, Flow } from '../../model/diagram-parts';
import type { DiagramId, ElementId } from '../../model/ids';
import { boundaryId, elementId, flowId, mint } from '../../model/ids';
import type { Path, Point } from '../../model/parts';
import type { Place } from '../../model/threat';
import { middle, touchPoint } from '../geometry';
import type { Json } from '../json-value';
import { asList, asText, member } from '../json-value';
import type { ModelDraft } from '../model-draft';
import { readPartDetails, wholeSystem, withPartDetails } from '../own-details';
import type { PartDetails } from '../own-details';
import type { Cell, CellEnd } from './cell';
import { cellOf } from './cell';
import { readThreats } from './threats';

const fallbackNames = { external: 'actor', process: 'process', store: 'store' } as const;
/** The schema's limit of bends; more are drawn by no person. */
const maxBends = 200;

/** Our details, under what the file says now: a property that was changed in the other tool is the other tool's. */
function detailsOf(cell: Cell): PartDetails | undefined {
  const details = readPartDetails(cell.own);
  if (!details) return undefined;
  const { outOfScope: _before, ...rest } = details;
  return {
    ...rest,
    ...(cell.outOfScope === undefined ? {} : { outOfScope: cell.outOfScope }),
    properties: { ...details.properties, ...Object.fromEntries(cell.properties) },
  };
}

interface Placed {
  readonly cell: Cell;
  readonly id: ElementId;
}

class Diagram {
  private readonly elements = new Map<string, Placed>();

  constructor(
    private readonly draft: ModelDraft,
    private readonly diagram: DiagramId,
    private readonly cells: readonly Cell[],
  ) {}

  read(): void {
    // Lines refer to elements that may come later in the list, so the elements are read first.
    for (const cell of this.cells) this.readElement(cell);
    for (const cell of this.cells) this.readOther(cell);
  }

  private readElement(cell: Cell): void {
    // Ours: Threat Dragon has no place for the threats of the whole system but a shape.
    if (cell.id === wholeSystem) return readThreats(this.draft, cell, { kind: 'model' });
    if (cell.kind !== 'process' && cell.kind !== 'store' && cell.kind !== 'external') return;
    const id = mint(elementId, this.draft.newId);
    if (!cell.box) this.reportPosition();
    const element: Element = {
      id,
      origin: this.draft.origin('element', cell.id),
      kind: cell.kind,
      ...this.common(cell, fallbackNames[cell.kind]),
      ...(cell.box ? { drawing: { diagram: this.diagram, box: cell.box } } : {}),
    };
    this.draft.elements.push(withPartDetails(element, detailsOf(cell)));
    if (cell.id !== '' && !this.elements.has(cell.id)) this.elements.set(cell.id, { cell, id });
    this.readRest(cell, { kind: 'element', id });
  }

  private readOther(cell: Cell): void {
    if (cell.kind === 'flow') this.addFlow(cell);
    else if (cell.kind === 'box' || cell.kind === 'curve') this.addBoundary(cell);
    else if (cell.kind === 'text')
      this.draft.report.add('text annotations', 'they are comments on the drawing, not elements');
    else if (cell.kind === 'unknown') this.draft.report.add('shapes', 'their kind is unknown');
  }

  private common(cell: Cell, kindName: string) {
    const notes = this.draft.prose(cell.description);
    return {
      name: this.draft.line(cell.name) || `Unnamed ${kindName}`,
      ...(cell.outOfScope === undefined ? {} : { outOfScope: this.draft.prose(cell.outOfScope) }),
      ...(notes === '' ? {} : { notes }),
      properties: this.draft.properties(cell.properties),
    };
  }

  private addFlow(cell: Cell): void {
    const id = mint(flowId, this.draft.newId);
    const path = this.pathOf(cell);
    if (!path) this.reportPosition();
    const flow: Flow = {
      id,
      origin: this.draft.origin('flow', cell.id),
      ...this.common(cell, 'data flow'),
      source: this.connected(cell.source),
      target: this.connected(cell.target),
      ...(path ? { drawing: { diagram: this.diagram, path } } : {}),
    };
    this.draft.flows.push(withPartDetails(flow, detailsOf(cell)));
    this.readRest(cell, { kind: 'flow', id });
  }

  private connected(end: CellEnd): ElementId | null {
    const id = this.elements.get(end.cell ?? '')?.id ?? null;
    if (id === null) this.draft.report.add('flow ends', 'they are not connected to an element');
    return id;
  }

  private addBoundary(cell: Cell): void {
    const id = mint(boundaryId, this.draft.newId);
    const origin = this.draft.origin('boundary', cell.id);
    const boundary: Boundary = {
      id,
      origin,
      ...this.common(cell, 'trust boundary'),
      drawing: this.drawingOf(cell),
    };
    this.draft.boundaries.push(withPartDetails(boundary, detailsOf(cell)));
    this.readRest(cell, { kind: 'boundary', id });
  }

  /** A boundary is nothing without its drawing, so a missing position becomes the corner. */
  private drawingOf(cell: Cell): Boundary['drawing'] {
    const path = cell.kind === 'curve' ? this.pathOf(cell) : undefined;
    if (path) return { shape: 'line', diagram: this.diagram, path };
    if (!cell.box) this.reportPosition();
    if (cell.kind === 'box' || cell.box) {
      return { shape: 'box', diagram: this.diagram, box: cell.box ?? { x: 0, y: 0, width: 0, height: 0 } };
    }
    return {
      shape: 'line',
      diagram: this.diagram,
      path: { from: { x: 0, y: 0 }, to: { x: 0, y: 0 }, via: [] },
    };
  }

  /** Connected ends have no coordinates in the file: they are where the line meets the outline of the shape. */
  private pathOf(cell: Cell): Path | undefined {
    const via = cell.vertices.slice(0, maxBends);
    this.draft.report.add(
      'bends of lines',
      'there are too many on one line',
      cell.vertices.length - via.length,
    );
    const start = this.anchorOf(cell.source);
    const end = this.anchorOf(cell.target);
    if (!start || !end) return undefined;
    const from = this.touch(cell.source, via.at(0) ?? end) ?? start;
    const to = this.touch(cell.target, via.at(-1) ?? start) ?? end;
    return { from, to, via };
  }

  private anchorOf(end: CellEnd): Point | undefined {
    const box = this.elements.get(end.cell ?? '')?.cell.box;
    return box ? middle(box) : end.point;
  }

  private touch(end: CellEnd, toward: Point): Point | undefined {
    const cell = this.elements.get(end.cell ?? '')?.cell;
    return cell?.box && touchPoint(cell.box, cell.kind === 'process' ? 'ellipse' : 'rectangle', toward);
  }

  private readRest(cell: Cell, place: Place): void {
    this.draft.report.add('fields of shapes', 'they hold lists or groups of values', cell.ignored);
    readThreats(this.draft, cell, place);
  }

  private reportPosition(): void {
    this.draft.report.add('positions', 'the file does not give them in full');
  }
}

/** Adds one diagram of the file, of either version, to the draft. */
export function readDiagram(draft: ModelDraft, value: Json): void {
  const cells = asList(member(value, 'cells'));
  const oldCells = asList(member(member(value, 'diagramJson'), 'cells'));
  const title = asText(member(value, 'title'));
  const diagram = draft.addDiagram(asText(member(value, 'id')) || title, title);
  if (asText(member(value, 'description')).trim() !== '')
    draft.report.add('descriptions of diagrams', 'a diagram has no such field here');
  new Diagram(draft, diagram.id, (cells.length > 0 ? cells : oldCells).map(cellOf)).read();
}
