/**
 * What doing a mitigation would take from each threat: with everything that it requires and that is missing, and with
 * what only waited for that. Alternatives count as in the risk: of those that replace one another the strongest.
 */
import type { ModelPicture } from '../alignment/picture';
import type { MitigationId, ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import { isRuledOut, partLeft } from '../risk/assess';
import type { Factor } from '../risk/assess';
import { isThere } from '../risk/dependencies';
import { effectOf } from '../risk/effective-status';
import type { WorkItemStates } from '../risk/effective-status';

export interface Benefit {
  /** What is to be done together: the mitigation, if it is not done, and all missing things that it requires. */
  readonly together: readonly MitigationId[];
  /** What it requires and what was ruled out everywhere: with one of these it never has effect. */
  readonly blockedBy: readonly MitigationId[];
  /** Points by threat, each above 0. Empty where it is blocked. */
  readonly removes: ReadonlyMap<ThreatId, number>;
}

/** Done by its own status, whether or not something that it requires holds it back. */
export const isDoneItself = ({ effective }: Factor): boolean => effectOf(effective.status.kind) === 'now';

const none: readonly MitigationId[] = [];
const noPlaces: readonly Factor[] = [];
const nothing: ReadonlyMap<ThreatId, number> = new Map();

/** Less is the noise of adding up. */
const leastPoints = 1e-9;

/** The benefits of a model's mitigations; each is worked out when it is first asked for, and then kept. */
export class Benefits {
  /** Done itself, everywhere. */
  readonly #done = new Set<MitigationId>();
  /** Of the done ones those that have effect, because all that they require have. */
  readonly #there: ReadonlySet<MitigationId>;
  readonly #required = new Map<MitigationId, readonly MitigationId[]>();
  readonly #dependents = new Map<MitigationId, MitigationId[]>();
  readonly #places = new Map<MitigationId, readonly Factor[]>();
  readonly #known = new Map<MitigationId, Benefit>();

  constructor(
    private readonly at: ModelPicture,
    states: WorkItemStates,
  ) {
    const { model, index } = at;
    for (const each of model.mitigation.values()) {
      if (isThere({ model, index, states }, each, ['now'])) this.#done.add(each.id);
      const requires = (each.requires ?? []).filter((id) => model.mitigation.has(id));
      if (requires.length > 0) this.#required.set(each.id, requires);
      for (const required of requires) {
        const dependents = this.#dependents.get(required);
        if (dependents) dependents.push(each.id);
        else this.#dependents.set(required, [each.id]);
      }
    }
    this.#there = this.#closed(this.#done, new Set());
  }

  of(id: MitigationId): Benefit {
    const known = this.#known.get(id);
    if (known) return known;
    const benefit = this.#workOut(id);
    this.#known.set(id, benefit);
    return benefit;
  }

  /** The risk of a threat of the model, in points, when these mitigations and places are done besides. */
  riskWhen(
    threat: ThreatId,
    then: { readonly there: ReadonlySet<MitigationId>; readonly isDone: (factor: Factor) => boolean },
  ): number {
    const risk = this.at.assessment.threats.get(threat);
    if (!risk) return 0;
    const counts = (factor: Factor): boolean =>
      factor.effect === 'now' ||
      (!isRuledOut(factor) &&
        (isDoneItself(factor) || then.isDone(factor)) &&
        this.#isFree(factor.mitigation.id, then.there));
    return risk.inherent * partLeft(risk.factors, counts);
  }

  /** What has effect when every mitigation that `isDone` names is done everywhere, besides those that are. */
  thereWhen(isDone: (mitigation: Mitigation) => boolean): ReadonlySet<MitigationId> {
    const done = new Set(this.#done);
    for (const each of this.at.model.mitigation.values()) if (isDone(each)) done.add(each.id);
    return this.#closed(done, new Set());
  }

  #requirements(id: MitigationId): readonly MitigationId[] {
    return this.#required.get(id) ?? none;
  }

  /** Is everything that it requires in one of these? */
  #isFree(
    id: MitigationId,
    there: ReadonlySet<MitigationId>,
    besides: ReadonlySet<MitigationId> = there,
  ): boolean {
    for (const each of this.#requirements(id)) if (!there.has(each) && !besides.has(each)) return false;
    return true;
  }

  /** The largest part of the set whose requirements are all in it or in `besides`. */
  #closed(ids: ReadonlySet<MitigationId>, besides: ReadonlySet<MitigationId>): ReadonlySet<MitigationId> {
    const left = new Set(ids);
    if (this.#required.size === 0) return left;
    for (let again = true; again;) {
      again = false;
      for (const id of left) {
        if (this.#isFree(id, left, besides)) continue;
        left.delete(id);
        again = true;
      }
    }
    return left;
  }

  /** Everything that is reached and not there yet, from these on. */
  #reach(from: Iterable<MitigationId>, next: (id: MitigationId) => readonly MitigationId[]) {
    const reached = new Set(from);
    for (const id of reached) for (const each of next(id)) if (!this.#there.has(each)) reached.add(each);
    return reached;
  }

  /** Was it ruled out, at every place that it has and as a whole? */
  isImpossible(id: MitigationId): boolean {
    const mitigation = this.at.model.mitigation.get(id);
    return mitigation !== undefined && !this.#done.has(id) && this.#hasNoPlace(mitigation);
  }

  #hasNoPlace({ id, status }: Mitigation): boolean {
    const isOut = status.kind === 'rejected' || status.kind === 'not-applicable';
    return isOut && this.factorsOf(id).every(isRuledOut);
  }

  /** One for each place of the mitigation. */
  factorsOf(id: MitigationId): readonly Factor[] {
    const known = this.#places.get(id);
    if (known) return known;
    const places = this.#findPlaces(id);
    this.#places.set(id, places);
    return places;
  }

  #findPlaces(id: MitigationId): readonly Factor[] {
    const places: Factor[] = [];
    for (const treatment of this.at.index.treatmentsOfMitigation(id))
      for (const factor of this.at.assessment.threats.get(treatment.threat)?.factors ?? noPlaces)
        if (factor.treatment === treatment) places.push(factor);
    return places;
  }

  #workOut(id: MitigationId): Benefit {
    if (!this.#required.has(id) && !this.#dependents.has(id)) return this.#workOutAlone(id);
    const asked = this.#reach([id], (each) => this.#requirements(each));
    const together = [...asked].filter((each) => !this.#done.has(each));
    const blockedBy = together.filter((each) => this.isImpossible(each));
    if (blockedBy.length > 0) return { together, blockedBy, removes: nothing };
    return { together, blockedBy, removes: this.#removes(asked, this.#freedBy(asked)) };
  }

  /** Most have nothing to do with others: then only its own places gain. */
  #workOutAlone(id: MitigationId): Benefit {
    const only = [id];
    const together = this.#done.has(id) ? none : only;
    if (this.isImpossible(id)) return { together, blockedBy: only, removes: nothing };
    const asked = new Set(only);
    return { together, blockedBy: none, removes: this.#removes(asked, asked) };
  }

  /** Of these, and of all that waits for them: what may have effect once these are done. */
  #freedBy(asked: ReadonlySet<MitigationId>): ReadonlySet<MitigationId> {
    const waiting = this.#reach(asked, (each) => this.#dependents.get(each) ?? none);
    const doneThen = new Set([...waiting].filter((each) => asked.has(each) || this.#done.has(each)));
    const thereThen = this.#closed(doneThen, this.#there);
    // Some of the places of a mitigation may be done while it is not: those gain their effect, too.
    return new Set([...waiting].filter((id) => this.#isFree(id, this.#there, thereThen)));
  }

  #removes(
    asked: ReadonlySet<MitigationId>,
    freed: ReadonlySet<MitigationId>,
  ): ReadonlyMap<ThreatId, number> {
    const gains = (factor: Factor): boolean =>
      freed.has(factor.mitigation.id) &&
      (isDoneItself(factor) || (asked.has(factor.mitigation.id) && !isRuledOut(factor)));
    const counts = (factor: Factor): boolean => factor.effect === 'now' || gains(factor);
    const removes = new Map<ThreatId, number>();
    for (const id of freed)
      for (const factor of this.factorsOf(id)) {
        const { threat } = factor.treatment;
        if (factor.effect === 'now' || removes.has(threat) || !gains(factor)) continue;
        const risk = this.at.assessment.threats.get(threat);
        if (!risk || risk.current === 0) continue;
        const points = risk.current - risk.inherent * partLeft(risk.factors, counts);
        if (points > leastPoints) removes.set(threat, points);
      }
    return removes;
  }
}
