/** Severity: a number from 4 to 100 out of probability and impact, and its name (paper, R9). */
import type { Scale } from '../model/project-policy';
import { impactLevels, probabilityLevels } from '../model/threat';
import type { ImpactLevel, ProbabilityLevel, Threat } from '../model/threat';
import { strengthLevels } from '../model/mitigation';
import type { StrengthLevel } from '../model/mitigation';

export const severityNames = ['low', 'medium', 'high', 'critical'] as const;
export type SeverityName = (typeof severityNames)[number];

/** Risk points, 0 to 100, out of the scale's matrix; by the standard one rank of probability x rank of impact x 4. */
export function severityPoints(
  probability: ProbabilityLevel,
  impact: ImpactLevel,
  { points }: Scale,
): number {
  return points[probabilityLevels.indexOf(probability)]?.[impactLevels.indexOf(impact)] ?? 0;
}

/** The name of a number of risk points; residual risk falls through the same names. */
export function severityName(points: number, { from }: Scale): SeverityName {
  if (points >= from.critical) return 'critical';
  if (points >= from.high) return 'high';
  if (points >= from.medium) return 'medium';
  return 'low';
}

/** Severity of a threat before any mitigation, in risk points. */
export function inherentPoints(threat: Pick<Threat, 'probability' | 'impact'>, scale: Scale): number {
  return severityPoints(threat.probability.level, threat.impact.level, scale);
}

const strengthShare: Record<StrengthLevel, number> = {
  negligible: 0,
  weak: 0.25,
  average: 0.5,
  strong: 0.75,
  maximum: 0.95,
};

/** The share of the risk that a treatment of this strength removes, 0 to 0.95 (design: the model). */
export function shareOf(level: StrengthLevel): number {
  return strengthShare[level];
}

/** The strengths with their shares, for a picker. */
export const strengthScale = strengthLevels.map((level) => ({ level, share: strengthShare[level] }));
