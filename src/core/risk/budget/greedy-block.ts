/** A block that is too large to try out: a good front by greed and exchange, and what no set can beat. */
import { frontOf } from './front';
import type { Front, FrontPoint } from './front';
import { Ledger } from './ledger';
import type { Block } from './blocks';
import type { BudgetProblem, Piece } from './problem';

/** The piece with everything that it still requires, what is required first. */
function withRequired(
  piece: Piece,
  byPlace: ReadonlyMap<number, Piece>,
  chosen: ReadonlySet<number>,
): readonly Piece[] {
  const bundle: Piece[] = [];
  const seen = new Set<number>();
  const visit = (each: Piece): void => {
    if (seen.has(each.place) || chosen.has(each.place)) return;
    seen.add(each.place);
    for (const place of each.requires) {
      const required = byPlace.get(place);
      if (required) visit(required);
    }
    bundle.push(each);
  };
  visit(piece);
  return bundle;
}

/** A straight line under the front: left >= points - sum of max(0, gain - price x quarters) - price x quarters spent. */
export interface Cut {
  readonly left: number;
  readonly gains: readonly { readonly gain: number; readonly quarters: number }[];
}

export interface GreedyFront {
  readonly front: Front;
  readonly cuts: readonly Cut[];
}

interface Table {
  readonly problem: BudgetProblem;
  readonly slots: number;
  readonly block: Block;
  readonly byPlace: ReadonlyMap<number, Piece>;
  /** Points of the threats outside the block. */
  readonly outside: number;
}

/**
 * Chooses by gain per effort until nothing helps any more. Every step is a point; before every step a cut is taken:
 * what is left can fall by at most the sum of the gains, since gains only shrink as more is chosen.
 */
function run(table: Table, first: Piece | undefined, limit: number): GreedyFront {
  const { block, byPlace } = table;
  const ledger = new Ledger(table.problem, table.slots);
  const chosen = new Set<number>();
  const points: FrontPoint[] = [];
  const cuts: Cut[] = [];
  let quarters = 0;
  const note = (): void => {
    const left = ledger.total - table.outside;
    points.push({ quarters, left, choice: { kind: 'places', places: [...chosen] } });
    const open = block.pieces.filter(({ place }) => !chosen.has(place));
    cuts.push({ left, gains: open.map((piece) => ({ gain: ledger.gain(piece), quarters: piece.quarters })) });
  };
  const take = (bundle: readonly Piece[]): void => {
    for (const piece of bundle) {
      ledger.choose(piece);
      chosen.add(piece.place);
      quarters += piece.quarters;
    }
    note();
  };
  note();
  if (first) take(withRequired(first, byPlace, chosen));
  for (;;) {
    let best: { bundle: readonly Piece[]; rate: number } | undefined;
    for (const piece of block.pieces) {
      if (chosen.has(piece.place)) continue;
      const bundle = withRequired(piece, byPlace, chosen);
      const price = bundle.reduce((sum, each) => sum + each.quarters, 0);
      const gain = bundle.reduce((sum, each) => sum + ledger.gain(each), 0);
      if (gain <= 0 || quarters + price > limit) continue;
      const rate = gain / Math.max(price, 0.01);
      if (!best || rate > best.rate) best = { bundle, rate };
    }
    if (!best) return { front: frontOf(points), cuts };
    take(best.bundle);
  }
}

/** How many first choices are tried: greed with another beginning often ends better. */
const beginnings = 24;

/** Cuts of a few runs prove nearly as much as those of all. */
const runsForCuts = 3;

/** A front of a large block: greedy runs with every promising beginning. Not proven; `cuts` say how far off it can be. */
export function greedyFront(given: {
  readonly problem: BudgetProblem;
  readonly slots: number;
  readonly block: Block;
  readonly limit: number;
}): GreedyFront {
  const { problem, slots, block, limit } = given;
  const inside = new Set(block.threats);
  const table: Table = {
    problem,
    slots,
    block,
    byPlace: new Map(block.pieces.map((piece) => [piece.place, piece])),
    outside: problem.threats.reduce((sum, points, at) => (inside.has(at) ? sum : sum + points), 0),
  };
  const ledger = new Ledger(problem, slots);
  const promising = [...block.pieces]
    .sort((a, b) => ledger.gain(b) - ledger.gain(a) || a.place - b.place)
    .filter(({ quarters }) => quarters <= limit)
    .slice(0, beginnings);
  const runs = [undefined, ...promising].map((first) => run(table, first, limit));
  return {
    front: frontOf(runs.flatMap(({ front }) => front)),
    cuts: runs.slice(0, runsForCuts).flatMap(({ cuts }) => cuts),
  };
}
