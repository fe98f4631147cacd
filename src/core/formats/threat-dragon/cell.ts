/** One cell of a Threat Dragon diagram, the same for file versions 1 and 2. */
import type { Point, Rectangle } from '../../model/parts';
import type { Json, JsonObject } from '../json-value';
import { ownMark } from '../own-details';
import { asList, asNumber, asObject, asText, member } from '../json-value';

export type CellKind = 'process' | 'store' | 'external' | 'flow' | 'box' | 'curve' | 'text' | 'unknown';

/** An end of a line: connected to a cell, or a point; a broken file may give neither. */
export interface CellEnd {
  readonly cell?: string;
  readonly point?: Point;
}

export interface Cell {
  readonly kind: CellKind;
  /** '' when the file gives none. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Present when out of scope: the reason, perhaps ''. */
  readonly outOfScope?: string;
  readonly properties: readonly (readonly [string, string])[];
  readonly threats: readonly Json[];
  readonly box?: Rectangle;
  readonly source: CellEnd;
  readonly target: CellEnd;
  readonly vertices: readonly Point[];
  /** What an export of ours wrote beside. */
  readonly own: Json | undefined;
  /** Fields which hold more than one value and are not understood. */
  readonly ignored: number;
}

/** `trust-broundary-curve` is what versions 2.0 to 2.1.3 wrote. Version 1 knew curves only. */
const kinds: ReadonlyMap<string, CellKind> = new Map([
  ['process', 'process'],
  ['store', 'store'],
  ['actor', 'external'],
  ['flow', 'flow'],
  ['trust-boundary-box', 'box'],
  ['trust-boundary-curve', 'curve'],
  ['trust-broundary-curve', 'curve'],
  ['td-text-block', 'text'],
  ['tm.process', 'process'],
  ['tm.store', 'store'],
  ['tm.actor', 'external'],
  ['tm.flow', 'flow'],
  ['tm.boundary', 'curve'],
  ['tm.boundarybox', 'box'],
  ['tm.text', 'text'],
]);

/** Fields that are read elsewhere or only draw; every other simple value is a property that somebody set. */
const notProperties: ReadonlySet<string> = new Set(
  (
    'type shape id name description threats hasOpenThreats outOfScope reasonOutOfScope isTrustBoundary ' +
    'size position angle z zIndex attrs smooth source target vertices labels width height x y markup visible ' +
    'data connector router tools ports children parent threatFrequency ruleId without'
  ).split(' '),
);

function kindOf(cell: JsonObject): CellKind {
  const names = [member(cell, 'shape'), member(cell, 'type'), member(member(cell, 'data'), 'type')];
  for (const name of names) {
    const kind = kinds.get(asText(name).toLowerCase());
    // A box says type tm.Boundary in its data: the shape, asked first, knows better.
    if (kind) return kind;
  }
  return 'unknown';
}

/** data.name is what Threat Dragon shows in its forms; the labels on the drawing may be older. */
function nameOf(cell: JsonObject, data: JsonObject): string {
  const label = asList(member(cell, 'labels')).at(0);
  const attributes = member(label, 'attrs');
  const candidates = [
    member(data, 'name'),
    member(member(member(cell, 'attrs'), 'text'), 'text'),
    member(member(attributes, 'label'), 'text'),
    member(member(attributes, 'text'), 'text'),
    member(member(member(cell, 'attrs'), 'label'), 'text'),
  ];
  return candidates.map(asText).find((name) => name.trim() !== '') ?? '';
}

function pointOf(value: Json | undefined): Point | undefined {
  const x = asNumber(member(value, 'x'));
  const y = asNumber(member(value, 'y'));
  return x === undefined || y === undefined ? undefined : { x, y };
}

function boxOf(cell: JsonObject): Rectangle | undefined {
  const corner = pointOf(member(cell, 'position')) ?? pointOf(cell);
  const size = asObject(member(cell, 'size')) ?? cell;
  const width = asNumber(member(size, 'width'));
  const height = asNumber(member(size, 'height'));
  return corner && width !== undefined && height !== undefined ? { ...corner, width, height } : undefined;
}

/** Version 1 says `id`, version 2 says `cell`. */
function endOf(value: Json | undefined): CellEnd {
  const cell = asText(member(value, 'cell')) || asText(member(value, 'id'));
  const point = pointOf(value);
  return { ...(cell === '' ? {} : { cell }), ...(point ? { point } : {}) };
}

function splitFields(data: JsonObject): { properties: (readonly [string, string])[]; ignored: number } {
  const properties: (readonly [string, string])[] = [];
  let ignored = 0;
  for (const [name, value] of Object.entries(data)) {
    if (notProperties.has(name) || name.startsWith('$')) continue;
    if (typeof value === 'object') ignored += value === null ? 0 : 1;
    else properties.push([name, String(value)]);
  }
  return { properties, ignored };
}

/** The cell, however incomplete; a value that is no object is a cell of unknown kind. */
export function cellOf(value: Json): Cell {
  const cell = asObject(value) ?? {};
  // Version 2 keeps the model in `data`; version 1 keeps it on the cell itself.
  const data = asObject(member(cell, 'data')) ?? cell;
  const onData = asList(member(data, 'threats'));
  const box = boxOf(cell);
  const out = member(data, 'outOfScope') === true;
  return {
    kind: kindOf(cell),
    id: asText(member(cell, 'id')),
    name: nameOf(cell, data),
    description: asText(member(data, 'description')),
    ...(out ? { outOfScope: asText(member(data, 'reasonOutOfScope')) } : {}),
    ...splitFields(data),
    // The published schema puts threats on the cell, real files put them in `data`.
    threats: onData.length > 0 ? onData : asList(member(cell, 'threats')),
    ...(box ? { box } : {}),
    own: member(data, ownMark),
    source: endOf(member(cell, 'source')),
    target: endOf(member(cell, 'target')),
    vertices: asList(member(cell, 'vertices')).flatMap((vertex) => pointOf(vertex) ?? []),
  };
}
