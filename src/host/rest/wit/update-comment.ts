/** https://learn.microsoft.com/rest/api/azure/devops/wit/comments/update-comment */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { changeComment, requireComment } from '../../work-items/comments';
import { requireWorkItem } from '../../work-items/save';
import { readComment, requireAuthor } from './comment-edit';
import { commentShape } from './comment-shape';
import { editOf, viewOf } from './edit';

export default endpoint({
  method: 'PATCH',
  route: '{project}/_apis/wit/workItems/{id}/comments/{comment}',
  spec: 'wit/7.2 Comments_Update Comment',
  handle(call, world) {
    const changed = world.store.transact((tx) => {
      const item = requireWorkItem(tx, call.params.integer('id'));
      const comment = requireComment(tx, item, call.params.integer('comment'));
      const edit = editOf(call, world, tx);
      requireAuthor(call, comment);
      return changeComment(edit, item, comment, readComment(call, comment.format));
    });
    return ok(commentShape(changed, viewOf(call, world)));
  },
});
