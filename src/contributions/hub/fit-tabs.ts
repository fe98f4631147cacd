/** Which tabs have room in one row; the rest goes into the menu at its end. Pure. */

export interface FitTabs<Id extends string> {
  readonly ids: readonly Id[];
  /** Always in the row: where somebody is must be seen. */
  readonly selected: Id;
  /** Pixels of each tab; undefined = not measured yet. */
  readonly widthOf: (id: Id) => number | undefined;
  /** Pixels of the row; 0 = nothing was laid out, so nothing can be said. */
  readonly room: number;
  /** Pixels of the button that opens the menu. */
  readonly button: number;
}

/** The ids in the row, in their order; every id where not all widths are known. */
export function fitTabs<Id extends string>(wish: FitTabs<Id>): readonly Id[] {
  const { ids, selected, room, button } = wish;
  const widths = new Map<Id, number>();
  for (const id of ids) {
    const width = wish.widthOf(id);
    if (width === undefined) return ids;
    widths.set(id, width);
  }
  const widthOf = (id: Id) => widths.get(id) ?? 0;
  const total = ids.reduce((sum, id) => sum + widthOf(id), 0);
  if (room <= 0 || total <= room) return ids;
  let left = room - button - widthOf(selected);
  const shown = new Set<Id>([selected]);
  for (const id of ids) {
    if (id === selected) continue;
    left -= widthOf(id);
    // The first one without room ends the row: a later, shorter one before it would look out of order.
    if (left < 0) break;
    shown.add(id);
  }
  return ids.filter((id) => shown.has(id));
}
