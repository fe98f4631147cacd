/** https://learn.microsoft.com/rest/api/azure/devops/work/taskboard-work-items/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { columnOfItem, taskboardColumns, taskboardTypes } from '../../boards/taskboard';
import { liveWorkItems } from '../../work-items/computed';
import { requireIteration } from './iteration-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/taskboardworkitems/{iteration}',
  spec: 'work/7.2 Taskboard Work Items_List',
  handle({ params, site }, world) {
    const iteration = requireIteration(world, site.team, params.text('iteration'));
    const types = new Set(taskboardTypes(world.process, site.team).map((type) => type.name));
    const columns = taskboardColumns(world.store, world.process, site.team);
    const items = liveWorkItems(world.store).filter(
      (item) =>
        types.has(String(item.fields['System.WorkItemType'])) &&
        item.fields['System.IterationPath'] === iteration.path,
    );
    return list(
      items.flatMap((item) => {
        const column = columnOfItem(world.store, columns, item);
        if (!column) return [];
        return [
          {
            workItemId: item.id,
            state: item.fields['System.State'],
            column: column.name,
            columnId: column.id,
          },
        ];
      }),
    );
  },
});
