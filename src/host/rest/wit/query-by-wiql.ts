/** https://learn.microsoft.com/rest/api/azure/devops/wit/wiql/query-by-wiql */
import { ok } from '../../kernel/answer';
import { endpoint, type Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { Url } from '../../kernel/wire';
import type { FieldDefinition } from '../../processes/field';
import { workItemsUrl } from '../../work-items/render';
import { runWiql, type QueryResult } from '../../wiql/run';
import { viewOf } from './edit';

export default endpoint({
  method: 'POST',
  route: '{project?}/{team?}/_apis/wit/wiql',
  spec: 'wit/7.2 Wiql_Query By Wiql',
  handle(call, world) {
    const text: unknown =
      typeof call.body === 'object' && call.body !== null ? Reflect.get(call.body, 'query') : undefined;
    if (typeof text !== 'string' || text.trim() === '')
      throw problem(
        400,
        'VssPropertyValidationException',
        'You must pass a query in the body of the request.',
      );
    const now = world.clock();
    const scope = {
      text,
      reader: world.store,
      process: world.process,
      user: call.user,
      now,
      project: call.site.project,
      team: call.scope === 'team' ? call.site.team : undefined,
      precision: call.query.flag('timePrecision') ? ('time' as const) : ('day' as const),
    };
    const result = runWiql(scope, call.query.integer('$top'));
    return ok({
      ...shownResult(result, call.site, now),
      ...found(result, workItemsUrl(viewOf(call, world))),
    });
  },
});

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
