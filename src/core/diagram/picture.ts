/** One diagram as something to draw: boxes, lines and labels, with how much threatens each. Pure data for any canvas. */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { BoundaryId, DiagramId, ElementId, FlowId } from '../model/ids';
import type { Model } from '../model/model';
import type { Path, Rectangle } from '../model/parts';
import type { Place } from '../model/threat';
import type { SeverityName } from '../risk/severity';
import { around, boxOfPath, pathBetween } from './geometry';

export type PartId = ElementId | FlowId | BoundaryId;

/** What threatens a part, as far as it is still open. */
export interface Worry {
  readonly threats: number;
  readonly worst: SeverityName | undefined;
}
export const noWorry: Worry = { threats: 0, worst: undefined };

export interface DrawnElement {
  readonly id: ElementId;
  readonly kind: Element['kind'];
  readonly name: string;
  /** Of the knowledge packages or the tool that drew it; empty = the plain kind. */
  readonly type: string;
  readonly box: Rectangle;
  readonly outOfScope: boolean;
  /** The file that it was imported from does not have it any more. */
  readonly stale: boolean;
  readonly worry: Worry;
}
export interface DrawnBoundary {
  readonly id: BoundaryId;
  readonly name: string;
  readonly type: string;
  readonly shape:
    { readonly kind: 'box'; readonly box: Rectangle } | { readonly kind: 'line'; readonly path: Path };
  readonly stale: boolean;
  readonly worry: Worry;
}
export interface DrawnLine {
  readonly id: FlowId;
  readonly name: string;
  readonly source: ElementId | undefined;
  readonly target: ElementId | undefined;
  readonly path: Path;
  readonly bothWays: boolean;
  readonly outOfScope: boolean;
  /** The file that it was imported from does not have it any more. */
  readonly stale: boolean;
  readonly worry: Worry;
}
export interface Picture {
  readonly elements: readonly DrawnElement[];
  /** The largest first, so that nested ones lie on top. */
  readonly boundaries: readonly DrawnBoundary[];
  readonly lines: readonly DrawnLine[];
  /** Around everything; undefined when nothing is drawn. */
  readonly bounds: Rectangle | undefined;
}

/** Threat Dragon's name for it; importers keep it, and so do we. */
const bothWaysName = 'isbidirectional';

export function isBothWays({ properties }: Pick<Flow, 'properties'>): boolean {
  const said = Object.entries(properties).find(([name]) => name.toLowerCase() === bothWaysName)?.[1];
  return said !== undefined && /^(yes|true)$/i.test(said.trim());
}

/** The properties of a flow that goes both ways, or not. */
export function sayBothWays(flow: Flow, bothWays: boolean): Flow {
  const rest = Object.entries(flow.properties).filter(([name]) => name.toLowerCase() !== bothWaysName);
  return {
    ...flow,
    properties: { ...Object.fromEntries(rest), ...(bothWays ? { isBidirectional: 'true' } : {}) },
  };
}

/** The line of a flow; undefined when an end is not drawn on the diagram and it has no line of its own. */
export function lineOf(model: Pick<Model, 'element'>, flow: Flow, diagram: DiagramId): Path | undefined {
  const end = (id: ElementId | null) => {
    const drawing = id === null ? undefined : model.element.get(id)?.drawing;
    return drawing?.diagram === diagram ? drawing.box : undefined;
  };
  const [source, target] = [end(flow.source), end(flow.target)];
  const own = flow.drawing?.diagram === diagram ? flow.drawing.path : undefined;
  if (source && target) {
    if (flow.source === flow.target) return own ?? loopAt(source);
    return pathBetween(source, target, own?.via ?? []);
  }
  return own;
}

/** A flow from an element to itself: out at the right, round the corner, in from below. */
function loopAt({ x, y, width, height }: Rectangle): Path {
  const [right, bottom] = [x + width, y + height];
  const from = { x: right, y: y + height / 2 };
  const to = { x: x + width / 2, y: bottom };
  const via = [
    { x: right + 40, y: from.y },
    { x: right + 40, y: bottom + 40 },
    { x: to.x, y: bottom + 40 },
  ];
  return { from, to, via };
}

