/** https://learn.microsoft.com/rest/api/azure/devops/wit/queries/list */
import { list, ok } from '../../kernel/answer';
import { endpoint, type Call } from '../../kernel/endpoint';
import type { World } from '../../organisation/world';
import { descendantsOf, rootsOf } from '../../queries/queries';
import { depthOf, lookerOf, queryItemShape, queryViewOf } from './query-shape';

const MOST_FOUND = 200;

/** The two roots, or with `$filter` the queries and folders whose name has that text in it. */
export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/queries',
  spec: 'wit/7.2 Queries_List',
  handle(call, world) {
    const filter = call.query.get('$filter');
    if (filter !== undefined && filter !== '') return ok(search(call, world, filter));
    const view = queryViewOf(call, world);
    return list(rootsOf(lookerOf(call)).map((root) => queryItemShape(root, view, depthOf(call))));
  },
});

/** The one list whose wrapping says whether there is more; it is never left out. */
function search(call: Call, world: World, filter: string): Record<string, unknown> {
  const view = queryViewOf(call, world);
  const wanted = filter.toLowerCase();
  const top = Math.min(call.query.integer('$top') ?? 50, MOST_FOUND);
  const found = rootsOf(lookerOf(call))
    .flatMap((root) => descendantsOf(world.store, root, view.deleted))
    .filter((item) => item.name.toLowerCase().includes(wanted));
  const page = found.slice(0, top);
  return {
    count: page.length,
    value: page.map((item) => queryItemShape(item, view, 0)),
    hasMore: found.length > page.length,
  };
}
