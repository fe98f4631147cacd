/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/delete */
import { noContent } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { deleteNode } from '../../organisation/edit-nodes';
import { groupOf, pathOf, requireNode, requireNodeById, requireNodeEditor } from './node-edit';

/** What stood in the node goes to the one that `$reclassifyId` names, without it to the parent. */
export default endpoint({
  method: 'DELETE',
  route: '{project}/_apis/wit/classificationNodes/{structureGroup}/{*path}',
  spec: 'wit/7.2 Classification Nodes_Delete',
  handle(call, world) {
    requireNodeEditor(call);
    const group = groupOf(call);
    const target = call.query.integer('$reclassifyId');
    world.store.transact((tx) => {
      const node = requireNode(tx, group, pathOf(call));
      if (node.path === call.site.project.name)
        throw problem(400, 'ClassificationNodeRootException', 'The root of a tree cannot be deleted.');
      const parent = node.path.split('\\').slice(0, -1).join('\\');
      const heir =
        target === undefined ? requireNode(tx, group, parent) : requireNodeById(tx, group, target, call.site);
      if (`${heir.path}\\`.startsWith(`${node.path}\\`))
        throw problem(
          400,
          'ClassificationNodeReclassificationException',
          'Work items cannot be moved to a node that is deleted as well.',
        );
      deleteNode(tx, node, heir);
    });
    return noContent();
  },
});
