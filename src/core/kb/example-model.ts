/**
 * The model that an example of a rule describes: elements by name, flows between them, boundaries by what they hold.
 * Nobody draws examples, so this draws them: elements in a row, each boundary a box around those it holds.
 */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import { boundaryId, diagramId, elementId, flowId, mint, modelId } from '../model/ids';
import type { DiagramId, ElementId, NewId } from '../model/ids';
import { emptyModel } from '../model/model';
import type { Model } from '../model/model';

export const elementKinds = ['process', 'store', 'external'] as const satisfies readonly Element['kind'][];

interface Described {
  readonly name: string;
  /** Id of an entity type of the package; absent = the plain kind. */
  readonly type?: string;
  readonly properties?: Readonly<Record<string, string>>;
}
export interface ExampleModel {
  readonly elements: readonly (Described & { readonly kind: Element['kind'] })[];
  /** `source` and `target` are names of elements. */
  readonly flows: readonly (Described & { readonly source: string; readonly target: string })[];
  /** Boxes; `holds` names elements. A box lies wholly in another one or beside it. */
  readonly boundaries?: readonly (Described & { readonly holds: readonly string[] })[];
  /** What is true of the whole system. */
  readonly properties?: Readonly<Record<string, string>>;
}
export interface Example {
  readonly expect: 'fires' | 'silent';
  readonly because: string;
  readonly model: ExampleModel;
}

/** UUIDs that count up. */
export function countingIds(): NewId {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
}

const origin = { kind: 'person' } as const;
const described = ({ name, type, properties }: Described) => ({
  origin,
  name,
  properties: { ...properties },
  ...(type === undefined ? {} : { type: { id: type, name: type } }),
});

/** Units of the drawing. */
const size = 100;
const gap = 200;

type Box = NonNullable<ExampleModel['boundaries']>[number];

/** The names in an order in which the elements of each box stand side by side. Throws when boxes overlap. */
function inRow(names: readonly string[], boxes: readonly Box[]): readonly string[] {
  const biggestFirst = [...boxes].sort((a, b) => b.holds.length - a.holds.length);
  const key = (name: string) =>
    biggestFirst.map(({ holds }, at) => (holds.includes(name) ? String(at).padStart(3, '0') : '~')).join('/');
  for (const [at, one] of biggestFirst.entries())
    for (const other of biggestFirst.slice(at + 1)) {
      const shared = other.holds.filter((name) => one.holds.includes(name)).length;
      if (shared > 0 && shared < other.holds.length)
        throw new Error(`The boundaries "${one.name}" and "${other.name}" overlap.`);
    }
  return [...names].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function boundariesOf(
  boxes: readonly Box[],
  row: readonly string[],
  make: { readonly newId: NewId; readonly diagram: DiagramId },
): readonly Boundary[] {
  return boxes.map((box): Boundary => {
    const at = box.holds.map((name) => row.indexOf(name)).filter((place) => place >= 0);
    // An inner box is smaller than the one around it, so that no two edges lie on one another.
    const outer = boxes.filter(
      (other) => other !== box && box.holds.every((name) => other.holds.includes(name)),
    );
    const margin = 40 / (1 + outer.length);
    const left = Math.min(...at) * gap - margin;
    const right = Math.max(...at) * gap + size + margin;
    const rectangle = { x: left, y: -margin, width: right - left, height: size + 2 * margin };
    return {
      id: mint(boundaryId, make.newId),
      ...described(box),
      drawing: { shape: 'box', diagram: make.diagram, box: rectangle },
    };
  });
}

/** Throws when something names an element that is not there: the example would be silent for the wrong reason. */
export function exampleModel(example: ExampleModel, newId: NewId = countingIds()): Model {
  const { elements, flows, boundaries = [], properties } = example;
  const diagram = { id: mint(diagramId, newId), origin, name: 'Example' };
  const row = inRow(
    elements.map(({ name }) => name),
    boundaries,
  );
  const made = elements.map((each): Element => {
    const box = { x: row.indexOf(each.name) * gap, y: 0, width: size, height: size };
    const drawing = { diagram: diagram.id, box };
    return { id: mint(elementId, newId), kind: each.kind, ...described(each), drawing };
  });
  const idOf = (name: string): ElementId => {
    const found = made.find((each) => each.name === name);
    if (!found) throw new Error(`The example has no element "${name}".`);
    return found.id;
  };
  for (const { holds } of boundaries) holds.forEach(idOf);
  const lines = flows.map((each): Flow => ({
    id: mint(flowId, newId),
    source: idOf(each.source),
    target: idOf(each.target),
    ...described(each),
  }));
  const boxes = boundariesOf(boundaries, row, { newId, diagram: diagram.id });
  const info = { name: 'Example', description: '', scope: [], created: '2026-01-01T00:00:00.000Z' };
  return {
    ...emptyModel({ id: mint(modelId, newId), ...info, ...(properties ? { properties } : {}) }),
    diagram: new Map([[diagram.id, diagram]]),
    element: new Map(made.map((each) => [each.id, each])),
    flow: new Map(lines.map((each) => [each.id, each])),
    boundary: new Map(boxes.map((each) => [each.id, each])),
  };
}
