/** The words of the portfolio. Pure. */
import type { Doubt } from '../../../core/model/comment-proof';
import type { Need } from '../../../core/portfolio/attention';
import type { PortfolioEntry, ReviewStand } from '../../../core/portfolio/entry';
import { overTarget } from '../../../core/risk/target';
import type { PillTone } from '../../../ui/Marks';
import { counted, points } from '../../../ui/words';
import { doubtWords, standWords } from '../review/review-words';

export const needTones: Readonly<Record<Need, PillTone>> = {
  asked: 'error',
  riskier: 'error',
  unproven: 'warning',
  'over-target': 'warning',
  undecided: 'warning',
  'never-reviewed': 'info',
  'changes-wanted': 'info',
  nothing: 'success',
};

/** What the security team has to do about it, in few words. */
export const needWords: Readonly<Record<Need, string>> = {
  asked: 'Review it',
  riskier: 'Review it again',
  unproven: 'Prove the approval',
  'over-target': 'Bring the risk down',
  undecided: 'Decide about threats',
  'never-reviewed': 'Offer a review',
  'changes-wanted': 'Wait for the team',
  nothing: 'Nothing',
};

const doubtOfStand = (review: ReviewStand): Doubt | undefined =>
  review.kind === 'approved' || review.kind === 'reopened' ? review.doubt : undefined;

/** Where the review stands, with what is wrong with an approval. */
export function reviewSentence(review: ReviewStand): string {
  const doubt = doubtOfStand(review);
  const riskier = review.kind === 'reopened' ? ` (${counted(review.riskier, 'change')})` : '';
  return `${standWords[review.kind]}${riskier}${doubt ? `, ${doubtWords(doubt)}` : ''}`;
}

/** Points now against the target. */
export function riskSentence(entry: PortfolioEntry): string {
  if (entry.target === undefined) return 'no target';
  const over = overTarget(entry);
  const target = `target ${points(Math.round(entry.target))}`;
  return over > 0 ? `${points(over)} over ${target}` : `within ${target}`;
}
