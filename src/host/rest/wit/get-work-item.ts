/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/get-work-item */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { renderSingle, renderWorkItem } from '../../work-items/render';
import { itemAsOf } from '../../work-items/history';
import { selectionOf, viewOf } from './edit';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/workItems/{id}',
  spec: 'wit/7.2 Work Items_Get Work Item',
  handle(call, world) {
    const item = itemAsOf(world.store, call.params.integer('id'), call.query.date('asOf'));
    const view = viewOf(call, world);
    const selection = selectionOf(call);
    // A single item carries its links unless the caller picked fields.
    return ok(selection.fields ? renderWorkItem(item, selection, view) : renderSingle(item, selection, view));
  },
});
