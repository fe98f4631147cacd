/** https://learn.microsoft.com/rest/api/azure/devops/wit/recyclebin/restore-work-item */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { restoreWorkItem } from '../../work-items/save';
import { deletedShape } from './deleted-shape';
import { editOf, viewOf } from './edit';
import { requireRecycled, requireRestore } from './recycled-item';

export default endpoint({
  method: 'PATCH',
  route: '{project?}/_apis/wit/recyclebin/{id}',
  spec: 'wit/7.2 Recyclebin_Restore Work Item',
  handle(call, world) {
    const id = call.params.integer('id');
    requireRestore(call.body);
    const item = world.store.transact((tx) => {
      return restoreWorkItem(editOf(call, world, tx), requireRecycled(tx, id));
    });
    return ok(deletedShape(item, viewOf(call, world)));
  },
});
