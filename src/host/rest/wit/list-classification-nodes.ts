/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/get-root-nodes */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { projectNameOf } from '../../organisation/projects';
import type { ClassificationNode } from '../../organisation/types';
import { nodesOf } from '../../organisation/world';
import { nodeLinks, nodeShape } from './node-shape';

/** The two roots, or with `ids` those nodes in the order asked for. */
export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/classificationNodes',
  spec: 'wit/7.2 Classification Nodes_Get Root Nodes',
  handle(call, world) {
    const { query, site } = call;
    const depth = query.integer('$depth') ?? 0;
    const all = [...nodesOf(world.store, 'areas'), ...nodesOf(world.store, 'iterations')].filter(
      (node) => projectNameOf(node.path) === site.project.name,
    );
    const shown = (node: ClassificationNode): Record<string, unknown> => ({
      ...nodeShape(node, depth, site, world),
      _links: nodeLinks(node, site),
    });
    const ids = query.integers('ids');
    if (!ids) return list(all.filter((node) => node.path === site.project.name).map(shown));
    const policy = query.member('ClassificationNodesErrorPolicy', 'errorPolicy') ?? 'fail';
    return list(
      ids.map((id) => {
        const node = all.find((one) => one.id === id);
        if (node) return shown(node);
        if (policy === 'omit') return null;
        throw problem(404, 'ClassificationNodeNotFoundException', `VS402485: There is no node ${id}.`);
      }),
    );
  },
});
