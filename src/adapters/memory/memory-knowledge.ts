/** Knowledge packages that are at hand: for tests and demonstrations. */
import type { KnowledgeSource } from '../../app/ports';
import type { KnowledgePackage } from '../../core/kb/package';

export class MemoryKnowledge implements KnowledgeSource {
  constructor(private readonly known: readonly KnowledgePackage[]) {}

  packages(): Promise<readonly KnowledgePackage[]> {
    return Promise.resolve(this.known);
  }
}
