/** https://learn.microsoft.com/rest/api/azure/devops/work/taskboard-columns/update */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireList } from '../../kernel/sent';
import { replaceColumns } from '../../boards/taskboard';
import { taskboardShape } from './taskboard-shape';
import { requireTeamAdministrator } from './team-administrator';

export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/work/taskboardcolumns',
  spec: 'work/7.2 Taskboard Columns_Update',
  handle(call, world) {
    requireTeamAdministrator(call);
    world.store.transact((tx) => replaceColumns(tx, world.process, call.site.team, requireList(call.body)));
    return ok(taskboardShape(world, call.site.team));
  },
});
