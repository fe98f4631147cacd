/** https://learn.microsoft.com/rest/api/azure/devops/wit/revisions/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { revisionsOf } from '../../work-items/history';
import { requireWorkItem } from '../../work-items/save';
import { selectionOf, viewOf } from './edit';
import { revisionShape } from './revision-shape';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/revisions/{revisionNumber}',
  spec: 'wit/7.2 Revisions_Get',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const number = call.params.integer('revisionNumber');
    const revision = revisionsOf(world.store, item).find((one) => one.rev === number);
    if (revision) return ok(revisionShape(revision, selectionOf(call), viewOf(call, world)));
    throw problem(
      404,
      'WorkItemRevisionNotFoundException',
      `TF401249: Work item ${item.id} has no revision ${number}.`,
    );
  },
});
