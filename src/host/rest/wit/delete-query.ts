/** https://learn.microsoft.com/rest/api/azure/devops/wit/queries/delete */
import { noContent } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { descendantsOf, keepQuery, type QueryItem } from '../../queries/queries';
import type { Transaction } from '../../store/store';
import { requireNoRoot, requireQuery, requireQueryEditor } from './query-shape';

/** A folder goes with all that is in it; both can be brought back. */
export default endpoint({
  method: 'DELETE',
  route: '{project}/_apis/wit/queries/{*query}',
  spec: 'wit/7.2 Queries_Delete',
  handle(call, world) {
    world.store.transact((tx) => {
      const item = requireQuery(tx, call, call.params.text('query'));
      requireNoRoot(item);
      requireQueryEditor(call, item);
      for (const one of [...descendantsOf(tx, item, 'excluded'), item]) markDeleted(tx, one);
    });
    return noContent();
  },
});

function markDeleted(tx: Transaction, { stored }: QueryItem): void {
  if (stored) keepQuery(tx, { ...stored, isDeleted: true });
}
