/** Parts the condition of a link query: what it asks of the sources, of the targets, and of the links between them. */
import { RELATION_TYPES } from '../work-items/relation-types';
import { compileCondition, type Predicate } from './conditions';
import type { Comparison, Condition, Side, Value } from './query';
import type { QueryScope } from './scope';
import { errorAt } from './wiql-error';

export interface LinkConditions {
  readonly source: Predicate;
  readonly target: Predicate;
  /** Reference names of link types in lower case. */
  readonly types: ReadonlySet<string>;
  /** Whether the query names types at all. */
  readonly isTyped: boolean;
}

const EVERY = RELATION_TYPES.filter((type) => type.usage === 'workItemLink').map((type) =>
  type.referenceName.toLowerCase(),
);

/** @throws Problem 400 where a condition mixes sides below OR or NOT: those cannot be told apart. */
export function splitConditions(where: Condition | null, scope: QueryScope): LinkConditions {
  const conjuncts = where === null ? [] : conjunctsOf(where);
  const only = (wanted: readonly Side[]): Predicate => {
    const tests = conjuncts
      .filter((one) => wanted.includes(sideOf(one, scope)))
      .map((one) => compileCondition(one, scope));
    return (item) => tests.every((test) => test(item));
  };
  const types = conjuncts.filter((one) => sideOf(one, scope) === 'link').map((one) => linkTypes(one, scope));
  return {
    source: only(['source', 'item']),
    target: only(['target']),
    types: new Set(EVERY.filter((type) => types.every((set) => set.has(type)))),
    isTyped: types.length > 0,
  };
}

function conjunctsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'and'
    ? [...conjunctsOf(condition.left), ...conjunctsOf(condition.right)]
    : [condition];
}

function sideOf(condition: Condition, scope: QueryScope): Side {
  if (condition.kind === 'comparison') return condition.field.side;
  if (condition.kind === 'not') return sideOf(condition.inner, scope);
  const [left, right] = [sideOf(condition.left, scope), sideOf(condition.right, scope)];
  if (left === right) return left;
  throw errorAt(
    'Source, target and link conditions can only be combined with AND.',
    scope.text,
    firstAt(condition),
  );
}

function firstAt(condition: Condition): number {
  if (condition.kind === 'comparison') return condition.at;
  return firstAt(condition.kind === 'not' ? condition.inner : condition.left);
}

/** The link types that a condition on [System.Links.LinkType] lets through. */
function linkTypes(condition: Condition, scope: QueryScope): ReadonlySet<string> {
  if (condition.kind === 'comparison') return comparedTypes(condition, scope);
  if (condition.kind === 'not') {
    const inner = linkTypes(condition.inner, scope);
    return new Set(EVERY.filter((type) => !inner.has(type)));
  }
  const [left, right] = [linkTypes(condition.left, scope), linkTypes(condition.right, scope)];
  const isLetThrough = (type: string): boolean =>
    condition.kind === 'and' ? left.has(type) && right.has(type) : left.has(type) || right.has(type);
  return new Set(EVERY.filter(isLetThrough));
}

function comparedTypes({ operator, values, at }: Comparison, scope: QueryScope): ReadonlySet<string> {
  if (!['=', '<>', 'in', 'not in'].includes(operator))
    throw errorAt('The specified operator cannot be used with link types.', scope.text, at);
  const named = new Set(values.flatMap((value) => typesNamed(value, scope)));
  const isNegated = operator === '<>' || operator === 'not in';
  return new Set(EVERY.filter((type) => named.has(type) !== isNegated));
}

/** By reference name or by name; `<> ''` and `= [Any]` are how the query editor says every type. */
function typesNamed(value: Value, scope: QueryScope): readonly string[] {
  if (value.kind === 'any') return EVERY;
  const text = value.kind === 'literal' ? String(value.value).toLowerCase() : null;
  if (text === '') return [];
  const type = RELATION_TYPES.find(
    (one) =>
      one.usage === 'workItemLink' &&
      [
        one.referenceName.toLowerCase(),
        `${one.referenceName}-forward`.toLowerCase(),
        one.name.toLowerCase(),
      ].some((name) => name === text),
  );
  if (type) return [type.referenceName.toLowerCase()];
  throw errorAt('The specified link type does not exist.', scope.text, value.at);
}
