/** Keeps rows where they are while their values are edited: a row that jumps away under the pointer is lost. */
import * as React from 'react';

interface Kept<T> {
  readonly sort: (rows: readonly T[]) => readonly T[];
  readonly places: ReadonlyMap<string, number>;
}

type Fresh = 'first' | 'last';

/**
 * Every edit of any row comes by: rows are put where they were, which asks for each place once, not sorted. Also tells
 * the fresh ones.
 */
function atTheirPlaces<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  places: ReadonlyMap<string, number>,
): readonly [known: readonly T[], fresh: readonly T[]] {
  const fresh: T[] = [];
  const known: T[] = [];
  for (const row of rows) {
    const place = places.get(idOf(row));
    if (place === undefined) fresh.push(row);
    else known[place] = row;
  }
  // What is gone since has left a hole, over which `filter` steps.
  return [known.filter(() => true), fresh];
}

/**
 * Sorts when `sort` changes (memoise it), and only then.
 * @param where rows that are new since come first, where nobody overlooks them, or last, where they push nothing away
 * that somebody stands in; the last keep their places among each other from then on.
 */
export function useSteadyOrder<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  sort: (rows: readonly T[]) => readonly T[],
  where: Fresh = 'first',
): readonly T[] {
  const kept = React.useRef<Kept<T> | undefined>(undefined);
  return React.useMemo(() => {
    if (kept.current?.sort !== sort) {
      const sorted = sort(rows);
      kept.current = { sort, places: new Map(sorted.map((row, i) => [idOf(row), i])) };
      return sorted;
    }
    const { places } = kept.current;
    const [known, fresh] = atTheirPlaces(rows, idOf, places);
    if (where === 'first') return [...fresh, ...known];
    const added = fresh.map((row, i) => [idOf(row), places.size + i] as const);
    kept.current = { sort, places: new Map([...places, ...added]) };
    return [...known, ...fresh];
  }, [rows, idOf, sort, where]);
}
