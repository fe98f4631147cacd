/** Changing what was said: every version is kept, and the item gets a revision each time. */
import { problem } from '../kernel/problem';
import { kind, type Reader } from '../store/store';
import type { Edit } from './draft';
import { requireAreas } from './rights';
import { keepRevision, nextRevision } from './save';
import { comments, type Comment, type WorkItem } from './types';

/** Versions before the current one, by `${workItemId}/${commentId}/${version}`. */
const pastVersions = kind<Comment>('commentVersion');

function keyOf(comment: Comment): string {
  return `${comment.workItemId}/${comment.id}`;
}

/** @throws Problem 404 for a comment the item does not have, or has no more unless deleted ones are asked for. */
export function requireComment(
  reader: Pick<Reader, 'get'>,
  item: WorkItem,
  id: number,
  deleted: 'included' | 'excluded' = 'excluded',
): Comment {
  const comment = reader.get(comments, `${item.id}/${id}`);
  if (comment && (deleted === 'included' || comment.isDeleted !== true)) return comment;
  throw problem(404, 'CommentNotFoundException', `The comment ${id} of work item ${item.id} does not exist.`);
}

/** All versions, the current one last. */
export function versionsOf(reader: Reader, comment: Comment): readonly Comment[] {
  const past: Comment[] = [];
  for (let version = 1; version < comment.version; version += 1) {
    const kept = reader.get(pastVersions, `${keyOf(comment)}/${version}`);
    if (kept) past.push(kept);
  }
  return [...past, comment];
}

/** @throws Problem 403 where the area of the item is closed to the editor. */
export function changeComment(
  edit: Edit,
  item: WorkItem,
  comment: Comment,
  change: Pick<Comment, 'text' | 'format'>,
): Comment {
  requireAreas(edit, [item.fields['System.AreaPath']]);
  const next = nextVersion(edit, comment, change);
  keepRevision(edit.tx, { ...nextRevision(item, edit), commentId: next.id });
  return next;
}

/** A deleted comment keeps its text for those who ask for deleted ones. @throws Problem 403 as for a change of it. */
export function deleteComment(edit: Edit, item: WorkItem, comment: Comment): Comment {
  requireAreas(edit, [item.fields['System.AreaPath']]);
  const next = nextVersion(edit, comment, { isDeleted: true });
  const after = nextRevision(item, edit);
  const count = Math.max(0, Number(after.fields['System.CommentCount'] ?? 1) - 1);
  keepRevision(edit.tx, { ...after, fields: { ...after.fields, 'System.CommentCount': count } });
  return next;
}

function nextVersion(edit: Edit, comment: Comment, change: Partial<Comment>): Comment {
  const next: Comment = {
    ...comment,
    ...change,
    version: comment.version + 1,
    modifiedBy: edit.user.id,
    modifiedAt: edit.now.toISOString(),
  };
  edit.tx.put(pastVersions, `${keyOf(comment)}/${comment.version}`, comment);
  edit.tx.put(comments, keyOf(comment), next);
  return next;
}
