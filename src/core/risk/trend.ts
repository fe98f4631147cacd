/**
 * The risk over time, rebuilt from when the Tasks changed their states, so that it is there from the first day. What
 * people decided in the model itself (existing, rejected, strengths) has no dates and is taken as it is today.
 */
import { indexModel } from '../model/model-index';
import type { Model } from '../model/model';
import type { ThreatId } from '../model/ids';
import type { ModelIndex } from '../model/model-index';
import { assess } from './assess';
import type { Assessment, ThreatRisk } from './assess';
import { riskIntervals } from './interval';
import type { RiskInterval } from './interval';
import { categoryAt } from './state-history';
import type { StateHistory } from './state-history';

export interface TrendPoint {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `before-model`: the model was not there yet; its first threats are looked at with the Tasks of that day. */
  readonly basis: 'model' | 'before-model';
  /** Points over the threats that were known then. */
  readonly inherent: number;
  readonly current: number;
  /** What made the difference to the point before; found - removed + regressed. All 0 at the first point. */
  readonly found: number;
  readonly removed: number;
  readonly regressed: number;
  /** How sure `current` is; present where draws were asked for. */
  readonly interval?: RiskInterval;
}

export interface Trend {
  readonly points: readonly TrendPoint[];
  /**
   * Where the risk of the threats that were known at the first point of the model went: threats that are found later
   * are new knowledge, not a failure (paper, R19). `nothing` = no such threat carried risk, or there is one point only.
   */
  readonly known: {
    readonly direction: 'falling' | 'flat' | 'rising' | 'nothing';
    readonly from: number;
    readonly to: number;
  };
}

/** A change of less than one in a hundred is flat. */
const flatWithin = 0.01;

interface Snapshot {
  readonly at: string;
  readonly basis: TrendPoint['basis'];
  readonly assessment: Assessment;
  readonly known: ReadonlySet<ThreatId>;
}

function snapshot(given: TrendInput & { readonly index: ModelIndex }, at: string): Snapshot {
  const { model, index, histories } = given;
  const { created } = model.info;
  const basis = Date.parse(at) < Date.parse(created) ? 'before-model' : 'model';
  const looked = Date.parse(basis === 'model' ? at : created);
  const known = new Set<ThreatId>();
  for (const { id, found } of model.threat.values())
    if (Date.parse(found ?? created) <= looked) known.add(id);
  const states = new Map(
    [...histories].map(([item, history]) => [item, { category: categoryAt(history, at) }]),
  );
  return { at, basis, known, assessment: assess(model, states, index) };
}

const currentOf = ({ assessment }: Snapshot, threat: ThreatId): number =>
  assessment.threats.get(threat)?.current ?? 0;

/** What one threat has to do with a point: what it carried, and the change since the point before. */
export interface ThreatAtPoint {
  readonly risk: ThreatRisk;
  readonly found: number;
  readonly removed: number;
  readonly regressed: number;
}

function partOf(risk: ThreatRisk, before: Snapshot | undefined): ThreatAtPoint {
  const none = { risk, found: 0, removed: 0, regressed: 0 };
  if (!before) return none;
  const { id } = risk.threat;
  if (!before.known.has(id)) return { ...none, found: risk.current };
  const change = risk.current - currentOf(before, id);
  return change > 0 ? { ...none, regressed: change } : { ...none, removed: -change };
}

function partsOf(now: Snapshot, before: Snapshot | undefined): readonly ThreatAtPoint[] {
  return [...now.known].flatMap((id) => {
    const risk = now.assessment.threats.get(id);
    return risk ? [partOf(risk, before)] : [];
  });
}

function pointOf(now: Snapshot, before: Snapshot | undefined): TrendPoint {
  const sum = { inherent: 0, current: 0, found: 0, removed: 0, regressed: 0 };
  for (const { risk, found, removed, regressed } of partsOf(now, before)) {
    sum.inherent += risk.inherent;
    sum.current += risk.current;
    sum.found += found;
    sum.removed += removed;
    sum.regressed += regressed;
  }
  return { at: now.at, basis: now.basis, ...sum };
}

function knownTrend(snapshots: readonly Snapshot[]): Trend['known'] {
  const first = snapshots.find(({ basis }) => basis === 'model') ?? snapshots[0];
  const last = snapshots[snapshots.length - 1];
  if (!first || !last || first === last) return { direction: 'nothing', from: 0, to: 0 };
  const total = (at: Snapshot) => [...first.known].reduce((sum, threat) => sum + currentOf(at, threat), 0);
  const [from, to] = [total(first), total(last)];
  if (from === 0) return { direction: to > 0 ? 'rising' : 'nothing', from, to };
  const change = (to - from) / from;
  if (Math.abs(change) < flatWithin) return { direction: 'flat', from, to };
  return { direction: change > 0 ? 'rising' : 'falling', from, to };
}

/** Over the threats that were known then. */
function intervalOf({ assessment, known }: Snapshot, draws: number): RiskInterval {
  const threats = new Map([...assessment.threats].filter(([id]) => known.has(id)));
  return riskIntervals({ ...assessment, threats }, { draws }).current;
}

export interface TrendInput {
  readonly model: Model;
  /** Of the work items that realise mitigations, by number. One that is missing never had an effect. */
  readonly histories: ReadonlyMap<number, StateHistory>;
  /** Instants to look at, in order of time. */
  readonly dates: readonly string[];
  /** For the interval at each point; absent = none is computed. */
  readonly draws?: number;
}

/** Pure; one assessment per date. */
export function riskTrend(input: TrendInput): Trend {
  const index = indexModel(input.model);
  const snapshots = input.dates.map((at) => snapshot({ ...input, index }, at));
  return {
    points: snapshots.map((now, place) => ({
      ...pointOf(now, snapshots[place - 1]),
      ...(input.draws === undefined ? {} : { interval: intervalOf(now, input.draws) }),
    })),
    known: knownTrend(snapshots),
  };
}

/** The threats that make a point of the trend, and its difference to the one before. */
export function threatsAtPoint(
  input: Pick<TrendInput, 'model' | 'histories'>,
  at: string,
  before: string | undefined,
): readonly ThreatAtPoint[] {
  const look = { ...input, dates: [], index: indexModel(input.model) };
  return partsOf(snapshot(look, at), before === undefined ? undefined : snapshot(look, before));
}
