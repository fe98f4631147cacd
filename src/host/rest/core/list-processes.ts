/** https://learn.microsoft.com/rest/api/azure/devops/core/processes/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { knownProcesses, processShape } from './process-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/process/processes',
  spec: 'core/7.2 Processes_List',
  handle: ({ site }, world) => list(knownProcesses(world).map((one) => processShape(one, site, world))),
});
