/** Pages of extensions without a place of their own: loaded when first asked for, kept, and called again and again. */
import type { PlacedContribution } from '../page/contributions';
import type { FramedPage } from './framed-page';

export interface HiddenPages {
  /** The pages that must be in the document, in the order they were asked for. */
  current(): readonly PlacedContribution[];
  onChanged(listener: () => void): () => void;
  /** The page of a contribution once it has loaded. Rejects with the reason when it could not be loaded. */
  open(placed: PlacedContribution): Promise<FramedPage>;
  /** The frame of the contribution stands. Returns the way to say that it is gone. */
  opened(placed: PlacedContribution, page: FramedPage): () => void;
  /** The frame of the contribution failed; it is taken away, and the next call tries anew. */
  failed(placed: PlacedContribution, reason: string): void;
}

interface Entry {
  readonly placed: PlacedContribution;
  readonly page: Promise<FramedPage>;
  readonly settle: { resolve(page: FramedPage): void; reject(problem: Error): void };
}

function entryFor(placed: PlacedContribution): Entry {
  let settle: Entry['settle'] = { resolve: () => undefined, reject: () => undefined };
  const page = new Promise<FramedPage>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { placed, page, settle };
}

export function hiddenPages(): HiddenPages {
  let entries: readonly Entry[] = [];
  const listeners = new Set<() => void>();
  const idOf = (placed: PlacedContribution): string => placed.contribution.fullId;
  const find = (placed: PlacedContribution): Entry | undefined =>
    entries.find((entry) => idOf(entry.placed) === idOf(placed));
  function become(next: readonly Entry[]): void {
    entries = next;
    for (const listener of [...listeners]) listener();
  }
  function remove(placed: PlacedContribution): void {
    become(entries.filter((entry) => idOf(entry.placed) !== idOf(placed)));
  }
  return {
    current: () => entries.map(({ placed }) => placed),
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(placed) {
      const known = find(placed);
      if (known) return known.page;
      const entry = entryFor(placed);
      become([...entries, entry]);
      return entry.page;
    },
    opened(placed, page) {
      find(placed)?.settle.resolve(page);
      return () => remove(placed);
    },
    failed(placed, reason) {
      const entry = find(placed);
      remove(placed);
      entry?.settle.reject(new Error(reason));
    },
  };
}
