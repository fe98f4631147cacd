/** https://learn.microsoft.com/rest/api/azure/devops/work/columns/update */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireList } from '../../kernel/sent';
import { changeBoard } from '../../boards/board-settings';
import { boardColumns, typesOnBoard } from '../../boards/columns';
import { requireEmptyColumns } from '../../boards/emptied';
import { readColumns } from '../../boards/read-columns';
import { columnsOf, requireBoard } from './board-shape';
import { requireBoardEditor } from './team-administrator';

export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/work/boards/{board}/columns',
  spec: 'work/7.2 Columns_Update',
  handle(call, world) {
    requireBoardEditor(call, 'NoPermissionUpdateBoardColumnsException');
    const level = requireBoard(world, call.site.team, call.params.text('board'));
    world.store.transact((tx) => {
      const { team } = call.site;
      const before = boardColumns(tx, world.process, team, level);
      const columns = readColumns(requireList(call.body), before, typesOnBoard(world.process, team, level));
      requireEmptyColumns(tx, { process: world.process, team, level }, { before, after: columns });
      changeBoard(tx, team, level.id, { columns });
    });
    return list(columnsOf(world, call.site.team, level));
  },
});
