/** Everything an endpoint may see beside its call. */
import type { ProcessTemplate } from '../processes/process';
import type { OpenStore, Reader } from '../store/store';
import type { InstalledExtension } from './extensions';
import { nodes, users, type ClassificationNode, type NodeGroup, type User } from './types';

export interface World {
  readonly store: OpenStore;
  readonly process: ProcessTemplate;
  readonly extensions: readonly InstalledExtension[];
  readonly clock: () => Date;
}

export function nodesOf(reader: Reader, group: NodeGroup): readonly ClassificationNode[] {
  return reader.all(nodes).filter((node) => node.group === group);
}

/** Finds a node by its work item path, in any case. */
export function nodeAt(reader: Reader, group: NodeGroup, path: string): ClassificationNode | undefined {
  return reader.get(nodes, nodeKey(group, path));
}

/** Paths are unique per group without regard to case. */
export function nodeKey(group: NodeGroup, path: string): string {
  return `${group}:${path.toLowerCase()}`;
}

export type TimeFrame = 'past' | 'current' | 'future';

/** Days count as a whole: a sprint is still current on its last day. */
export function timeFrameOf(iteration: ClassificationNode, now: Date): TimeFrame {
  const today = now.toISOString().slice(0, 10);
  if (iteration.finishDate !== undefined && iteration.finishDate.slice(0, 10) < today) return 'past';
  if (iteration.startDate === undefined || iteration.startDate.slice(0, 10) > today) return 'future';
  return 'current';
}

/** Finds a person by id, sign-in name, the part before its @, display name or "Name <sign-in name>". */
export function findUser(reader: Reader, text: string): User | undefined {
  const inBrackets = /<([^<>]+)>\s*$/.exec(text);
  const wanted = (inBrackets?.[1] ?? text).trim().toLowerCase();
  return reader.all(users).find((user) => {
    const uniqueName = user.uniqueName.toLowerCase();
    return [user.id, uniqueName, uniqueName.split('@')[0], user.displayName.toLowerCase()].includes(wanted);
  });
}
