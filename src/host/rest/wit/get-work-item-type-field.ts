/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-types-field/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { unknownField } from '../../work-items/rule-errors';
import { requireType, typeFieldShape } from './type-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/workItemTypes/{type}/fields/{field}',
  spec: 'wit/7.2 Work Item Types Field_Get',
  handle({ params, query, site }, world) {
    const type = requireType(world, site.project, params.text('type'));
    const wanted = world.process.fields.find(params.text('field'))?.referenceName;
    const field = type.fields.find((one) => one.referenceName === wanted);
    if (!field) throw unknownField(params.text('field'));
    return ok(typeFieldShape(type, field, site, query.member('WorkItemTypeFieldsExpandLevel', '$expand')));
  },
});
