/** Edits by which people judge: how likely, how bad, how strong, which status. Each returns an Edit or nothing to do. */
import type { Edit } from '../edit';
import type { MitigationId, ThreatId, TreatmentId } from '../ids';
import type { Status, StrengthLevel } from '../mitigation';
import type { Model } from '../model';
import type { Basis, ImpactLevel, ProbabilityLevel, Threat, ThreatStatus } from '../threat';

/** A level as a person chose it. `reason` absent = none was given anew; empty = the old one is taken away. */
export interface Judgement<L> {
  readonly level: L;
  readonly reason?: string;
}
interface Judged<L> {
  readonly level: L;
  readonly basis: 'judged';
  readonly reason?: string;
}

/**
 * The one rule for reasons: what a person wrote stays until they write anew. The reason of an assumption says why
 * nobody judged ("the file does not rate it") and would be false beside a judged level.
 */
function judged<L>(
  before: { readonly basis: Basis; readonly reason?: string },
  given: Judgement<L>,
): Judged<L> {
  const kept = before.basis === 'judged' ? before.reason : undefined;
  const reason = (given.reason ?? kept)?.trim();
  return { level: given.level, basis: 'judged', ...(reason ? { reason } : {}) };
}

function changeThreats(
  model: Model,
  ids: readonly ThreatId[],
  change: { readonly label: string; readonly to: (threat: Threat) => Threat },
): Edit {
  const put = ids.flatMap((id) => {
    const threat = model.threat.get(id);
    return threat ? [change.to(threat)] : [];
  });
  return { label: change.label, threat: { put } };
}

/** Sets the probability, judged from now on. */
export function judgeProbability(
  model: Model,
  ids: readonly ThreatId[],
  judgement: Judgement<ProbabilityLevel>,
): Edit {
  return changeThreats(model, ids, {
    label: 'Set probability',
    to: (threat) => ({ ...threat, probability: judged(threat.probability, judgement) }),
  });
}

/** Sets the impact, judged from now on. */
export function judgeImpact(model: Model, ids: readonly ThreatId[], judgement: Judgement<ImpactLevel>): Edit {
  return changeThreats(model, ids, {
    label: 'Set impact',
    to: (threat) => ({ ...threat, impact: judged(threat.impact, judgement) }),
  });
}

/**
 * Turns what is only assumed about the threats (probability, impact) into judged values of the same level: somebody
 * looked and agrees. Threats with nothing assumed stay out of the edit, so that it conflicts with nobody's work.
 */
export function confirmJudgements(model: Model, ids: readonly ThreatId[]): Edit {
  const put = ids.flatMap((id) => {
    const threat = model.threat.get(id);
    if (!threat) return [];
    const { probability, impact } = threat;
    if (probability.basis === 'judged' && impact.basis === 'judged') return [];
    return [
      {
        ...threat,
        probability: judged(probability, { level: probability.level }),
        impact: judged(impact, { level: impact.level }),
      },
    ];
  });
  return { label: 'Confirm judgements', threat: { put } };
}

/** Opens a threat, flags it, or rules it out with a justification. */
export function setThreatStatus(model: Model, ids: readonly ThreatId[], status: ThreatStatus): Edit {
  return changeThreats(model, ids, { label: 'Set threat status', to: (threat) => ({ ...threat, status }) });
}

/** Sets how strongly one mitigation treats one threat. */
export function judgeStrength(
  model: Model,
  ids: readonly TreatmentId[],
  judgement: Judgement<StrengthLevel>,
): Edit {
  const put = ids.flatMap((id) => {
    const treatment = model.treatment.get(id);
    return treatment ? [{ ...treatment, strength: judged(treatment.strength, judgement) }] : [];
  });
  return { label: 'Set strength', treatment: { put } };
}

/** Sets the exception at one place; undefined takes it away, so that the mitigation speaks again. */
export function setTreatmentStatus(
  model: Model,
  ids: readonly TreatmentId[],
  status: Status | undefined,
): Edit {
  const put = ids.flatMap((id) => {
    const treatment = model.treatment.get(id);
    if (!treatment) return [];
    const { status: _dropped, ...plain } = treatment;
    return [status ? { ...plain, status } : plain];
  });
  return { label: 'Set status at a place', treatment: { put } };
}

/** Sets the status of whole mitigations. */
export function setMitigationStatus(model: Model, ids: readonly MitigationId[], status: Status): Edit {
  const put = ids.flatMap((id) => {
    const mitigation = model.mitigation.get(id);
    return mitigation ? [{ ...mitigation, status }] : [];
  });
  return { label: 'Set mitigation status', mitigation: { put } };
}

/** Sets the status of one mitigation and, in the same step, at places whose own status would hide it. */
export function setStatusWithPlaces(
  model: Model,
  id: MitigationId,
  given: { readonly status: Status; readonly places: readonly TreatmentId[] },
): Edit {
  return {
    ...setTreatmentStatus(model, given.places, given.status),
    ...setMitigationStatus(model, [id], given.status),
  };
}

/** Sets what counts at all places of one entity type; undefined takes it away, so that the model's status counts again. */
export function setTypeStatus(
  model: Model,
  id: MitigationId,
  given: { readonly type: string; readonly status: Status | undefined },
): Edit {
  const label = 'Set status of an entity type';
  const mitigation = model.mitigation.get(id);
  if (!mitigation) return { label };
  const { byType = [], ...plain } = mitigation;
  const others = byType.filter(({ type }) => type !== given.type);
  const next = given.status ? [...others, { type: given.type, status: given.status }] : others;
  return { label, mitigation: { put: [next.length > 0 ? { ...plain, byType: next } : plain] } };
}
