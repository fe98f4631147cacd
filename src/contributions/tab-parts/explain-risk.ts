/** Why a threat has its risk: the formula with its numbers, step by step. Pure. */
import { standardScale } from '../../core/model/project-policy';
import type { Scale } from '../../core/model/project-policy';
import { impactLevels, probabilityLevels } from '../../core/model/threat';
import { partLeft } from '../../core/risk/assess';
import type { Factor, ThreatRisk } from '../../core/risk/assess';
import { effectOf } from '../../core/risk/effective-status';
import { inherentPoints } from '../../core/risk/severity';
import { impactWords, percent, points, probabilityWords, statusWords, strengthWords } from '../../ui/words';

/** What is known of the Tasks, for the names of their states. */
export type States = ReadonlyMap<number, { readonly state: string }>;

export interface RiskStep {
  readonly factor: Factor;
  /** "Implemented: Task #12 is Closed". */
  readonly status: string;
  /** "Strong takes 75% away". */
  readonly effect: string;
  /** Points that are left after this step; undefined where it changes nothing. */
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
export function statusAndSource(factor: Pick<Factor, 'effective'>, items: States): string {
  const { status, source } = factor.effective;
  const word = statusWords[status.kind];
  if (source.kind === 'place') return `${word}, set for this place`;
  if (source.kind === 'entity-type') return `${word}, set for all places of the type ${source.name}`;
  if (source.kind === 'knowledge') return `${word}, as the knowledge base says`;
  if (source.kind === 'mitigation') return `${word}, set on the mitigation`;
  return `${word}: Task #${source.id} is ${items.get(source.id)?.state ?? source.category}`;
}

function noEffectWords({ waitsFor, effective }: Factor): string {
  const isHeldBack = waitsFor.length > 0 && effectOf(effective.status.kind) !== 'none';
  return isHeldBack ? 'No effect before what it requires is done' : 'No effect';
}

/** `before` and `after`: the part of the risk that is left without the factor and with it. */
function effectWords(factor: Factor, { before, after }: { before: number; after: number }): string {
  const { level, basis } = factor.treatment.strength;
  const word = `${strengthWords[level]}${basis === 'assumed' ? ' (assumed)' : ''}`;
  if (after === before && factor.share > 0) return `${word}, but of alternatives only the strongest counts`;
  const takes = `${word} takes ${percent(factor.share)} away`;
  const isAlone = Math.abs(after - before * (1 - factor.share)) < 1e-9;
  return isAlone ? takes : `${takes}, instead of a weaker alternative`;
}

/** The explanation for one threat; `items` give the names of the Tasks' states. */
export function explainRisk(risk: ThreatRisk, items: States, scale: Scale): RiskExplanation {
  const { probability, impact } = risk.threat;
  const p = probabilityLevels.indexOf(probability.level) + 1;
  const i = impactLevels.indexOf(impact.level) + 1;
  const counting: Factor[] = [];
  const step = (factor: Factor): RiskStep => {
    const status = statusAndSource(factor, items);
    if (factor.effect === 'none') return { factor, status, effect: noEffectWords(factor), left: undefined };
    const before = partLeft(counting, () => true);
    counting.push(factor);
    // Of alternatives the strongest counts, so a step may take less than its strength, or nothing.
    const after = partLeft(counting, () => true);
    const left = after === before ? undefined : risk.inherent * after;
    return { factor, status, effect: effectWords(factor, { before, after }), left };
  };
  const steps = (effect: Factor['effect']): readonly RiskStep[] =>
    risk.factors.filter((factor) => factor.effect === effect).map(step);
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
