/** Turns a condition into a predicate over one work item. All name and type errors come out here, before any item is read. */
import { ownsArea } from '../organisation/projects';
import type { FieldDefinition } from '../processes/field';
import { fieldValue } from '../work-items/computed';
import { revisionsOf } from '../work-items/history';
import type { FieldValue, WorkItem } from '../work-items/types';
import { resolveMacro, type Meaning } from './macros';
import type { Comparison, Condition, LiteralValue, Operator, Value } from './query';
import { resolveField, type QueryScope } from './scope';
import { areComparable, differentTypes, requireNotEmpty, requireSuitable } from './suitable';
import {
  containsTag,
  containsText,
  containsWords,
  discussionContainsWords,
  inGroup,
  isUnder,
  type Test,
} from './text-tests';
import { constant, holds, nameOf, normaliser, type Comparable } from './values';
import { errorAt, wiqlError } from './wiql-error';

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

function compileComparison(comparison: Comparison, scope: QueryScope): Predicate {
  const field = resolveField(comparison.field, scope);
  if (comparison.values.some((value) => value.kind === 'any')) return compileAny(comparison);
  requireSuitable(comparison, field);
  const isNegated = comparison.operator.startsWith('not ');
  const test = compileTest(comparison, field, scope);
  const predicate: Predicate = (item) =>
    test(fieldValue(item, field.referenceName, scope), item) !== isNegated;
  // Of tags the original remembers the present ones only.
  if (!comparison.isEver || field.referenceName === 'System.Tags') return predicate;
  return (item) => revisionsOf(scope.reader, item).some(predicate);
}

/** `[Any]` stands for every value there can be, the empty one included. */
function compileAny({ operator, values, clause }: Comparison): Predicate {
  if ((operator !== '=' && operator !== '<>') || values.length > 1)
    throw wiqlError('The specified operator cannot be used with [Any].', clause);
  return () => operator === '=';
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
      const tests = comparison.values.map((value) => compare('=', value, { comparison, field, scope }));
      return (actual, item) => tests.some((test) => test(actual, item));
    }
    case 'in group':
      return inGroup(field, textOf(comparison, field, scope), scope);
    case 'contains':
      return containsTest(comparison, field, scope);
    case 'contains words':
      return wordsTest(comparison, field, scope);
    case 'under':
      return isUnder(pathOf(comparison, field, scope));
    default:
      return compare(positive, firstValue(comparison, scope), { comparison, field, scope });
  }
}

function containsTest(comparison: Comparison, field: FieldDefinition, scope: QueryScope): Test {
  const wanted = textOf(comparison, field, scope);
  if (field.referenceName === 'System.Tags') return containsTag(wanted);
  if (field.type !== 'identity') return containsText(wanted, String);
  return containsText(wanted, (person) => nameOf(String(person), scope));
}

function wordsTest(comparison: Comparison, field: FieldDefinition, scope: QueryScope): Test {
  const wanted = textOf(comparison, field, scope);
  if (field.type === 'history') return discussionContainsWords(wanted, comparison, scope);
  return containsWords(wanted, comparison);
}

function firstValue({ values, at }: Comparison, scope: QueryScope): Value {
  const [value] = values;
  if (!value) throw errorAt('Expecting constant value.', scope.text, at);
  return value;
}

/** The text of a constant or of a macro that stands for one. */
function textOf(comparison: Comparison, field: FieldDefinition, scope: QueryScope): string {
  const value = firstValue(comparison, scope);
  if (value.kind === 'literal') {
    requireNotEmpty(value.value, comparison);
    return String(value.value);
  }
  const meaning = value.kind === 'macro' ? resolveMacro(value, field, scope) : null;
  if (meaning?.kind === 'value') return meaning.value;
  throw errorAt('Expecting constant value.', scope.text, value.at);
}

function pathOf(comparison: Comparison, field: FieldDefinition, scope: QueryScope): string {
  const value = firstValue(comparison, scope);
  const text = textOf(comparison, field, scope);
  return String(constant({ kind: 'literal', value: text, at: value.at }, field, comparison, scope));
}

interface Around {
  readonly comparison: Comparison;
  readonly field: FieldDefinition;
  readonly scope: QueryScope;
}

function compare(operator: Operator, value: Value, around: Around): Test {
  const { field, scope, comparison } = around;
  if (value.kind === 'field') return compareFields(operator, value, around);
  if (value.kind === 'any') throw errorAt('Expecting constant value.', scope.text, value.at);
  const meaning = value.kind === 'macro' ? resolveMacro(value, field, scope) : literalMeaning(value, around);
  if (meaning.kind === 'constant') return compareTo(operator, meaning.value, around);
  if (meaning.kind === 'value') {
    // `@startOfDay('+8h')` where days are compared is that day.
    if (field.type === 'dateTime')
      return compareTo(operator, normaliser(field, scope)(meaning.value), around);
    const literal: LiteralValue = { kind: 'literal', value: meaning.value, at: value.at };
    return compareTo(operator, constant(literal, field, comparison, scope), around);
  }
  if (operator !== '=' && operator !== '<>')
    throw wiqlError('The specified operator cannot be used with this macro.', comparison.clause);
  return (actual) => isAmong(actual, meaning) === (operator === '=');
}

type Constant = { readonly kind: 'constant'; readonly value: Comparable };

function literalMeaning(value: LiteralValue, { field, comparison, scope }: Around): Constant {
  return { kind: 'constant', value: constant(value, field, comparison, scope) };
}

function compareTo(operator: Operator, expected: Comparable, { field, scope }: Around): Test {
  const normalise = normaliser(field, scope);
  return (actual) => holds(operator, normalise(actual), expected);
}

function compareFields(operator: Operator, value: Value & { kind: 'field' }, around: Around): Test {
  const { field, scope, comparison } = around;
  const other = resolveField(value.field, scope);
  if (!areComparable(field.type, other.type)) throw differentTypes(comparison);
  const [left, right] = [normaliser(field, scope), normaliser(other, scope)];
  return (actual, item) => holds(operator, left(actual), right(fieldValue(item, other.referenceName, scope)));
}

function isAmong(actual: FieldValue | undefined, meaning: Exclude<Meaning, { kind: 'value' }>): boolean {
  if (meaning.kind === 'ids') return meaning.ids.has(Number(actual));
  return ownsArea(meaning.team, String(actual));
}
