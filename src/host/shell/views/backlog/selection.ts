/** Which rows of a backlog are selected after a click or a key. */

/** A plain click leaves one row selected; with Control or Command it adds a row or takes it away. */
export type SelectionChange = 'only' | 'toggle';

export function changedSelection(
  selected: ReadonlySet<number>,
  id: number,
  change: SelectionChange,
): ReadonlySet<number> {
  if (change === 'only') return new Set([id]);
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
