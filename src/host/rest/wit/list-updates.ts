/** https://learn.microsoft.com/rest/api/azure/devops/wit/updates/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { revisionsOf } from '../../work-items/history';
import { requireWorkItem } from '../../work-items/save';
import { viewOf } from './edit';
import { updateShape } from './update-shape';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/updates',
  spec: 'wit/7.2 Updates_List',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const all = revisionsOf(world.store, item);
    const skip = call.query.integer('$skip') ?? 0;
    const top = call.query.integer('$top') ?? 200;
    const view = viewOf(call, world);
    return list(
      all
        .map((revision, index) => updateShape(all[index - 1] ?? null, revision, view))
        .slice(skip, skip + top),
    );
  },
});
