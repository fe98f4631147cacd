/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-type-categories/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { categoryShape } from './type-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/workItemTypeCategories/{category}',
  spec: 'wit/7.2 Work Item Type Categories_Get',
  handle({ params, site }, world) {
    const wanted = params.text('category');
    const category = world.process.categories.find(
      (one) => one.referenceName.toLowerCase() === wanted.toLowerCase(),
    );
    if (category) return ok(categoryShape(category, site));
    throw problem(
      404,
      'WorkItemTypeCategoryNotFoundException',
      `VS402324: Work item type category ${wanted} does not exist.`,
    );
  },
});
