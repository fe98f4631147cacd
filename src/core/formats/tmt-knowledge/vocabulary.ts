/** The stencils and attributes of a TMT knowledge base, as entity types and properties of a package. */
import { cleanLine, cleanProse, cut } from '../clean-text';
import type { Limits } from '../import-result';
import { stopWhenLate } from '../time-is-up';
import type { XmlElement } from '../xml-tree';
import { child, childText, childrenOf } from '../xml-tree';
import type { FilterNames, FilterSubject, RuleJson } from './filter';
import { never } from './filter';
import { Ids } from './ids';

type Root = 'external-interactor' | 'process' | 'data-store' | 'data-flow' | 'trust-boundary';

const rootOf: Readonly<Record<string, Root>> = {
  rectangle: 'external-interactor',
  ellipse: 'process',
  parallellines: 'data-store',
  line: 'data-flow',
  borderboundary: 'trust-boundary',
  lineboundary: 'trust-boundary',
};

/** The first choice of a list that stands for "nobody chose". */
const unknownChoices: ReadonlySet<string> = new Set(['not selected', 'select', '']);

interface Attribute {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
}
interface Stencil {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly representation: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

function attributesOf(stencil: XmlElement): readonly Attribute[] {
  return childrenOf(child(stencil, 'Attributes'), 'Attribute').map((attribute) => ({
    name: childText(attribute, 'Name'),
    label: cleanLine(childText(attribute, 'DisplayName')),
    values: childrenOf(child(attribute, 'AttributeValues'), 'Value').map(({ text }) => cleanLine(text)),
  }));
}

/** Templates say `ID` and `ParentElement`; the copy inside a model says `Id` and `ParentId`. */
function stencilsOf(kb: XmlElement): readonly Stencil[] {
  return ['GenericElements', 'StandardElements'].flatMap((list) =>
    childrenOf(child(kb, list), 'ElementType').map((stencil) => ({
      id: childText(stencil, 'ID') || childText(stencil, 'Id'),
      name: cleanLine(childText(stencil, 'Name')),
      parent: childText(stencil, 'ParentElement') || childText(stencil, 'ParentId'),
      representation: childText(stencil, 'Representation').toLowerCase(),
      description: cut(cleanProse(childText(stencil, 'Description')), 5000),
      attributes: attributesOf(stencil),
    })),
  );
}

/** What several attributes are called; they are told apart by their ids only. */
export function ambiguousLabels(kb: XmlElement | undefined): ReadonlySet<string> {
  const ids = new Map<string, Set<string>>();
  for (const { attributes } of kb ? stencilsOf(kb) : [])
    for (const { label, name } of attributes)
      ids.set(label.toLowerCase(), (ids.get(label.toLowerCase()) ?? new Set()).add(name.toLowerCase()));
  return new Set([...ids].filter(([, names]) => names.size > 1).map(([label]) => label));
}

interface PropertyDraft {
  readonly id: string;
  readonly name: string;
  readonly labels: Set<string>;
  readonly values: Map<string, string>;
  /** Types that declare it: only their things can have nothing selected. */
  readonly types: Set<string>;
}

export class Vocabulary implements FilterNames {
  readonly #types = new Map<string, RuleJson>();
  /** Stencil id -> entity type ids. */
  readonly #typeIds = new Map<string, string[]>();
  readonly #properties = new Map<string, PropertyDraft>();
  readonly #ids = new Ids();
  readonly #propertyIds = new Ids();
  readonly #ambiguous: ReadonlySet<string>;

  /** Throws Refusal when the time is up. */
  constructor(
    kb: XmlElement,
    private readonly limits: Limits,
  ) {
    const stencils = stencilsOf(kb).filter(
      ({ id, representation }) => id !== '' && representation !== 'annotation',
    );
    const byId = new Map(stencils.map((stencil) => [stencil.id, stencil]));
    this.#ambiguous = ambiguousLabels(kb);
    for (const { id } of byId.values()) this.#typeIds.set(id, [this.#ids.make(id)]);
    for (const stencil of byId.values()) this.addType(stencil, byId);
  }

