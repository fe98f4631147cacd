/** Which rows of a table are selected after a click or a key. */
import * as React from 'react';

/** A plain click leaves one row selected; with Control or Command it adds a row or takes it away; with Shift all up to it. */
export type SelectionChange = 'only' | 'toggle' | 'range';

export interface Selection {
  readonly ids: ReadonlySet<number>;
  /** Where a range begins: the row that was chosen last without Shift. */
  readonly anchor: number | undefined;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: undefined };

export interface Chosen {
  readonly id: number;
  readonly change: SelectionChange;
  /** Rows as they are shown, for ranges. */
  readonly order: readonly number[];
}

export function changedSelection(before: Selection, { id, change, order }: Chosen): Selection {
  if (change === 'only') return { ids: new Set([id]), anchor: id };
  if (change === 'range') {
    const from = order.indexOf(before.anchor ?? id);
    const to = order.indexOf(id);
    if (from < 0 || to < 0) return { ids: new Set([id]), anchor: id };
    return {
      ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)),
      anchor: before.anchor ?? id,
    };
  }
  const ids = new Set(before.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** What a click or a key asks for. */
export function changeOf(event: {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): SelectionChange {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}

/** The row of a click beside the links and buttons in it. */
export function clickedRow(event: React.MouseEvent): number | undefined {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('button, a, [role=menu]')) return undefined;
  const row = target.closest('tr');
  return row?.dataset['item'] === undefined ? undefined : Number(row.dataset['item']);
}

/** The rows that an action at one of them is about. */
export function actedOn<T extends { readonly id: number }>(
  item: T,
  all: readonly T[],
  selected: ReadonlySet<number>,
): readonly T[] {
  return selected.has(item.id) ? all.filter(({ id }) => selected.has(id)) : [item];
}
