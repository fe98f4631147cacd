/**
 * The advice by its definitions alone, with every set tried: slow, short, and made without the code that it judges. It
 * reads the model and the Tasks; of the rest it takes only what clauses and links mean (core/clauses, alignment).
 */
import type { AlignmentPicture, ModelPicture } from '../../alignment/picture';
import type { Mitigation, StatusKind, Treatment } from '../../model/mitigation';
import { impactLevels, probabilityLevels } from '../../model/threat';
import type { Threat } from '../../model/threat';
import type { WorkItem } from '../../sync/backlog-picture';

const now: readonly StatusKind[] = ['existing', 'implemented'];
const decided: readonly StatusKind[] = ['approved', 'planned', 'in-progress', ...now];
const out: readonly StatusKind[] = ['rejected', 'not-applicable'];
const share = { negligible: 0, weak: 0.25, average: 0.5, strong: 0.75, maximum: 0.95 };
const byTask: Readonly<Record<string, StatusKind>> = {
  Proposed: 'planned',
  InProgress: 'in-progress',
  Resolved: 'in-progress',
  Completed: 'implemented',
};

export class Oracle {
  readonly mitigations: readonly Mitigation[];
  readonly treatments: readonly Treatment[];
  readonly threats: readonly Threat[];
  readonly #required = new Map<Mitigation, readonly Mitigation[]>();
  readonly #together = new Map<Mitigation, readonly Mitigation[]>();
  readonly #there = new Map<string, readonly Mitigation[]>();
  readonly #subsets: readonly (readonly Mitigation[])[];

  constructor(
    readonly picture: AlignmentPicture,
    { model }: ModelPicture,
  ) {
    this.mitigations = [...model.mitigation.values()];
    this.treatments = [...model.treatment.values()];
    this.threats = [...model.threat.values()];
    const numbers = Array.from({ length: 2 ** this.mitigations.length }, (_, n) => n);
    this.#subsets = numbers.map((n) => this.mitigations.filter((_, at) => (n >> at) & 1));
  }

