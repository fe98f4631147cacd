/** Entity types and properties of a Threats Manager template, as a package has them. */
import { cleanLine, cleanProse, cut } from '../clean-text';
import type { Limits } from '../import-result';
import type { Json } from '../json-value';
import { asList, asText, member } from '../json-value';
import { stopWhenLate } from '../time-is-up';
import type { RuleJson } from '../tmt-knowledge/filter';
import { Ids } from '../tmt-knowledge/ids';
import type { PropertyUse, TemplateNames } from './selection-rule';
import { unwrapped } from './unwrap';

const roots: readonly (readonly [string, string])[] = [
  ['external-interactor', 'External interactor'],
  ['process', 'Process'],
  ['data-store', 'Data store'],
  ['data-flow', 'Data flow'],
  ['trust-boundary', 'Trust boundary'],
];
const parentOf: Readonly<Record<string, string>> = {
  ExternalInteractor: 'external-interactor',
  Process: 'process',
  DataStore: 'data-store',
};

export const listOf = (from: Json | undefined, name: string): readonly Json[] =>
  asList(unwrapped(member(from, name)));
export const lineIn = (from: Json | undefined, name: string, most = 900): string =>
  cut(cleanLine(asText(member(from, name))), most);
export const proseIn = (from: Json | undefined, name: string): string =>
  cut(cleanProse(asText(member(from, name))), 9000);

interface PropertyDraft {
  readonly id: string;
  readonly label: string;
  readonly kind: PropertyUse['kind'];
  /** What the template says -> the id of the value. */
  readonly values: Map<string, string>;
}

const booleanValues = [
  { id: 'yes', label: 'Yes', aliases: ['true'] },
  { id: 'no', label: 'No', aliases: ['false'] },
];

export class TemplateVocabulary implements TemplateNames {
  readonly #types: RuleJson[] = roots.map(([id, name]) => ({ id, name, base: id }));
  readonly #typeByTemplate = new Map<string, string>();
  readonly #typeIds = new Ids(roots.map(([id]) => id));
  readonly #properties = new Map<string, PropertyDraft>();
  readonly #propertyIds = new Ids();

  /** Throws Refusal when the time is up. */
  constructor(
    template: Json,
    private readonly limits: Limits,
  ) {
    for (const each of listOf(template, 'entityTemplates'))
      this.addType(each, parentOf[asText(member(each, 'entityType'))] ?? 'process');
    for (const each of listOf(template, 'flowTemplates')) this.addType(each, 'data-flow');
    for (const each of listOf(template, 'trustBoundaryTemplates')) this.addType(each, 'trust-boundary');
  }

  private addType(from: Json, parent: string): void {
    stopWhenLate(this.limits);
    const foreign = asText(member(from, 'id'));
    const name = lineIn(from, 'name', 200);
    if (foreign === '' || this.#typeByTemplate.has(foreign)) return;
    const id = this.#typeIds.make(name || foreign);
    const description = proseIn(from, 'description');
    this.#typeByTemplate.set(foreign, id);
    this.#types.push({
      id,
      name: name || id,
      parent,
      ...(description === '' ? {} : { description }),
      aliases: { tms: [foreign] },
    });
  }

  entityTypes(): readonly RuleJson[] {
    return this.#types;
  }

  properties(): readonly RuleJson[] {
    return [...this.#properties.values()].map(({ id, label, kind, values }) => {
      if (kind === 'boolean')
        return { id, label, type: 'enum', values: booleanValues, aliases: { tms: [label] } };
      if (kind === 'text') return { id, label, type: 'string', aliases: { tms: [label] } };
      const listed = [...values].map(([text, value]) => ({ id: value, label: cut(text, 900) }));
      return { id, label, type: 'enum', values: listed.slice(0, 200), aliases: { tms: [label] } };
    });
  }

  type(template: string): string | undefined {
    return this.#typeByTemplate.get(template);
  }

  property(use: PropertyUse, value: string): { readonly id: string; readonly value: string } {
    const key = `${use.kind} ${use.schema}\n${use.name}`;
    const label = cut(cleanLine(use.name), 200) || 'Property';
    const made = this.#properties.get(key) ?? {
      id: this.#propertyIds.make(label),
      label,
      kind: use.kind,
      values: new Map<string, string>(),
    };
    this.#properties.set(key, made);
    if (use.kind !== 'enum') return { id: made.id, value };
    const ids = new Ids(made.values.values());
    for (const each of [...use.values, value])
      if (!made.values.has(each)) made.values.set(each, ids.make(each));
    return { id: made.id, value: made.values.get(value) ?? value };
  }
}
