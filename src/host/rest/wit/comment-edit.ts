/** What adding and changing a comment share. */
import type { Call } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { sentText } from '../../kernel/sent';
import { isProjectAdministrator } from '../../organisation/permissions';
import type { Comment } from '../../work-items/types';

/**
 * The text of the body in the format that the query names.
 * @param format what a text is written in where the query says nothing.
 * @throws Problem 400 for an empty text.
 */
export function readComment(call: Call, format: Comment['format']): Pick<Comment, 'text' | 'format'> {
  const text = sentText(call.body, 'text');
  if (text === undefined || text === '')
    throw problem(400, 'VssPropertyValidationException', 'The comment text must not be empty.');
  return { text, format: call.query.member('CommentFormat', 'format') ?? format };
}

/** People change what they said themselves. @throws Problem 403 for a comment of somebody else. */
export function requireAuthor({ user }: Call, comment: Comment): void {
  if (comment.createdBy === user.id || isProjectAdministrator(user)) return;
  throw problem(
    403,
    'CommentUpdatePermissionException',
    `${user.displayName} has no permission to change the comment ${comment.id} of somebody else.`,
  );
}
