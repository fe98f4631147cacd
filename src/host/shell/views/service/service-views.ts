/** Repos, Pipelines and Test Plans: groups of the navigation with one plain page, so that hubs find their group. */
import type { ViewDefinition } from '../view';
import { servicePage } from './ServicePage';

export const reposView: ViewDefinition = {
  viewId: 'repos',
  routeId: 'ms.vss-code-web.files-route',
  pattern: '_git/**',
  title: 'Files',
  nav: { group: 'repos', icon: 'repos', order: 10, path: ['_git'] },
  Component: servicePage({ icon: 'repos', title: 'Repos', what: 'no repositories' }),
};

export const pipelinesView: ViewDefinition = {
  viewId: 'pipelines',
  routeId: 'ms.vss-build-web.pipelines-hub-route',
  pattern: '_build/**',
  title: 'Pipelines',
  nav: { group: 'pipelines', icon: 'pipelines', order: 10, path: ['_build'] },
  Component: servicePage({ icon: 'pipelines', title: 'Pipelines', what: 'no pipelines' }),
};

export const testPlansView: ViewDefinition = {
  viewId: 'test-plans',
  routeId: 'ms.vss-test-web.test-plans-route',
  pattern: '_testManagement/**',
  title: 'Test plans',
  nav: { group: 'test-plans', icon: 'testPlans', order: 10, path: ['_testManagement'] },
  Component: servicePage({ icon: 'testPlans', title: 'Test Plans', what: 'no test plans' }),
};
