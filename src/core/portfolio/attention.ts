/** Which models need the security team first, and why. Pure. */
import { overTarget } from '../risk/target';
import type { PortfolioEntry } from './entry';

/** From what cannot wait to what needs nothing; the order is the order of the list. */
export const needs = [
  /** Somebody waits for a decision. */
  'asked',
  /** An approval no longer covers what the model says. */
  'riskier',
  /** An approval that nothing proves. */
  'unproven',
  /** More risk than the target allows. */
  'over-target',
  /** Threats about which nobody decided. */
  'undecided',
  /** There are threats, and nobody was ever asked. */
  'never-reviewed',
  /** The next step is the team's of the model, not ours. */
  'changes-wanted',
  'nothing',
] as const;
export type Need = (typeof needs)[number];

/** The most urgent of all that a model needs. */
export function needOf(entry: PortfolioEntry): Need {
  const { review, notNeeded, threats, undecided } = entry;
  if (notNeeded) return 'nothing';
  if (review.kind === 'asked') return 'asked';
  if (review.kind === 'reopened') return 'riskier';
  if (review.kind === 'approved' && review.doubt) return 'unproven';
  if (overTarget(entry) > 0) return 'over-target';
  if (undecided > 0) return 'undecided';
  if (review.kind === 'changes-wanted') return 'changes-wanted';
  return threats > 0 && review.kind !== 'approved' ? 'never-reviewed' : 'nothing';
}

const differing = (...differences: readonly number[]): number =>
  differences.find((difference) => difference !== 0) ?? 0;

/** The most urgent need first; among equals the most over target, the most undecided, the most risk, by name. */
export function mostUrgentFirst<T extends { readonly entry: PortfolioEntry }>(
  rows: readonly T[],
): readonly T[] {
  return [...rows].sort(({ entry: a }, { entry: b }) =>
    differing(
      needs.indexOf(needOf(a)) - needs.indexOf(needOf(b)),
      overTarget(b) - overTarget(a),
      b.undecided - a.undecided,
      b.current - a.current,
      a.name.localeCompare(b.name, 'en'),
    ),
  );
}
