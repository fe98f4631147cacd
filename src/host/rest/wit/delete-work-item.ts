/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/delete */
import { noContent, ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { deleteWorkItem, destroyWorkItem, requireWorkItem } from '../../work-items/save';
import { deletedShape } from './deleted-shape';
import { editOf, viewOf } from './edit';

export default endpoint({
  method: 'DELETE',
  route: '{project?}/_apis/wit/workItems/{id}',
  spec: 'wit/7.2 Work Items_Delete',
  handle(call, world) {
    const id = call.params.integer('id');
    if (call.query.flag('destroy')) {
      world.store.transact((tx) => destroyWorkItem(editOf(call, world, tx), requireWorkItem(tx, id)));
      return noContent();
    }
    const item = world.store.transact((tx) =>
      deleteWorkItem(editOf(call, world, tx), requireWorkItem(tx, id)),
    );
    return ok(deletedShape(item, viewOf(call, world)));
  },
});
