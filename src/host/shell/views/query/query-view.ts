/** A query in the address: /{project}/_queries/query/?wiql=… */
import type { ViewDefinition } from '../view';
import { QueryPage } from './QueryPage';

export const queryView: ViewDefinition = {
  viewId: 'query',
  routeId: 'ms.vss-work-web.queries-content-route',
  pattern: '_queries/**',
  title: 'Queries',
  nav: { group: 'boards', icon: 'query', order: 40, path: ['_queries', 'query'] },
  Component: QueryPage,
};
