/** The sprints of the team. */
import type { ViewDefinition } from '../view';
import { SprintPage } from './SprintPage';

export const sprintView: ViewDefinition = {
  viewId: 'sprint',
  routeId: 'ms.vss-work-web.sprints-content-route',
  pattern: '_sprints/{pivot}/**',
  title: 'Sprints',
  nav: { group: 'boards', icon: 'sprint', order: 30, path: ['_sprints', 'taskboard'] },
  Component: SprintPage,
};
