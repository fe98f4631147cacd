/** https://learn.microsoft.com/rest/api/azure/devops/core/processes/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { knownProcesses, processShape } from './process-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/process/processes/{id}',
  spec: 'core/7.2 Processes_Get',
  handle({ params, site }, world) {
    const id = params.text('id');
    const found = knownProcesses(world).find((one) => one.templateTypeId === id.toLowerCase());
    if (found) return ok(processShape(found, site, world));
    throw problem(
      404,
      'ProcessNotFoundByTypeIdException',
      `VS402362: Process with type id ${id} does not exist.`,
    );
  },
});
