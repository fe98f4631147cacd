/** https://learn.microsoft.com/rest/api/azure/devops/wit/recyclebin/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { deletedShape } from './deleted-shape';
import { viewOf } from './edit';
import { requireRecycled } from './recycled-item';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/recyclebin/{id}',
  spec: 'wit/7.2 Recyclebin_Get',
  handle: (call, world) =>
    ok(deletedShape(requireRecycled(world.store, call.params.integer('id')), viewOf(call, world))),
});
