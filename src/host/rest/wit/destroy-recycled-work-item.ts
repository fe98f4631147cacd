/** https://learn.microsoft.com/rest/api/azure/devops/wit/recyclebin/destroy-work-item */
import { noContent } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { destroyWorkItem } from '../../work-items/save';
import { editOf } from './edit';
import { requireRecycled } from './recycled-item';

export default endpoint({
  method: 'DELETE',
  route: '{project?}/_apis/wit/recyclebin/{id}',
  spec: 'wit/7.2 Recyclebin_Destroy Work Item',
  handle(call, world) {
    const id = call.params.integer('id');
    world.store.transact((tx) => destroyWorkItem(editOf(call, world, tx), requireRecycled(tx, id)));
    return noContent();
  },
});
