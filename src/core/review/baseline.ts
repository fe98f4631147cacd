/**
 * What an approval was about, in short, and what became riskier since. Kept with the review, so that it is known
 * wherever the model is read, also after the history is forgotten.
 */
import { shortHash } from '../model/canonical-json';
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { AcceptanceId, ThreatId } from '../model/ids';
import type { Model } from '../model/model';
import { textHash } from '../model/text-hash';
import type { Assessment } from '../risk/assess';

/** Ids are told apart by 8 hex digits of their hash: among 10,000 things, one mistake in about a hundred models. */
const short = (id: string): string => textHash(id).slice(0, 8);

/** What of a drawn thing decides about threats: not where it is drawn, nor what it is called. */
function factsOf(thing: Element | Flow | Boundary): string {
  const { type, outOfScope, properties } = thing;
  const ends = 'source' in thing ? [thing.source, thing.target] : [];
  const kind = 'kind' in thing ? thing.kind : '';
  return shortHash([kind, type?.id, outOfScope === undefined, properties, ends]);
}

function* partsOf(model: Model): Generator<Element | Flow | Boundary> {
  yield* model.element.values();
  yield* model.flow.values();
  yield* model.boundary.values();
}

/**
 * One line of text: threats with inherent risk and the risk that is left when all that is planned is done, drawn things
 * with their facts, accepted risks. Whole points: a rounding is no change.
 */
export function baselineOf(model: Model, assessment: Assessment): string {
  const threats = [...assessment.threats].map(
    ([id, { inherent, planned }]) => `t${short(id)},${Math.round(inherent)},${Math.round(planned)}`,
  );
  const parts = [...partsOf(model)].map((thing) => `p${short(thing.id)},${factsOf(thing)}`);
  const accepted = [...model.acceptance.keys()].map((id) => `a${short(id)}`);
  return [...threats, ...parts, ...accepted].sort().join(';');
}

/** One thing that is riskier than what was approved. Points are whole risk points. */
export type RiskyChange =
  | { readonly kind: 'new-threat'; readonly threat: ThreatId; readonly now: number }
  | { readonly kind: 'more-severe'; readonly threat: ThreatId; readonly was: number; readonly now: number }
  | { readonly kind: 'less-treated'; readonly threat: ThreatId; readonly was: number; readonly now: number }
  | { readonly kind: 'ruled-out'; readonly threat: ThreatId; readonly was: number }
  | { readonly kind: 'threats-gone'; readonly count: number }
  | { readonly kind: 'new-part' | 'changed-part'; readonly id: string; readonly name: string }
  | { readonly kind: 'accepted'; readonly acceptance: AcceptanceId; readonly threat: ThreatId };

interface Approved {
  readonly threats: ReadonlyMap<string, readonly [number, number]>;
  readonly parts: ReadonlyMap<string, string>;
  readonly accepted: ReadonlySet<string>;
}

function read(baseline: string): Approved {
  const threats = new Map<string, readonly [number, number]>();
  const parts = new Map<string, string>();
  const accepted = new Set<string>();
  for (const row of baseline.split(';')) {
    const [key = '', first = '', second = ''] = row.split(',');
    if (key.startsWith('t')) threats.set(key.slice(1), [Number(first), Number(second)]);
    if (key.startsWith('p')) parts.set(key.slice(1), first);
    if (key.startsWith('a')) accepted.add(key.slice(1));
  }
  return { threats, parts, accepted };
}

function* threatChanges(approved: Approved, assessment: Assessment): Generator<RiskyChange> {
  for (const [threat, risk] of assessment.threats) {
    const before = approved.threats.get(short(threat));
    const [inherent, planned] = [Math.round(risk.inherent), Math.round(risk.planned)];
    if (!before) {
      if (risk.applies) yield { kind: 'new-threat', threat, now: inherent };
      continue;
    }
    const [wasInherent, wasPlanned] = before;
    if (!risk.applies && wasInherent > 0) yield { kind: 'ruled-out', threat, was: wasInherent };
    else if (inherent > wasInherent) yield { kind: 'more-severe', threat, was: wasInherent, now: inherent };
    else if (planned > wasPlanned) yield { kind: 'less-treated', threat, was: wasPlanned, now: planned };
  }
  const there = new Set([...assessment.threats.keys()].map(short));
  const count = [...approved.threats.keys()].filter((id) => !there.has(id)).length;
  if (count > 0) yield { kind: 'threats-gone', count };
}

function* otherChanges(approved: Approved, model: Model): Generator<RiskyChange> {
  for (const thing of partsOf(model)) {
    const before = approved.parts.get(short(thing.id));
    const { id, name } = thing;
    if (before === undefined) yield { kind: 'new-part', id, name };
    else if (before !== factsOf(thing)) yield { kind: 'changed-part', id, name };
  }
  for (const { id, threat } of model.acceptance.values()) {
    if (!approved.accepted.has(short(id))) yield { kind: 'accepted', acceptance: id, threat };
  }
}

/** What is riskier now than in the baseline; empty for what only became safer, or was renamed or moved. */
export function riskyChanges(baseline: string, model: Model, assessment: Assessment): readonly RiskyChange[] {
  const approved = read(baseline);
  return [...threatChanges(approved, assessment), ...otherChanges(approved, model)];
}
