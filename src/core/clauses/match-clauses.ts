/** Recognises linked clauses after the story was edited: unchanged, moved, reworded (drifted) or gone. */
import type { ClauseField, FoundClause } from './clause';
import { clauseFields } from './clause';

/** What a link keeps of its clause. */
export interface StoredClause {
  readonly id: string;
  readonly field: ClauseField;
  readonly hash: string;
  /** 0-based among the explicit clauses of the field, when the link was made. */
  readonly ordinal: number;
}

export type ClauseOutcome =
  /** The same words at the same place. */
  | { readonly kind: 'same'; readonly found: FoundClause }
  /** The same words in another field, or at another place among its clauses. */
  | { readonly kind: 'moved'; readonly found: FoundClause }
  /** Other words stand at its place: a person says whether it is still the same clause. */
  | { readonly kind: 'drifted'; readonly found: FoundClause }
  | { readonly kind: 'gone' };

export interface ClauseMatches<S extends StoredClause> {
  /** One for each stored clause, in their order. */
  readonly matches: readonly { readonly stored: S; readonly outcome: ClauseOutcome }[];
  /** The found clauses that no stored one claims, in reading order. */
  readonly fresh: readonly FoundClause[];
}

class Matching<S extends StoredClause> {
  private readonly outcomes = new Map<S, ClauseOutcome>();
  private readonly claimed = new Set<FoundClause>();

  constructor(
    private readonly stored: readonly S[],
    private readonly found: readonly FoundClause[],
  ) {}

  private claim(stored: S, found: FoundClause, kind: 'same' | 'moved' | 'drifted'): void {
    this.outcomes.set(stored, { kind, found });
    this.claimed.add(found);
  }

  /** Gives each stored clause that is left the first found one that is left in its list. */
  private pass(kind: 'same' | 'moved', key: (clause: StoredClause | FoundClause) => string): void {
    const left = new Map<string, FoundClause[]>();
    for (const found of [...this.found].reverse()) {
      if (this.claimed.has(found)) continue;
      const known = left.get(key(found));
      if (known) known.push(found);
      else left.set(key(found), [found]);
    }
    for (const stored of this.storedLeft()) {
      const found = left.get(key(stored))?.pop();
      if (found) this.claim(stored, found, kind);
    }
  }

  /** By field and place, so that duplicates of a text keep their order whatever the order of the links. */
  private storedLeft(): readonly S[] {
    const rank = ({ field, ordinal }: StoredClause): number =>
      clauseFields.indexOf(field) * 0x100000 + ordinal;
    return this.stored.filter((each) => !this.outcomes.has(each)).sort((a, b) => rank(a) - rank(b));
  }

  private drift(field: ClauseField): void {
    const byOrdinal = new Map<number, FoundClause>();
    for (const found of this.found)
      if (found.field === field && found.kind === 'explicit' && !this.claimed.has(found))
        byOrdinal.set(found.ordinal, found);
    const left = this.storedLeft().filter((each) => each.field === field);
    const shifts = this.shifts(field);
    for (const stored of left) {
      // Clauses added above move the rest down: a neighbour that was recognised tells how far.
      const neighbour = shifts.filter(({ ordinal }) => ordinal < stored.ordinal).at(-1) ?? shifts[0];
      const places = [stored.ordinal + (neighbour?.shift ?? 0), stored.ordinal];
      const found = places.map((place) => byOrdinal.get(place)).find((each) => each !== undefined);
      if (!found) continue;
      byOrdinal.delete(found.ordinal);
      this.claim(stored, found, 'drifted');
    }
    const [lastStored, ...moreStored] = left.filter((each) => !this.outcomes.has(each));
    const [lastFound, ...moreFound] = byOrdinal.values();
    if (lastStored && lastFound && moreStored.length === 0 && moreFound.length === 0)
      this.claim(lastStored, lastFound, 'drifted');
  }

  /** How far the recognised clauses of the field moved, by their old place. */
  private shifts(field: ClauseField): readonly { ordinal: number; shift: number }[] {
    const shifts: { ordinal: number; shift: number }[] = [];
    for (const [{ field: storedField, ordinal }, outcome] of this.outcomes)
      if (storedField === field && outcome.kind !== 'gone' && outcome.found.field === field)
        shifts.push({ ordinal, shift: outcome.found.ordinal - ordinal });
    return shifts.sort((a, b) => a.ordinal - b.ordinal);
  }

  run(): ClauseMatches<S> {
    this.pass('same', ({ field, hash, ordinal }) => `${field} ${ordinal} ${hash}`);
    // Most stories were not touched: then nothing is left to look for.
    if (this.outcomes.size < this.stored.length) {
      this.pass('moved', ({ field, hash }) => `${field} ${hash}`);
      this.pass('moved', ({ hash }) => hash);
      for (const field of clauseFields) this.drift(field);
    }
    return {
      matches: this.stored.map((stored) => ({
        stored,
        outcome: this.outcomes.get(stored) ?? { kind: 'gone' },
      })),
      fresh: this.found.filter((each) => !this.claimed.has(each)),
    };
  }
}

/** What became of a clause beside which nothing else claims the words of its story. */
export function matchClause(stored: StoredClause, found: readonly FoundClause[]): ClauseOutcome {
  const { field, ordinal, hash } = stored;
  // Most stories were not touched.
  for (const each of found)
    if (each.hash === hash && each.ordinal === ordinal && each.field === field)
      return { kind: 'same', found: each };
  return matchClauses([stored], found).matches[0]?.outcome ?? { kind: 'gone' };
}

/**
 * Exact words first, each found clause claimed once; what is left drifts only to an explicit clause at its place,
 * or to the only one left in its field. Deterministic: the order of `stored` does not matter, except between links
 * to the very same clause, where the first one gets it.
 */
export function matchClauses<S extends StoredClause>(
  stored: readonly S[],
  found: readonly FoundClause[],
): ClauseMatches<S> {
  return new Matching(stored, found).run();
}