const typeOf = ({ type }: Pick<Element, 'type'>): string => type?.name ?? '';
const marksOf = ({ outOfScope, stale }: Pick<Element, 'outOfScope' | 'stale'>) => ({
  outOfScope: outOfScope !== undefined,
  stale: stale !== undefined,
});
const sizeOf = ({ shape }: DrawnBoundary): number =>
  shape.kind === 'line' ? 0 : shape.box.width * shape.box.height;

function drawnBoundary({ id, name, type, drawing, stale }: Boundary, worry: Worry): DrawnBoundary {
  const shape =
    drawing.shape === 'box'
      ? ({ kind: 'box', box: drawing.box } as const)
      : ({ kind: 'line', path: drawing.path } as const);
  return { id, name, type: type?.name ?? '', shape, stale: stale !== undefined, worry };
}

/** Diagram units between flows that join the same two elements. */
const parallelGap = 46;

/** Straight flows between the same two elements would lie on one another: each gets a bend of its own, for the eye only. */
function apart(lines: readonly DrawnLine[]): readonly DrawnLine[] {
  const pairs = new Map<string, DrawnLine[]>();
  for (const line of lines) {
    const { source, target, path } = line;
    if (!source || !target || source === target || path.via.length > 0) continue;
    const pair = [source, target].sort().join(' ');
    pairs.set(pair, [...(pairs.get(pair) ?? []), line]);
  }
  const bent = new Map<FlowId, DrawnLine>();
  for (const group of pairs.values())
    group.forEach((line, at) => {
      const by = (at - (group.length - 1) / 2) * parallelGap;
      if (by !== 0) bent.set(line.id, { ...line, path: bentBy(line, by) });
    });
  return lines.map((line) => bent.get(line.id) ?? line);
}

/** The side is the same whichever way the flow runs. */
function bentBy({ path: { from, to }, source, target }: DrawnLine, by: number): Path {
  const [a, b] = (source ?? '') < (target ?? '') ? [from, to] : [to, from];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = {
    x: Math.round((a.x + b.x) / 2 - (dy / length) * by),
    y: Math.round((a.y + b.y) / 2 + (dx / length) * by),
  };
  return { from, to, via: [bend] };
}

/** O(elements + flows + boundaries). `worryAt` tells what threatens a place. */
export function drawPicture(model: Model, diagram: DiagramId, worryAt: (place: Place) => Worry): Picture {
  const elements = [...model.element.values()].flatMap((element): DrawnElement[] => {
    if (element.drawing?.diagram !== diagram) return [];
    const { id, kind, name } = element;
    const marks = { ...marksOf(element), worry: worryAt({ kind: 'element', id }) };
    return [{ id, kind, name, type: typeOf(element), box: element.drawing.box, ...marks }];
  });
  const boundaries = [...model.boundary.values()]
    .filter(({ drawing }) => drawing.diagram === diagram)
    .map((boundary) => drawnBoundary(boundary, worryAt({ kind: 'boundary', id: boundary.id })))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const lines = [...model.flow.values()].flatMap((flow): DrawnLine[] => {
    const path = lineOf(model, flow, diagram);
    if (!path) return [];
    const { id, name, source, target } = flow;
    const worry = worryAt({ kind: 'flow', id });
    const rest = { bothWays: isBothWays(flow), ...marksOf(flow), worry };
    return [{ id, name, source: source ?? undefined, target: target ?? undefined, path, ...rest }];
  });
  const bounds = around([
    ...elements.map(({ box }) => box),
    ...boundaries.map(({ shape }) => (shape.kind === 'box' ? shape.box : boxOfPath(shape.path))),
    ...lines.map(({ path }) => boxOfPath(path)),
  ]);
  return { elements, boundaries, lines: apart(lines), bounds };
}

/** Elements that no diagram shows: models without coordinates bring them. */
export function undrawnElements(model: Model): readonly Element[] {
  return [...model.element.values()].filter(({ drawing }) => drawing === undefined);
}
