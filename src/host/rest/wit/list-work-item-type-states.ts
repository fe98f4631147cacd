/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-type-states/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireType } from './type-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/workItemTypes/{type}/states',
  spec: 'wit/7.2 Work Item Type States_List',
  handle: ({ params, site }, world) => list(requireType(world, site.project, params.text('type')).states),
});
