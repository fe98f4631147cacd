/** Which rows of the backlog are selected: the host tells it to the pane's registered object. */
import * as v from 'valibot';

/** Hosts name the number differently; the rest of a row is not looked at. */
const row = v.union([
  v.pipe(
    v.object({ workItemId: v.number() }),
    v.transform(({ workItemId }) => workItemId),
  ),
  v.pipe(
    v.object({ id: v.number() }),
    v.transform(({ id }) => id),
  ),
  v.number(),
]);
const rows = v.array(v.unknown());

/** The numbers of the rows, as far as they have one; what is no list is nothing. */
export function selectedNumbers(told: unknown): readonly number[] {
  const list = v.safeParse(rows, told);
  if (!list.success) return [];
  return list.output.flatMap((each) => {
    const result = v.safeParse(row, each);
    // Rows of a backlog that are no items yet have numbers below 1.
    return result.success && result.output > 0 ? [result.output] : [];
  });
}

/** Follows the host; a panel begins with what it was opened for. */
export class Selection {
  private readonly listeners = new Set<() => void>();

  constructor(public current: readonly number[] = []) {}

  /** The object that the host finds under the contribution's registered id. */
  readonly pane = {
    workItemSelectionChanged: (told: unknown): void => {
      this.current = selectedNumbers(told);
      for (const listener of [...this.listeners]) listener();
    },
  };

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
