/** https://learn.microsoft.com/rest/api/azure/devops/wit/wiql/query-by-id */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { keepQuery } from '../../queries/queries';
import { requireQuery } from './query-shape';
import { countOf, queryFor, queryShape } from './wiql-answer';

/** How many were found is also said in a header, which alone is the answer to HEAD. */
export default endpoint({
  method: 'GET',
  route: '{project?}/{team?}/_apis/wit/wiql/{id}',
  spec: 'wit/7.2 Wiql_Query By Id',
  handle(call, world) {
    const item = requireQuery(world.store, call, call.params.text('id'));
    const { stored } = item;
    if (!stored || stored.wiql === null)
      throw problem(
        400,
        'QueryItemNotQueryException',
        `TF401256: ${item.path} is a folder and cannot be run.`,
      );
    const result = queryFor(call, world, stored.wiql);
    const executed = { executedBy: call.user.id, executedAt: world.clock().toISOString() };
    world.store.transact((tx) => keepQuery(tx, { ...stored, ...executed }));
    return { ...ok(queryShape(result, call, world)), headers: { 'x-total-count': String(countOf(result)) } };
  },
});
