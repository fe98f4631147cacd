/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-relation-types/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { relationType } from '../../work-items/relation-types';
import { relationTypeShape } from './relation-type-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/wit/workItemRelationTypes/{relation}',
  spec: 'wit/7.2 Work Item Relation Types_Get',
  handle({ params, site }) {
    const wanted = params.text('relation');
    const type = relationType(wanted);
    if (type) return ok(relationTypeShape(type, site));
    throw problem(
      404,
      'WorkItemLinkTypeNotFoundException',
      `The work item link type '${wanted}' is not known.`,
    );
  },
});
