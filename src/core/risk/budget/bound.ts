/** What no set can beat, proven by prices (Lagrangian duality): effort is bought at a price, and blocks fall apart. */
import type { Front } from './front';
import type { Cut } from './greedy-block';
import type { Goal } from './problem';
import { fromQuarters, quartersWithin } from './problem';

/** A block as the proof sees it: its exact front, or the cuts under a front that is not exact. */
export type Proof =
  | { readonly kind: 'exact'; readonly front: Front }
  | { readonly kind: 'cuts'; readonly cuts: readonly Cut[] };

/** At this price per quarter, the least of points left plus price paid, over all sets of the block. */
function leastAt(proof: Proof, price: number): number {
  if (proof.kind === 'exact')
    return proof.front.reduce(
      (least, { left, quarters }) => Math.min(least, left + price * quarters),
      Infinity,
    );
  let most = 0;
  for (const { left, gains } of proof.cuts) {
    const bought = gains.reduce((sum, { gain, quarters }) => sum + Math.max(0, gain - price * quarters), 0);
    most = Math.max(most, left - bought);
  }
  return most;
}

/** Prices to try, in points per quarter: every one proves something, and the best of many is close to the best. */
function prices(): readonly number[] {
  const steps = 160;
  return Array.from({ length: steps }, (_, step) => 10 ** (-3 + (6 * step) / steps));
}

/**
 * For a budget of effort: the fewest points that any set can leave. For a target: the least effort of any set that
 * reaches it. `fixed` are the points of threats that nothing treats.
 */
export function provenLeast(proofs: readonly Proof[], goal: Goal, fixed: number): number {
  let least = 0;
  for (const price of [0, ...prices()]) {
    const sum = proofs.reduce((total, proof) => total + leastAt(proof, price), fixed);
    if (goal.kind === 'effort') least = Math.max(least, sum - price * quartersWithin(goal.limit));
    else if (price > 0) least = Math.max(least, (sum - goal.points) / price);
  }
  return goal.kind === 'effort' ? least : fromQuarters(Math.ceil(least - 1e-6));
}
