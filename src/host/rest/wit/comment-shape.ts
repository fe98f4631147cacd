/** Comments in their two forms: the discussion of 5.1 and later, and the revision comments of 5.0 at the same address. */
import type { Call } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Url } from '../../kernel/wire';
import { identityRef } from '../../organisation/identity';
import { users } from '../../organisation/types';
import { workItemsUrl, type View } from '../../work-items/render';
import { comments, type Comment } from '../../work-items/types';

/** Oldest first. */
export function commentsOf(
  view: View,
  workItemId: number,
  deleted: 'included' | 'excluded',
): readonly Comment[] {
  return view.world.store
    .all(comments)
    .filter(
      (comment) =>
        comment.workItemId === workItemId && (deleted === 'included' || comment.isDeleted !== true),
    );
}

function person(id: string, view: View): unknown {
  const user = view.world.store.get(users, id);
  return user ? identityRef(user, view.site) : null;
}

/** @param rendered whether the text is also shown, or only shown, as the HTML that a page would display. */
export function commentShape(
  comment: Comment,
  view: View,
  rendered: 'none' | 'beside' | 'only' = 'none',
): Record<string, unknown> {
  return {
    workItemId: comment.workItemId,
    id: comment.id,
    version: comment.version,
    ...(rendered === 'only' ? {} : { text: comment.text }),
    ...(rendered === 'none' ? {} : { renderedText: renderedText(comment) }),
    ...(comment.isDeleted === true ? { isDeleted: true } : {}),
    createdBy: person(comment.createdBy, view),
    createdDate: new Date(comment.createdAt),
    modifiedBy: person(comment.modifiedBy, view),
    modifiedDate: new Date(comment.modifiedAt),
    format: enumValue('CommentFormat', comment.format),
    url: new Url(`${workItemsUrl(view)}/${comment.workItemId}/comments/${comment.id}`),
  };
}

/** One version of a comment; versions have addresses of their own. */
export function versionShape(comment: Comment, view: View): Record<string, unknown> {
  const { workItemId: _item, format: _format, ...shape } = commentShape(comment, view);
  const self = `${workItemsUrl(view)}/${comment.workItemId}/comments/${comment.id}/versions/${comment.version}`;
  return { ...shape, isDeleted: comment.isDeleted === true, url: new Url(self) };
}

/** Markdown is shown as the paragraphs it is made of: this server draws no Markdown, and lets no markup of it through. */
function renderedText(comment: Comment): string {
  if (comment.format === 'html') return comment.text;
  const escaped = comment.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

/** Up to 5.0 the comments at this address are those of revisions; the discussion came with 5.1. */
export function isRevisionComments({ apiVersion }: Call): boolean {
  return apiVersion !== null && apiVersion.major * 100 + apiVersion.minor <= 500;
}

/** What `$expand` asks of the text. */
export function renderedIn({ query }: Call): 'none' | 'beside' | 'only' {
  const expand = query.member('CommentExpandOptions', '$expand');
  if (expand === 'renderedTextOnly') return 'only';
  return expand === 'renderedText' || expand === 'all' ? 'beside' : 'none';
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
