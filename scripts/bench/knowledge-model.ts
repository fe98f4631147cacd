/** A model as large as wanted in which the packages find much: things of all their types, about two thirds of the answers given. */
import { exampleModel } from '../../src/core/kb/example-model';
import type { ExampleModel } from '../../src/core/kb/example-model';
import type { EntityType, KnowledgePackage, KnowledgeProperty, RootType } from '../../src/core/kb/package';
import type { Model } from '../../src/core/model/model';

/** The same numbers in each run (a linear congruential generator; Numerical Recipes). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Kind = ExampleModel['elements'][number]['kind'];
const kinds: Readonly<Partial<Record<RootType, Kind>>> = {
  process: 'process',
  'data-store': 'store',
  'external-interactor': 'external',
};

interface Vocabulary {
  readonly types: readonly EntityType[];
  readonly properties: ReadonlyMap<string, KnowledgeProperty>;
}

function vocabularyOf(packages: readonly KnowledgePackage[]): Vocabulary {
  return {
    types: [...new Map(packages.flatMap((each) => each.entityTypes.map((type) => [type.id, type]))).values()],
    properties: new Map(
      packages.flatMap((each) => each.properties.map((property) => [property.id, property])),
    ),
  };
}

/** `elements` things and `flows` data flows between them, in a box for every 25 things. O(elements + flows). */
export function knowledgeModel(
  packages: readonly KnowledgePackage[],
  size: { readonly elements: number; readonly flows: number },
): Model {
  const { types, properties } = vocabularyOf(packages);
  const roll = dice(7);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[roll(list.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  };
  const said = (type: EntityType) =>
    Object.fromEntries(
      type.properties.flatMap((id) => {
        const values = properties.get(id)?.values ?? [];
        return values.length === 0 || roll(3) === 0 ? [] : [[id, pick(values).id]];
      }),
    );
  const drawn = types.filter(({ base }) => kinds[base] !== undefined);
  const lines = types.filter(({ base }) => base === 'data-flow');
  const walls = types.filter(({ base }) => base === 'trust-boundary');
  const elements = Array.from({ length: size.elements }, (_, at) => {
    const type = pick(drawn);
    return {
      name: `${type.name} ${at}`,
      kind: kinds[type.base] ?? 'process',
      type: type.id,
      properties: said(type),
    };
  });
  const flows = Array.from({ length: size.flows }, (_, at) => {
    const type = pick(lines);
    return {
      name: `Flow ${at}`,
      source: pick(elements).name,
      target: pick(elements).name,
      type: type.id,
      properties: said(type),
    };
  });
  const boundaries = Array.from({ length: Math.ceil(size.elements / 25) }, (_, at) => {
    const type = pick(walls);
    const holds = elements.slice(at * 25, at * 25 + 20).map(({ name }) => name);
    return { name: `${type.name} ${at}`, type: type.id, holds, properties: said(type) };
  });
  return exampleModel({ elements, flows, boundaries });
}
