/** Asks for the knowledge packages once, when somebody first needs them; pages that never do pay nothing. */
import type { KnowledgePackage } from '../core/kb/package';
import type { KnowledgeSource } from './ports';

/** No source: no packages. Callers at the same time share one request; a failure is forgotten, so a retry asks again. */
export function keepKnowledge(
  source: KnowledgeSource | undefined,
): () => Promise<readonly KnowledgePackage[]> {
  let asked: Promise<readonly KnowledgePackage[]> | undefined;
  return () => {
    asked ??= (source?.packages() ?? Promise.resolve([])).catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
