/** Which mitigations to do first, as a problem of numbers: points of risk, effort, and what excludes or needs what. */

/** A mitigation that can still be done. */
export interface Candidate {
  readonly key: string;
  /** In the team's unit (story points, days); at least 0, counted in quarters, rounded up. */
  readonly effort: number;
  /** What it takes from threats, by their place in `threats`: a share of 0 to 1. Each threat at most once. */
  readonly effects: readonly { readonly threat: number; readonly share: number }[];
  /** Has effect only together with these. Keys that are no candidate are taken as done. */
  readonly requires: readonly string[];
  /** Of those that replace one another only the strongest counts at a threat; the relation is taken both ways and on. */
  readonly alternatives: readonly string[];
}

export interface BudgetProblem {
  /** Points of each threat as they are before anything is chosen. */
  readonly threats: readonly number[];
  readonly candidates: readonly Candidate[];
}

/** The cheapest set that leaves at most so many points, or the best set for at most so much effort. */
export type Goal =
  { readonly kind: 'target'; readonly points: number } | { readonly kind: 'effort'; readonly limit: number };

/** Effort is counted in whole quarters, so that sums are exact and fronts stay small. */
const quartersPerUnit = 4;
export const toQuarters = (effort: number): number => Math.max(0, Math.ceil(effort * quartersPerUnit - 1e-9));
/** Whole quarters within a limit of effort. */
export const quartersWithin = (limit: number): number =>
  Math.max(0, Math.floor(limit * quartersPerUnit + 1e-9));
export const fromQuarters = (quarters: number): number => quarters / quartersPerUnit;

/** A candidate with keys resolved to places, ready for counting. */
export interface Piece {
  readonly place: number;
  readonly quarters: number;
  /** `slot` is one per group of alternatives and threat: there only the strongest counts. */
  readonly effects: readonly { readonly threat: number; readonly share: number; readonly slot: number }[];
  /** Places of candidates. */
  readonly requires: readonly number[];
}

/** Union-find over places 0..n-1. */
export class Groups {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, place) => place);
  }

  find(place: number): number {
    let root = place;
    for (let next = this.#parent[root]; next !== undefined && next !== root; next = this.#parent[root])
      root = next;
    this.#parent[place] = root;
    return root;
  }

  join(one: number, other: number): void {
    this.#parent[this.find(one)] = this.find(other);
  }
}

/** Resolves keys and slots. Unknown keys are ignored, and shares are kept within 0 and 1. */
export function piecesOf({ candidates }: BudgetProblem): {
  readonly pieces: readonly Piece[];
  readonly slots: number;
} {
  const placeOf = new Map(candidates.map(({ key }, place) => [key, place]));
  const places = (keys: readonly string[]): readonly number[] =>
    keys.flatMap((key) => placeOf.get(key) ?? []);
  const groups = new Groups(candidates.length);
  candidates.forEach(({ alternatives }, place) => {
    for (const other of places(alternatives)) groups.join(place, other);
  });
  const slotOf = new Map<string, number>();
  const slot = (group: number, threat: number): number => {
    const name = `${group} ${threat}`;
    const known = slotOf.get(name) ?? slotOf.size;
    slotOf.set(name, known);
    return known;
  };
  const pieces = candidates.map(({ effort, effects, requires }, place) => ({
    place,
    quarters: toQuarters(effort),
    effects: effects.map(({ threat, share }) => ({
      threat,
      share: Math.min(1, Math.max(0, share)),
      slot: slot(groups.find(place), threat),
    })),
    requires: places(requires).filter((each) => each !== place),
  }));
  return { pieces, slots: slotOf.size };
}
