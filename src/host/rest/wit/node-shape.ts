/** Areas and iterations as trees. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Links, Url } from '../../kernel/wire';
import type { ClassificationNode } from '../../organisation/types';
import { nodesOf, type World } from '../../organisation/world';
import { nodeUrl } from '../addresses';

function childrenOf(world: World, node: ClassificationNode): readonly ClassificationNode[] {
  const prefix = `${node.path}\\`;
  return nodesOf(world.store, node.group).filter(
    (one) => one.path.startsWith(prefix) && !one.path.slice(prefix.length).includes('\\'),
  );
}

/** @param depth how many levels of children to include; 0 for none. */
export function nodeShape(
  node: ClassificationNode,
  depth: number,
  site: Site,
  world: World,
): Record<string, unknown> {
  const children = childrenOf(world, node);
  const dates =
    node.startDate === undefined
      ? {}
      : {
          attributes: {
            startDate: new Date(node.startDate),
            finishDate: node.finishDate === undefined ? null : new Date(node.finishDate),
          },
        };
  return {
    id: node.id,
    identifier: node.guid,
    name: node.name,
    structureType: enumValue('TreeNodeStructureType', node.group === 'areas' ? 'area' : 'iteration'),
    hasChildren: children.length > 0,
    ...(depth > 0 && children.length > 0
      ? { children: children.map((child) => nodeShape(child, depth - 1, site, world)) }
      : {}),
    ...dates,
    path: wirePath(node),
    url: new Url(nodeUrl(site, node.group, node.path)),
  };
}

/** `\Shop\Iteration\Sprint 1`: the tree's own name stands between project and path. */
function wirePath(node: ClassificationNode): string {
  const tree = node.group === 'areas' ? 'Area' : 'Iteration';
  const [project = '', ...below] = node.path.split('\\');
  return ['', project, tree, ...below].join('\\');
}

export function nodeLinks(node: ClassificationNode, site: Site): Links {
  const parent = node.path.split('\\').slice(0, -1).join('\\');
  const self = nodeUrl(site, node.group, node.path);
  return new Links(parent === '' ? { self } : { self, parent: nodeUrl(site, node.group, parent) });
}
