/** Dashboards: the directory at /{project}/_dashboards, one at /{project}/_dashboards/dashboard/{id}. */
import type { ViewDefinition } from '../view';
import { DashboardsPage } from './DashboardsPage';

export const dashboardView: ViewDefinition = {
  viewId: 'dashboards',
  routeId: 'ms.vss-dashboards-web.dashboards-content-route',
  pattern: '_dashboards/**',
  title: 'Dashboards',
  nav: { group: 'overview', icon: 'dashboard', order: 10, path: ['_dashboards', 'directory'] },
  Component: DashboardsPage,
};
