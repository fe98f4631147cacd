/** https://learn.microsoft.com/rest/api/azure/devops/wit/comments-versions/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { requireComment, versionsOf } from '../../work-items/comments';
import { requireWorkItem } from '../../work-items/save';
import { versionShape } from './comment-shape';
import { viewOf } from './edit';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/comments/{comment}/versions/{version}',
  spec: 'wit/7.2 Comments Versions_Get',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const comment = requireComment(world.store, item, call.params.integer('comment'), 'included');
    const number = call.params.integer('version');
    const version = versionsOf(world.store, comment).find((one) => one.version === number);
    if (version) return ok(versionShape(version, viewOf(call, world)));
    throw problem(404, 'CommentNotFoundException', `The comment ${comment.id} has no version ${number}.`);
  },
});
