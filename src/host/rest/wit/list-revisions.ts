/** https://learn.microsoft.com/rest/api/azure/devops/wit/revisions/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { revisionsOf } from '../../work-items/history';
import { requireWorkItem } from '../../work-items/save';
import { selectionOf, viewOf } from './edit';
import { revisionShape } from './revision-shape';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/revisions',
  spec: 'wit/7.2 Revisions_List',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const skip = call.query.integer('$skip') ?? 0;
    const page = revisionsOf(world.store, item).slice(skip, skip + (call.query.integer('$top') ?? 200));
    return list(page.map((revision) => revisionShape(revision, selectionOf(call), viewOf(call, world))));
  },
});
