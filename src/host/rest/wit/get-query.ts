/** https://learn.microsoft.com/rest/api/azure/devops/wit/queries/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { depthOf, queryItemShape, queryViewOf, requireQuery } from './query-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/queries/{*query}',
  spec: 'wit/7.2 Queries_Get',
  handle(call, world) {
    const view = queryViewOf(call, world);
    const item = requireQuery(world.store, call, call.params.text('query'), view.deleted);
    return ok(queryItemShape(item, view, depthOf(call)));
  },
});
