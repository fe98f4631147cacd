/** A kind of thing and a property as their forms hold them, and the operations that say what changed. Pure. */
import { asRecord } from '../../core/kb/json-record';
import type { Operation } from '../../core/kb/overlay-schema';
import { factsOf } from './question-form';
import { idFrom } from './threat-form';
import { linesIn, listIn, namesIn, text, textsIn } from './form-parts';

type Json = Readonly<Record<string, unknown>>;
interface Changed<Form> {
  readonly isNew: boolean;
  readonly before: Form;
  readonly after: Form;
  readonly because: string;
}

export interface TypeForm {
  readonly name: string;
  readonly description: string;
  /** A reference to the kind that it is a kind of; '' for a root. */
  readonly parent: string;
  /** What it is asked for: references, separated by commas. */
  readonly properties: string;
  /** What is always so: `encrypted = yes, audience = public`. */
  readonly fixed: string;
  /** What is so unless a model says otherwise. */
  readonly defaults: string;
}

export const propertyKinds = ['enum', 'string', 'number'] as const;
export interface PropertyForm {
  readonly label: string;
  readonly help: string;
  readonly type: string;
  /** `id: what a person reads`, a line for each. */
  readonly values: string;
}

const pairsText = (value: unknown) =>
  Object.entries(asRecord(value) ?? {})
    .map(([name, each]) => `${name} = ${String(each)}`)
    .join(', ');

export function typeForm(entry: Json): TypeForm {
  return {
    name: text(entry['name']),
    description: text(entry['description']),
    parent: text(entry['parent']),
    properties: textsIn(entry['properties']).join(', '),
    fixed: pairsText(entry['fixed']),
    defaults: pairsText(entry['defaults']),
  };
}

/** The first name that is no property, as a sentence; undefined when all are known. */
export function namesProblem(list: string, known: ReadonlyMap<string, unknown>): string | undefined {
  const unknown = namesIn(list).find((each) => !known.has(each));
  return unknown === undefined ? undefined : `There is no property "${unknown}".`;
}

const reasonOf = (because: string) => (because === '' ? {} : { because });

/** A patch merges key by key, so what a thing no longer has must be named with null. */
function mergedFacts(before: string, after: string): Json {
  const gone = Object.keys(factsOf(before) ?? {}).map((name): [string, null] => [name, null]);
  return { ...Object.fromEntries(gone), ...factsOf(after) };
}

export function typeOperations(id: string, given: Changed<TypeForm>): readonly Operation[] {
  const { isNew, before, after } = given;
  const because = reasonOf(given.because);
  const set = new Map<string, unknown>();
  if (before.name !== after.name) set.set('name', after.name);
  if (before.description !== after.description)
    set.set('description', after.description === '' && !isNew ? null : after.description);
  if (before.parent !== after.parent) set.set('parent', after.parent);
  if (before.properties !== after.properties) set.set('properties', namesIn(after.properties));
  for (const part of ['fixed', 'defaults'] as const)
    if (before[part] !== after[part]) set.set(part, mergedFacts(before[part], after[part]));
  if (!isNew)
    return set.size > 0
      ? [{ op: 'patch', type: 'entityType', id, set: Object.fromEntries(set), ...because }]
      : [];
  const value = { ...Object.fromEntries(set), id, name: after.name, parent: after.parent };
  return [{ op: 'add', type: 'entityType', value, ...because }];
}

interface Value {
  readonly id: string;
  readonly label: string;
}

/** What a person may choose from; a line that gives no id gets one of its words. */
export function valuesIn(lines: string): readonly Value[] {
  const taken = new Set<string>();
  return linesIn(lines).map((line) => {
    const [, given, said] = /^([a-z0-9][a-z0-9._-]{1,99})\s*:\s*(.+)$/.exec(line) ?? [];
    const value = { id: given ?? idFrom(line, taken), label: said ?? line };
    taken.add(value.id);
    return value;
  });
}

export function propertyForm(entry: Json): PropertyForm {
  const values = listIn(entry['values']).map((each) => asRecord(each) ?? {});
  return {
    label: text(entry['label']),
    help: text(entry['help']),
    type: text(entry['type']) || 'enum',
    values: values.map((each) => `${text(each['id'])}: ${text(each['label'])}`).join('\n'),
  };
}
export const emptyProperty: PropertyForm = { label: '', help: '', type: 'enum', values: 'yes: Yes\nno: No' };

/** What is wrong with the values, as a sentence; undefined when all is well. */
export function valuesProblem({ type, values }: PropertyForm): string | undefined {
  if (type !== 'enum' && type !== 'multi') return undefined;
  const ids = valuesIn(values).map(({ id }) => id);
  if (ids.length < 2) return 'Two values or more, a line for each.';
  const twice = ids.find((each, at) => ids.indexOf(each) !== at);
  return twice === undefined ? undefined : `The value "${twice}" is there twice.`;
}

/** Lists of named things merge, so a value that goes must be named with null. */
function mergedValues(before: string, after: readonly Value[]): Json | readonly Value[] {
  const gone = valuesIn(before).filter(({ id }) => !after.some((each) => each.id === id));
  if (gone.length === 0) return after;
  return Object.fromEntries([...gone.map(({ id }) => [id, null]), ...after.map((each) => [each.id, each])]);
}

/** `entry`: as it stands in the file, so that what the form does not show (names in other tools) stays. */
export function propertyOperations(
  id: string,
  given: Changed<PropertyForm>,
  entry: Json | undefined,
): readonly Operation[] {
  const { isNew, before, after } = given;
  const because = reasonOf(given.because);
  const isChoice = after.type === 'enum' || after.type === 'multi';
  const there = new Map(
    listIn(entry?.['values']).map((each) => [text(asRecord(each)?.['id']), asRecord(each) ?? {}]),
  );
  const values = valuesIn(after.values).map((each) => ({ ...there.get(each.id), ...each }));
  if (isNew) {
    const { label, help, type } = after;
    const value = { id, label, type, ...(help === '' ? {} : { help }), ...(isChoice ? { values } : {}) };
    return [{ op: 'add', type: 'property', value, ...because }];
  }
  const set = new Map<string, unknown>();
  if (before.label !== after.label) set.set('label', after.label);
  if (before.help !== after.help) set.set('help', after.help === '' ? null : after.help);
  if (before.type !== after.type) set.set('type', after.type);
  if (before.values !== after.values || before.type !== after.type)
    set.set('values', isChoice ? mergedValues(before.values, values) : null);
  return set.size > 0
    ? [{ op: 'patch', type: 'property', id, set: Object.fromEntries(set), ...because }]
    : [];
}
