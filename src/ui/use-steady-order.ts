/** Keeps rows where they are while their values are edited: a row that jumps away under the pointer is lost. */
import * as React from 'react';

interface Kept<T> {
  readonly sort: (rows: readonly T[]) => readonly T[];
  readonly places: ReadonlyMap<string, number>;
}

/** Every edit of any row comes by: rows are put where they were, which asks for each place once, not sorted. */
function atTheirPlaces<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  places: ReadonlyMap<string, number>,
): readonly T[] {
  const fresh: T[] = [];
  const known: T[] = [];
  for (const row of rows) {
    const place = places.get(idOf(row));
    if (place === undefined) fresh.push(row);
    else known[place] = row;
  }
  // What is gone since has left a hole, over which `forEach` steps.
  known.forEach((row) => fresh.push(row));
  return fresh;
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
    return atTheirPlaces(rows, idOf, kept.current.places);
  }, [rows, idOf, sort]);
}
