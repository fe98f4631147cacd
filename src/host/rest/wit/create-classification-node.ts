/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/create-or-update */
import { endpoint } from '../../kernel/endpoint';
import { requireObject, sent, sentText } from '../../kernel/sent';
import { problem } from '../../kernel/problem';
import { addNode, moveNode } from '../../organisation/edit-nodes';
import { nodeUrl } from '../addresses';
import {
  groupOf,
  newPath,
  pathOf,
  readDates,
  requireFree,
  requireNode,
  requireNodeById,
  requireNodeEditor,
} from './node-edit';
import { nodeLinks, nodeShape } from './node-shape';

/** 201 for a new node below the addressed one; 200 for an existing one, named by its id, that moves there. */
export default endpoint({
  method: 'POST',
  route: '{project}/_apis/wit/classificationNodes/{structureGroup}/{*path}',
  spec: 'wit/7.2 Classification Nodes_Create Or Update',
  handle(call, world) {
    requireNodeEditor(call);
    const body = requireObject(call.body);
    const group = groupOf(call);
    const id = sent(body, 'id');
    const isMove = typeof id === 'number' && id > 0;
    const node = world.store.transact((tx) => {
      const parent = requireNode(tx, group, pathOf(call));
      if (!isMove) {
        const path = newPath(tx, parent, sentText(body, 'name') ?? '');
        requireFree(tx, parent, path);
        return addNode(tx, group, path, readDates(body, {}));
      }
      const moved = requireNodeById(tx, group, id, call.site);
      if (moved.path === call.site.project.name || `${parent.path}\\`.startsWith(`${moved.path}\\`))
        throw problem(400, 'ClassificationNodeCircularException', 'A node cannot move below itself.');
      const path = newPath(tx, parent, moved.name);
      if (path === moved.path) return moved;
      requireFree(tx, parent, path);
      return moveNode(tx, moved, path);
    });
    return {
      status: isMove ? 200 : 201,
      headers: { location: nodeUrl(call.site, group, node.path) },
      body: {
        kind: 'value',
        value: { ...nodeShape(node, 0, call.site, world), _links: nodeLinks(node, call.site) },
      },
    };
  },
});
