/** https://learn.microsoft.com/rest/api/azure/devops/work/rows/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { boardRows } from '../../boards/board-settings';
import { requireBoard, rowShape } from './board-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/boards/{board}/rows',
  spec: 'work/7.2 Rows_List',
  handle({ params, site }, world) {
    const level = requireBoard(world, site.team, params.text('board'));
    return list(boardRows(world.store, site.team, level.id).map(rowShape));
  },
});
