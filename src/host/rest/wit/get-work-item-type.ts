/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-types/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireType, typeShape } from './type-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/workItemTypes/{type}',
  spec: 'wit/7.2 Work Item Types_Get',
  handle: ({ params, site }, world) =>
    ok(typeShape(requireType(world, site.project, params.text('type')), site)),
});
