/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-type-categories/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { categoryShape } from './type-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/workItemTypeCategories',
  spec: 'wit/7.2 Work Item Type Categories_List',
  handle: ({ site }, world) => list(world.process.categories.map((one) => categoryShape(one, site))),
});
