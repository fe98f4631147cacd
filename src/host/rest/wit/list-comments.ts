/** https://learn.microsoft.com/rest/api/azure/devops/wit/comments/get-comments */
import { ok, type Answer } from '../../kernel/answer';
import { endpoint, type Call } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { Url } from '../../kernel/wire';
import { workItemsUrl, type View } from '../../work-items/render';
import { requireWorkItem } from '../../work-items/save';
import type { Comment, WorkItem } from '../../work-items/types';
import {
  commentShape,
  commentsOf,
  isRevisionComments,
  renderedIn,
  revisionCommentShape,
} from './comment-shape';
import { viewOf } from './edit';

const LARGEST_PAGE = 200;

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/comments',
  spec: 'wit/7.2 Comments_Get Comments',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const view = viewOf(call, world);
    return isRevisionComments(call) ? revisionComments(call, item, view) : discussion(call, item, view);
  },
});

function revisionComments(call: Call, item: WorkItem, view: View): Answer {
  const from = call.query.integer('fromRevision');
  const all = commentsOf(view, item.id, 'excluded').filter((comment) => comment.revision >= (from ?? 1));
  const page = ordered(call, all, 'asc').slice(0, pageSize(call));
  return ok({
    totalCount: all.length,
    // Recorded answers that were asked for no revision count none.
    fromRevisionCount: from === undefined ? 0 : all.length,
    count: page.length,
    comments: page.map((comment) => revisionCommentShape(comment, view)),
  });
}

/** The newest first unless asked otherwise; a page that is not the last says where the next begins. */
function discussion(call: Call, item: WorkItem, view: View): Answer {
  const all = commentsOf(view, item.id, call.query.flag('includeDeleted') ? 'included' : 'excluded');
  const wanted = call.query.integers('ids');
  const chosen = ordered(call, wanted ? all.filter((comment) => wanted.includes(comment.id)) : all, 'desc');
  const begin = call.query.integer('continuationToken') ?? 0;
  const page = chosen.slice(begin, begin + pageSize(call));
  const next = begin + page.length;
  const base = `${workItemsUrl(view)}/${item.id}/comments`;
  const rendered = renderedIn(call);
  return ok({
    totalCount: all.length,
    count: page.length,
    comments: page.map((comment) => commentShape(comment, view, rendered)),
    ...(next < chosen.length
      ? { nextPage: new Url(`${base}?continuationToken=${next}`), continuationToken: String(next) }
      : {}),
    url: new Url(base),
  });
}

function ordered(call: Call, all: readonly Comment[], byDefault: 'asc' | 'desc'): readonly Comment[] {
  const wanted = call.query.member('CommentSortOrder', 'order') ?? byDefault;
  return wanted === 'desc' ? [...all].reverse() : all;
}

function pageSize({ query }: Call): number {
  const top = query.integer('$top') ?? LARGEST_PAGE;
  if (top >= 1 && top <= LARGEST_PAGE) return top;
  throw problem(400, 'VssPropertyValidationException', `$top must be between 1 and ${LARGEST_PAGE}.`);
}
