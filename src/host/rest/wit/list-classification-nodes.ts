/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/get-root-nodes */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { projectNameOf } from '../../organisation/projects';
import { nodesOf } from '../../organisation/world';
import { nodeShape } from './node-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/classificationNodes',
  spec: 'wit/7.2 Classification Nodes_Get Root Nodes',
  handle({ query, site }, world) {
    const ids = query.parts('ids')?.map(Number);
    const depth = query.integer('$depth') ?? 0;
    const nodes = [...nodesOf(world.store, 'areas'), ...nodesOf(world.store, 'iterations')].filter(
      (node) =>
        projectNameOf(node.path) === site.project.name &&
        (ids ? ids.includes(node.id) : node.path === site.project.name),
    );
    return list(nodes.map((node) => nodeShape(node, depth, site, world)));
  },
});
