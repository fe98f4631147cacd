/** Link queries: pairs of items that are linked, and trees. */
import { liveWorkItems } from '../work-items/computed';
import { isLive, linksOf, parentOf } from '../work-items/links';
import { CHILD } from '../work-items/relation-types';
import { workItems, type WorkItem } from '../work-items/types';
import { splitConditions, type LinkConditions } from './link-conditions';
import type { Query } from './query';
import type { QueryScope } from './scope';
import { wiqlError } from './wiql-error';

/** A top-level item has neither type nor source. */
export interface FoundLink {
  readonly rel: string | null;
  readonly source: number | null;
  readonly target: number;
}

/** @throws Problem 400 for conditions that mix sides, unknown link types, and trees of anything but children. */
export function runLinks(
  query: Query,
  scope: QueryScope,
  sorted: (items: readonly WorkItem[]) => readonly WorkItem[],
): readonly FoundLink[] {
  const conditions = splitConditions(query.where, scope);
  if (query.mode === 'recursive') requireTree(conditions);
  const sources = sorted(liveWorkItems(scope.reader).filter(conditions.source));
  if (query.mode === 'recursive')
    return query.isMatchingChildren
      ? treeOfMatches(sources, conditions, scope)
      : tree(sources, conditions, scope);
  return sources.flatMap((source) => {
    const targets = matchingLinks(source, conditions, scope).map(({ link }) => link);
    if (query.mode === 'doesnotcontain') return targets.length === 0 ? [top(source.id)] : [];
    if (query.mode === 'mustcontain' && targets.length === 0) return [];
    return [top(source.id), ...targets];
  });
}

/** The original follows forward links of a tree only. */
function requireTree({ types, isTyped }: LinkConditions): void {
  if (!isTyped || (types.size === 1 && types.has(CHILD.toLowerCase()))) return;
  throw wiqlError(
    'A tree query needs a forward link type with the topology of a tree.',
    [...types].join(', '),
  );
}

function top(id: number): FoundLink {
  return { rel: null, source: null, target: id };
}

interface Step {
  readonly link: FoundLink;
  readonly item: WorkItem;
}

/** The links of the item whose type is wanted and whose other end is there, in their order. */
function linksFrom(source: WorkItem, types: ReadonlySet<string>, { reader }: QueryScope): readonly Step[] {
  return linksOf(source.relations)
    .filter((link) => types.has(link.rel.toLowerCase()) && isLive(reader, link.target))
    .flatMap((link) => {
      const item = reader.get(workItems, String(link.target));
      return item ? [{ item, link: { rel: link.rel, source: source.id, target: link.target } }] : [];
    });
}

function matchingLinks(source: WorkItem, conditions: LinkConditions, scope: QueryScope): readonly Step[] {
  return linksFrom(source, conditions.types, scope).filter(({ item }) => conditions.target(item));
}

const CHILDREN = new Set([CHILD.toLowerCase()]);

/** Matching items and their matching descendants; an item whose parent is shown appears below it only. */
function tree(
  sources: readonly WorkItem[],
  conditions: LinkConditions,
  scope: QueryScope,
): readonly FoundLink[] {
  const below = (item: WorkItem): readonly FoundLink[] =>
    matchingLinks(item, { ...conditions, types: CHILDREN }, scope).flatMap(({ link, item: child }) => [
      link,
      ...below(child),
    ]);
  return roots(sources).flatMap((item) => [top(item.id), ...below(item)]);
}

/** Items with a matching descendant, those descendants, and whatever lies between them. */
function treeOfMatches(
  sources: readonly WorkItem[],
  { target }: LinkConditions,
  scope: QueryScope,
): readonly FoundLink[] {
  const below = (item: WorkItem): readonly FoundLink[] =>
    linksFrom(item, CHILDREN, scope).flatMap(({ link, item: child }) => {
      const lower = below(child);
      return lower.length > 0 || target(child) ? [link, ...lower] : [];
    });
  return roots(sources).flatMap((item) => {
    const lower = below(item);
    return lower.length > 0 ? [top(item.id), ...lower] : [];
  });
}

function roots(sources: readonly WorkItem[]): readonly WorkItem[] {
  const shown = new Set(sources.map((item) => item.id));
  return sources.filter((item) => !shown.has(parentOf(item) ?? 0));
}
