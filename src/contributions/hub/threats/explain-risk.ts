/** Why a threat has its risk: the formula with its numbers, step by step. Pure. */
import { impactLevels, probabilityLevels } from '../../../core/model/threat';
import type { Factor, ThreatRisk } from '../../../core/risk/assess';
import { standardScale } from '../../../core/model/project-policy';
import type { Scale } from '../../../core/model/project-policy';
import { inherentPoints } from '../../../core/risk/severity';
import {
  impactWords,
  percent,
  points,
  probabilityWords,
  statusWords,
  strengthWords,
} from '../../../ui/words';
import type { WorkItems } from '../work-items';

export interface RiskStep {
  readonly factor: Factor;
  /** "Implemented: Task #12 is Closed". */
  readonly status: string;
  /** "Strong takes 75% away". */
  readonly effect: string;
  /** Points that are left after this step; undefined when the step changes nothing. */
  readonly left: number | undefined;
}

export interface RiskExplanation {
  /** "Possible (3) × Major (4) × 4 = 48". */
  readonly inherent: string;
  readonly now: readonly RiskStep[];
  readonly planned: readonly RiskStep[];
  readonly without: readonly RiskStep[];
}

/** The status that counts, and who says so. */
export function statusAndSource(factor: Pick<Factor, 'effective'>, items: WorkItems): string {
  const { status, source } = factor.effective;
  const word = statusWords[status.kind];
  if (source.kind === 'place') return `${word}, set for this place`;
  if (source.kind === 'entity-type') return `${word}, set for all places of the type ${source.name}`;
  if (source.kind === 'knowledge') return `${word}, as the knowledge base says`;
  if (source.kind === 'mitigation') return `${word}, set on the mitigation`;
  return `${word}: Task #${source.id} is ${items.get(source.id)?.state ?? source.category}`;
}

/** The explanation for one threat; `items` give the names of the Tasks' states. */
export function explainRisk(risk: ThreatRisk, items: WorkItems, scale: Scale): RiskExplanation {
  const { probability, impact } = risk.threat;
  const p = probabilityLevels.indexOf(probability.level) + 1;
  const i = impactLevels.indexOf(impact.level) + 1;
  let left = risk.inherent;
  const steps = (effect: Factor['effect']): RiskStep[] =>
    risk.factors
      .filter((factor) => factor.effect === effect)
      .map((factor) => {
        const status = statusAndSource(factor, items);
        if (effect === 'none') return { factor, status, effect: 'No effect', left: undefined };
        left *= 1 - factor.share;
        const { level, basis } = factor.treatment.strength;
        const word = `${strengthWords[level]}${basis === 'assumed' ? ' (assumed)' : ''}`;
        return { factor, status, effect: `${word} takes ${percent(factor.share)} away`, left };
      });
  const [likely, bad] = [probabilityWords[probability.level], impactWords[impact.level]];
  const product =
    scale === standardScale
      ? `${likely} (${p}) × ${bad} (${i}) × 4`
      : `${likely} and ${bad} in the project’s matrix`;
  return {
    inherent: `${product} = ${points(inherentPoints(risk.threat, scale))}`,
    // The order matters: the running remainder goes through what works now first.
    now: steps('now'),
    planned: steps('planned'),
    without: steps('none'),
  };
}
