/** What must stay when a use of the knowledge base is taken back: what somebody changed since, and what that needs. */
import type { Mitigation, Treatment } from '../model/mitigation';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import type { ModelIndex } from '../model/model-index';
import type { Threat } from '../model/threat';

/** One entity that the use wrote or removed. */
export interface StepOf<E extends { readonly id: string }> {
  readonly id: E['id'];
  /** Undefined = it was not there. */
  readonly before: E | undefined;
  readonly now: E | undefined;
  /** It is not any more what the use left. */
  readonly touched: boolean;
}
export interface Steps {
  readonly threats: readonly StepOf<Threat>[];
  readonly mitigations: readonly StepOf<Mitigation>[];
  readonly treatments: readonly StepOf<Treatment>[];
}

export type StayReason = 'changed-since' | 'needed' | 'place-gone';
export interface Stay {
  readonly kind: 'threat' | 'mitigation';
  readonly title: string;
  readonly because: StayReason;
}

type Written = Threat | Mitigation | Treatment;

const isAdded = ({ before, now }: StepOf<Written>): boolean => before === undefined && now !== undefined;

/** Ids of threats, mitigations and treatments that other things of the model name. */
function namedIds(model: Model): ReadonlySet<string> {
  const named = new Set<string>();
  const add = (ids: readonly string[]) => ids.forEach((id) => named.add(id));
  for (const { threat } of model.storyLink.values()) named.add(threat);
  for (const { threat } of model.acceptance.values()) named.add(threat);
  for (const { mitigation, covers } of model.realisation.values())
    add([mitigation, ...(covers === 'all' ? [] : covers)]);
  for (const { threats, mitigations } of model.requirement.values()) add([...threats, ...mitigations]);
  for (const { threats } of model.assumption.values()) add(threats);
  for (const { threats } of model.event.values()) add(threats);
  for (const { threats } of model.incident.values()) add(threats);
  return named;
}

export class Staying {
  readonly threats = new Map<string, StayReason>();
  readonly mitigations = new Map<string, StayReason>();
  /** A threat stays with its treatments: half of it would be nobody's. */
  readonly treatments = new Set<string>();
  readonly #index: ModelIndex;
  readonly #treatmentsOf = new Map<string, StepOf<Treatment>[]>();

  constructor(
    private readonly model: Model,
    private readonly steps: Steps,
  ) {
    this.#index = indexModel(model);
    for (const step of steps.treatments)
      for (const threat of new Set([step.before?.threat, step.now?.threat]))
        if (threat) this.#treatmentsOf.set(threat, [...(this.#treatmentsOf.get(threat) ?? []), step]);
    this.keepTouched();
    this.keepNamed();
    this.keepHomeless();
    this.keepReferents();
    this.keepPairs();
  }

  /** Threats and mitigations that stay, by their titles. */
  named(): readonly Stay[] {
    const of = (kind: Stay['kind'], steps: readonly StepOf<Threat | Mitigation>[]) =>
      steps.flatMap(({ id, now, before }): readonly Stay[] => {
        const because = this[kind === 'threat' ? 'threats' : 'mitigations'].get(id);
        const title = (now ?? before)?.title ?? '';
        return because ? [{ kind, title, because }] : [];
      });
    return [...of('threat', this.steps.threats), ...of('mitigation', this.steps.mitigations)];
  }

  private keepThreat(id: string, because: StayReason): void {
    if (this.threats.has(id)) return;
    this.threats.set(id, because);
    for (const step of this.#treatmentsOf.get(id) ?? []) this.treatments.add(step.id);
  }

  /** A mitigation that came with the use, and at which somebody works: the threats that it came for stay too. */
  private keepMitigation(step: StepOf<Mitigation>, because: StayReason): void {
    this.mitigations.set(step.id, because);
    if (!isAdded(step)) return;
    for (const { now } of this.steps.treatments)
      if (now?.mitigation === step.id) this.keepThreat(now.threat, 'needed');
  }

  private keepTouched(): void {
    for (const { id, touched } of this.steps.threats) if (touched) this.keepThreat(id, 'changed-since');
    for (const { touched, before, now } of this.steps.treatments)
      if (touched) this.keepThreat((now ?? before)?.threat ?? '', 'changed-since');
    for (const step of this.steps.mitigations) if (step.touched) this.keepMitigation(step, 'changed-since');
  }

  private keepNamed(): void {
    const named = namedIds(this.model);
    const written = new Set<string>(this.steps.treatments.map(({ id }) => id));
    const hasOthers = (treatments: readonly { readonly id: string }[]) =>
      treatments.some(({ id }) => !written.has(id));
    for (const step of this.steps.threats)
      if (isAdded(step) && (named.has(step.id) || hasOthers(this.#index.treatmentsOfThreat(step.id))))
        this.keepThreat(step.id, 'needed');
    for (const step of this.steps.mitigations) {
      if (!isAdded(step)) continue;
      if (named.has(step.id)) this.keepMitigation(step, 'needed');
      else if (hasOthers(this.#index.treatmentsOfMitigation(step.id)))
        this.mitigations.set(step.id, 'needed');
    }
    for (const step of this.steps.treatments)
      if (isAdded(step) && step.now && named.has(step.id)) this.keepThreat(step.now.threat, 'needed');
  }

  private isThere({ place }: Threat): boolean {
    const { model } = this;
    if (place.kind === 'model') return true;
    const map: ReadonlyMap<string, unknown> = model[place.kind];
    return map.has(place.id);
  }

  /** A threat cannot come back to a place that was deleted. */
  private keepHomeless(): void {
    for (const { id, before } of this.steps.threats)
      if (before && !this.isThere(before)) this.keepThreat(id, 'place-gone');
  }

  /** What a treatment that stays refers to stays. */
  private keepReferents(): void {
    const needed = new Set<string>();
    for (const { id, now } of this.steps.treatments)
      if (now && this.treatments.has(id)) needed.add(now.mitigation);
    for (const step of this.steps.mitigations)
      if (isAdded(step) && needed.has(step.id) && !this.mitigations.has(step.id))
        this.mitigations.set(step.id, 'needed');
  }

  /** A treatment comes back where both of its ends are, and where nobody made it anew. */
  private keepPairs(): void {
    const ends = {
      threat: this.idsAfter(this.model.threat, this.steps.threats, this.threats),
      mitigation: this.idsAfter(this.model.mitigation, this.steps.mitigations, this.mitigations),
    };
    for (const { id, before } of this.steps.treatments) {
      if (!before) continue;
      const isMade = this.#index
        .treatmentsOfThreat(before.threat)
        .some((other) => other.mitigation === before.mitigation && other.id !== before.id);
      if (isMade || !ends.threat.has(before.threat) || !ends.mitigation.has(before.mitigation))
        this.treatments.add(id);
    }
  }

  private idsAfter(
    now: ReadonlyMap<string, unknown>,
    steps: readonly StepOf<Written>[],
    staying: ReadonlyMap<string, unknown>,
  ): ReadonlySet<string> {
    const ids = new Set(now.keys());
    for (const { id, before } of steps) {
      if (staying.has(id)) continue;
      if (before) ids.add(id);
      else ids.delete(id);
    }
    return ids;
  }
}
