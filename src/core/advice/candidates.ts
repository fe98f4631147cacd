/** The mitigations of some threats: with what each asks for and what it takes away. */
import type { FoundClause } from '../clauses/clause';
import type { ModelId, ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import { isRuledOut } from '../risk/assess';
import type { Factor, ThreatRisk } from '../risk/assess';
import type { Desk, ModelDesk } from './desk';
import type { Protection } from './protection';

export interface ThreatAdvice {
  readonly model: ModelId;
  readonly risk: ThreatRisk;
  /** The clauses of the story that it is linked by; empty = linked to the story as a whole. */
  readonly clauses: readonly FoundClause[];
  readonly protection: Protection;
}

/** A mitigation with its places at the threats in question. */
export interface Candidate {
  readonly desk: ModelDesk;
  readonly mitigation: Mitigation;
  readonly places: readonly Factor[];
}

/** Every mitigation of the threats that is not ruled out at all of them; the same one once. */
export function candidatesOf(desk: Desk, threats: readonly ThreatAdvice[]): readonly Candidate[] {
  const candidates: { desk: ModelDesk; mitigation: Mitigation; places: Factor[] }[] = [];
  // A copy of a model may share its very mitigations.
  for (const own of desk.models.values()) {
    if (!threats.some(({ model }) => model === own.id)) continue;
    const known = new Map<Mitigation, Factor[]>();
    for (const { model, risk } of threats) {
      if (model !== own.id) continue;
      for (const factor of risk.factors) {
        if (isRuledOut(factor)) continue;
        const places = known.get(factor.mitigation);
        if (places) places.push(factor);
        else {
          const first = [factor];
          known.set(factor.mitigation, first);
          candidates.push({ desk: own, mitigation: factor.mitigation, places: first });
        }
      }
    }
  }
  return candidates;
}

/** Points that the candidate takes from those of its model's threats that are wanted. */
export function removedBy({ desk, mitigation }: Candidate, isWanted: (threat: ThreatId) => boolean): number {
  let sum = 0;
  for (const [threat, points] of desk.benefits.of(mitigation.id).removes) if (isWanted(threat)) sum += points;
  return sum;
}
