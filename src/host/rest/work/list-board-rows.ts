/** https://learn.microsoft.com/rest/api/azure/devops/work/rows/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { BOARD_ROWS, requireBoard } from './board-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/boards/{board}/rows',
  spec: 'work/7.2 Rows_List',
  handle({ params, site }, world) {
    requireBoard(world, site.team, params.text('board'));
    return list(BOARD_ROWS);
  },
});
