/** https://learn.microsoft.com/rest/api/azure/devops/wit/fields/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { fieldShape } from './field-shape';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/fields',
  spec: 'wit/7.2 Fields_List',
  handle({ query, site }, world) {
    // No field was ever deleted here, so what $expand names is looked at and changes nothing.
    query.member('GetFieldsExpand', '$expand');
    return list(world.process.fields.all.map((field) => fieldShape(field, site)));
  },
});
