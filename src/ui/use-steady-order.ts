/** Keeps rows where they are while their values are edited: a row that jumps away under the pointer is lost. */
import * as React from 'react';

interface Kept<T> {
  readonly sort: (rows: readonly T[]) => readonly T[];
  readonly places: ReadonlyMap<string, number>;
}

/** Sorts when `sort` changes (memoise it), and only then; rows that are new since come first. */
export function useSteadyOrder<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  sort: (rows: readonly T[]) => readonly T[],
): readonly T[] {
  const kept = React.useRef<Kept<T> | undefined>(undefined);
  return React.useMemo(() => {
    if (kept.current?.sort !== sort) {
      const sorted = sort(rows);
      kept.current = { sort, places: new Map(sorted.map((row, i) => [idOf(row), i])) };
      return sorted;
    }
    const { places } = kept.current;
    const placeOf = (row: T) => places.get(idOf(row)) ?? -1;
    return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
  }, [rows, idOf, sort]);
}
