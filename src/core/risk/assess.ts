/** The risk of a model: inherent, now, and when what is planned is done; per threat, with every factor that made it. */
import type { MitigationId, ThreatId } from '../model/ids';
import type { Mitigation, Treatment } from '../model/mitigation';
import type { Kind, Model } from '../model/model';
import { scaleOf } from '../model/project-policy';
import type { Scale } from '../model/project-policy';
import { indexModel } from '../model/model-index';
import type { ModelIndex } from '../model/model-index';
import type { Threat } from '../model/threat';
import { dependenciesOf } from './dependencies';
import type { Effect } from './dependencies';
import { effectOf, ownStatus, statusBesides } from './effective-status';
import type { EffectiveStatus, MitigationGiven, WorkItemStates } from './effective-status';
import { inherentPoints, severityName, severityNames, shareOf } from './severity';
import type { SeverityName } from './severity';

/** One treatment's part in a threat's risk. */
export interface Factor {
  readonly treatment: Treatment;
  readonly mitigation: Mitigation;
  readonly effective: EffectiveStatus;
  /** Share of the risk that it takes away where it has effect, 0 to 0.95. */
  readonly share: number;
  /** What its status says, held back while something that it requires has no effect. */
  readonly effect: Effect;
  /** What it requires and lacks; it waits for these. */
  readonly waitsFor: readonly MitigationId[];
  /** Factors of one group replace one another: only the strongest counts. */
  readonly group: MitigationId;
}

/** All numbers in risk points (see severity.ts). A threat that does not apply carries zeros. */
export interface ThreatRisk {
  readonly threat: Threat;
  readonly applies: boolean;
  readonly inherent: number;
  readonly current: number;
  readonly planned: number;
  readonly severity: SeverityName;
  readonly currentName: SeverityName;
  /** True when probability, impact or a strength that counts was assumed by nobody's judgement. */
  readonly assumed: boolean;
  readonly factors: readonly Factor[];
}

export interface MitigationRisk {
  /** Points that go away when every treatment of it that has no effect yet gets it. */
  readonly wouldRemove: number;
  /** Points that it holds away now. */
  readonly removes: number;
}

export interface Assessment {
  /** By which the points were counted. */
  readonly scale: Scale;
  readonly inherent: number;
  readonly current: number;
  readonly planned: number;
  readonly threats: ReadonlyMap<ThreatId, ThreatRisk>;
  /** Of those that treat a threat which applies. */
  readonly mitigations: ReadonlyMap<MitigationId, MitigationRisk>;
  /** Threats that apply, by the name of their current risk. */
  readonly byName: Readonly<Record<SeverityName, number>>;
  readonly assumedThreats: number;
}

/** Whether a factor counts. `one` is the factor that is asked about, where one is: nothing is made anew for each. */
type Counts = (factor: Factor, one?: Factor) => boolean;

/** Does one of its group count that takes away more, or the same and stands before it? */
function isOutdone(factors: readonly Factor[], factor: Factor, counts: Counts, one?: Factor): boolean {
  let isBefore = true;
  for (const other of factors) {
    if (other === factor) isBefore = false;
    else if (other.group === factor.group) {
      const takesMore = other.share > factor.share || (other.share === factor.share && isBefore);
      if (takesMore && counts(other, one)) return true;
    }
  }
  return false;
}

/**
 * The part of a threat's risk, 0 to 1, that these factors leave: the product of what each leaves, of alternatives only
 * the strongest.
 */
export function partLeft(factors: readonly Factor[], counts: Counts, one?: Factor): number {
  let left = 1;
  // Asked for every threat many times over: a threat has few factors, so looking back is cheaper than a table.
  for (const factor of factors)
    if (counts(factor, one) && !isOutdone(factors, factor, counts, one)) left *= 1 - factor.share;
  return left;
}

