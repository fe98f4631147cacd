/** Asks for the knowledge packages once, when somebody first needs them; pages that never do pay nothing. */
import type { KnowledgePackage } from '../core/kb/package';
import { once } from './once';
import type { KnowledgeSource, Ports } from './ports';

/** No source: no packages. Callers at the same time share one request; a failure is forgotten, so a retry asks again. */
export function keepKnowledge(
  source: KnowledgeSource | undefined,
): () => Promise<readonly KnowledgePackage[]> {
  return once(async () => (await source?.packages()) ?? []);
}

/** What the organisation published over the packages that ship; only pages that ask load what resolves it. */
export function withOwnKnowledge(ports: Pick<Ports, 'documents' | 'knowledge'>): KnowledgeSource | undefined {
  if (!ports.knowledge) return undefined;
  return {
    packages: async () => {
      const { readOwnKnowledge } = await import('./own-knowledge');
      return (await readOwnKnowledge(ports)).resolved.packages;
    },
  };
}
