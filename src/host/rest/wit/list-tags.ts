/** https://learn.microsoft.com/rest/api/azure/devops/wit/tags/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { allTags } from '../../work-items/tag-definitions';
import { tagShape } from './tag-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/tags',
  spec: 'wit/7.2 Tags_List',
  handle: ({ site }, world) => list(allTags(world.store, site.project).map((tag) => tagShape(tag, site))),
});
