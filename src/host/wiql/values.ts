/** Makes what stands in a field and what stands in a query comparable. */
import { users } from '../organisation/types';
import { findUser } from '../organisation/world';
import type { FieldDefinition } from '../processes/field';
import type { FieldValue } from '../work-items/types';
import { DAY, readDate } from './dates';
import type { Comparison, LiteralValue, Operator } from './query';
import { requirePath, type QueryScope } from './scope';
import { differentTypes, requireNotEmpty } from './suitable';
import { tokenAt, wiqlError } from './wiql-error';

/** Undefined is an empty field. */
export type Comparable = string | number | undefined;
export type Normalise = (value: FieldValue | undefined) => Comparable;

/** Numbers as numbers, dates as days or instants, people by their names, texts without case. */
export function normaliser(field: FieldDefinition, scope: QueryScope): Normalise {
  const filled =
    (read: (value: FieldValue) => Comparable): Normalise =>
    (value) =>
      value === undefined ? undefined : read(value);
  switch (field.type) {
    case 'integer':
    case 'double':
      return filled(Number);
    case 'dateTime':
      return filled((value) => precise(Date.parse(String(value)), scope));
    case 'identity':
      return filled((value) => nameOf(String(value), scope));
    default:
      return filled((value) => String(value).toLowerCase());
  }
}

function precise(time: number, { precision }: QueryScope): number {
  return precision === 'day' ? Math.floor(time / DAY) : time;
}

/** People are compared as they are shown: `Name <sign-in name>`. @param person an id, or what a query calls somebody. */
export function nameOf(person: string, { reader }: QueryScope): string {
  const user = reader.get(users, person) ?? findUser(reader, person);
  return (user ? `${user.displayName} <${user.uniqueName}>` : person).toLowerCase();
}

/**
 * A constant of a query in the form of its field; undefined for the empty text.
 * @throws Problem 400 for a constant of another type, a path that does not exist, or a time where days are compared.
 */
export function constant(
  value: LiteralValue,
  field: FieldDefinition,
  comparison: Comparison,
  scope: QueryScope,
): Comparable {
  const raw = value.value;
  requireNotEmpty(raw, comparison);
  if (raw === '') return undefined;
  switch (field.type) {
    case 'integer':
    case 'double':
      if (!Number.isFinite(Number(raw))) throw differentTypes(comparison);
      return Number(raw);
    case 'dateTime':
      return dateConstant(raw, comparison, scope);
    case 'boolean':
      return booleanConstant(raw, comparison);
    default:
      break;
  }
  if (typeof raw === 'number') throw differentTypes(comparison);
  if (field.type === 'identity') return nameOf(raw, scope);
  if (field.type === 'treePath')
    return requirePath(field, raw, tokenAt(scope.text, value.at), scope).toLowerCase();
  return raw.toLowerCase();
}

function dateConstant(raw: string | number, comparison: Comparison, scope: QueryScope): number {
  const time = typeof raw === 'string' ? readDate(raw) : undefined;
  if (time === undefined) throw differentTypes(comparison);
  if (scope.precision === 'day' && time % DAY !== 0)
    throw wiqlError(
      'You cannot supply a time with the date when running a query using date precision.',
      comparison.clause,
    );
  return precise(time, scope);
}

function booleanConstant(raw: string | number, comparison: Comparison): string {
  const truth = { true: 'true', '1': 'true', false: 'false', '0': 'false' }[String(raw).toLowerCase()];
  if (truth === undefined) throw differentTypes(comparison);
  return truth;
}

/** An empty field is equal to '' alone, different from everything else, and neither smaller nor larger. */
export function holds(operator: Operator, actual: Comparable, expected: Comparable): boolean {
  if (operator === '=') return actual === expected;
  if (operator === '<>') return actual !== expected;
  if (actual === undefined || expected === undefined) return false;
  if (operator === '<') return actual < expected;
  if (operator === '>') return actual > expected;
  return operator === '<=' ? actual <= expected : actual >= expected;
}
