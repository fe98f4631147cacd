/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/update */
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { requireObject, sentText } from '../../kernel/sent';
import { moveNode, setDates } from '../../organisation/edit-nodes';
import { nodeUrl } from '../addresses';
import {
  groupOf,
  newPath,
  pathOf,
  readDates,
  requireFree,
  requireNode,
  requireNodeEditor,
} from './node-edit';
import { nodeLinks, nodeShape } from './node-shape';

/** Renames a node and sets its dates; whatever else the body carries, clients read it before and send it back. */
export default endpoint({
  method: 'PATCH',
  route: '{project}/_apis/wit/classificationNodes/{structureGroup}/{*path}',
  spec: 'wit/7.2 Classification Nodes_Update',
  handle(call, world) {
    requireNodeEditor(call);
    const body = requireObject(call.body);
    const group = groupOf(call);
    const node = world.store.transact((tx) => {
      const before = requireNode(tx, group, pathOf(call));
      const name = sentText(body, 'name')?.trim() ?? before.name;
      const dated = group === 'iterations' ? setDates(tx, before, readDates(body, before)) : before;
      if (name === before.name) return dated;
      if (before.path === call.site.project.name)
        throw problem(
          400,
          'ClassificationNodeRootException',
          'The root of a tree carries the name of its project.',
        );
      const parent = requireNode(tx, group, before.path.split('\\').slice(0, -1).join('\\'));
      const path = newPath(tx, parent, name);
      if (path.toLowerCase() !== before.path.toLowerCase()) requireFree(tx, parent, path);
      return moveNode(tx, dated, path);
    });
    return {
      status: 200,
      headers: { location: nodeUrl(call.site, group, node.path) },
      body: {
        kind: 'value',
        value: { ...nodeShape(node, 0, call.site, world), _links: nodeLinks(node, call.site) },
      },
    };
  },
});
