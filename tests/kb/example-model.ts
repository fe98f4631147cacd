/** The model that an example describes: elements by name, flows between them, types and values by their ids. */
import { elementId, flowId, mint, modelId } from '../../src/core/model/ids';
import type { Element, Flow } from '../../src/core/model/diagram-parts';
import { emptyModel } from '../../src/core/model/model';
import type { Model } from '../../src/core/model/model';

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
}

const origin = { kind: 'person' } as const;

/** UUIDs that count up. */
export function countingIds(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
}

const described = ({ name, type, properties }: Described) => ({
  origin,
  name,
  properties: { ...properties },
  ...(type === undefined ? {} : { type: { id: type, name: type } }),
});

/** Throws when a flow names an element that is not there: the example would be silent for the wrong reason. */
export function exampleModel({ elements, flows }: ExampleModel, newId = countingIds()): Model {
  const info = { name: 'Example', description: '', scope: [], created: '2026-01-01T00:00:00.000Z' };
  const made: Element[] = elements.map((each) => ({
    id: mint(elementId, newId),
    kind: each.kind,
    ...described(each),
  }));
  const idOf = (name: string) => {
    const found = made.find((each) => each.name === name);
    if (!found) throw new Error(`The example has no element "${name}".`);
    return found.id;
  };
  const lines: Flow[] = flows.map((each) => ({
    id: mint(flowId, newId),
    source: idOf(each.source),
    target: idOf(each.target),
    ...described(each),
  }));
  return {
    ...emptyModel({ id: mint(modelId, newId), ...info }),
    element: new Map(made.map((each) => [each.id, each])),
    flow: new Map(lines.map((each) => [each.id, each])),
  };
}
