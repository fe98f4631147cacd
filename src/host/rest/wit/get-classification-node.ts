/** https://learn.microsoft.com/rest/api/azure/devops/wit/classification-nodes/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readEnum } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { nodeAt } from '../../organisation/world';
import { nodeLinks, nodeShape } from './node-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/classificationNodes/{structureGroup}/{*path}',
  spec: 'wit/7.2 Classification Nodes_Get',
  handle({ params, query, site }, world) {
    const group = readEnum('TreeStructureGroup', params.text('structureGroup'));
    // Slashes separate levels; some callers send backslashes, with one in front.
    const below = (params.optional('path') ?? '').replaceAll('/', '\\').replace(/^\\+|\\+$/g, '');
    const node = nodeAt(
      world.store,
      group,
      below === '' ? site.project.name : `${site.project.name}\\${below}`,
    );
    if (node)
      return ok({
        ...nodeShape(node, query.integer('$depth') ?? 0, site, world),
        _links: nodeLinks(node, site),
      });
    throw problem(
      404,
      'ClassificationNodeNotFoundException',
      `VS402485: The ${group} node ${below} does not exist.`,
    );
  },
});
