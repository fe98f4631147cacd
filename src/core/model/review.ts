/** What people say to each other about a model: comments on its parts, and reviews with their decision. */
import * as v from 'valibot';
import { commentId, reviewId } from './ids';
import { instant, line, prose, workItemId } from './parts';

/** The kinds that people comment on; the rest are links between these. */
export const commentedKinds = [
  'diagram',
  'element',
  'boundary',
  'flow',
  'mitigation',
  'threat',
  'requirement',
  'assumption',
  'event',
] as const;

/** A wish, as the links of a requirement are: a comment on something that is gone stays, and says so. */
export const about = v.variant('kind', [
  v.object({ kind: v.literal('model') }),
  v.object({ kind: v.picklist(commentedKinds), id: line }),
]);
export type About = v.InferOutput<typeof about>;

export const comment = v.object({
  id: commentId,
  about,
  text: v.pipe(prose, v.minLength(1)),
  by: line,
  at: instant,
  /** Present when nothing is left to do about it. */
  settled: v.exactOptional(v.object({ by: line, at: instant })),
});
export type Comment = v.InferOutput<typeof comment>;

export const reviewDecisions = ['approved', 'changes-wanted', 'withdrawn'] as const;

/**
 * Somebody was asked to look at the model, and what they decided. Extension data has no permissions, so an approval is
 * believed only with evidence: a comment on a work item, whose author the server records (design: storage).
 */
export const review = v.object({
  id: reviewId,
  asked: v.object({ by: line, at: instant, note: prose, workItem: v.exactOptional(workItemId) }),
  decision: v.exactOptional(
    v.object({
      kind: v.picklist(reviewDecisions),
      by: line,
      at: instant,
      note: prose,
      evidence: v.exactOptional(
        v.object({ workItem: workItemId, comment: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      ),
    }),
  ),
  /** What was approved, in short: by it a later risky change is seen (core/review). */
  baseline: v.exactOptional(v.pipe(v.string(), v.maxLength(240_000))),
});
export type Review = v.InferOutput<typeof review>;
