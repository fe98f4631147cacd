/** Queries: the tree at /{project}/_queries/all, a saved one at …/query/{id}, a text at …/query/?wiql=… */
import type { ViewDefinition } from '../view';
import { QueriesPage } from './QueriesPage';

export const queryView: ViewDefinition = {
  viewId: 'query',
  routeId: 'ms.vss-work-web.queries-content-route',
  pattern: '_queries/**',
  title: 'Queries',
  nav: { group: 'boards', icon: 'query', order: 40, path: ['_queries', 'all'] },
  Component: QueriesPage,
};
