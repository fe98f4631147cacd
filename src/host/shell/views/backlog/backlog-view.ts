/** The backlog of the team as a tree. */
import type { ViewDefinition } from '../view';
import { BacklogPage } from './BacklogPage';

export const backlogView: ViewDefinition = {
  viewId: 'backlog',
  routeId: 'ms.vss-work-web.new-backlogs-content-route',
  pattern: '_backlogs/backlog/**',
  title: 'Backlogs',
  nav: { group: 'boards', icon: 'backlog', order: 20, path: ['_backlogs', 'backlog'] },
  Component: BacklogPage,
};
