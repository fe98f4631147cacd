/** Turns a condition into a predicate over one work item. All name and type errors come out here, before any item is read. */
import { findUser } from '../organisation/world';
import type { FieldDefinition } from '../processes/field';
import { fieldValue } from '../work-items/computed';
import { splitTags } from '../work-items/tags';
import type { FieldValue, WorkItem } from '../work-items/types';
import type { Comparison, Condition, Operator, Value } from './query';
import { requirePath, resolveField, resolveValue, type QueryScope } from './scope';
import { syntaxError } from './wiql-error';

export type Predicate = (item: WorkItem) => boolean;

/** @throws Problem 400 for unknown fields, macros, paths or operators that do not suit the field. */
export function compileCondition(condition: Condition | null, scope: QueryScope): Predicate {
  if (condition === null) return () => true;
  if (condition.kind === 'comparison') return compileComparison(condition, scope);
  if (condition.kind === 'not') {
    const inner = compileCondition(condition.inner, scope);
    return (item) => !inner(item);
  }
  const [left, right] = [compileCondition(condition.left, scope), compileCondition(condition.right, scope)];
  return condition.kind === 'and' ? (item) => left(item) && right(item) : (item) => left(item) || right(item);
}

type Test = (actual: FieldValue | undefined, item: WorkItem) => boolean;

function compileComparison(comparison: Comparison, scope: QueryScope): Predicate {
  const field = resolveField(comparison.field, scope);
  requireSuitable(comparison, field, scope);
  const negated = comparison.operator.startsWith('not ');
  const test = compileTest(comparison, field, scope);
  return (item) => test(fieldValue(item, field.referenceName, scope), item) !== negated;
}

function requireSuitable(comparison: Comparison, field: FieldDefinition, scope: QueryScope): void {
  const { operator } = comparison;
  const isText = ['string', 'plainText', 'html', 'history', 'identity', 'treePath'].includes(field.type);
  const isLong = field.type === 'html' || field.type === 'history';
  const isFine = operator.includes('under')
    ? field.type === 'treePath'
    : operator.includes('group')
      ? field.referenceName === 'System.WorkItemType'
      : operator.includes('contains words')
        ? isText
        : operator.includes('contains')
          ? isText && !isLong
          : !(isLong && !operator.startsWith('is '));
  if (!isFine)
    throw syntaxError(
      `The operator ${operator.toUpperCase()} cannot be used with the field ${field.name}.`,
      scope.text,
      comparison.at,
    );
}

/** The test without its NOT. */
function compileTest(comparison: Comparison, field: FieldDefinition, scope: QueryScope): Test {
  const positive = comparison.operator.replace(/^not /, '') as Operator;
  switch (positive) {
    case 'is empty':
      return (actual) => actual === undefined;
    case 'is not empty':
      return (actual) => actual !== undefined;
    case 'in': {
      const tests = comparison.values.map((value) => compare('=', field, value, scope));
      return (actual, item) => tests.some((test) => test(actual, item));
    }
    case 'in group':
      return inGroup(comparison, scope);
    case 'contains':
      return contains(field, textOf(comparison, scope));
    case 'contains words':
      return containsWords(textOf(comparison, scope));
    case 'under':
      return under(field, comparison, scope);
    default: {
      const value = comparison.values[0];
      if (!value) throw syntaxError('Expecting a value.', scope.text, comparison.at);
      return compare(positive, field, value, scope);
    }
  }
}

function textOf(comparison: Comparison, scope: QueryScope): string {
  const value = comparison.values[0];
  if (!value || value.kind === 'field') throw syntaxError('Expecting a value.', scope.text, comparison.at);
  return String(resolveValue(value, scope));
}

function inGroup(comparison: Comparison, scope: QueryScope): Test {
  const name = textOf(comparison, scope).toLowerCase();
  const category = scope.process.categories.find(
    (one) => one.referenceName.toLowerCase() === name || one.name.toLowerCase() === name,
  );
  if (!category) throw syntaxError('The category does not exist.', scope.text, comparison.at);
  return (actual) => category.types.includes(String(actual));
}

