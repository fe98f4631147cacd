/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { selectionOf, viewOf } from './edit';
import { pickWorkItems } from './pick-work-items';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems',
  spec: 'wit/7.2 Work Items_List',
  handle(call, world) {
    const ids = call.query.integers('ids');
    if (!ids) throw problem(400, 'VssPropertyValidationException', "The parameter 'ids' must be given.");
    return list(
      pickWorkItems(viewOf(call, world), {
        ids,
        selection: selectionOf(call),
        asOf: call.query.date('asOf'),
        errorPolicy: call.query.member('WorkItemErrorPolicy', 'errorPolicy') ?? 'fail',
      }),
    );
  },
});
