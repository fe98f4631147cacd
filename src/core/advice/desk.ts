/** What advice on several stories of a picture shares, each part worked out once. */
import type { AlignmentPicture, ModelPicture } from '../alignment/picture';
import { applyingLinksTo } from '../alignment/story-links';
import type { LiveLink } from '../alignment/story-links';
import type { Acceptance } from '../model/decisions';
import type { MitigationId, ModelId, ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import { validAcceptances } from '../risk/accepted';
import type { ThreatRisk } from '../risk/assess';
import { Benefits } from './benefit';
import { effortOf, sumOfEfforts } from './pace';
import type { Effort, Pace } from './pace';
import { protectionOf } from './protection';
import type { Protection } from './protection';
import { isMissing, Standings } from './standing';
import type { Standing } from './standing';

/** Work that belongs to a mitigation: its own, or that of something it requires. */
export interface Work {
  readonly mitigation: Mitigation;
  readonly standing: Standing;
  readonly effort: Effort;
}

export interface Asked {
  /** All that must be done so that it has effect, its own first; empty when all of it is done. */
  readonly work: readonly Work[];
  /** The part of it that is neither done nor in the sprint. */
  readonly missing: readonly Work[];
  /** Of the missing part. */
  readonly effort: Effort;
  /** Ruled-out mitigations that it requires: it never has effect before somebody decides otherwise. */
  readonly blockedBy: readonly Mitigation[];
}

export class ModelDesk {
  readonly id: ModelId;
  readonly benefits: Benefits;
  readonly standings: Standings;
  readonly accepted: ReadonlyMap<ThreatId, Acceptance>;
  readonly #protections = new Map<ThreatId, Protection>();
  readonly #works = new Map<MitigationId, Work | 'none'>();
  /** By standing: each belongs to one place, so to one mitigation, and many stories ask about the same place. */
  readonly #asked = new Map<Standing, Asked>();

  constructor(
    picture: AlignmentPicture,
    readonly at: ModelPicture,
    private readonly pace: Pace,
  ) {
    this.id = at.model.info.id;
    this.benefits = new Benefits(at, picture.tasks);
    this.standings = new Standings(picture, at);
    this.accepted = validAcceptances(at.model, picture.today);
  }

  /** Is what a story promises about the threat true? */
  protectionOf(risk: ThreatRisk): Protection {
    const { id } = risk.threat;
    const known = this.#protections.get(id);
    if (known) return known;
    const protection = protectionOf(risk, this.accepted.get(id));
    this.#protections.set(id, protection);
    return protection;
  }

  /** What a mitigation asks for where it stands like this: its own work and that of what it requires. */
  askedAt(mitigation: Mitigation, standing: Standing): Asked {
    const known = this.#asked.get(standing);
    if (known) return known;
    const asked = this.#workOut(mitigation, standing);
    this.#asked.set(standing, asked);
    return asked;
  }

  #workOut(mitigation: Mitigation, standing: Standing): Asked {
    const { together, blockedBy } = this.benefits.of(mitigation.id);
    const all = together.map((id) =>
      id === mitigation.id ? this.#workWhere(mitigation, standing) : this.#workOf(id),
    );
    const work = all.every((each) => each !== 'none') ? all : all.filter((each) => each !== 'none');
    const missing = work.every((each) => isMissing(each.standing))
      ? work
      : work.filter((each) => isMissing(each.standing));
    return {
      work,
      missing,
      effort: sumOfEfforts(missing.map(({ effort }) => effort)),
      blockedBy: blockedBy.flatMap((id) => this.at.model.mitigation.get(id) ?? []),
    };
  }

  #workWhere(mitigation: Mitigation, standing: Standing): Work | 'none' {
    if (standing.kind === 'done' || standing.kind === 'waiting') return 'none';
    return { mitigation, standing, effort: effortOf(mitigation, standing, this.pace) };
  }

  /** The work that is open anywhere. */
  #workOf(id: MitigationId): Work | 'none' {
    const known = this.#works.get(id);
    if (known) return known;
    const mitigation = this.at.model.mitigation.get(id);
    const work = mitigation
      ? this.#workWhere(mitigation, this.standings.of(id, this.benefits.factorsOf(id)))
      : 'none';
    this.#works.set(id, work);
    return work;
  }
}

export interface Desk {
  readonly picture: AlignmentPicture;
  readonly pace: Pace;
  readonly models: ReadonlyMap<ModelId, ModelDesk>;
  readonly linksOf: (story: number) => readonly LiveLink[];
}

export function deskOf(picture: AlignmentPicture, pace: Pace): Desk {
  const models = new Map(picture.models.map((at) => [at.model.info.id, new ModelDesk(picture, at, pace)]));
  return { picture, pace, models, linksOf: (story) => applyingLinksTo(picture, story) };
}
