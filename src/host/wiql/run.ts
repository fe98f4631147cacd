/** Runs a query over the read model. */
import { problem } from '../kernel/problem';
import type { FieldDefinition } from '../processes/field';
import { fieldValue, liveWorkItems } from '../work-items/computed';
import type { WorkItem } from '../work-items/types';
import { readerAsOf } from './as-of';
import { compileCondition } from './conditions';
import { readDate } from './dates';
import { runLinks, type FoundLink } from './link-query';
import { resolveMacro } from './macros';
import { parseWiql } from './parser';
import type { Ordering, Query } from './query';
import { resolveField, type QueryScope } from './scope';
import { nameOf } from './values';
import { errorAt } from './wiql-error';

const MAXIMUM_TEXT = 32_000;
const MAXIMUM_RESULTS = 20_000;

export interface SortColumn {
  readonly field: FieldDefinition;
  readonly direction: Ordering['direction'];
}

export type QueryResult = {
  readonly columns: readonly FieldDefinition[];
  readonly sortColumns: readonly SortColumn[];
  /** The instant that the query asked about; undefined for now. */
  readonly asOf: Date | undefined;
} & (
  | { readonly queryType: 'flat'; readonly items: readonly WorkItem[] }
  | { readonly queryType: 'oneHop' | 'tree'; readonly links: readonly FoundLink[] }
);

/**
 * @param top at most so many results; without it more than 20,000 are an error, as on the original.
 * @throws Problem 400 for syntax, unknown names, too long a text or too many results.
 */
export function runWiql(scope: QueryScope, top: number | undefined): QueryResult {
  if (scope.text.length > MAXIMUM_TEXT)
    throw problem(
      400,
      'WiqlTextLengthException',
      `The query text is longer than ${MAXIMUM_TEXT} characters.`,
    );
  const query = parseWiql(scope.text);
  const asOf = instantOf(query, scope);
  return runQuery(query, asOf === undefined ? scope : { ...scope, reader: readerAsOf(scope.reader, asOf) }, {
    top,
    asOf: asOf === undefined ? undefined : new Date(asOf),
  });
}

interface Wanted {
  readonly top: number | undefined;
  readonly asOf: Date | undefined;
}

function runQuery(query: Query, scope: QueryScope, { top, asOf }: Wanted): QueryResult {
  const columns = query.select.map((name) => resolveField(name, scope));
  const sortColumns = query.orderBy.map(({ field, direction }) => ({
    field: resolveField(field, scope),
    direction,
  }));
  const sorted = (items: readonly WorkItem[]): readonly WorkItem[] => sort(items, sortColumns, scope);
  if (query.from === 'workitemlinks') {
    const links = runLinks(query, scope, sorted);
    const queryType = query.mode === 'recursive' ? 'tree' : 'oneHop';
    return { queryType, columns, sortColumns, asOf, links: limit(links, top) };
  }
  const items = liveWorkItems(scope.reader).filter(compileCondition(query.where, scope));
  return { queryType: 'flat', columns, sortColumns, asOf, items: limit(sorted(items), top) };
}

/** @throws Problem 400 for an ASOF that is no date. */
function instantOf({ asOf }: Query, scope: QueryScope): number | undefined {
  if (asOf === null) return undefined;
  const meaning = asOf.kind === 'macro' ? resolveMacro(asOf, null, scope) : asOf;
  const time = 'value' in meaning ? readDate(String(meaning.value)) : undefined;
  if (time !== undefined) return time;
  throw errorAt('Expecting a date.', scope.text, asOf.at);
}

function limit<T>(found: readonly T[], top: number | undefined): readonly T[] {
  if (top !== undefined) return found.slice(0, top);
  if (found.length <= MAXIMUM_RESULTS) return found;
  throw problem(
    400,
    'WorkItemTrackingQueryResultSizeLimitExceededException',
    `VS402337: The number of work items returned exceeds the size limit of ${MAXIMUM_RESULTS}. Change the query to return fewer items.`,
  );
}

/** Empty values come first when ascending; the id decides last so that the order is stable. */
function sort(items: readonly WorkItem[], by: readonly SortColumn[], scope: QueryScope): readonly WorkItem[] {
  const keys = new Map(items.map((item) => [item.id, by.map(({ field }) => sortKey(item, field, scope))]));
  return [...items].sort((a, b) => {
    for (const [index, { direction }] of by.entries()) {
      const order = compareKeys(keys.get(a.id)?.[index], keys.get(b.id)?.[index]);
      if (order !== 0) return direction === 'ascending' ? order : -order;
    }
    return a.id - b.id;
  });
}

type Key = string | number | undefined;

function sortKey(item: WorkItem, field: FieldDefinition, scope: QueryScope): Key {
  const value = fieldValue(item, field.referenceName, scope);
  if (value === undefined || typeof value === 'number') return value;
  // People stand in the order of their names, not of their ids.
  return field.type === 'identity' ? nameOf(String(value), scope) : String(value).toLowerCase();
}

function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}
