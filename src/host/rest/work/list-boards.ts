/** https://learn.microsoft.com/rest/api/azure/devops/work/boards/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { boardLevels } from '../../boards/columns';
import { boardReference } from './board-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/boards',
  spec: 'work/7.2 Boards_List',
  handle: ({ site }, world) =>
    list(boardLevels(world.process, site.team).map((level) => boardReference(level, site))),
});
