/** Runs a query for a call and shows what it found. */
import type { Call, Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Url } from '../../kernel/wire';
import type { World } from '../../organisation/world';
import type { FieldDefinition } from '../../processes/field';
import { workItemsUrl } from '../../work-items/render';
import { runWiql, type QueryResult } from '../../wiql/run';
import type { QueryScope } from '../../wiql/scope';
import { viewOf } from './edit';

/** What the macros and names of a query mean to this call. */
export function wiqlScope(call: Call, world: World, text: string): QueryScope {
  return {
    text,
    reader: world.store,
    process: world.process,
    user: call.user,
    now: world.clock(),
    project: call.scope === 'organisation' ? undefined : call.site.project,
    team: call.scope === 'team' ? call.site.team : undefined,
    precision: call.query.flag('timePrecision') ? 'time' : 'day',
  };
}

/** @throws Problem 400 for a query that cannot be run. */
export function queryFor(call: Call, world: World, text: string): QueryResult {
  return runWiql(wiqlScope(call, world, text), call.query.integer('$top'));
}

export function queryShape(result: QueryResult, call: Call, world: World): Record<string, unknown> {
  return {
    ...shownResult(result, call.site, result.asOf ?? world.clock()),
    ...found(result, workItemsUrl(viewOf(call, world))),
  };
}

export function countOf(result: QueryResult): number {
  return result.queryType === 'flat' ? result.items.length : result.links.length;
}

function shownResult(result: QueryResult, site: Site, asOf: Date): Record<string, unknown> {
  const field = (one: FieldDefinition): Record<string, unknown> => ({
    referenceName: one.referenceName,
    name: one.name,
    url: new Url(`${site.collectionUrl}/_apis/wit/fields/${one.referenceName}`),
  });
  return {
    queryType: enumValue('QueryType', result.queryType),
    queryResultType: enumValue('QueryResultType', result.queryType === 'flat' ? 'workItem' : 'workItemLink'),
    asOf,
    columns: result.columns.map(field),
    ...(result.sortColumns.length > 0
      ? {
          sortColumns: result.sortColumns.map((one) => ({
            field: field(one.field),
            descending: one.direction === 'descending',
          })),
        }
      : {}),
  };
}

/** Ids and addresses only: a query never carries field values. */
function found(result: QueryResult, base: string): Record<string, unknown> {
  const reference = (id: number): Record<string, unknown> => ({ id, url: new Url(`${base}/${id}`) });
  if (result.queryType === 'flat') return { workItems: result.items.map((item) => reference(item.id)) };
  return {
    workItemRelations: result.links.map((link) => ({
      ...(link.rel === null ? {} : { rel: link.rel }),
      ...(link.source === null ? {} : { source: reference(link.source) }),
      target: reference(link.target),
    })),
  };
}

/** @throws Problem 400 for a query that cannot be run; it is not run. */
export function checkWiql(call: Call, world: World, text: string): void {
  runWiql(wiqlScope(call, world, text), 0);
}
