/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-types-field/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireType, typeFieldShape } from './type-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/workItemTypes/{type}/fields',
  spec: 'wit/7.2 Work Item Types Field_List',
  handle({ params, query, site }, world) {
    const type = requireType(world, site.project, params.text('type'));
    const expand = query.member('WorkItemTypeFieldsExpandLevel', '$expand');
    return list(type.fields.map((field) => typeFieldShape(type, field, site, expand)));
  },
});
