/** https://learn.microsoft.com/rest/api/azure/devops/core/projects/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readEnum } from '../../kernel/enums';
import { projects } from '../../organisation/types';
import { projectReference } from './project-shape';

/** Projects here are neither being made nor gone, so every other filter finds none. */
const FINDS_ALL = ['all', 'unchanged', 'wellFormed'];

export default endpoint({
  method: 'GET',
  route: '_apis/projects',
  spec: 'core/7.2 Projects_List',
  handle({ query, site }, world) {
    const skip = query.integer('$skip') ?? 0;
    const state = query.get('stateFilter') ?? '';
    const found =
      state === '' || FINDS_ALL.includes(readEnum('ProjectState', state)) ? world.store.all(projects) : [];
    const page = found.slice(skip, skip + (query.integer('$top') ?? 100));
    return list(page.map((project) => projectReference(site, project, world)));
  },
});
