/** https://learn.microsoft.com/rest/api/azure/devops/work/taskboard-columns/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { taskboardShape } from './taskboard-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/taskboardcolumns',
  spec: 'work/7.2 Taskboard Columns_Get',
  handle: ({ site }, world) => ok(taskboardShape(world, site.team)),
});
