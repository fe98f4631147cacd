/** Reads one drawn thing with the eyes of a package: its entity type, and the values of the package's properties. */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { ModelInfo } from '../model/model';
import type { EntityType, KnowledgePackage, KnowledgeProperty, RootType } from './package';
import type { ElementId } from '../model/ids';
import type { BoundaryThing, Crossing, FlowScene, Thing } from './scene';

const roots = { process: 'process', store: 'data-store', external: 'external-interactor' } as const;
type Drawn = Pick<Element | Flow | Boundary, 'type' | 'properties' | 'name'>;

/** Where the things of a model stand to one another, found when a rule asks. */
export interface Surroundings {
  flowsAt(element: ElementId): readonly FlowScene[];
  boxesAround(element: Element): readonly BoundaryThing[] | undefined;
  crossingsOf(flow: Flow): readonly Crossing[] | undefined;
}

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

type Said = ReadonlyMap<string, string>;
const saidOf = new WeakMap<Drawn['properties'], Said>();

/** By lower-case name, once for all packages: entities of a model never change, edits make new ones. */
export function saidIn(properties: Drawn['properties']): Said {
  const there = saidOf.get(properties);
  if (there) return there;
  const made = new Map<string, string>();
  for (const name in properties) made.set(name.toLowerCase(), properties[name] ?? '');
  saidOf.set(properties, made);
  return made;
}

function firstOf(said: Said, names: readonly string[]): string | undefined {
  return names.map((name) => said.get(name)).find((text) => text !== undefined && text.trim() !== '');
}

const noFlows: readonly FlowScene[] = [];

/** What a package makes of drawn things of one type: there are many things and few types. */
interface Kind {
  readonly reader: ThingReader;
  readonly entity: EntityType | undefined;
  readonly type: string;
  readonly types: ReadonlySet<string>;
}

/** Small, and looks things up when a rule asks: there are many things, and rules ask about few. */
class SeenThing implements Thing {
  readonly #kind: Kind;
  readonly #drawn: Drawn;
  #values: Map<string, string | undefined> | undefined;

  constructor(kind: Kind, drawn: Drawn) {
    this.#kind = kind;
    this.#drawn = drawn;
  }

