/** https://learn.microsoft.com/rest/api/azure/devops/wit/queries/create */
import { randomUUID } from 'node:crypto';
import { created, ok } from '../../kernel/answer';
import { endpoint, type Call } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { requireObject, sentFlag, sentText } from '../../kernel/sent';
import type { World } from '../../organisation/world';
import { keepQuery, type QueryItem, type StoredQuery } from '../../queries/queries';
import type { Transaction } from '../../store/store';
import { requireQueryName, requireWiql } from './query-edit';
import { queryItemShape, queryViewOf, requireNoRoot, requireQuery, requireQueryEditor } from './query-shape';

/** A new query or folder in the addressed folder; a body with an id moves what has it there. */
export default endpoint({
  method: 'POST',
  route: '{project}/_apis/wit/queries/{*query}',
  spec: 'wit/7.2 Queries_Create',
  handle(call, world) {
    const body = requireObject(call.body);
    if (call.query.flag('validateWiqlOnly')) {
      const wiql = requireWiql(call, world, sentText(body, 'wiql'));
      return ok({ name: sentText(body, 'name') ?? null, wiql });
    }
    const id = world.store.transact((tx) => {
      const folder = requireQuery(tx, call, call.params.text('query'));
      if (!folder.isFolder)
        throw problem(400, 'QueryItemNotFolderException', `TF401256: ${folder.path} is not a folder.`);
      requireQueryEditor(call, folder);
      const moved = sentText(body, 'id');
      return moved === undefined || moved === ''
        ? make({ tx, folder, body, call, world })
        : move(tx, folder, requireQuery(tx, call, moved), call);
    });
    const shown = { ...queryViewOf(call, world), expand: 'wiql' as const };
    return created(queryItemShape(requireQuery(world.store, call, id), shown, 0));
  },
});

function make(given: {
  readonly tx: Transaction;
  readonly folder: QueryItem;
  readonly body: object;
  readonly call: Call;
  readonly world: World;
}): string {
  const { tx, folder, body, call, world } = given;
  const at = world.clock().toISOString();
  const query: StoredQuery = {
    id: randomUUID(),
    projectId: call.site.project.id,
    parentId: folder.id,
    name: requireQueryName(tx, sentText(body, 'name'), folder),
    wiql: sentFlag(body, 'isFolder') ? null : requireWiql(call, world, sentText(body, 'wiql')),
    ownerId: folder.isPublic ? null : call.user.id,
    createdBy: call.user.id,
    createdAt: at,
    modifiedBy: call.user.id,
    modifiedAt: at,
  };
  keepQuery(tx, query);
  return query.id;
}

function move(tx: Transaction, folder: QueryItem, item: QueryItem, call: Call): string {
  requireNoRoot(item);
  requireQueryEditor(call, item);
  if (`${folder.path}/`.startsWith(`${item.path}/`))
    throw problem(400, 'QueryItemCircularException', 'TF401256: A folder cannot be moved into itself.');
  const stored = item.stored as StoredQuery;
  const name = requireQueryName(tx, item.name, folder, item.id);
  keepQuery(tx, { ...stored, name, parentId: folder.id, ownerId: folder.isPublic ? null : call.user.id });
  return item.id;
}
