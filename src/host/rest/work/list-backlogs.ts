/** https://learn.microsoft.com/rest/api/azure/devops/work/backlogs/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { backlogShape } from './backlog-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/backlogs',
  spec: 'work/7.2 Backlogs_List',
  handle: ({ site }, world) => list(world.process.backlogs.map((level) => backlogShape(level, site, world))),
});
