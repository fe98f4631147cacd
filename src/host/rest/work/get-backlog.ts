/** https://learn.microsoft.com/rest/api/azure/devops/work/backlogs/get-backlog */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { backlogShape, requireBacklog } from './backlog-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/backlogs/{id}',
  spec: 'work/7.2 Backlogs_Get Backlog',
  handle: ({ params, site }, world) =>
    ok(backlogShape(requireBacklog(world, params.text('id')), site, world)),
});
