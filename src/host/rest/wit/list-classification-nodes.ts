/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/get-root-nodes */
import { list } from '../../kernel/answer';
import { endpoint, type Call } from '../../kernel/endpoint';
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
    return list(ids.map((id) => found(call, all, id)).map((node) => (node ? shown(node) : null)));
  },
});

/** @throws Problem 404 for an unknown id, unless the caller wants to see null in its place. */
function found({ query }: Call, all: readonly ClassificationNode[], id: number): ClassificationNode | null {
  const node = all.find((one) => one.id === id);
  if (node) return node;
  if (query.member('ClassificationNodesErrorPolicy', 'errorPolicy') === 'omit') return null;
  throw problem(404, 'ClassificationNodeNotFoundException', `VS402485: There is no node ${id}.`);
}
