/** https://learn.microsoft.com/rest/api/azure/devops/wit/comments/delete */
import { noContent } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { deleteComment, requireComment } from '../../work-items/comments';
import { requireWorkItem } from '../../work-items/save';
import { requireAuthor } from './comment-edit';
import { editOf } from './edit';

export default endpoint({
  method: 'DELETE',
  route: '{project}/_apis/wit/workItems/{id}/comments/{comment}',
  spec: 'wit/7.2 Comments_Delete',
  handle(call, world) {
    world.store.transact((tx) => {
      const item = requireWorkItem(tx, call.params.integer('id'));
      const comment = requireComment(tx, item, call.params.integer('comment'));
      const edit = editOf(call, world, tx);
      requireAuthor(call, comment);
      deleteComment(edit, item, comment);
    });
    return noContent();
  },
});