const isNow: Counts = ({ effect }) => effect === 'now';
const isNowOrPlanned: Counts = ({ effect }) => effect !== 'none';
const isNowWith: Counts = (factor, one) => factor === one || isNow(factor);
const isNowWithout: Counts = (factor, one) => factor !== one && isNow(factor);

/** What is the same at all places of a mitigation, found once for them all. */
interface Treating extends MitigationGiven, Pick<Factor, 'waitsFor' | 'group'> {
  /** Counts where nothing is said of the place. */
  readonly own: EffectiveStatus;
  readonly lacksPlanned: boolean;
}

function treatingOf(
  model: Model,
  states: WorkItemStates,
  index: ModelIndex,
): ReadonlyMap<MitigationId, Treating> {
  const { groupOf, lackedNow, lackedPlanned } = dependenciesOf({ model, index, states });
  const treating = new Map<MitigationId, Treating>();
  for (const mitigation of model.mitigation.values()) {
    const { id } = mitigation;
    treating.set(id, {
      model,
      mitigation,
      realisations: index.realisationsOfMitigation(id),
      states,
      own: ownStatus(mitigation),
      waitsFor: lackedNow(id),
      lacksPlanned: lackedPlanned(id).length > 0,
      group: groupOf(id),
    });
  }
  return treating;
}

function heldBack(effect: Effect, { waitsFor, lacksPlanned }: Treating): Effect {
  if (effect === 'now' && waitsFor.length === 0) return 'now';
  return effect === 'none' || lacksPlanned ? 'none' : 'planned';
}

function factorOf(treatment: Treatment, treating: Treating): Factor {
  const effective = statusBesides(treating, treatment) ?? treating.own;
  return {
    treatment,
    mitigation: treating.mitigation,
    effective,
    share: shareOf(treatment.strength.level),
    effect: heldBack(effectOf(effective.status.kind), treating),
    waitsFor: treating.waitsFor,
    group: treating.group,
  };
}

function factorsOf(
  treatments: readonly Treatment[],
  mitigations: ReadonlyMap<MitigationId, Treating>,
): readonly Factor[] {
  const factors = treatments.map((treatment) => {
    const treating = mitigations.get(treatment.mitigation);
    return treating && factorOf(treatment, treating);
  });
  return factors.every((factor) => factor !== undefined)
    ? factors
    : factors.filter((factor) => factor !== undefined);
}

/** A person decided that it is not to be done there. */
export const isRuledOut = ({ effective: { status } }: Factor): boolean =>
  status.kind === 'rejected' || status.kind === 'not-applicable';

function assessThreat(threat: Threat, factors: readonly Factor[], scale: Scale): ThreatRisk {
  const applies = threat.status.kind !== 'not-applicable';
  const points = inherentPoints(threat, scale);
  const inherent = applies ? points : 0;
  const current = inherent * partLeft(factors, isNow);
  const judged = threat.probability.basis === 'judged' && threat.impact.basis === 'judged';
  return {
    threat,
    applies,
    inherent,
    current,
    planned: inherent * partLeft(factors, isNowOrPlanned),
    severity: severityName(points, scale),
    currentName: severityName(current, scale),
    assumed: !judged || factors.some((f) => f.effect !== 'none' && f.treatment.strength.basis === 'assumed'),
    factors,
  };
}

type Total = { -readonly [Name in keyof MitigationRisk]: number };

/** Adds what one factor takes away of its threat's points, or would. */
function addShare(total: Total, { inherent, current, factors }: ThreatRisk, factor: Factor): void {
  if (isNow(factor)) total.removes += inherent * partLeft(factors, isNowWithout, factor) - current;
  else if (!isRuledOut(factor))
    total.wouldRemove += current - inherent * partLeft(factors, isNowWith, factor);
}

/** What the mitigation removes of this threat's points, or would: the part of `Assessment.mitigations` that is here. */
export function shareOfThreat(risk: ThreatRisk, mitigation: MitigationId): MitigationRisk {
  const total: Total = { removes: 0, wouldRemove: 0 };
  for (const factor of risk.factors) if (factor.mitigation.id === mitigation) addShare(total, risk, factor);
  return total;
}

