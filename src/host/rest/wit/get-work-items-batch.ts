/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/get-work-items-batch */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readEnum } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { sent } from '../../kernel/sent';
import { selection, viewOf } from './edit';
import { pickWorkItems, readIds } from './pick-work-items';

export default endpoint({
  method: 'POST',
  route: '{project?}/_apis/wit/workItemsBatch',
  spec: 'wit/7.2 Work Items_Get Work Items Batch',
  handle(call, world) {
    const body = call.body;
    if (typeof body !== 'object' || body === null)
      throw problem(400, 'VssPropertyValidationException', 'The body must be an object with ids.');
    const read = (name: string): unknown => sent(body, name);
    const [ids, fields, policy, asOf] = [read('ids'), read('fields'), read('errorPolicy'), read('asOf')];
    if (!Array.isArray(ids) || ids.length === 0)
      throw problem(400, 'VssPropertyValidationException', "The parameter 'ids' must be given.");
    const expand = read('$expand') ?? '';
    return list(
      pickWorkItems(viewOf(call, world), {
        ids: readIds(ids),
        selection: selection(
          expand === '' ? undefined : readEnum('WorkItemExpand', expand),
          Array.isArray(fields) && fields.length > 0 ? fields.map(String) : undefined,
        ),
        asOf: typeof asOf === 'string' ? asOf : undefined,
        errorPolicy:
          policy === undefined || policy === null ? 'fail' : readEnum('WorkItemErrorPolicy', policy),
      }),
    );
  },
});