  get name(): string {
    return this.#drawn.name;
  }
  get type(): string {
    return this.#kind.type;
  }
  get types(): ReadonlySet<string> {
    return this.#kind.types;
  }
  private get said(): Said {
    return saidIn(this.#drawn.properties);
  }

  value(id: string): string | undefined {
    const values = (this.#values ??= new Map<string, string | undefined>());
    const there = values.get(id);
    if (there !== undefined || values.has(id)) return there;
    const made = this.#kind.reader.valueOf(id, this.said, this.#kind.entity);
    values.set(id, made);
    return made;
  }

  flows(): readonly FlowScene[] {
    return noFlows;
  }

  tags(): ReadonlySet<string> {
    return new Set([...(this.#kind.entity?.tags ?? []), ...listed(firstOf(this.said, tagNames) ?? '')]);
  }

  data(): ReadonlySet<string> | undefined {
    const data = firstOf(this.said, dataNames);
    return data === undefined ? undefined : listed(data);
  }
}

class ElementThing extends SeenThing {
  #boxes: readonly BoundaryThing[] | undefined | 'unasked' = 'unasked';

  constructor(
    kind: Kind,
    private readonly element: Element,
    private readonly around: Surroundings,
  ) {
    super(kind, element);
  }

  override flows(): readonly FlowScene[] {
    return this.around.flowsAt(this.element.id);
  }

  inside(): readonly BoundaryThing[] | undefined {
    if (this.#boxes === 'unasked') this.#boxes = this.around.boxesAround(this.element);
    return this.#boxes;
  }
}

class FlowThing extends SeenThing {
  #found: readonly Crossing[] | undefined | 'unasked' = 'unasked';

  constructor(
    kind: Kind,
    private readonly line: Flow,
    private readonly around: Surroundings,
  ) {
    super(kind, line);
  }

  crossings(): readonly Crossing[] | undefined {
    if (this.#found === 'unasked') this.#found = this.around.crossingsOf(this.line);
    return this.#found;
  }
}

type ByName = Map<string, EntityType>;
type KindsOfType = Map<EntityType | undefined, Kind>;
type Kinds = Map<EntityType | undefined, KindsOfType>;

export class ThingReader {
  /** By root, then by name: a flow called "Process" stays a flow. */
  readonly #typeByName = new Map<RootType, ByName>();
  readonly #properties: ReadonlyMap<string, KnowledgeProperty>;
  readonly #kinds = new Map<RootType, Kinds>();

  constructor(known: KnowledgePackage) {
    const keep = ({ base }: EntityType, name: string, type: EntityType) => {
      const names: ByName = this.#typeByName.get(base) ?? new Map<string, EntityType>();
      this.#typeByName.set(base, names.set(name, type));
    };
    // Names of foreign tools and ids are exact; what a type is called comes after them.
    for (const type of known.entityTypes) keep(type, type.name.trim().toLowerCase(), type);
    for (const type of known.entityTypes)
      for (const name of type.names) if (name !== type.name.trim().toLowerCase()) keep(type, name, type);
    for (const type of known.entityTypes) keep(type, type.id, type);
    this.#properties = new Map(known.properties.map((property) => [property.id, property]));
  }

  element(element: Element, around: Surroundings): Thing {
    return new ElementThing(this.kindOf(element, roots[element.kind]), element, around);
  }
  flow(flow: Flow, around: Surroundings): Thing {
    return new FlowThing(this.kindOf(flow, 'data-flow'), flow, around);
  }
  boundary(boundary: Boundary): Thing & BoundaryThing {
    return new SeenThing(this.kindOf(boundary, 'trust-boundary'), boundary);
  }
  /** Properties of the whole model: answers to questions about it, its size and the sensitivity of its data. */
  model({ name, properties = {}, context = {} }: ModelInfo): Thing {
    const kind = { reader: this, entity: undefined, type: 'model', types: new Set(['model']) };
    return new SeenThing(kind, { name, properties: { ...properties, ...context } });
  }

  /** What a person said about crossings: `yes`, `no`, or types. */
  saidCrossings(said: string): readonly Crossing[] | undefined {
    const words = [...listed(said)];
    if (words.length === 0) return undefined;
    if (words[0] === 'no' || words[0] === 'false') return [];
    return words.map((word) => {
      const type = this.typeNamed(word, 'trust-boundary');
      const { types } = this.kind('trust-boundary', type);
      return { boundary: { types, name: type?.name ?? 'a trust boundary' }, direction: 'unknown' };
    });
  }

  private typeNamed(name: string | undefined, root: RootType): EntityType | undefined {
    if (name === undefined) return undefined;
    const names = this.#typeByName.get(root);
    // Most models say the id itself, which is lower case and has no blanks around it.
    return names?.get(name) ?? names?.get(name.trim().toLowerCase());
  }

  private typeOf({ type }: Pick<Drawn, 'type'>, root: RootType): EntityType | undefined {
    return (
      this.typeNamed(type?.id, root) ??
      this.typeNamed(type?.name, root) ??
      this.typeNamed(type?.base, root) ??
      this.typeNamed(root, root)
    );
  }

  /** The very same each time. */
  private kind(root: RootType, entity: EntityType | undefined, base?: EntityType): Kind {
    const there = this.#kinds.get(root)?.get(entity)?.get(base);
    if (there) return there;
    const types = new Set<string>([root, ...(entity?.lineage ?? []), ...(base?.lineage ?? [])]);
    const made = { reader: this, entity, type: entity?.id ?? root, types };
    const ofRoot: Kinds = this.#kinds.get(root) ?? new Map<EntityType | undefined, KindsOfType>();
    const ofType: KindsOfType = ofRoot.get(entity) ?? new Map<EntityType | undefined, Kind>();
    this.#kinds.set(root, ofRoot.set(entity, ofType.set(base, made)));
    return made;
  }

  private kindOf(drawn: Drawn, root: RootType): Kind {
    const entity = this.typeOf(drawn, root);
    // What the drawing tool called the generic kind: it counts beside the specific one.
    return this.kind(root, entity, this.typeNamed(drawn.type?.base, root));
  }

  /** What the type fixes, else what the thing says under one of the property's names, else the type's default. */
  valueOf(id: string, said: Said, type: EntityType | undefined): string | undefined {
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