function addShares(risk: ThreatRisk, totals: Map<MitigationId, Total>): void {
  for (const factor of risk.factors) {
    const { id } = factor.mitigation;
    let total = totals.get(id);
    if (!total) {
      total = { removes: 0, wouldRemove: 0 };
      totals.set(id, total);
    }
    addShare(total, risk, factor);
  }
}

function sharesOf(threats: Assessment['threats']): Assessment['mitigations'] {
  const totals = new Map<MitigationId, Total>();
  for (const risk of threats.values()) if (risk.applies) addShares(risk, totals);
  return totals;
}

/** An assessment with what it was made from. */
export interface Assessed {
  readonly model: Model;
  readonly states: WorkItemStates;
  readonly assessment: Assessment;
}

const sameKinds = (a: Model, b: Model, kinds: readonly Kind[]): boolean =>
  kinds.every((kind) => a[kind] === b[kind]);

/**
 * Does all that the risk of a threat is made from, apart from the threat itself, say what it said before? A status by
 * entity type reads what stands at the places of threats, so there these must be the same as well.
 */
function isComparable(model: Model, states: WorkItemStates, before: Assessed): boolean {
  if (states !== before.states || model.policy !== before.model.policy) return false;
  if (!sameKinds(model, before.model, ['treatment', 'mitigation', 'realisation'])) return false;
  if (![...model.mitigation.values()].some(({ byType }) => byType)) return true;
  const placeBefore = (id: ThreatId) => before.model.threat.get(id)?.place;
  return (
    sameKinds(model, before.model, ['element', 'flow', 'boundary']) &&
    model.threat.size === before.model.threat.size &&
    [...model.threat.values()].every(({ id, place }) => placeBefore(id) === place)
  );
}

/**
 * residual = severity x product(1 - strength) over the treatments with effect (design: the model). Severity is counted
 * by the scale of the project. Of mitigations that
 * replace one another the strongest counts; one that requires another has no effect before it has. Pure; one pass.
 * `states` holds what is known of the work items that realise the mitigations; unknown ones have no effect. `before`,
 * an earlier assessment of the same model, changes nothing but the time: what an edit did not touch is taken from it.
 */
export function assess(
  model: Model,
  states: WorkItemStates,
  index: ModelIndex = indexModel(model),
  before?: Assessed,
): Assessment {
  const known = before && isComparable(model, states, before) ? before : undefined;
  // Whoever draws changes no threat.
  if (known?.model.threat === model.threat) return known.assessment;
  const mitigations = treatingOf(model, states, index);
  const threats = new Map<ThreatId, ThreatRisk>();
  const byName: Record<SeverityName, number> = { low: 0, medium: 0, high: 0, critical: 0 };
  const scale = scaleOf(model);
  const sum = { inherent: 0, current: 0, planned: 0, assumedThreats: 0 };
  for (const threat of model.threat.values()) {
    const kept = known?.assessment.threats.get(threat.id);
    const risk =
      kept?.threat === threat
        ? kept
        : assessThreat(threat, factorsOf(index.treatmentsOfThreat(threat.id), mitigations), scale);
    threats.set(threat.id, risk);
    if (!risk.applies) continue;
    sum.inherent += risk.inherent;
    sum.current += risk.current;
    sum.planned += risk.planned;
    sum.assumedThreats += risk.assumed ? 1 : 0;
    byName[risk.currentName] += 1;
  }
  let shares: Assessment['mitigations'] | undefined;
  return {
    ...sum,
    scale,
    threats,
    byName,
    // Counted when it is first asked for: to whoever looks at threats it says nothing.
    get mitigations() {
      shares ??= sharesOf(threats);
      return shares;
    },
  };
}

/** The names from worst to best, for legends. */
export const worstFirst: readonly SeverityName[] = [...severityNames].reverse();
