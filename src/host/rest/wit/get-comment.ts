/** https://learn.microsoft.com/rest/api/azure/devops/wit/comments/get-comment */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { requireComment } from '../../work-items/comments';
import { requireWorkItem } from '../../work-items/save';
import {
  commentShape,
  commentsOf,
  isRevisionComments,
  renderedIn,
  revisionCommentShape,
} from './comment-shape';
import { viewOf } from './edit';

/** Up to 5.0 the number is that of a revision. */
export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/comments/{comment}',
  spec: 'wit/7.2 Comments_Get Comment',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const number = call.params.integer('comment');
    const view = viewOf(call, world);
    if (!isRevisionComments(call)) {
      const deleted = call.query.flag('includeDeleted') ? 'included' : 'excluded';
      return ok(commentShape(requireComment(world.store, item, number, deleted), view, renderedIn(call)));
    }
    const found = commentsOf(view, item.id, 'excluded').find((comment) => comment.revision === number);
    if (found) return ok(revisionCommentShape(found, view));
    throw problem(
      404,
      'CommentNotFoundException',
      `Revision ${number} of work item ${item.id} has no comment.`,
    );
  },
});
