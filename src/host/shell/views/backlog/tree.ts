/** Arranges work items into the rows of a tree: parents from the links, order as given, each item exactly once. */
import { field, numberOf, type WorkItem } from '../../rest/work-item';

export interface Row {
  readonly item: WorkItem;
  /** 0 for a root. */
  readonly depth: number;
  readonly hasChildren: boolean;
}

/** The parent that is shown with the item: one outside the list, or the item itself, makes it a root. */
function shownParent(item: WorkItem, shown: ReadonlySet<number>): number | undefined {
  const parent = numberOf(item, field.parent);
  return parent !== undefined && parent !== item.id && shown.has(parent) ? parent : undefined;
}

/**
 * The visible rows, children right after their parent, those of `collapsed` ids left out. Items whose parents run in a
 * circle would be reached from no root, so they are put at the end: data may be wrong, but nothing may disappear.
 */
export function rowsOf(items: readonly WorkItem[], collapsed: ReadonlySet<number>): Row[] {
  const shown = new Set(items.map((item) => item.id));
  const children = new Map<number | undefined, WorkItem[]>();
  for (const item of items) {
    const parent = shownParent(item, shown);
    children.set(parent, [...(children.get(parent) ?? []), item]);
  }
  const rows: Row[] = [];
  const reached = new Set<number>();
  function visit(item: WorkItem, depth: number, visible: 'visible' | 'hidden'): void {
    if (reached.has(item.id)) return;
    reached.add(item.id);
    const own = children.get(item.id) ?? [];
    if (visible === 'visible') rows.push({ item, depth, hasChildren: own.length > 0 });
    const below = visible === 'visible' && !collapsed.has(item.id) ? 'visible' : 'hidden';
    for (const child of own) visit(child, depth + 1, below);
  }
  for (const root of children.get(undefined) ?? []) visit(root, 0, 'visible');
  for (const item of items) visit(item, 0, 'visible');
  return rows;
}
