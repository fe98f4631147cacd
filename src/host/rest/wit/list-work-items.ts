/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readEnum } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { selectionOf, viewOf } from './edit';
import { pickWorkItems, readIds } from './pick-work-items';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems',
  spec: 'wit/7.2 Work Items_List',
  handle(call, world) {
    const ids = call.query.parts('ids');
    if (!ids) throw problem(400, 'VssPropertyValidationException', "The parameter 'ids' must be given.");
    const policy = call.query.get('errorPolicy');
    return list(
      pickWorkItems(viewOf(call, world), {
        ids: readIds(ids),
        selection: selectionOf(call),
        asOf: call.query.get('asOf'),
        errorPolicy: policy === undefined ? 'fail' : readEnum('WorkItemErrorPolicy', policy),
      }),
    );
  },
});
