/**
 * A quick look at a value: is it of the schema, and just as the schema would give it out? Then nobody has to build it anew.
 * A large model has tens of thousands of entities, nearly all of which are so. Whatever it says no to, or does not know how
 * to judge, is for the schema itself.
 */
import type * as v from 'valibot';

/** True only for what the schema takes and gives out unchanged, key by key. False says nothing. */
export type PlainCheck = (value: unknown) => boolean;

/** What is read of a schema or of a step behind one. */
interface Described {
  readonly kind: string;
  readonly type: string;
  readonly [name: string]: unknown;
}
type Compiled = PlainCheck | undefined;
type Entries = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Entries => typeof value === 'object' && value !== null;
const isDescribed = (value: unknown): value is Described =>
  isObject(value) && typeof value['kind'] === 'string' && typeof value['type'] === 'string';
const isCompiled = (check: Compiled): check is PlainCheck => check !== undefined;
const isPlainObject = (value: unknown): value is Entries =>
  isObject(value) && Object.getPrototypeOf(value) === Object.prototype;

const text =
  (holds: (value: string) => boolean): PlainCheck =>
  (value) =>
    typeof value === 'string' && holds(value);
const amount =
  (holds: (value: number) => boolean): PlainCheck =>
  (value) =>
    typeof value === 'number' && holds(value);
const long =
  (holds: (length: number) => boolean): PlainCheck =>
  (value) =>
    (typeof value === 'string' || Array.isArray(value)) && holds(value.length);

/** The steps behind a schema that change nothing. */
function stepOf({ kind, type, requirement }: Described): Compiled {
  if (type === 'brand') return () => true;
  if (kind !== 'validation') return undefined;
  if (type === 'integer') return Number.isInteger;
  if (type === 'finite') return Number.isFinite;
  if (requirement instanceof RegExp) return text((value) => requirement.test(value));
  if (typeof requirement !== 'number') return undefined;
  switch (type) {
    case 'max_length':
      return long((length) => length <= requirement);
    case 'min_length':
      return long((length) => length >= requirement);
    case 'length':
      return long((length) => length === requirement);
    case 'min_value':
      return amount((value) => value >= requirement);
    case 'max_value':
      return amount((value) => value <= requirement);
    default:
      return undefined;
  }
}

interface Field {
  readonly name: string;
  readonly check: PlainCheck;
  readonly optional: boolean;
}

function fieldOf([name, schema]: readonly [string, unknown]): Field | undefined {
  if (!isDescribed(schema)) return undefined;
  const optional = schema.type === 'exact_optional';
  const check = compiled(optional ? schema['wrapped'] : schema);
  // A value that the schema would put in is no part of what was read.
  return check && schema['default'] === undefined ? { name, check, optional } : undefined;
}

function objectCheck(entries: Entries): Compiled {
  const fields = Object.entries(entries).map(fieldOf);
  if (!fields.every((field) => field !== undefined)) return undefined;
  return (value) => {
    if (!isPlainObject(value)) return false;
    const keys = Object.keys(value);
    let at = 0;
    // In the order of the schema, which is that of what it gives out: texts are made of it that are compared.
    for (const { name, check, optional } of fields) {
      if (keys[at] !== name) {
        if (!optional) return false;
      } else if (check(value[name])) at += 1;
      else return false;
    }
    // What is left the schema does not know, or has elsewhere.
    return at === keys.length;
  };
}

/** Names that a schema never takes over. */
const leftOut = new Set(['__proto__', 'prototype', 'constructor']);

function recordCheck(key: Compiled, field: Compiled): Compiled {
  if (!key || !field) return undefined;
  return (value) =>
    isPlainObject(value) &&
    Object.keys(value).every((name) => !leftOut.has(name) && key(name) && field(value[name]));
}

function arrayCheck(item: Compiled): Compiled {
  if (!item) return undefined;
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let at = 0; at < value.length; at += 1) if (!item(value[at])) return false;
    return true;
  };
}

/** The values of a literal or a list to pick from. */
function choicesOf(schema: unknown): readonly unknown[] {
  if (!isDescribed(schema)) return [];
  if (schema.type === 'literal') return [schema['literal']];
  return schema.type === 'picklist' && Array.isArray(schema['options']) ? schema['options'] : [];
}

function variantCheck(key: unknown, options: unknown): Compiled {
  if (typeof key !== 'string' || !Array.isArray(options)) return undefined;
  const byChoice = new Map<unknown, PlainCheck>();
  for (const option of options as readonly unknown[]) {
    const entries = isDescribed(option) && option.type === 'object' ? option['entries'] : undefined;
    const check = compiled(option);
    const choices = isObject(entries) ? choicesOf(entries[key]) : [];
    // Where several options would do, the schema takes its pick.
    if (!check || choices.length === 0 || choices.some((choice) => byChoice.has(choice))) return undefined;
    for (const choice of choices) byChoice.set(choice, check);
  }
  return (value) => isObject(value) && byChoice.get(value[key])?.(value) === true;
}

/** Literals, and at last anything: the first that takes the value decides, so no other may come before it. */
function unionCheck(options: unknown): Compiled {
  if (!Array.isArray(options)) return undefined;
  const checks = options.map(compiled);
  const literals = options.slice(0, -1).every((option) => isDescribed(option) && option.type === 'literal');
  if (!literals || !checks.every(isCompiled)) return undefined;
  return (value) => checks.some((check) => check(value));
}

function bareCheck(schema: Described): Compiled {
  switch (schema.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'number':
      return (value) => typeof value === 'number' && !Number.isNaN(value);
    case 'literal':
    case 'picklist': {
      const choices = choicesOf(schema);
      return choices.length === 0 ? undefined : (value) => choices.includes(value);
    }
    case 'nullable': {
      const check = schema['default'] === undefined ? compiled(schema['wrapped']) : undefined;
      return check && ((value) => value === null || check(value));
    }
    case 'object':
      return isObject(schema['entries']) ? objectCheck(schema['entries']) : undefined;
    case 'array':
      return arrayCheck(compiled(schema['item']));
    case 'record':
      return recordCheck(compiled(schema['key']), compiled(schema['value']));
    case 'variant':
      return variantCheck(schema['key'], schema['options']);
    case 'union':
      return unionCheck(schema['options']);
    default:
      return undefined;
  }
}

function compiled(schema: unknown): Compiled {
  if (!isDescribed(schema) || schema.kind !== 'schema') return undefined;
  const { pipe } = schema;
  if (!Array.isArray(pipe)) return bareCheck(schema);
  // The first of them may have steps of its own behind it.
  const [first, ...behind] = pipe as readonly unknown[];
  const bare = compiled(first);
  const steps = behind.map((step) => (isDescribed(step) ? stepOf(step) : undefined));
  if (!bare || !steps.every(isCompiled)) return undefined;
  return (value) => bare(value) && steps.every((step) => step(value));
}

/** The check of a schema; undefined where it cannot be known without asking the schema. */
export function plainCheck(schema: v.GenericSchema): PlainCheck | undefined {
  return compiled(schema);
}
