/** https://learn.microsoft.com/rest/api/azure/devops/wit/fields/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { fieldShape } from './field-shape';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/fields/{field}',
  spec: 'wit/7.2 Fields_Get',
  handle({ params, site }, world) {
    const field = world.process.fields.find(params.text('field'));
    if (field) return ok(fieldShape(field, site));
    throw problem(
      404,
      'WorkItemTrackingFieldDefinitionNotFoundException',
      `TF51535: Cannot find field ${params.text('field')}.`,
    );
  },
});
