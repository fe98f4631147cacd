/** https://learn.microsoft.com/rest/api/azure/devops/core/projects/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { projects } from '../../organisation/types';
import { projectReference } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/projects',
  spec: 'core/7.2 Projects_List',
  handle({ query, site }, world) {
    const skip = query.integer('$skip') ?? 0;
    const page = world.store.all(projects).slice(skip, skip + (query.integer('$top') ?? 100));
    return list(page.map((project) => projectReference(site, project, world)));
  },
});
