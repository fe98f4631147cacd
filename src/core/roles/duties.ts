/** What waits for each role in a model: how much, and what of it first. A role sees first what only that role can settle (paper, R12 to R16). Pure. */
import { checksOf, stepsOf } from '../model/checks';
import type { EventId, MitigationId, RequirementId, ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import { workingFor } from '../model/requirement-family';
import { coverageOf } from '../operate/coverage';
import { reviewState } from '../review/review-state';
import { validAcceptances } from '../risk/accepted';
import type { Assessment, ThreatRisk } from '../risk/assess';
import { overTarget, targetOf } from '../risk/target';
import { undecidedThreats } from '../risk/undecided';

export interface DutyInput {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
  /** ISO instant: acceptances and waivers end. */
  readonly now: string;
}

/** Something with a page of its own. */
export type Subject = { readonly title: string } & (
  | { readonly kind: 'threat'; readonly id: ThreatId }
  | { readonly kind: 'mitigation'; readonly id: MitigationId }
  | { readonly kind: 'requirement'; readonly id: RequirementId }
  | { readonly kind: 'event'; readonly id: EventId }
);

/** As many as somebody takes in at a glance; the page of the duty has all. */
const most = 3;

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
function expired({ model, assessment, now }: DutyInput): readonly ThreatRisk[] {
  const valid = validAcceptances(model, now);
  const accepted = new Set([...model.acceptance.values()].map(({ threat }) => threat));
  return [...assessment.threats.values()].filter(
    ({ applies, threat }) => applies && accepted.has(threat.id) && !valid.has(threat.id),
  );
}

/** The gravest first. */
const threats = (risks: readonly ThreatRisk[]): readonly Subject[] =>
  [...risks]
    .sort((a, b) => b.current - a.current)
    .map(({ threat: { id, title } }) => ({ kind: 'threat', id, title }));

/** Those first that take most risk away, now or once they are done. */
function mitigations({ assessment }: DutyInput, found: readonly Mitigation[]): readonly Subject[] {
  const weight = ({ id }: Mitigation): number => {
    const risk = assessment.mitigations.get(id);
    return risk ? risk.removes + risk.wouldRemove : 0;
  };
  return [...found]
    .sort((a, b) => weight(b) - weight(a))
    .map(({ id, title }) => ({ kind: 'mitigation', id, title }));
}

function riskierThings({ model, assessment }: DutyInput): number {
  const state = reviewState(model, assessment);
  return state.kind === 'reopened' ? state.changes.length : 0;
}

/** Each finds what it is about, the most important first, or counts what is no thing with a page of its own. */
const duties = {
  /** Mitigations with a Task that is not done. */
  build: (given) =>
    mitigations(
      given,
      agreed(given).filter((each) => hasTask(given, each)),
    ),
  /** Mitigations that were decided on and are not in the backlog. */
  plan: (given) =>
    mitigations(
      given,
      agreed(given).filter((each) => !hasTask(given, each)),
    ),
  /** Mitigations that are built, and of which the model says how to verify them. */
  verify: (given) =>
    mitigations(
      given,
      built(given).filter((each) => stepsOf(each).length > 0),
    ),
  /** Mitigations that are agreed on or built, and of which nobody said how to verify them. */
  'say-how': (given) => {
    const known = new Set(checksOf(given.model));
    const meant = [...new Set([...agreed(given), ...built(given)])];
    return mitigations(
      given,
      meant.filter((each) => !known.has(each)),
    );
  },
  /** Threats that apply and that no story promises to be without. */
  'link-story': ({ assessment, index }) =>
    threats(
      [...assessment.threats.values()].filter(
        ({ applies, threat }) => applies && index.linksOfThreat(threat.id).length === 0,
      ),
    ),
  /** Requirements that nothing works for. */
  realise: ({ model }) =>
    [...model.requirement.values()]
      .filter((each) => each.workItems.length === 0 && workingFor(model, each).length === 0)
      .map(({ id, title }) => ({ kind: 'requirement', id, title })),
  /** Threats whose acceptance is over. */
  'accept-again': (given) => threats(expired(given)),
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
  decide: ({ model, assessment, now }) => threats(undecidedThreats(model, assessment, now)),
  /** Comments that nobody settled. */
  answer: ({ model }) => [...model.comment.values()].filter(({ settled }) => settled === undefined).length,
  /** Events that somebody may select or decline. */
  'choose-event': ({ model }) =>
    [...model.event.values()]
      .filter(({ choice }) => choice === 'proposed')
      .map(({ id, title }) => ({ kind: 'event', id, title })),
  /** High and critical threats that nothing would tell of. */
  watch: ({ model, assessment, now }) =>
    coverageOf(model, assessment, now)
      .rows.filter(({ isFinding }) => isFinding)
      .map(({ threat: { id, title } }) => ({ kind: 'threat', id, title })),
} satisfies Record<string, (given: DutyInput) => number | readonly Subject[]>;
export type DutyKind = keyof typeof duties;

export interface Duty {
  readonly kind: DutyKind;
  /** At least 1; what is counted stands at `duties`. */
  readonly count: number;
  /** The first few of them; none where they have no page of their own. */
  readonly first: readonly Subject[];
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

function dutyOf(kind: DutyKind, given: DutyInput): Duty {
  const found: number | readonly Subject[] = duties[kind](given);
  if (typeof found === 'number') return { kind, count: found, first: [] };
  return { kind, count: found.length, first: found.slice(0, most) };
}

/** What waits for the role, most urgent first; empty where nothing does. O(threats x mitigations of a threat). */
export function dutiesFor(role: DutyRole, given: DutyInput): readonly Duty[] {
  return dutiesOf[role].map((kind) => dutyOf(kind, given)).filter(({ count }) => count > 0);
}
