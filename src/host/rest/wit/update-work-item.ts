/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/update */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readPatch } from '../../work-items/patch';
import { renderSingle } from '../../work-items/render';
import { requireWorkItem, updateWorkItem } from '../../work-items/save';
import { editOf, shownAfterSaving, viewOf } from './edit';

export default endpoint({
  method: 'PATCH',
  route: '{project?}/_apis/wit/workItems/{id}',
  spec: 'wit/7.2 Work Items_Update',
  consumes: 'application/json-patch+json',
  // A rehearsal saves nothing, so nobody can be in its way.
  changes: (call) => (call.query.flag('validateOnly') ? [] : [call.params.integer('id')]),
  handle(call, world) {
    const operations = readPatch(call.body);
    const id = call.params.integer('id');
    const selection = shownAfterSaving(call);
    const run = call.query.flag('validateOnly') ? 'rehearse' : 'transact';
    const item = world.store[run]((tx) =>
      updateWorkItem(editOf(call, world, tx), requireWorkItem(tx, id), operations),
    );
    return ok(renderSingle(item, selection, viewOf(call, world)));
  },
});
