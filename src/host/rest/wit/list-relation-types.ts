/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-item-relation-types/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { RELATION_TYPES } from '../../work-items/relation-types';
import { relationTypeShape } from './relation-type-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/wit/workItemRelationTypes',
  spec: 'wit/7.2 Work Item Relation Types_List',
  handle: ({ site }) => list(RELATION_TYPES.map((type) => relationTypeShape(type, site))),
});
