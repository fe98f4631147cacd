/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-types/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { typeShape } from './type-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/workItemTypes',
  spec: 'wit/7.2 Work Item Types_List',
  handle: ({ site }, world) => list(world.process.types.map((type) => typeShape(type, site))),
});
