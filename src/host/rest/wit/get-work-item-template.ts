/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/get-work-item-template */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { renderSingle } from '../../work-items/render';
import { createWorkItem } from '../../work-items/save';
import { selectionOf, viewOf } from './edit';

/** What a new item of the type begins with: one that is made without rules and never kept. */
export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/workItems/${type}',
  spec: 'wit/7.2 Work Items_Get Work Item Template',
  handle(call, world) {
    const { item } = world.store.rehearse((tx) =>
      createWorkItem(
        {
          tx,
          process: world.process,
          project: call.site.project,
          user: call.user,
          now: world.clock(),
          rules: 'bypassed',
          temporaryIds: new Map(),
          overtaken: new Map(),
        },
        call.params.text('type'),
        [],
      ),
    );
    const selection = { ...selectionOf(call), expand: 'none' as const };
    return ok(renderSingle({ ...item, id: 0, rev: 0 }, selection, viewOf(call, world)));
  },
});
