/** The board of the team's requirements. */
import type { ViewDefinition } from '../view';
import { BoardPage } from './BoardPage';

export const boardView: ViewDefinition = {
  viewId: 'board',
  routeId: 'ms.vss-work-web.new-boards-content-route',
  pattern: '_boards/board/**',
  title: 'Boards',
  nav: { group: 'boards', icon: 'board', order: 10, path: ['_boards', 'board'] },
  Component: BoardPage,
};
