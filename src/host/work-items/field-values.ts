/** Turns what a client sends for a field into what is stored, or refuses it. */
import { problem } from '../kernel/problem';
import { findUser, nodeAt } from '../organisation/world';
import type { FieldDefinition } from '../processes/field';
import type { Reader } from '../store/store';
import { ruleError } from './rule-errors';
import { normaliseTags } from './tags';
import type { FieldValue } from './types';

const LONGEST_STRING = 255;
const LONGEST_TEXT = 1_048_576;

/** Where values are looked up, and whether lists of allowed ones count. */
export interface Reading {
  readonly reader: Reader;
  readonly rules: 'enforced' | 'bypassed';
}

/**
 * The value to store, or null where the field becomes empty (null and "" both empty it).
 * @throws Problem 400 for a value of the wrong type, too long, not allowed, or naming nobody and nothing.
 */
export function readFieldValue(
  field: FieldDefinition,
  raw: unknown,
  { reader, rules }: Reading,
): FieldValue | null {
  if (raw === undefined || raw === null || raw === '') return null;
  const value = readByType(field, raw, reader);
  // An untyped comparison: allowed values are written as text, and Priority is a number.
  if (rules === 'enforced' && field.allowedValues && !field.allowedValues.includes(String(value)))
    throw ruleError(field, 'notInList');
  return value;
}

function readByType(field: FieldDefinition, raw: unknown, reader: Reader): FieldValue {
  switch (field.type) {
    case 'identity':
      return readIdentity(field, raw, reader);
    case 'treePath':
      return readPath(field, raw, reader);
    case 'integer':
    case 'double':
      return readNumber(field, raw);
    case 'boolean':
      return readBoolean(field, raw);
    case 'dateTime':
      return readDate(field, raw);
    case 'string':
      return readText(field, raw, LONGEST_STRING);
    case 'plainText': {
      const text = readText(field, raw, LONGEST_TEXT);
      return field.referenceName === 'System.Tags' ? normaliseTags(text) : text;
    }
    case 'html':
    case 'history':
      return readText(field, raw, LONGEST_TEXT);
  }
}

function readText(field: FieldDefinition, raw: unknown, longest: number): string {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    throw ruleError(field, 'wrongType');
  const text = String(raw);
  if (text.length > longest) throw ruleError(field, 'tooLong');
  return text;
}

function readNumber(field: FieldDefinition, raw: unknown): number {
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  const isFine = typeof value === 'number' && Number.isFinite(value);
  if (!isFine || (field.type === 'integer' && !Number.isInteger(value))) throw ruleError(field, 'wrongType');
  return value;
}

function readBoolean(field: FieldDefinition, raw: unknown): boolean {
  if (typeof raw === 'boolean') return raw;
  const text = String(raw).toLowerCase();
  if (text !== 'true' && text !== 'false') throw ruleError(field, 'wrongType');
  return text === 'true';
}

function readDate(field: FieldDefinition, raw: unknown): string {
  const time = typeof raw === 'string' ? Date.parse(raw) : Number.NaN;
  if (Number.isNaN(time)) throw ruleError(field, 'wrongType');
  return new Date(time).toISOString();
}

/** Accepts a name in any of its forms, or the IdentityRef a client read before. */
function readIdentity(field: FieldDefinition, raw: unknown, reader: Reader): string {
  const candidates =
    typeof raw === 'object' && raw !== null
      ? ['id', 'uniqueName', 'displayName'].map((name): unknown => Reflect.get(raw, name))
      : [raw];
  for (const candidate of candidates) {
    const user = typeof candidate === 'string' ? findUser(reader, candidate) : undefined;
    if (user) return user.id;
  }
  throw ruleError(field, 'unknownIdentity');
}

function readPath(field: FieldDefinition, raw: unknown, reader: Reader): string {
  const group = field.referenceName === 'System.AreaPath' ? 'areas' : 'iterations';
  const node = typeof raw === 'string' ? nodeAt(reader, group, raw.replace(/^\\|\\$/g, '')) : undefined;
  if (node) return node.path;
  throw problem(
    400,
    'WorkItemFieldInvalidTreeNameException',
    `TF401347: Invalid tree name given for work item, field '${field.referenceName}'.`,
  );
}
