/** https://learn.microsoft.com/rest/api/azure/devops/work/columns/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { columnsOf, requireBoard } from './board-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/boards/{board}/columns',
  spec: 'work/7.2 Columns_List',
  handle: ({ params, site }, world) =>
    list(columnsOf(world, site.team, requireBoard(world, site.team, params.text('board')))),
});
