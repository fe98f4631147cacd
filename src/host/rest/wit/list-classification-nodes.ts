/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/get-root-nodes */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { PROJECT } from '../../organisation/identifiers';
import { nodesOf } from '../../organisation/world';
import { nodeShape } from './node-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/classificationNodes',
  spec: 'wit/7.2 Classification Nodes_Get Root Nodes',
  handle({ query, site }, world) {
    const ids = query.parts('ids')?.map(Number);
    const depth = query.integer('$depth') ?? 0;
    const nodes = [...nodesOf(world.store, 'areas'), ...nodesOf(world.store, 'iterations')].filter((node) =>
      ids ? ids.includes(node.id) : node.path === PROJECT.name,
    );
    return list(nodes.map((node) => nodeShape(node, depth, site, world)));
  },
});