  taskOf({ id }: Mitigation): number | 'none' {
    const [model] = this.picture.models;
    const own = [...(model?.model.realisation.values() ?? [])].find((each) => each.mitigation === id);
    return own?.workItem ?? 'none';
  }
  seen(mitigation: Mitigation): WorkItem | undefined {
    const task = this.taskOf(mitigation);
    return task === 'none' ? undefined : this.picture.tasks.get(task);
  }
  placesOf = ({ id }: Mitigation) => this.treatments.filter((each) => each.mitigation === id);
  mitigationOf(treatment: Treatment): Mitigation {
    const found = this.mitigations.find(({ id }) => id === treatment.mitigation);
    if (!found) throw new Error('The generated model is whole.');
    return found;
  }
  statusAt(treatment: Treatment): StatusKind {
    const mitigation = this.mitigationOf(treatment);
    if (treatment.status) return treatment.status.kind;
    if (mitigation.status.kind === 'existing') return 'existing';
    return byTask[this.seen(mitigation)?.category ?? ''] ?? mitigation.status.kind;
  }
  isOut = (treatment: Treatment) => out.includes(this.statusAt(treatment));
  required = (mitigation: Mitigation): readonly Mitigation[] =>
    this.#required.get(mitigation) ?? this.#lookUp(mitigation);
  #lookUp(mitigation: Mitigation): readonly Mitigation[] {
    const found = this.mitigations.filter(({ id }) => (mitigation.requires ?? []).includes(id));
    this.#required.set(mitigation, found);
    return found;
  }

  /** Done everywhere, or taken to be. */
  isDone(mitigation: Mitigation, pretend: readonly Mitigation[]): boolean {
    if (pretend.includes(mitigation)) return true;
    const live = this.placesOf(mitigation).filter((each) => !this.isOut(each));
    return live.length === 0
      ? now.includes(mitigation.status.kind)
      : live.every((each) => now.includes(this.statusAt(each)));
  }

  /** The largest set of done mitigations that lacks nothing of what its members require. */
  there(pretend: readonly Mitigation[]): readonly Mitigation[] {
    const key = pretend.map(({ id }) => id).join();
    const known = this.#there.get(key) ?? this.#largest(pretend);
    this.#there.set(key, known);
    return known;
  }

  #largest(pretend: readonly Mitigation[]): readonly Mitigation[] {
    const done = new Set(this.mitigations.filter((each) => this.isDone(each, pretend)));
    const fine = this.#subsets.filter((set) =>
      set.every((each) => done.has(each) && this.required(each).every((other) => set.includes(other))),
    );
    return fine.reduce((best, set) => (set.length > best.length ? set : best), []);
  }

  /** Mitigations that replace one another, directly or through others. */
  #alternatives(mitigation: Mitigation): ReadonlySet<Mitigation> {
    const group = new Set([mitigation]);
    const related = (a: Mitigation, b: Mitigation) =>
      (a.alternatives ?? []).includes(b.id) || (b.alternatives ?? []).includes(a.id);
    for (const each of group)
      for (const other of this.mitigations) if (related(each, other)) group.add(other);
    return group;
  }

  /** `places` are taken to be done besides. */
  riskOf(threat: Threat, pretend: readonly Mitigation[], places: readonly Treatment[] = []): number {
    if (threat.status.kind === 'not-applicable') return 0;
    const there = this.there(pretend);
    const active = this.treatments.filter((treatment) => {
      const mitigation = this.mitigationOf(treatment);
      if (treatment.threat !== threat.id || this.isOut(treatment)) return false;
      const isDone =
        pretend.includes(mitigation) || places.includes(treatment) || now.includes(this.statusAt(treatment));
      return isDone && this.required(mitigation).every((each) => there.includes(each));
    });
    const rank =
      (probabilityLevels.indexOf(threat.probability.level) + 1) *
      (impactLevels.indexOf(threat.impact.level) + 1);
    let left = rank * 4;
    for (const treatment of active) {
      const group = this.#alternatives(this.mitigationOf(treatment));
      const rivals = active.filter((each) => group.has(this.mitigationOf(each)));
      const strongest = rivals.reduce((a, b) => (share[b.strength.level] > share[a.strength.level] ? b : a));
      if (strongest === treatment) left *= 1 - share[treatment.strength.level];
    }
    return left;
  }

  /** The smallest set with the mitigation that holds whatever its members require and what is not there yet. */
  together(mitigation: Mitigation): readonly Mitigation[] {
    const known = this.#together.get(mitigation) ?? this.#smallest(mitigation);
    this.#together.set(mitigation, known);
    return known;
  }

  #smallest(mitigation: Mitigation): readonly Mitigation[] {
    const there = this.there([]);
    const fine = this.#subsets.filter(
      (set) =>
        set.includes(mitigation) &&
        set.every((each) =>
          this.required(each).every((other) => set.includes(other) || there.includes(other)),
        ),
    );
    return fine.reduce((best, set) => (set.length < best.length ? set : best), this.mitigations);
  }

  isImpossible(mitigation: Mitigation): boolean {
    return (
      !this.isDone(mitigation, []) &&
      out.includes(mitigation.status.kind) &&
      this.placesOf(mitigation).every(this.isOut)
    );
  }

  removes(mitigation: Mitigation, threats: readonly Threat[]): number {
    const set = this.together(mitigation);
    if (set.some((each) => this.isImpossible(each))) return 0;
    return threats.reduce((sum, each) => sum + this.riskOf(each, []) - this.riskOf(each, set), 0);
  }

  isHeldBack = (mitigation: Mitigation) =>
    !this.required(mitigation).every((each) => this.there([]).includes(each));

  /** Where the work of a place stands. */
  standingAt(mitigation: Mitigation, treatment: Treatment | undefined): string {
    if (treatment && now.includes(this.statusAt(treatment)))
      return this.isHeldBack(mitigation) ? 'waiting' : 'done';
    const task = this.taskOf(mitigation);
    if (task === 'none') return 'no-task';
    const seen = this.seen(mitigation);
    if (!seen || seen.category === 'Removed') return 'unseen';
    return /^shop\\sprint 2(\\|$)/i.test(seen.iterationPath) ? 'in-sprint' : 'elsewhere';
  }

  standing(mitigation: Mitigation, treatments: readonly Treatment[]): string {
    const order = ['done', 'waiting', 'in-sprint', 'elsewhere', 'unseen', 'no-task'];
    const live = treatments.filter((each) => !this.isOut(each));
    if (live.length === 0) return this.standingAt(mitigation, undefined);
    const at = live.map((each) => order.indexOf(this.standingAt(mitigation, each)));
    return order[Math.max(...at)] ?? '';
  }

  protection(threat: Threat): string {
    const [model] = this.picture.models;
    const { today } = this.picture;
    const isAccepted = [...(model?.model.acceptance.values() ?? [])].some(
      (each) => each.threat === threat.id && today !== undefined && each.until >= today,
    );
    if (isAccepted) return 'accepted';
    const live = this.treatments.filter((each) => each.threat === threat.id && !this.isOut(each));
    const works = (each: Treatment) =>
      now.includes(this.statusAt(each)) && !this.isHeldBack(this.mitigationOf(each));
    if (live.some((each) => decided.includes(this.statusAt(each)) && !works(each))) return 'open-work';
    return live.some(works) ? 'protected' : 'nothing';
  }
}
