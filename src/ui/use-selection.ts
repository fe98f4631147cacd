/** Which rows are ticked. Ids that are filtered away or deleted count no longer. */
import * as React from 'react';

export interface Selection<Id extends string> {
  /** The ticked ids among the visible ones, in their order. */
  readonly ids: readonly Id[];
  readonly has: (id: Id) => boolean;
  readonly toggle: (id: Id) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
  readonly all: 'all' | 'some' | 'none';
}

/** Selection over the rows that are visible now. */
export function useSelection<Id extends string>(visible: readonly Id[]): Selection<Id> {
  const [ticked, setTicked] = React.useState<ReadonlySet<Id>>(new Set());
  const ids = React.useMemo(() => visible.filter((id) => ticked.has(id)), [visible, ticked]);
  // Rows are memoised, so their callback must not change with every tick.
  const toggle = React.useCallback((id: Id) => {
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const all = ids.length === 0 ? 'none' : ids.length === visible.length ? 'all' : 'some';
  return {
    ids,
    has: (id) => ticked.has(id),
    toggle,
    toggleAll: () => setTicked(all === 'all' ? new Set() : new Set(visible)),
    clear: () => setTicked(new Set()),
    all,
  };
}
