/** https://learn.microsoft.com/rest/api/azure/devops/work/rows/update */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireList } from '../../kernel/sent';
import { boardRows, changeBoard } from '../../boards/board-settings';
import { readRows } from '../../boards/read-columns';
import { requireBoard, rowShape } from './board-shape';
import { requireTeamAdministrator } from './team-administrator';

export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/work/boards/{board}/rows',
  spec: 'work/7.2 Rows_Update',
  handle(call, world) {
    requireTeamAdministrator(call);
    const level = requireBoard(world, call.site.team, call.params.text('board'));
    const rows = world.store.transact((tx) => {
      const read = readRows(requireList(call.body), boardRows(tx, call.site.team, level.id));
      changeBoard(tx, call.site.team, level.id, { rows: read });
      return read;
    });
    return list(rows.map(rowShape));
  },
});
