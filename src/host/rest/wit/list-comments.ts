/** https://learn.microsoft.com/rest/api/azure/devops/wit/comments/get-comments */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readEnum } from '../../kernel/enums';
import { requireWorkItem } from '../../work-items/save';
import { commentShape, commentsOf, revisionCommentShape } from './comment-shape';
import { viewOf } from './edit';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}/comments',
  spec: 'wit/7.2 Comments_Get Comments',
  handle(call, world) {
    const item = requireWorkItem(world.store, call.params.integer('id'));
    const view = viewOf(call, world);
    const all = commentsOf(view, item.id);
    // Up to 5.0 the default was oldest first; the discussion of later versions begins with the newest.
    const isOld = call.apiVersion !== null && call.apiVersion.major * 100 + call.apiVersion.minor <= 500;
    const order = call.query.get('order');
    const isDescending = order === undefined ? !isOld : readEnum('CommentSortOrder', order) === 'desc';
    const page = (isDescending ? [...all].reverse() : all).slice(0, call.query.integer('$top') ?? 200);
    const count = page.length;
    if (isOld)
      return ok({
        totalCount: all.length,
        fromRevisionCount: 0,
        count,
        comments: page.map((comment) => revisionCommentShape(comment, view)),
      });
    return ok({
      totalCount: all.length,
      count,
      comments: page.map((comment) => commentShape(comment, view)),
    });
  },
});
