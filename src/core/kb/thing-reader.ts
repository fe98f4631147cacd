/** Reads one drawn thing with the eyes of a package: its entity type, and the values of the package's properties. */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { ModelInfo } from '../model/model';
import type { EntityType, KnowledgePackage, KnowledgeProperty, RootType } from './package';
import type { Crossing, Thing } from './scene';

const roots = { process: 'process', store: 'data-store', external: 'external-interactor' } as const;
type Drawn = Pick<Element | Flow | Boundary, 'type' | 'properties' | 'name'>;
type Relations = Partial<Pick<Thing, 'flows' | 'inside' | 'crossings'>>;

/** By these names a thing says which kinds of data it carries or keeps, and which marks it bears. */
const dataNames = ['data', 'carries', 'data classification', 'data-classification'];
const tagNames = ['tags', 'tag'];

/** The words of a list that a person wrote with commas or semicolons, lower case. */
export function listed(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/[,;\n]/)
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== ''),
  );
}

/** The value id for what the model says; a word that the property does not know is as good as nothing. */
function valueIn(property: KnowledgeProperty, said: string): string | undefined {
  const word = said.trim().toLowerCase();
  if (word === '') return undefined;
  if (property.values.length === 0) return said.trim();
  const one = property.values.find(({ names }) => names.has(word))?.id;
  if (one !== undefined || property.type !== 'multi') return one;
  const many = [...listed(said)].flatMap(
    (each) => property.values.find(({ names }) => names.has(each))?.id ?? [],
  );
  return many.length > 0 ? many.join(', ') : undefined;
}

const noFlows: Thing['flows'] = () => [];

export class ThingReader {
  /** By root and name: a flow called "Process" stays a flow. */
  readonly #typeByName = new Map<string, EntityType>();
  readonly #properties: ReadonlyMap<string, KnowledgeProperty>;
  readonly #typeSets = new Map<string, ReadonlySet<string>>();

  constructor(known: KnowledgePackage) {
    const keep = ({ base }: EntityType, name: string, type: EntityType) =>
      void this.#typeByName.set(`${base} ${name}`, type);
    // Names of foreign tools and ids are exact; what a type is called comes after them.
    for (const type of known.entityTypes) keep(type, type.name.trim().toLowerCase(), type);
    for (const type of known.entityTypes)
      for (const name of type.names) if (name !== type.name.trim().toLowerCase()) keep(type, name, type);
    for (const type of known.entityTypes) keep(type, type.id, type);
    this.#properties = new Map(known.properties.map((property) => [property.id, property]));
  }

  element(element: Element, relations: Relations): Thing {
    return this.thing(element, roots[element.kind], relations);
  }
  flow(flow: Flow, relations: Relations): Thing {
    return this.thing(flow, 'data-flow', relations);
  }
  boundary(boundary: Boundary): Thing {
    return this.thing(boundary, 'trust-boundary', {});
  }
  /** Properties of the whole model: answers to questions about it, its size and the sensitivity of its data. */
  model({ name, properties = {}, context = {} }: ModelInfo): Thing {
    const said = { ...properties, ...context };
    return {
      ...this.thing({ name, properties: said }, undefined, {}),
      type: 'model',
      types: new Set(['model']),
    };
  }

  /** What a person said about crossings: `yes`, `no`, or types. */
  saidCrossings(said: string): readonly Crossing[] | undefined {
    const words = [...listed(said)];
    if (words.length === 0) return undefined;
    if (words[0] === 'no' || words[0] === 'false') return [];
    return words.map((word) => {
      const type = this.typeNamed(word, 'trust-boundary');
      const types = this.typeSet(type, 'trust-boundary');
      return { boundary: { types, name: type?.name ?? 'a trust boundary' }, direction: 'unknown' };
    });
  }

  private typeNamed(name: string | undefined, root: RootType): EntityType | undefined {
    return name === undefined ? undefined : this.#typeByName.get(`${root} ${name.trim().toLowerCase()}`);
  }

  private typeOf({ type }: Pick<Drawn, 'type'>, root: RootType): EntityType | undefined {
    return (
      this.typeNamed(type?.id, root) ??
      this.typeNamed(type?.name, root) ??
      this.typeNamed(type?.base, root) ??
      this.typeNamed(root, root)
    );
  }

  /** Shared between things of one type: there are many things and few types. */
  private typeSet(type: EntityType | undefined, root: RootType, base?: EntityType): ReadonlySet<string> {
    const key = `${root} ${type?.id ?? ''} ${base?.id ?? ''}`;
    const there = this.#typeSets.get(key);
    if (there) return there;
    const made = new Set<string>([root, ...(type?.lineage ?? []), ...(base?.lineage ?? [])]);
    this.#typeSets.set(key, made);
    return made;
  }

  private thing(drawn: Drawn, root: RootType | undefined, relations: Relations): Thing {
    const type = root && this.typeOf(drawn, root);
    // What the drawing tool called the generic kind: it counts beside the specific one.
    const base = root && this.typeNamed(drawn.type?.base, root);
    let lower: ReadonlyMap<string, string> | undefined;
    const said = () =>
      (lower ??= new Map(Object.entries(drawn.properties).map(([name, text]) => [name.toLowerCase(), text])));
    const known = new Map<string, string | undefined>();
    const value = (id: string): string | undefined => {
      if (!known.has(id)) known.set(id, this.valueOf(id, said(), type));
      return known.get(id);
    };
    const firstOf = (names: readonly string[]) =>
      names.map((name) => said().get(name)).find((text) => text !== undefined && text.trim() !== '');
    return {
      type: type?.id ?? root ?? '',
      types: root ? this.typeSet(type, root, base) : new Set(),
      value,
      name: drawn.name,
      flows: relations.flows ?? noFlows,
      tags: () => new Set([...(type?.tags ?? []), ...listed(firstOf(tagNames) ?? '')]),
      data: () => {
        const data = firstOf(dataNames);
        return data === undefined ? undefined : listed(data);
      },
      ...(relations.inside ? { inside: relations.inside } : {}),
      ...(relations.crossings ? { crossings: relations.crossings } : {}),
    };
  }

  private valueOf(
    id: string,
    said: ReadonlyMap<string, string>,
    type: EntityType | undefined,
  ): string | undefined {
    const property = this.#properties.get(id);
    if (!property) return undefined;
    const fixed = type?.fixed.get(id);
    if (fixed !== undefined) return fixed;
    for (const name of property.names) {
      const text = said.get(name);
      const found = text === undefined ? undefined : valueIn(property, text);
      if (found !== undefined) return found;
    }
    return type?.defaults.get(id);
  }
}
