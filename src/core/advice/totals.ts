/** The risk of the planned stories: now, when the sprint is done, and if everything that helps were done. */
import type { ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { Factor } from '../risk/assess';
import { isRuledOut } from './benefit';
import type { Desk, ModelDesk } from './desk';
import { isMissing } from './standing';
import type { StoryAdvice } from './story-advice';

/** Points over the threats of all planned stories, each threat once. */
export interface SprintTotals {
  readonly now: number;
  /** When what is in the sprint is done. */
  readonly withSprint: number;
  /** When every mitigation of the model that is not ruled out is done. */
  readonly after: number;
}

/** Is all of the mitigation done when the sprint is? */
function isDoneWithSprint({ benefits, standings }: ModelDesk, mitigation: Mitigation): boolean {
  const places = benefits.factorsOf(mitigation.id).filter((factor) => !isRuledOut(factor));
  const isOut = mitigation.status.kind === 'rejected' || mitigation.status.kind === 'not-applicable';
  if (places.length === 0 && isOut) return false;
  return !isMissing(standings.of(mitigation.id, places));
}

function addModel(
  sum: { now: number; withSprint: number; after: number },
  desk: ModelDesk,
  wanted: Set<ThreatId>,
) {
  const { at, benefits, standings } = desk;
  const sprintThen = {
    there: benefits.thereWhen((each) => isDoneWithSprint(desk, each)),
    isDone: (factor: Factor) => standings.atPlace(factor).kind === 'in-sprint',
  };
  const allThen = {
    there: benefits.thereWhen((each) => !benefits.isImpossible(each.id)),
    isDone: () => true,
  };
  for (const threat of wanted) {
    sum.now += at.assessment.threats.get(threat)?.current ?? 0;
    sum.withSprint += benefits.riskWhen(threat, sprintThen);
    sum.after += benefits.riskWhen(threat, allThen);
  }
}

export function sprintTotals(desk: Desk, stories: readonly StoryAdvice[]): SprintTotals {
  const wanted = new Map([...desk.models.values()].map((own) => [own.id, new Set<ThreatId>()]));
  for (const { threats } of stories)
    for (const { model, risk } of threats) wanted.get(model)?.add(risk.threat.id);
  const sum = { now: 0, withSprint: 0, after: 0 };
  for (const own of desk.models.values()) addModel(sum, own, wanted.get(own.id) ?? new Set());
  return sum;
}
