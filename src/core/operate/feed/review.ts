/** Whether somebody has to look at a threat's probability again, because its events fire more often than it says. */
import type { Dismissal } from '../../model/decisions';
import type { Edit } from '../../model/edit';
import { dismissFinding } from '../../model/edits/dismiss';
import { waiversOf } from '../../model/edits/events';
import type { ModelId, NewId, ThreatId } from '../../model/ids';
import type { Model } from '../../model/model';
import type { ProbabilityLevel, Threat } from '../../model/threat';
import { proposedProbability, seenThreat } from './evidence';
import type { Seen } from './evidence';

export type Review =
  /** Higher than what the threat says, and nobody has answered. */
  | { readonly kind: 'open'; readonly level: ProbabilityLevel; readonly seen: Seen }
  /** Somebody looked and left it as it is. */
  | {
      readonly kind: 'left';
      readonly level: ProbabilityLevel;
      readonly seen: Seen;
      readonly statement: Dismissal;
    };

/** Whoever leaves it as it is answers for one level: when it fires more often still, the question comes again. */
const reviewKey = (model: ModelId, threat: ThreatId, level: ProbabilityLevel): string =>
  `seen-more-often@${model}/${threat}/${level}`;

/** Days after which a statement that it is fine as it is does not count any more, while the events still fire. */
export const reviewPause = 90;

/** `today` is an ISO instant; undefined = there is nothing to look at. */
export function probabilityReview(model: Model, threat: Threat, today: string): Review | undefined {
  if (threat.status.kind === 'not-applicable') return undefined;
  const seen = seenThreat(model, threat.id, today);
  const level = seen && proposedProbability(seen, threat.probability.level);
  if (!seen || !level) return undefined;
  const [statement] = waiversOf(model, reviewKey(model.info.id, threat.id, level), today);
  return statement ? { kind: 'left', level, seen, statement } : { kind: 'open', level, seen };
}

export interface Leaving {
  readonly threat: ThreatId;
  /** The level that was proposed. */
  readonly level: ProbabilityLevel;
  readonly by: string;
  readonly reason: string;
  /** ISO instant. */
  readonly at: string;
}

/** Says by name and with a reason that the probability stays what it is, for a time. */
export function leaveProbability(model: Model, given: Leaving, newId: NewId): Edit {
  const { threat, level, by, reason, at } = given;
  const until = new Date(Date.parse(at) + reviewPause * 86_400_000).toISOString();
  const finding = reviewKey(model.info.id, threat, level);
  const edit = dismissFinding({ finding, by: by.trim(), reason: reason.trim(), at, newId });
  const put = (edit.dismissal?.put ?? []).map((each) => ({ ...each, until }));
  return { label: 'Leave the probability', dismissal: { put } };
}

/** Threats that somebody has to look at, those that fired most lately first. */
export function openReviews(
  model: Model,
  today: string,
): readonly { readonly threat: Threat; readonly review: Review & { readonly kind: 'open' } }[] {
  // Most models have no evidence: then nobody walks through their threats.
  if (model.evidence.size === 0) return [];
  return [...model.threat.values()]
    .flatMap((threat) => {
      const review = probabilityReview(model, threat, today);
      return review?.kind === 'open' ? [{ threat, review }] : [];
    })
    .sort((a, b) => b.review.seen.lately - a.review.seen.lately || (a.threat.id < b.threat.id ? -1 : 1));
}
