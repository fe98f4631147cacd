/** Comments in their two forms: the discussion of 5.1 and later, and the revision comments of 5.0 at the same address. */
import { enumValue } from '../../kernel/enums';
import { Url } from '../../kernel/wire';
import { identityRef } from '../../organisation/identity';
import { users } from '../../organisation/types';
import { workItemsUrl, type View } from '../../work-items/render';
import { comments, type Comment } from '../../work-items/types';

/** Oldest first. */
export function commentsOf(view: View, workItemId: number): readonly Comment[] {
  return view.world.store.all(comments).filter((comment) => comment.workItemId === workItemId);
}

function person(id: string, view: View): unknown {
  const user = view.world.store.get(users, id);
  return user ? identityRef(user, view.site) : null;
}

export function commentShape(comment: Comment, view: View): Record<string, unknown> {
  return {
    workItemId: comment.workItemId,
    id: comment.id,
    version: comment.version,
    text: comment.text,
    createdBy: person(comment.createdBy, view),
    createdDate: new Date(comment.createdAt),
    modifiedBy: person(comment.modifiedBy, view),
    modifiedDate: new Date(comment.modifiedAt),
    format: enumValue('CommentFormat', comment.format),
    url: new Url(`${workItemsUrl(view)}/${comment.workItemId}/comments/${comment.id}`),
  };
}

export function revisionCommentShape(comment: Comment, view: View): Record<string, unknown> {
  return {
    revision: comment.revision,
    text: comment.text,
    revisedBy: person(comment.createdBy, view),
    revisedDate: new Date(comment.createdAt),
    format: enumValue('CommentFormat', comment.format),
    url: new Url(`${workItemsUrl(view)}/${comment.workItemId}/comments/${comment.revision}`),
  };
}
