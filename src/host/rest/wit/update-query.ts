/** https://learn.microsoft.com/rest/api/azure/devops/wit/queries/update */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireObject, sent, sentText } from '../../kernel/sent';
import { descendantsOf, keepQuery, type StoredQuery } from '../../queries/queries';
import { requireQueryName, requireWiql } from './query-edit';
import { queryItemShape, queryViewOf, requireNoRoot, requireQuery, requireQueryEditor } from './query-shape';

/** Renames, changes what is asked, or brings a deleted item back (`isDeleted: false`). */
export default endpoint({
  method: 'PATCH',
  route: '{project}/_apis/wit/queries/{*query}',
  spec: 'wit/7.2 Queries_Update',
  handle(call, world) {
    const body = requireObject(call.body);
    const text = call.params.text('query');
    const isRestored = sent(body, 'isDeleted') === false;
    const id = world.store.transact((tx) => {
      const item = requireQuery(tx, call, text, isRestored ? 'included' : 'excluded');
      requireNoRoot(item);
      requireQueryEditor(call, item);
      const { isDeleted: _gone, ...kept } = item.stored as StoredQuery;
      const folder = requireQuery(tx, call, kept.parentId, 'included');
      const wiql = sent(body, 'wiql');
      keepQuery(tx, {
        ...kept,
        name: requireQueryName(tx, sentText(body, 'name') ?? kept.name, folder, kept.id),
        wiql: typeof wiql === 'string' && kept.wiql !== null ? requireWiql(call, world, wiql) : kept.wiql,
        modifiedBy: call.user.id,
        modifiedAt: world.clock().toISOString(),
      });
      if (isRestored && call.query.flag('$undeleteDescendants'))
        for (const { stored } of descendantsOf(tx, item, 'included'))
          if (stored) keepQuery(tx, alive(stored));
      return item.id;
    });
    const shown = { ...queryViewOf(call, world), expand: 'wiql' as const };
    return ok(queryItemShape(requireQuery(world.store, call, id), shown, 0));
  },
});

function alive(stored: StoredQuery): StoredQuery {
  const { isDeleted: _gone, ...kept } = stored;
  return kept;
}
