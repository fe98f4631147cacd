/** The home of the organisation: its projects, and the tabs that extensions contribute. */
import type { ViewDefinition } from '../view';
import { HomePage } from './HomePage';

export const homeView: ViewDefinition = {
  viewId: 'home',
  routeId: 'ms.vss-tfs-web.suite-me-page-route',
  pattern: '',
  scope: 'organisation',
  title: 'Projects',
  Component: HomePage,
};
