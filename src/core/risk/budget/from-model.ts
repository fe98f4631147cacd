/** A model's open mitigations as a budget problem: what each would take from the risk as it is now, and what it costs. */
import type { MitigationId } from '../../model/ids';
import type { Assessment, Factor, ThreatRisk } from '../assess';
import type { BudgetProblem, Candidate } from './problem';

const isRuledOut = ({ effective: { status } }: Factor): boolean =>
  status.kind === 'rejected' || status.kind === 'not-applicable';

interface Draft {
  readonly effort: number;
  readonly effects: { threat: number; share: number }[];
  readonly requires: readonly MitigationId[];
  readonly group: MitigationId;
}

/** Of alternatives that have effect the strongest at this threat: only what goes beyond it is gained. */
function strongestNow(factors: readonly Factor[], group: MitigationId): number {
  return factors
    .filter((factor) => factor.group === group && factor.effect === 'now')
    .reduce((most, { share }) => Math.max(most, share), 0);
}

function addThreat(
  drafts: Map<MitigationId, Draft>,
  given: {
    readonly risk: ThreatRisk;
    readonly threat: number;
    readonly effortOf: (mitigation: Factor['mitigation']) => number;
  },
): void {
  const { risk, threat, effortOf } = given;
  for (const factor of risk.factors) {
    if (factor.effect === 'now' || isRuledOut(factor)) continue;
    const { mitigation, group, waitsFor } = factor;
    const draft = drafts.get(mitigation.id) ?? {
      effort: effortOf(mitigation),
      effects: [],
      requires: waitsFor,
      group,
    };
    drafts.set(mitigation.id, draft);
    const now = strongestNow(risk.factors, group);
    if (factor.share > now) draft.effects.push({ threat, share: 1 - (1 - factor.share) / (1 - now) });
  }
}

/** The threats of the problem, in their places there. */
export const budgetThreats = (assessment: Assessment): readonly ThreatRisk[] =>
  [...assessment.threats.values()].filter(({ applies }) => applies);

/**
 * `effortOf` gives what a mitigation costs, in one unit for all (story points or days). The keys of the candidates are
 * the ids of the mitigations; a requirement that has its effect already is no candidate and counts as done.
 */
export function budgetProblem(
  assessment: Assessment,
  effortOf: (mitigation: Factor['mitigation']) => number,
): BudgetProblem {
  const risks = budgetThreats(assessment);
  const drafts = new Map<MitigationId, Draft>();
  risks.forEach((risk, threat) => addThreat(drafts, { risk, threat, effortOf }));
  const firstOfGroup = new Map<MitigationId, MitigationId>();
  const candidates = [...drafts].map(([key, { effort, effects, requires, group }]): Candidate => {
    const first = firstOfGroup.get(group) ?? key;
    firstOfGroup.set(group, first);
    return { key, effort, effects, requires, alternatives: first === key ? [] : [first] };
  });
  return { threats: risks.map(({ current }) => current), candidates };
}
