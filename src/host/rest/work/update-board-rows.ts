/** https://learn.microsoft.com/rest/api/azure/devops/work/rows/update */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireList } from '../../kernel/sent';
import { boardRows, changeBoard } from '../../boards/board-settings';
import { requireEmptyRows } from '../../boards/emptied';
import { readRows } from '../../boards/read-columns';
import { requireBoard, rowShape } from './board-shape';
import { requireBoardEditor } from './team-administrator';

export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/work/boards/{board}/rows',
  spec: 'work/7.2 Rows_Update',
  handle(call, world) {
    requireBoardEditor(call, 'NoPermissionUpdateBoardRowsException');
    const level = requireBoard(world, call.site.team, call.params.text('board'));
    const rows = world.store.transact((tx) => {
      const { team } = call.site;
      const before = boardRows(tx, team, level.id);
      const read = readRows(requireList(call.body), before);
      requireEmptyRows(tx, { process: world.process, team, level }, { before, after: read });
      changeBoard(tx, team, level.id, { rows: read });
      return read;
    });
    return list(rows.map(rowShape));
  },
});
