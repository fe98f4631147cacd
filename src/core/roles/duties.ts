/** What waits for each role in a model, counted. A role sees first what only that role can settle (paper, R12 to R16). Pure. */
import { checksOf, stepsOf } from '../model/checks';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import { workingFor } from '../model/requirement-family';
import { coverageOf } from '../operate/coverage';
import { reviewState } from '../review/review-state';
import { validAcceptances } from '../risk/accepted';
import type { Assessment } from '../risk/assess';
import { overTarget, targetOf } from '../risk/target';
import { undecidedThreats } from '../risk/undecided';

export interface DutyInput {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
  /** ISO instant: acceptances and waivers end. */
  readonly now: string;
}

/** Decided on and not done: by its own status, or by that of its work item. */
function agreed({ assessment }: DutyInput): readonly Mitigation[] {
  const found = new Set<Mitigation>();
  for (const { applies, factors } of assessment.threats.values())
    for (const { mitigation, effective } of factors)
      if (applies && ['approved', 'planned', 'in-progress'].includes(effective.status.kind))
        found.add(mitigation);
  return [...found];
}

/** What holds at a threat that applies. */
function built({ assessment }: DutyInput): readonly Mitigation[] {
  const found = new Set<Mitigation>();
  for (const { applies, factors } of assessment.threats.values())
    for (const { mitigation, effective } of factors)
      if (applies && effective.status.kind === 'implemented') found.add(mitigation);
  return [...found];
}

const hasTask = ({ index }: DutyInput, { id }: Mitigation): boolean =>
  index.realisationsOfMitigation(id).some(({ workItem }) => workItem !== null);

/** Threats that apply and whose only acceptances are over. */
function expired({ model, assessment, now }: DutyInput): number {
  const valid = validAcceptances(model, now);
  const accepted = new Set([...model.acceptance.values()].map(({ threat }) => threat));
  return [...accepted].filter((id) => !valid.has(id) && assessment.threats.get(id)?.applies === true).length;
}

function riskierThings({ model, assessment }: DutyInput): number {
  const state = reviewState(model, assessment);
  return state.kind === 'reopened' ? state.changes.length : 0;
}

/** Each says how much of it there is; 0 = nothing waits. */
const counts = {
  /** Mitigations with a Task that is not done. */
  build: (given) => agreed(given).filter((each) => hasTask(given, each)).length,
  /** Mitigations that were decided on and are not in the backlog. */
  plan: (given) => agreed(given).filter((each) => !hasTask(given, each)).length,
  /** Mitigations that are built, and of which the model says how to verify them. */
  verify: (given) => built(given).filter((each) => stepsOf(each).length > 0).length,
  /** Mitigations that are agreed on or built, and of which nobody said how to verify them. */
  'say-how': (given) => {
    const known = new Set(checksOf(given.model));
    return [...new Set([...agreed(given), ...built(given)])].filter((each) => !known.has(each)).length;
  },
  /** Threats that apply and that no story promises to be without. */
  'link-story': ({ assessment, index }) =>
    [...assessment.threats.values()].filter(
      ({ applies, threat }) => applies && index.linksOfThreat(threat.id).length === 0,
    ).length,
  /** Requirements that nothing works for. */
  realise: ({ model }) =>
    [...model.requirement.values()].filter(
      (each) => each.workItems.length === 0 && workingFor(model, each).length === 0,
    ).length,
  /** Threats whose acceptance is over. */
  'accept-again': expired,
  /** Points over the target. */
  lower: ({ model, assessment }) =>
    overTarget({ current: assessment.current, target: targetOf(model, assessment)?.points }),
  /** 1 where there is risk and nobody said how much may stay. */
  aim: ({ model, assessment }) =>
    assessment.current > 0 && targetOf(model, assessment) === undefined ? 1 : 0,
  /** 1 where somebody asked for a review and nobody decided. */
  review: ({ model, assessment }) => (reviewState(model, assessment).kind === 'asked' ? 1 : 0),
  /** Things that became riskier since an approval. */
  'review-again': riskierThings,
  /** Threats about which nobody decided. */
  decide: ({ model, assessment, now }) => undecidedThreats(model, assessment, now),
  /** Comments that nobody settled. */
  answer: ({ model }) => [...model.comment.values()].filter(({ settled }) => settled === undefined).length,
  /** Events that somebody may select or decline. */
  'choose-event': ({ model }) =>
    [...model.event.values()].filter(({ choice }) => choice === 'proposed').length,
  /** High and critical threats that nothing would tell of. */
  watch: ({ model, assessment, now }) => coverageOf(model, assessment, now).findings,
} satisfies Record<string, (given: DutyInput) => number>;
export type DutyKind = keyof typeof counts;

export interface Duty {
  readonly kind: DutyKind;
  /** At least 1; what is counted stands at `counts`. */
  readonly count: number;
}

/** The most urgent first. */
const dutiesOf = {
  developer: ['build', 'plan', 'say-how'],
  tester: ['verify', 'say-how'],
  'product-owner': ['accept-again', 'link-story', 'realise'],
  'decision-maker': ['lower', 'accept-again', 'aim'],
  security: ['review', 'review-again', 'decide', 'accept-again', 'answer', 'watch'],
  operations: ['choose-event', 'watch'],
} as const satisfies Record<string, readonly DutyKind[]>;
export type DutyRole = keyof typeof dutiesOf;
export const dutyRoles = Object.keys(dutiesOf) as readonly DutyRole[];

/** What waits for the role, most urgent first; empty where nothing does. O(threats x mitigations of a threat). */
export function dutiesFor(role: DutyRole, given: DutyInput): readonly Duty[] {
  return dutiesOf[role]
    .map((kind: DutyKind) => ({ kind, count: counts[kind](given) }))
    .filter(({ count }) => count > 0);
}