/** Tags match as a whole: 'Pay' does not find 'Payment'. */
function contains(field: FieldDefinition, wanted: string): Test {
  const needle = wanted.toLowerCase();
  if (field.referenceName === 'System.Tags')
    return (actual) => splitTags(String(actual ?? '')).some((tag) => tag.toLowerCase() === needle);
  return (actual) =>
    String(actual ?? '')
      .toLowerCase()
      .includes(needle);
}

/** Every word must occur as a word; a trailing * accepts words that begin so. Markup is not searched. */
function containsWords(wanted: string): Test {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (actual) => {
    const text = String(actual ?? '')
      .replace(/<[^>]*>/g, ' ')
      .toLowerCase();
    const present = text.split(/[^\p{L}\p{N}_]+/u);
    return words.every((word) =>
      word.endsWith('*') ? present.some((one) => one.startsWith(word.slice(0, -1))) : present.includes(word),
    );
  };
}

function under(field: FieldDefinition, comparison: Comparison, scope: QueryScope): Test {
  const root = requirePath(field, textOf(comparison, scope), comparison.at, scope).toLowerCase();
  return (actual) => {
    const path = String(actual ?? '').toLowerCase();
    return path === root || path.startsWith(`${root}\\`);
  };
}

type Comparable = string | number | undefined;

function compare(operator: Operator, field: FieldDefinition, value: Value, scope: QueryScope): Test {
  const normalise = normaliser(field, scope);
  if (value.kind === 'field') {
    const other = resolveField(value.field, scope);
    return (actual, item) =>
      holds(operator, normalise(actual), normalise(fieldValue(item, other.referenceName, scope)));
  }
  const literal = literalFor(field, resolveValue(value, scope), value.at, scope);
  const expected = literal === '' ? undefined : normalise(literal);
  return (actual) => holds(operator, normalise(actual), expected);
}

/** Checks a literal against the type of its field; names of people become their ids. */
function literalFor(
  field: FieldDefinition,
  raw: string | number,
  at: number,
  scope: QueryScope,
): string | number {
  if (raw === '') return raw;
  const isNumber = field.type === 'integer' || field.type === 'double';
  if (isNumber && !Number.isFinite(Number(raw)))
    throw syntaxError(`Expecting a number for ${field.name}.`, scope.text, at);
  if (field.type === 'dateTime' && Number.isNaN(Date.parse(String(raw))))
    throw syntaxError(`Expecting a date for ${field.name}.`, scope.text, at);
  if (field.type === 'identity') return findUser(scope.reader, String(raw))?.id ?? raw;
  if (field.type === 'treePath') return requirePath(field, String(raw), at, scope);
  return raw;
}

/** Makes values comparable: numbers as numbers, dates as days or instants, texts without case. */
function normaliser(
  field: FieldDefinition,
  scope: QueryScope,
): (value: FieldValue | undefined) => Comparable {
  if (field.type === 'integer' || field.type === 'double')
    return (value) => (value === undefined ? undefined : Number(value));
  if (field.type === 'dateTime')
    return (value) => {
      if (value === undefined) return undefined;
      const time = Date.parse(String(value));
      return scope.precision === 'day' ? Math.floor(time / 86_400_000) : time;
    };
  return (value) => (value === undefined ? undefined : String(value).toLowerCase());
}

/** An empty field is equal to '' alone, different from everything else, and neither smaller nor larger. */
function holds(operator: Operator, actual: Comparable, expected: Comparable): boolean {
  if (operator === '=') return actual === expected;
  if (operator === '<>') return actual !== expected;
  if (actual === undefined || expected === undefined) return false;
  if (operator === '<') return actual < expected;
  if (operator === '>') return actual > expected;
  return operator === '<=' ? actual <= expected : actual >= expected;
}
