/** Link queries: pairs of items that are linked, and trees. */
import { fieldValue, liveWorkItems } from '../work-items/computed';
import { isLive, linksOf } from '../work-items/links';
import { CHILD, relationType, RELATION_TYPES } from '../work-items/relation-types';
import { workItems, type WorkItem } from '../work-items/types';
import { compileCondition, type Predicate } from './conditions';
import type { Condition, Query, Side } from './query';
import { resolveValue, type QueryScope } from './scope';
import { syntaxError } from './wiql-error';

/** A top-level item has neither type nor source. */
export interface FoundLink {
  readonly rel: string | null;
  readonly source: number | null;
  readonly target: number;
}

interface Parts {
  readonly source: Predicate;
  readonly target: Predicate;
  readonly types: ReadonlySet<string>;
}

/** @throws Problem 400 where a condition mixes sides below OR or NOT: those cannot be told apart. */
export function runLinks(
  query: Query,
  scope: QueryScope,
  sorted: (items: readonly WorkItem[]) => readonly WorkItem[],
): readonly FoundLink[] {
  const parts = splitConditions(query.where, scope);
  const sources = sorted(liveWorkItems(scope.reader).filter(parts.source));
  if (query.mode === 'recursive') return tree(sources, parts, scope);
  return sources.flatMap((source) => {
    const targets = targetsOf(source, parts, scope);
    if (query.mode === 'doesnotcontain') return targets.length === 0 ? [top(source.id)] : [];
    if (query.mode === 'mustcontain' && targets.length === 0) return [];
    return [top(source.id), ...targets];
  });
}

function top(id: number): FoundLink {
  return { rel: null, source: null, target: id };
}

function targetsOf(source: WorkItem, parts: Parts, scope: QueryScope): readonly FoundLink[] {
  return linksOf(source.relations)
    .filter((link) => parts.types.has(link.rel.toLowerCase()) && isLive(scope.reader, link.target))
    .filter((link) => {
      const target = scope.reader.get(workItems, String(link.target));
      return target !== undefined && parts.target(target);
    })
    .map((link) => ({ rel: link.rel, source: source.id, target: link.target }));
}

/** Matching items and their matching descendants; an item whose parent is shown appears below it only. */
function tree(sources: readonly WorkItem[], parts: Parts, scope: QueryScope): readonly FoundLink[] {
  const hierarchy = { ...parts, types: new Set([CHILD.toLowerCase()]) };
  const shown = new Set(sources.map((item) => item.id));
  const below = (item: WorkItem): readonly FoundLink[] =>
    targetsOf(item, hierarchy, scope).flatMap((link) => {
      const child = scope.reader.get(workItems, String(link.target));
      return child ? [link, ...below(child)] : [];
    });
  return sources
    .filter((item) => !shown.has(Number(fieldValue(item, 'System.Parent', scope) ?? 0)))
    .flatMap((item) => [top(item.id), ...below(item)]);
}

function splitConditions(where: Condition | null, scope: QueryScope): Parts {
  const conjuncts = where === null ? [] : conjunctsOf(where);
  const only = (wanted: readonly Side[]): Predicate => {
    const tests = conjuncts
      .filter((one) => wanted.includes(sideOf(one, scope)))
      .map((one) => compileCondition(one, scope));
    return (item) => tests.every((test) => test(item));
  };
  const types = conjuncts.filter((one) => sideOf(one, scope) === 'link').map((one) => linkTypes(one, scope));
  const every = RELATION_TYPES.map((type) => type.referenceName.toLowerCase());
  return {
    source: only(['source', 'item']),
    target: only(['target']),
    types: new Set(every.filter((type) => types.every((set) => set.has(type)))),
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
  throw syntaxError(
    'Source, target and link conditions can only be combined with AND.',
    scope.text,
    firstAt(condition),
  );
}

function firstAt(condition: Condition): number {
  if (condition.kind === 'comparison') return condition.at;
  return firstAt(condition.kind === 'not' ? condition.inner : condition.left);
}

/** The link types a condition on [System.Links.LinkType] lets through. */
function linkTypes(condition: Condition, scope: QueryScope): ReadonlySet<string> {
  const every = RELATION_TYPES.map((type) => type.referenceName.toLowerCase());
  if (condition.kind === 'not') {
    const inner = linkTypes(condition.inner, scope);
    return new Set(every.filter((type) => !inner.has(type)));
  }
  if (condition.kind !== 'comparison') {
    const [left, right] = [linkTypes(condition.left, scope), linkTypes(condition.right, scope)];
    return new Set(
      every.filter((t) =>
        condition.kind === 'and' ? left.has(t) && right.has(t) : left.has(t) || right.has(t),
      ),
    );
  }
  const named = condition.values.map((value) => {
    const text = value.kind === 'field' ? '' : String(resolveValue(value, scope));
    const type =
      relationType(text) ?? RELATION_TYPES.find((one) => one.name.toLowerCase() === text.toLowerCase());
    if (!type) throw syntaxError('The link type does not exist.', scope.text, value.at);
    return type.referenceName.toLowerCase();
  });
  const isNegated = condition.operator === '<>' || condition.operator === 'not in';
  return new Set(every.filter((type) => named.includes(type) !== isNegated));
}
