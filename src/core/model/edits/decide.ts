/** Edits by which people answer for something: a risk as it is, a finding as it is. Each says who, why and until when. */
import type { Edit } from '../edit';
import { acceptanceId, dismissalId, mint } from '../ids';
import type { NewId, ThreatId } from '../ids';
import type { Acceptance } from '../decisions';
import type { Model } from '../model';

export interface Decision {
  readonly by: string;
  readonly reason: string;
  /** ISO instants. */
  readonly at: string;
  readonly until?: string;
}

/** Somebody answers for the risk of the threats, each until the same day. Earlier acceptances stay as history. */
export function acceptRisk(
  threats: readonly ThreatId[],
  decision: Decision & { readonly until: string; readonly evidence?: NonNullable<Acceptance['evidence']> },
  newId: NewId,
): Edit {
  const { by, reason, at, until, evidence } = decision;
  const put = threats.map((threat) => ({
    id: mint(acceptanceId, newId),
    threat,
    by: by.trim(),
    reason: reason.trim(),
    at,
    until,
    ...(evidence ? { evidence } : {}),
  }));
  return { label: 'Accept risk', acceptance: { put } };
}

/** Leaves a finding as it is. Dismissals of the same finding that were made before are replaced. */
export function dismissFinding(model: Model, finding: string, decision: Decision, newId: NewId): Edit {
  const { by, reason, at, until } = decision;
  const one = {
    id: mint(dismissalId, newId),
    finding,
    by: by.trim(),
    reason: reason.trim(),
    at,
    ...(until === undefined ? {} : { until }),
  };
  return { label: 'Dismiss finding', dismissal: { put: [one], remove: earlier(model, finding) } };
}

const earlier = (model: Model, finding: string) =>
  [...model.dismissal.values()].filter((each) => each.finding === finding).map(({ id }) => id);

/** The finding is reported again. */
export function restoreFinding(model: Model, finding: string): Edit {
  return { label: 'Report finding again', dismissal: { remove: earlier(model, finding) } };
}
