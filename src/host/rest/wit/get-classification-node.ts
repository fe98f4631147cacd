/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { groupOf, pathOf, requireNode } from './node-edit';
import { nodeLinks, nodeShape } from './node-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/classificationNodes/{structureGroup}/{*path}',
  spec: 'wit/7.2 Classification Nodes_Get',
  handle(call, world) {
    const node = requireNode(world.store, groupOf(call), pathOf(call));
    const shape = nodeShape(node, call.query.integer('$depth') ?? 0, call.site, world);
    return ok({ ...shape, _links: nodeLinks(node, call.site) });
  },
});
