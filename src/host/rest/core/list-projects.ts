/** https://learn.microsoft.com/rest/api/azure/devops/core/projects/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { projects } from '../../organisation/types';
import { projectReference } from './project-shape';

/** Projects here are neither being made nor gone, so every other filter finds none. */
const FINDS_ALL = ['all', 'unchanged', 'wellFormed'];

/** The token says how many projects were fetched already, as the clients describe it; both read it from the header. */
export default endpoint({
  method: 'GET',
  route: '_apis/projects',
  spec: 'core/7.2 Projects_List',
  handle({ query, site }, world) {
    const skip = query.integer('continuationToken') ?? query.integer('$skip') ?? 0;
    const isAny = FINDS_ALL.includes(query.member('ProjectState', 'stateFilter') ?? 'all');
    const found = isAny ? world.store.all(projects) : [];
    const page = found.slice(skip, skip + (query.integer('$top') ?? 100));
    const end = skip + page.length;
    return {
      ...list(page.map((project) => projectReference(site, project, world))),
      ...(end < found.length ? { headers: { 'x-ms-continuationtoken': String(end) } } : {}),
    };
  },
});
