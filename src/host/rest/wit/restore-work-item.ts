/** https://learn.microsoft.com/rest/api/azure/devops/wit/recyclebin/restore-work-item */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { restoreWorkItem } from '../../work-items/save';
import { deletedShape } from './deleted-shape';
import { editOf, viewOf } from './edit';
import { requireRecycled } from './recycled-item';

export default endpoint({
  method: 'PATCH',
  route: '{project?}/_apis/wit/recyclebin/{id}',
  spec: 'wit/7.2 Recyclebin_Restore Work Item',
  handle(call, world) {
    const id = call.params.integer('id');
    const isRestore =
      typeof call.body === 'object' && call.body !== null && Reflect.get(call.body, 'isDeleted') === false;
    if (!isRestore)
      throw problem(
        400,
        'VssPropertyValidationException',
        'The body must be {"isDeleted": false} to restore a work item.',
      );
    const item = world.store.transact((tx) => {
      return restoreWorkItem(editOf(call, world, tx), requireRecycled(tx, id));
    });
    return ok(deletedShape(item, viewOf(call, world)));
  },
});
