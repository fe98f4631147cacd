/** Severity: a number from 4 to 100 out of probability and impact, and its name (paper, R9). */
import { impactLevels, probabilityLevels } from '../model/threat';
import type { ImpactLevel, ProbabilityLevel, Threat } from '../model/threat';
import { strengthLevels } from '../model/mitigation';
import type { StrengthLevel } from '../model/mitigation';

export const severityNames = ['low', 'medium', 'high', 'critical'] as const;
export type SeverityName = (typeof severityNames)[number];

/** One step of a five by five matrix is worth four points, so that the worst corner is 100. */
export const pointsPerStep = 4;

/** Risk points, 4 to 100: (rank of probability 1..5) x (rank of impact 1..5) x 4. */
export function severityPoints(probability: ProbabilityLevel, impact: ImpactLevel): number {
  return (probabilityLevels.indexOf(probability) + 1) * (impactLevels.indexOf(impact) + 1) * pointsPerStep;
}

/** The name of a number of risk points; residual risk falls through the same names. */
export function severityName(points: number): SeverityName {
  if (points >= 60) return 'critical';
  if (points >= 44) return 'high';
  if (points >= 28) return 'medium';
  return 'low';
}

/** Severity of a threat before any mitigation, in risk points. */
export function inherentPoints(threat: Pick<Threat, 'probability' | 'impact'>): number {
  return severityPoints(threat.probability.level, threat.impact.level);
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
