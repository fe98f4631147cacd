/** Takes a reading of work items in without going back behind what was read or written while it was under way. */

interface Readings<T> {
  /** What was known when the reading began. */
  readonly before: ReadonlyMap<number, T>;
  /** What is known now. */
  readonly now: ReadonlyMap<number, T>;
  readonly fresh: ReadonlyMap<number, T>;
  readonly revOf: (item: T) => number;
}

/**
 * Of each item the higher revision; the fresh one where both are the same. An item that the reading does not have is
 * gone, unless it was taken in since the reading began: a Task made meanwhile is not in it yet.
 */
export function newestItems<T>({ before, now, fresh, revOf }: Readings<T>): ReadonlyMap<number, T> {
  const items = new Map<number, T>();
  for (const [id, item] of fresh) {
    const known = now.get(id);
    items.set(id, known !== undefined && revOf(known) > revOf(item) ? known : item);
  }
  for (const [id, item] of now) if (!fresh.has(id) && before.get(id) !== item) items.set(id, item);
  return items;
}
