/** https://learn.microsoft.com/rest/api/azure/devops/wit/comments/add-comment */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import type { PatchOperation } from '../../work-items/patch';
import { requireWorkItem, updateWorkItem } from '../../work-items/save';
import { comments, type Comment } from '../../work-items/types';
import { readComment } from './comment-edit';
import { commentShape } from './comment-shape';
import { editOf, viewOf } from './edit';

export default endpoint({
  method: 'POST',
  route: '{project}/_apis/wit/workItems/{id}/comments',
  spec: 'wit/7.2 Comments_Add Comment',
  handle(call, world) {
    const { text, format } = readComment(call, 'html');
    const comment = world.store.transact((tx): Comment => {
      const operation: PatchOperation = { on: 'field', op: 'add', field: 'System.History', value: text };
      const item = updateWorkItem(editOf(call, world, tx), requireWorkItem(tx, call.params.integer('id')), [
        operation,
      ]);
      const made = tx.get(comments, `${item.id}/${item.commentId ?? 0}`);
      if (!made) throw new Error('A saved history text made no comment.');
      const kept: Comment = { ...made, format };
      tx.put(comments, `${item.id}/${kept.id}`, kept);
      return kept;
    });
    return ok(commentShape(comment, viewOf(call, world)));
  },
});