  entityTypes(): readonly RuleJson[] {
    return [...this.#types.values()];
  }

  properties(): readonly RuleJson[] {
    return [...this.#properties.values()].map(({ id, name, labels, values }) => {
      const [label] = labels;
      const clear = label !== undefined && !this.#ambiguous.has(label.toLowerCase());
      return {
        id,
        label: clear ? label : name,
        type: values.size > 0 ? 'enum' : 'string',
        ...(values.size > 0
          ? { values: [...values].map(([text, value]) => ({ id: value, label: text })) }
          : {}),
        aliases: { tmt: [name, ...(clear ? [...labels].slice(1) : [])] },
      };
    });
  }

  private addType(stencil: Stencil, all: ReadonlyMap<string, Stencil>): void {
    stopWhenLate(this.limits);
    const [id = ''] = this.#typeIds.get(stencil.id) ?? [];
    const line = lineOf(stencil, all);
    const [, parent] = line;
    const [parentId] = parent ? (this.#typeIds.get(parent.id) ?? []) : [];
    const base = line.map(({ representation }) => rootOf[representation]).find((root) => root !== undefined);
    const properties = stencil.attributes.map((attribute) => this.addProperty(attribute, id));
    this.#types.set(id, {
      id,
      name: cut(stencil.name || stencil.id, 200),
      ...(parentId === undefined ? { base: base ?? 'process' } : { parent: parentId }),
      ...(stencil.description === '' ? {} : { description: stencil.description }),
      ...(properties.length > 0 ? { properties: [...new Set(properties)] } : {}),
      aliases: { tmt: [stencil.id] },
    });
  }

  private propertyOf(name: string): PropertyDraft {
    const there = this.#properties.get(name.toLowerCase());
    if (there) return there;
    const id = this.#propertyIds.make(name);
    const made = {
      id,
      name,
      labels: new Set<string>(),
      values: new Map<string, string>(),
      types: new Set<string>(),
    };
    this.#properties.set(name.toLowerCase(), made);
    return made;
  }

  private addProperty({ name, label, values }: Attribute, type: string): string {
    stopWhenLate(this.limits);
    const property = this.propertyOf(name || label);
    if (label !== '') property.labels.add(label);
    property.types.add(type);
    const used = new Ids([...property.values.values()]);
    for (const value of values)
      if (!unknownChoices.has(value.toLowerCase()) && !property.values.has(value))
        property.values.set(value, used.make(value));
    return property.id;
  }

  types(stencil: string, subject: FilterSubject | 'boundary'): readonly string[] {
    const known = this.#typeIds.get(stencil);
    if (known) return known;
    // A stencil that the template forgot may still be drawn: then its id alone is compared.
    const roots: readonly Root[] =
      subject === 'boundary'
        ? ['trust-boundary']
        : subject === 'flow'
          ? ['data-flow']
          : ['external-interactor', 'process', 'data-store'];
    const made = roots.map((base) => {
      const id = this.#ids.make(stencil);
      this.#types.set(id, { id, name: cut(stencil, 200), base, aliases: { tmt: [stencil] } });
      return id;
    });
    this.#typeIds.set(stencil, made);
    return made;
  }

  property(subject: FilterSubject, name: string, value: string): RuleJson {
    stopWhenLate(this.limits);
    const property = this.propertyOf(name);
    const test = { prop: property.id, on: subject, ifUnknown: 'no-match' };
    if (unknownChoices.has(value.toLowerCase())) {
      // Nothing selected is what the model does not say; a thing without the attribute has not even that.
      const types = [...property.types];
      if (types.length === 0) return never;
      return {
        all: [
          { is: subject, of: types },
          { prop: property.id, on: subject, known: false },
        ],
      };
    }
    const id = property.values.get(value);
    if (id !== undefined) return { ...test, eq: id };
    if (property.values.size === 0) return { ...test, eq: value };
    const made = new Ids([...property.values.values()]).make(value);
    property.values.set(value, made);
    return { ...test, eq: made };
  }
}

/** The stencil and its ancestors; ends where a parent is missing or comes again. */
function lineOf(stencil: Stencil, all: ReadonlyMap<string, Stencil>): readonly Stencil[] {
  const line = new Set([stencil]);
  for (let next = all.get(stencil.parent); next && !line.has(next); next = all.get(next.parent))
    line.add(next);
  return [...line];
}
