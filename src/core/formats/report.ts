/** What an import leaves behind, counted per reason: one row each, in the order in which it was met. */
import type { NotTaken } from '../model/model';

/** The schema of the model's record allows 100 rows; more than that nobody reads. */
const maxRows = 100;

export interface Report {
  /** Adds to the row with the same words, or starts one. A count of 0 adds nothing. */
  readonly add: (what: string, why: string, count?: number) => void;
  readonly rows: () => readonly NotTaken[];
}

export function newReport(): Report {
  const rows = new Map<string, NotTaken>();
  return {
    add: (what, why, count = 1) => {
      if (count <= 0) return;
      const key = `${what}\n${why}`;
      const before = rows.get(key)?.count ?? 0;
      rows.set(key, { what, why, count: before + count });
    },
    rows: () => [...rows.values()].slice(0, maxRows),
  };
}
