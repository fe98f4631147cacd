/** Making, renaming, moving and deleting areas and iterations, with everything that names their paths. */
import { randomUUID } from 'node:crypto';
import { nextNumber } from '../store/counters';
import type { Transaction } from '../store/store';
import { revisionKey, revisions, workItems, type WorkItem } from '../work-items/types';
import { areaDenials, nodes, teams, type ClassificationNode, type NodeGroup, type Team } from './types';
import { nodeKey } from './world';

export type NodeDates = Pick<ClassificationNode, 'startDate' | 'finishDate'>;

export function addNode(
  tx: Transaction,
  group: NodeGroup,
  path: string,
  dates: NodeDates,
): ClassificationNode {
  const node: ClassificationNode = {
    id: nextNumber(tx, 'node'),
    guid: randomUUID(),
    group,
    name: path.split('\\').pop() ?? path,
    path,
    ...dates,
  };
  tx.put(nodes, nodeKey(group, path), node);
  return node;
}

/** A node with everything below it. */
export function subtree(tx: Transaction, root: ClassificationNode): readonly ClassificationNode[] {
  const prefix = `${root.path.toLowerCase()}\\`;
  return tx
    .all(nodes)
    .filter((node) => node.group === root.group && `${node.path.toLowerCase()}\\`.startsWith(prefix));
}

/** Gives a node another path, and its name with it. Items know nodes, not paths: no revision is made. */
export function moveNode(tx: Transaction, node: ClassificationNode, path: string): ClassificationNode {
  const moved = subtree(tx, node).map((one) => ({ from: one, to: path + one.path.slice(node.path.length) }));
  for (const { from } of moved) tx.remove(nodes, nodeKey(from.group, from.path));
  for (const { from, to } of moved)
    tx.put(nodes, nodeKey(from.group, to), { ...from, path: to, name: to.split('\\').pop() ?? to });
  renamePaths(tx, node.group, (old) => underneath(old, node.path, (rest) => path + rest));
  return { ...node, path, name: path.split('\\').pop() ?? path };
}

/** Removes a node with everything below it; what stood there goes to `target`. */
export function deleteNode(tx: Transaction, node: ClassificationNode, target: ClassificationNode): void {
  const gone = subtree(tx, node);
  for (const one of gone) tx.remove(nodes, nodeKey(one.group, one.path));
  renamePaths(tx, node.group, (old) => underneath(old, node.path, () => target.path));
  if (node.group === 'areas') return;
  const guids = new Set(gone.map((one) => one.guid));
  for (const team of tx.all(teams))
    if (team.iterations.some((guid) => guids.has(guid)))
      tx.put(teams, team.id, { ...team, iterations: team.iterations.filter((guid) => !guids.has(guid)) });
}

export function setDates(tx: Transaction, node: ClassificationNode, dates: NodeDates): ClassificationNode {
  const { startDate: _start, finishDate: _finish, ...rest } = node;
  const after = { ...rest, ...dates };
  tx.put(nodes, nodeKey(node.group, node.path), after);
  return after;
}

type Rename = (path: string) => string;

function underneath(path: string, root: string, renamed: (rest: string) => string): string {
  const isInside = `${path.toLowerCase()}\\`.startsWith(`${root.toLowerCase()}\\`);
  return isInside ? renamed(path.slice(root.length)) : path;
}

function renamePaths(tx: Transaction, group: NodeGroup, rename: Rename): void {
  const field = group === 'areas' ? 'System.AreaPath' : 'System.IterationPath';
  const renamed = (item: WorkItem): WorkItem | null => {
    const before = String(item.fields[field]);
    const after = rename(before);
    return after === before ? null : { ...item, fields: { ...item.fields, [field]: after } };
  };
  for (const item of tx.all(workItems)) {
    const after = renamed(item);
    if (after) tx.put(workItems, String(item.id), after);
  }
  for (const revision of tx.all(revisions)) {
    const after = renamed(revision);
    if (after) tx.put(revisions, revisionKey(revision.id, revision.rev), after);
  }
  for (const team of tx.all(teams)) tx.put(teams, team.id, renamedTeam(team, group, rename));
  if (group === 'areas') renameDenials(tx, rename);
}

function renamedTeam(team: Team, group: NodeGroup, rename: Rename): Team {
  if (group === 'iterations')
    return {
      ...team,
      backlogIteration: rename(team.backlogIteration),
      ...(team.defaultIteration === undefined ? {} : { defaultIteration: rename(team.defaultIteration) }),
    };
  const areas = team.areas.map((area) => ({ ...area, path: rename(area.path) }));
  // Two areas that became one are one.
  const distinct = areas.filter((area, index) => areas.findIndex((one) => one.path === area.path) === index);
  return { ...team, areas: distinct, defaultArea: rename(team.defaultArea) };
}

function renameDenials(tx: Transaction, rename: Rename): void {
  for (const denial of tx.all(areaDenials)) {
    const path = rename(denial.path);
    if (path === denial.path) continue;
    tx.remove(areaDenials, `${denial.userId}/${denial.path}`);
    tx.put(areaDenials, `${denial.userId}/${path}`, { ...denial, path });
  }
}
