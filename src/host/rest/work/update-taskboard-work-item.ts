/** https://learn.microsoft.com/rest/api/azure/devops/work/taskboard-work-items/update */
import { empty } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { requireObject, sentText } from '../../kernel/sent';
import { rememberPlace, taskboardColumns } from '../../boards/taskboard';
import { requireWorkItem, updateWorkItem } from '../../work-items/save';
import { editOf } from '../wit/edit';
import { requireIteration } from './iteration-shape';

/** Moves an item into a column, whose state it takes. */
export default endpoint({
  method: 'PATCH',
  route: '{project}/{team?}/_apis/work/taskboardworkitems/{iteration}/{id}',
  spec: 'work/7.2 Taskboard Work Items_Update',
  handle(call, world) {
    requireIteration(world, call.site.team, call.params.text('iteration'));
    const wanted = sentText(requireObject(call.body), 'newColumn') ?? '';
    world.store.transact((tx) => {
      const item = requireWorkItem(tx, call.params.integer('id'));
      const column = taskboardColumns(tx, world.process, call.site.team).find((one) => one.name === wanted);
      const state = column?.mappings.find(
        (mapping) => mapping.workItemType === item.fields['System.WorkItemType'],
      )?.state;
      if (!column || state === undefined)
        throw problem(
          400,
          'TaskboardColumnDoesNotExistException',
          `${String(item.fields['System.WorkItemType'])} ${item.id} cannot be moved to the column ${wanted}.`,
        );
      const saved = updateWorkItem(editOf(call, world, tx), item, [
        { on: 'field', op: 'add', field: 'System.State', value: state },
      ]);
      rememberPlace(tx, saved, column);
    });
    return empty();
  },
});
