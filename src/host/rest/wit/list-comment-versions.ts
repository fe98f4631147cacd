/** https://learn.microsoft.com/rest/api/azure/devops/wit/comments-versions/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireComment, versionsOf } from '../../work-items/comments';
import { requireWorkItem } from '../../work-items/save';
import { versionShape } from './comment-shape';
import { viewOf } from './edit';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/comments/{comment}/versions',
  spec: 'wit/7.2 Comments Versions_List',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const comment = requireComment(world.store, item, call.params.integer('comment'), 'included');
    const view = viewOf(call, world);
    return list(versionsOf(world.store, comment).map((version) => versionShape(version, view)));
  },
});
