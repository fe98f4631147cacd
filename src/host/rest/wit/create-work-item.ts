/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/create */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readPatch } from '../../work-items/patch';
import { renderSingle, renderWorkItem } from '../../work-items/render';
import { createWorkItem } from '../../work-items/save';
import { editOf, shownAfterSaving, viewOf } from './edit';

export default endpoint({
  method: 'POST',
  route: '{project}/_apis/wit/workItems/${type}',
  spec: 'wit/7.2 Work Items_Create',
  consumes: 'application/json-patch+json',
  handle(call, world) {
    const operations = readPatch(call.body);
    const view = viewOf(call, world);
    const type = call.params.text('type');
    const { expand } = shownAfterSaving(call);
    if (call.query.flag('validateOnly')) {
      const { item } = world.store.rehearse((tx) =>
        createWorkItem(editOf(call, world, tx), type, operations),
      );
      // An item that was never saved has no number yet.
      return ok(renderWorkItem({ ...item, id: 0, rev: 0 }, { expand }, view));
    }
    const { item } = world.store.transact((tx) => createWorkItem(editOf(call, world, tx), type, operations));
    return ok(renderSingle(item, { expand }, view));
  },
});
