/** Where the review of a model stands, and the edits by which people move it on. */
import type { Edit } from '../model/edit';
import type { CommentId, NewId } from '../model/ids';
import { commentId, mint, reviewId } from '../model/ids';
import type { Model } from '../model/model';
import type { About, Comment, Review } from '../model/review';
import type { Assessment } from '../risk/assess';
import { baselineOf, riskyChanges } from './baseline';
import type { RiskyChange } from './baseline';

export type ReviewState =
  | { readonly kind: 'never' }
  | { readonly kind: 'asked' | 'changes-wanted' | 'withdrawn'; readonly review: Review }
  | { readonly kind: 'approved'; readonly review: Review }
  /** It was approved, and something is riskier since: the approval does not hold for that. */
  | { readonly kind: 'reopened'; readonly review: Review; readonly changes: readonly RiskyChange[] };

/** All reviews, the newest first. */
export const reviewsOf = (model: Model): readonly Review[] =>
  [...model.review.values()].sort((a, b) => (a.asked.at < b.asked.at ? 1 : -1));

/** By the newest review. Pure: the same model reads the same for everybody. */
export function reviewState(model: Model, assessment: Assessment): ReviewState {
  const [review] = reviewsOf(model);
  if (!review) return { kind: 'never' };
  const { decision, baseline } = review;
  if (!decision) return { kind: 'asked', review };
  if (decision.kind !== 'approved') return { kind: decision.kind, review };
  const changes = baseline === undefined ? [] : riskyChanges(baseline, model, assessment);
  return changes.length > 0 ? { kind: 'reopened', review, changes } : { kind: 'approved', review };
}

export function askReview(asked: Review['asked'], newId: NewId): Edit {
  return { label: 'Ask for a review', review: { put: [{ id: mint(reviewId, newId), asked }] } };
}

/** An approval keeps what it is about, so that later changes can be told. */
export function decideReview(
  model: Model,
  assessment: Assessment,
  given: { readonly review: Review; readonly decision: NonNullable<Review['decision']> },
): Edit {
  const { review, decision } = given;
  const baseline = decision.kind === 'approved' ? { baseline: baselineOf(model, assessment) } : {};
  return { label: 'Decide the review', review: { put: [{ ...review, decision, ...baseline }] } };
}

const sameThing = (a: About, b: About): boolean =>
  a.kind === 'model' || b.kind === 'model' ? a.kind === b.kind : a.kind === b.kind && a.id === b.id;

/** The comments on one thing, the oldest first. */
export const commentsOn = (model: Model, about: About): readonly Comment[] =>
  [...model.comment.values()]
    .filter((each) => sameThing(each.about, about))
    .sort((a, b) => (a.at < b.at ? -1 : 1));

export function addComment(comment: Omit<Comment, 'id' | 'settled'>, newId: NewId): Edit {
  return { label: 'Comment', comment: { put: [{ ...comment, id: mint(commentId, newId) }] } };
}

/** Settled: nothing is left to do about it; undefined opens it again. */
export function settleComment(model: Model, id: CommentId, settled: Comment['settled']): Edit {
  const before = model.comment.get(id);
  if (!before) return { label: 'Settle comment' };
  const { settled: _dropped, ...open } = before;
  const label = settled ? 'Settle comment' : 'Open comment again';
  return { label, comment: { put: [settled ? { ...open, settled } : open] } };
}
