/** Projects that are at hand: for tests and demonstrations. */
import type { Projects } from '../../app/ports';

export class MemoryProjects implements Projects {
  constructor(private readonly known: readonly { readonly id: string; readonly name: string }[]) {}

  list(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return Promise.resolve([...this.known].sort((a, b) => a.name.localeCompare(b.name, 'en')));
  }
}
