/** https://learn.microsoft.com/rest/api/azure/devops/wit/updates/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { revisionsOf } from '../../work-items/history';
import { requireWorkItem } from '../../work-items/save';
import { viewOf } from './edit';
import { updateShape } from './update-shape';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/updates/{update}',
  spec: 'wit/7.2 Updates_Get',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const number = call.params.integer('update');
    const all = revisionsOf(world.store, item);
    const index = all.findIndex((revision) => revision.rev === number);
    const after = all[index];
    if (after) return ok(updateShape(all[index - 1] ?? null, after, viewOf(call, world)));
    throw problem(
      404,
      'WorkItemUpdateNotFoundException',
      `TF401249: Work item ${item.id} has no update ${number}.`,
    );
  },
});
