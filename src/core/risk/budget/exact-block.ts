/** The exact front of a few mitigations: every set is tried, two to the power of their number. */
import { frontOf } from './front';
import type { Front, FrontPoint } from './front';
import type { BudgetProblem, Piece } from './problem';

/** More than this in one block is not tried out (a million sets take about a tenth of a second). */
export const exactLimit = 20;

/** Required ones first where that is possible, so that a set that lacks one is cut off early. */
function ordered(pieces: readonly Piece[]): readonly Piece[] {
  const byPlace = new Map(pieces.map((piece) => [piece.place, piece]));
  const order: Piece[] = [];
  const seen = new Set<number>();
  const visit = (piece: Piece): void => {
    if (seen.has(piece.place)) return;
    seen.add(piece.place);
    for (const place of piece.requires) {
      const required = byPlace.get(place);
      if (required) visit(required);
    }
    order.push(piece);
  };
  pieces.forEach(visit);
  return order;
}

/** The effects of all pieces one behind the other in typed arrays: the search below runs over them a million times. */
interface Tape {
  /** Effects of piece `at` stand from starts[at] to starts[at + 1]. */
  readonly starts: Int32Array;
  readonly threats: Int32Array;
  readonly slots: Int32Array;
  readonly shares: Float64Array;
  readonly quarters: Int32Array;
  /** Bits of the pieces that a piece requires. */
  readonly needs: Int32Array;
}

function tapeOf(pieces: readonly Piece[]): Tape {
  const effects = pieces.flatMap((piece) => piece.effects);
  const starts = new Int32Array(pieces.length + 1);
  pieces.forEach((piece, at) => (starts[at + 1] = (starts[at] ?? 0) + piece.effects.length));
  const bit = new Map(pieces.map(({ place }, at) => [place, 1 << at]));
  return {
    starts,
    threats: Int32Array.from(effects, ({ threat }) => threat),
    slots: Int32Array.from(effects, ({ slot }) => slot),
    shares: Float64Array.from(effects, ({ share }) => share),
    quarters: Int32Array.from(pieces, ({ quarters }) => quarters),
    needs: Int32Array.from(pieces, ({ requires }) =>
      requires.reduce((bits, place) => bits | (bit.get(place) ?? 0), 0),
    ),
  };
}

interface Least {
  /** By quarters spent: the fewest points left, Infinity where no set costs that. */
  readonly left: Float64Array;
  /** The bits of the set that leaves them. */
  readonly chosen: Uint32Array;
}

/** Points and strongest shares change in place on the way down, and are put back on the way up. */
function search(tape: Tape, points: Float64Array, best: Float64Array, size: number): Least {
  const { starts, threats, slots, shares, quarters, needs } = tape;
  const least: Least = { left: new Float64Array(size).fill(Infinity), chosen: new Uint32Array(size) };
  const savedPoints = new Float64Array(threats.length);
  const savedBest = new Float64Array(threats.length);
  /** Circles of requirements cannot be cut off on the way, so a whole set is looked at once more. */
  const isComplete = (chosen: number): boolean =>
    needs.every((need, at) => (chosen & (1 << at)) === 0 || (need & ~chosen) === 0);

  /** Looks at the set as it is, then at every set that adds pieces from `next` on. */
  const visit = (next: number, chosen: number, spent: number, left: number): void => {
    if (left < (least.left[spent] ?? 0) && isComplete(chosen)) {
      least.left[spent] = left;
      least.chosen[spent] = chosen;
    }
    for (let at = next; at < quarters.length; at += 1) {
      const cost = spent + (quarters[at] ?? 0);
      // Too dear, or something that it requires has been left out already.
      if (cost >= size || ((needs[at] ?? 0) & ((1 << at) - 1) & ~chosen) !== 0) continue;
      const [start, end] = [starts[at] ?? 0, starts[at + 1] ?? 0];
      let rest = left;
      for (let k = start; k < end; k += 1) {
        const threat = threats[k] ?? 0;
        const slot = slots[k] ?? 0;
        const share = shares[k] ?? 0;
        const before = points[threat] ?? 0;
        const strongest = best[slot] ?? 0;
        savedPoints[k] = before;
        savedBest[k] = strongest;
        if (share <= strongest) continue;
        const after = before * ((1 - share) / (1 - strongest));
        points[threat] = after;
        best[slot] = share;
        rest += after - before;
      }
      visit(at + 1, chosen | (1 << at), cost, rest);
      for (let k = end - 1; k >= start; k -= 1) {
        points[threats[k] ?? 0] = savedPoints[k] ?? 0;
        best[slots[k] ?? 0] = savedBest[k] ?? 0;
      }
    }
  };
  visit(
    0,
    0,
    0,
    points.reduce((sum, each) => sum + each, 0),
  );
  return least;
}

/**
 * The front of a block of at most `exactLimit` pieces. `threats` are the places of the threats that the block touches:
 * `left` counts only those. `limit`: quarters that a set may cost.
 */
export function exactFront(given: {
  readonly problem: BudgetProblem;
  readonly slots: number;
  readonly pieces: readonly Piece[];
  readonly threats: readonly number[];
  readonly limit: number;
}): Front {
  const { problem, slots, threats, limit } = given;
  const pieces = ordered(given.pieces);
  const points = new Float64Array(problem.threats.length);
  for (const threat of threats) points[threat] = problem.threats[threat] ?? 0;
  const all = pieces.reduce((sum, { quarters }) => sum + quarters, 0);
  const least = search(tapeOf(pieces), points, new Float64Array(slots), Math.min(all, limit) + 1);
  const found: FrontPoint[] = [];
  least.left.forEach((left, quarters) => {
    if (left === Infinity) return;
    const chosen = least.chosen[quarters] ?? 0;
    const places = pieces.flatMap(({ place }, at) => ((chosen & (1 << at)) === 0 ? [] : [place]));
    found.push({ quarters, left, choice: { kind: 'places', places } });
  });
  return frontOf(found);
}
