/** The shapes of a Threat Dragon diagram (version 2, AntV X6), as its own editor saves them. */
import { isBothWays } from '../diagram/picture';
import { ownMark, partDetails } from '../formats/own-details';
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { ElementId } from '../model/ids';
import type { Path, Point, Rectangle } from '../model/parts';

/** Fields of its forms that are boxes to tick; every other one is a text. */
const ticks: ReadonlySet<string> = new Set(
  (
    'handlesCardPayment handlesGoodsOrServices isALog isEncrypted isPublicNetwork isSigned isWebApplication ' +
    'providesAuthentication storesCredentials storesInventory'
  ).split(' '),
);
const texts: ReadonlySet<string> = new Set(['privilegeLevel', 'protocol']);

/** The properties that Threat Dragon has a field for, as its fields hold them. */
export function fieldsOf(properties: Readonly<Record<string, string>>): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]): [string, string | boolean][] => {
      if (texts.has(name)) return [[name, value]];
      return ticks.has(name) && (value === 'true' || value === 'false') ? [[name, value === 'true']] : [];
    }),
  );
}

export interface CellThreats {
  readonly threats: readonly object[];
  readonly hasOpen: boolean;
}
interface Given<T> {
  readonly thing: T;
  readonly threats: CellThreats;
  readonly zIndex: number;
}

const stroke = (hasOpen: boolean) => ({
  stroke: hasOpen ? 'red' : '#333333',
  strokeWidth: hasOpen ? 2.5 : 1,
  strokeDasharray: null,
});
const types = { external: 'tm.Actor', process: 'tm.Process', store: 'tm.Store' } as const;
const shapes = { external: 'actor', process: 'process', store: 'store' } as const;
/** The editor refuses smaller shapes. */
const atLeast10 = (length: number): number => Math.max(10, length);
const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

function dataOf(thing: Element | Flow | Boundary, type: string, { threats, hasOpen }: CellThreats) {
  return {
    type,
    name: thing.name,
    description: thing.notes ?? '',
    outOfScope: thing.outOfScope !== undefined,
    reasonOutOfScope: thing.outOfScope ?? '',
    ...fieldsOf(thing.properties),
    hasOpenThreats: hasOpen,
    threats,
    [ownMark]: partDetails(thing),
  };
}

const boxed = ({ x, y, width, height }: Rectangle) => ({
  position: { x, y },
  size: { width: atLeast10(width), height: atLeast10(height) },
});

export function elementCell({ thing, threats, zIndex }: Given<Element>, box: Rectangle): object {
  const line = stroke(threats.hasOpen);
  const text = { text: { text: thing.name } };
  return {
    ...boxed(box),
    attrs: thing.kind === 'store' ? { ...text, topLine: line, bottomLine: line } : { ...text, body: line },
    visible: true,
    shape: shapes[thing.kind],
    zIndex,
    id: thing.id,
    data: { ...dataOf(thing, types[thing.kind], threats), isTrustBoundary: false },
  };
}

const labels = (name: string) => [
  {
    markup: [
      { tagName: 'ellipse', selector: 'labelBody' },
      { tagName: 'text', selector: 'labelText' },
    ],
    attrs: {
      labelText: { text: name, textAnchor: 'middle', textVerticalAnchor: 'middle' },
      labelBody: { ref: 'labelText', refRx: '50%', refRy: '60%', fill: '#fff', strokeWidth: 0 },
    },
    position: 0.5,
  },
];

export function flowCell(
  { thing, threats, zIndex }: Given<Flow>,
  on: { readonly path: Path | undefined; readonly ends: readonly [ElementId | null, ElementId | null] },
): object {
  const [source, target] = on.ends;
  const end = (id: ElementId | null, point: Point | undefined) =>
    id === null ? whole(point ?? { x: 0, y: 0 }) : { cell: id };
  const line = { ...stroke(threats.hasOpen), targetMarker: { name: 'block' } };
  return {
    shape: 'flow',
    attrs: { line: isBothWays(thing) ? { ...line, sourceMarker: { name: 'block' } } : line },
    width: 200,
    height: 100,
    zIndex,
    labels: labels(thing.name),
    connector: 'smooth',
    data: {
      ...dataOf(thing, 'tm.Flow', threats),
      ...(isBothWays(thing) ? { isBidirectional: true } : {}),
      isTrustBoundary: false,
    },
    id: thing.id,
    source: end(source, on.path?.from),
    target: end(target, on.path?.to),
    vertices: on.path?.via ?? [],
  };
}

export function boundaryCell({ thing, threats, zIndex }: Given<Boundary>): object {
  const data = { ...dataOf(thing, 'tm.Boundary', threats), isTrustBoundary: true };
  const { drawing } = thing;
  if (drawing.shape === 'box')
    return {
      ...boxed(drawing.box),
      attrs: {
        label: { text: thing.name },
        body: { stroke: '#333333', strokeWidth: 3, strokeDasharray: '10 5' },
      },
      visible: true,
      shape: 'trust-boundary-box',
      zIndex: -1,
      id: thing.id,
      data: { ...data, type: 'tm.BoundaryBox' },
    };
  return {
    shape: 'trust-boundary-curve',
    attrs: { line: { targetMarker: '', sourceMarker: '' } },
    width: 200,
    height: 100,
    zIndex,
    labels: labels(thing.name),
    connector: 'smooth',
    data,
    id: thing.id,
    source: whole(drawing.path.from),
    target: whole(drawing.path.to),
    vertices: drawing.path.via,
  };
}
