/** The risk of the planned stories: now, when the sprint is done, and if everything that helps were done. */
import type { ModelId, ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { Threat } from '../model/threat';
import { isRuledOut } from '../risk/assess';
import type { Factor } from '../risk/assess';
import type { Desk, ModelDesk } from './desk';
import { isMissing } from './standing';
import type { StoryAdvice } from './story-advice';

/** What one threat of the planned stories adds to the totals. */
export interface ThreatTotal {
  readonly model: ModelId;
  readonly threat: Threat;
  readonly now: number;
  readonly withSprint: number;
  readonly after: number;
}

/** Points over the threats of all planned stories, each threat once. */
export interface SprintTotals {
  /** What they are made of, most risk now first. */
  readonly threats: readonly ThreatTotal[];
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

function threatTotals(desk: ModelDesk, wanted: ReadonlySet<ThreatId>): readonly ThreatTotal[] {
  const { at, benefits, standings } = desk;
  const sprintThen = {
    there: benefits.thereWhen((each) => isDoneWithSprint(desk, each)),
    isDone: (factor: Factor) => standings.atPlace(factor).kind === 'in-sprint',
  };
  const allThen = {
    there: benefits.thereWhen((each) => !benefits.isImpossible(each.id)),
    isDone: () => true,
  };
  return [...wanted].flatMap((id) => {
    const risk = at.assessment.threats.get(id);
    if (!risk) return [];
    return {
      model: desk.id,
      threat: risk.threat,
      now: risk.current,
      withSprint: benefits.riskWhen(id, sprintThen),
      after: benefits.riskWhen(id, allThen),
    };
  });
}

export function sprintTotals(desk: Desk, stories: readonly StoryAdvice[]): SprintTotals {
  const wanted = new Map([...desk.models.values()].map((own) => [own.id, new Set<ThreatId>()]));
  for (const { threats } of stories)
    for (const { model, risk } of threats) wanted.get(model)?.add(risk.threat.id);
  const threats = [...desk.models.values()].flatMap((own) =>
    threatTotals(own, wanted.get(own.id) ?? new Set()),
  );
  const sum = { now: 0, withSprint: 0, after: 0 };
  for (const each of threats) {
    sum.now += each.now;
    sum.withSprint += each.withSprint;
    sum.after += each.after;
  }
  return { ...sum, threats: threats.sort((a, b) => b.now - a.now) };
}
