/** The packages that ship with what the organisation published over them. */
import { resolveKnowledge } from '../core/kb/resolve-knowledge';
import type { Resolved } from '../core/kb/resolve-knowledge';
import type { KnowledgePackage } from '../core/kb/package';
import { readPublished } from './knowledge-store';
import type { PublishedFile } from './knowledge-store';
import type { Ports } from './ports';

export interface OwnKnowledge {
  readonly shipped: readonly KnowledgePackage[];
  readonly published: readonly PublishedFile[];
  /** What everybody uses: one reading for each published file, in the order of `published`. */
  readonly resolved: Resolved;
}

/** A file that cannot be read any more stands in its place, so that it is refused and named. */
const damaged = ({ id, kind, current }: PublishedFile): unknown =>
  current.file ?? { id, kind, kbSchema: 1, damaged: 'a part of it is missing or was changed' };

export function resolvePublished(
  shipped: readonly KnowledgePackage[],
  published: readonly PublishedFile[],
): OwnKnowledge {
  return { shipped, published, resolved: resolveKnowledge(shipped, published.map(damaged)) };
}

/** Rejects with AccessError. */
export async function readOwnKnowledge(ports: Pick<Ports, 'documents' | 'knowledge'>): Promise<OwnKnowledge> {
  const [shipped, published] = await Promise.all([
    ports.knowledge?.packages() ?? Promise.resolve([]),
    readPublished(ports.documents),
  ]);
  return resolvePublished(shipped, published);
}
