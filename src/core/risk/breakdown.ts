/** The risk of a model taken apart: by whatever a threat belongs to, with the threats that make each number. */
import type { ThreatId } from '../model/ids';
import type { Assessment, ThreatRisk } from './assess';

/** Points. `accepted` is the part of `current` that somebody answers for. */
export interface RiskPart {
  readonly inherent: number;
  readonly current: number;
  readonly planned: number;
  readonly accepted: number;
  /** Those that count, most risk now first. */
  readonly threats: readonly ThreatRisk[];
}

export function sumOf(risks: readonly ThreatRisk[], accepted: ReadonlySet<ThreatId>): RiskPart {
  const threats = risks.filter(({ applies }) => applies).sort((a, b) => b.current - a.current);
  const sum = { inherent: 0, current: 0, planned: 0, accepted: 0 };
  for (const { threat, inherent, current, planned } of threats) {
    sum.inherent += inherent;
    sum.current += current;
    sum.planned += planned;
    if (accepted.has(threat.id)) sum.accepted += current;
  }
  return { ...sum, threats };
}

/**
 * By the keys that each threat has. A threat with several counts in full under each, so the parts may sum to more than
 * the whole; one without any is under `rest`. Most risk now first.
 */
export function breakdown<K>(
  assessment: Assessment,
  accepted: ReadonlySet<ThreatId>,
  keysOf: (risk: ThreatRisk) => readonly K[],
): { readonly parts: readonly (readonly [K, RiskPart])[]; readonly rest: RiskPart } {
  const groups = new Map<K, ThreatRisk[]>();
  const rest: ThreatRisk[] = [];
  for (const risk of assessment.threats.values()) {
    if (!risk.applies) continue;
    const keys = new Set(keysOf(risk));
    if (keys.size === 0) rest.push(risk);
    for (const key of keys) {
      const group = groups.get(key);
      if (group) group.push(risk);
      else groups.set(key, [risk]);
    }
  }
  const parts = [...groups].map(([key, risks]) => [key, sumOf(risks, accepted)] as const);
  return { parts: parts.sort(([, a], [, b]) => b.current - a.current), rest: sumOf(rest, accepted) };
}
