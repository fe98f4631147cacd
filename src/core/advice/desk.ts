/** What advice on several stories of a picture shares, each part worked out once. */
import type { AlignmentPicture, ModelPicture } from '../alignment/picture';
import { applyingLinks } from '../alignment/story-links';
import type { LiveLink } from '../alignment/story-links';
import type { Acceptance } from '../model/decisions';
import type { MitigationId, ModelId, ThreatId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import { validAcceptances } from '../risk/accepted';
import type { Factor } from '../risk/assess';
import { Benefits } from './benefit';
import { effortOf } from './pace';
import type { Effort, Pace } from './pace';
import { Standings } from './standing';
import type { Standing } from './standing';

/** Work that belongs to a mitigation: its own, or that of something it requires. */
export interface Work {
  readonly mitigation: Mitigation;
  readonly standing: Standing;
  readonly effort: Effort;
}

export class ModelDesk {
  readonly id: ModelId;
  readonly benefits: Benefits;
  readonly standings: Standings;
  readonly accepted: ReadonlyMap<ThreatId, Acceptance>;
  readonly #works = new Map<MitigationId, Work | 'none'>();

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

  /** The work that is open at these places of the mitigation. */
  workAt(mitigation: Mitigation, places: readonly Factor[]): Work | 'none' {
    const standing = this.standings.of(mitigation.id, places);
    if (standing.kind === 'done' || standing.kind === 'waiting') return 'none';
    return { mitigation, standing, effort: effortOf(mitigation, standing, this.pace) };
  }

  /** The work that is open anywhere. */
  workOf(id: MitigationId): Work | 'none' {
    const known = this.#works.get(id);
    if (known) return known;
    const mitigation = this.at.model.mitigation.get(id);
    const work = mitigation ? this.workAt(mitigation, this.benefits.factorsOf(id)) : 'none';
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
  const links = new Map<number, LiveLink[]>();
  for (const link of applyingLinks(picture)) {
    const own = links.get(link.story.item.id);
    if (own) own.push(link);
    else links.set(link.story.item.id, [link]);
  }
  const models = new Map(picture.models.map((at) => [at.model.info.id, new ModelDesk(picture, at, pace)]));
  return { picture, pace, models, linksOf: (story) => links.get(story) ?? [] };
}
