/** Plans the treatments of a generated threat: what the entry links, against what stands there and what was written. */
import type { NewId, ThreatId } from '../model/ids';
import { mint, treatmentId } from '../model/ids';
import type { Mitigation, StrengthLevel, Treatment } from '../model/mitigation';
import { isJudged } from './decisions';
import { linkPrefix } from './mitigation-key';
import type { KnowledgeMitigation, KnowledgeTreatment } from './package';

const linkName = ({ package: from, id }: KnowledgeMitigation) => `${linkPrefix}${from}:${id}`;

export interface LinkWorld {
  /** The copy of an entry in the model, or the one that the plan adds; added when there is none. */
  readonly copyOf: (entry: KnowledgeMitigation) => Mitigation;
  /** The copy that is there already. */
  readonly knownCopy: (packageAndId: string) => Mitigation | undefined;
  readonly treatmentsOf: (threat: ThreatId) => readonly Treatment[];
  /** Whether somebody deleted the mitigation of an entry, and nobody took it since. */
  readonly isDeclined: (packageAndId: string) => boolean;
  /** Whether the mitigation is more than a proposal. */
  readonly isDecided: (mitigation: Mitigation) => boolean;
  readonly newId: NewId;
}

export interface LinkPlan {
  readonly put: readonly Treatment[];
  readonly remove: readonly Treatment['id'][];
  /** Names of links with their strengths, for the origin of the threat. */
  readonly written: Readonly<Record<string, string>>;
  /** Mitigations whose strength, or whose very treatment, a person decided otherwise. */
  readonly kept: readonly string[];
}

function strengthOf({ strength, reason }: KnowledgeTreatment): Treatment['strength'] {
  return { level: strength, basis: 'assumed', ...(reason === '' ? {} : { reason }) };
}

const sameStrength = (a: Treatment['strength'], b: Treatment['strength']) =>
  a.level === b.level && a.reason === b.reason;

/** The links of an entry that hold at a place. */
export interface EntryLinks {
  readonly wanted: readonly KnowledgeTreatment[];
  /** The model does not look that deep. They come with nothing, and what somebody decided about them stays. */
  readonly beyond: readonly KnowledgeTreatment[];
}

/** `before`: what the origin of the threat says was written; empty for a new threat. */
export function planLinks(
  threat: ThreatId,
  { wanted, beyond }: EntryLinks,
  before: Readonly<Record<string, string>>,
  world: LinkWorld,
): LinkPlan {
  const put: Treatment[] = [];
  const kept: string[] = [];
  const written = new Map<string, StrengthLevel>();
  const there = new Map(world.treatmentsOf(threat).map((treatment) => [treatment.mitigation, treatment]));
  const standing = ({ mitigation }: KnowledgeTreatment): boolean => {
    const name = linkName(mitigation);
    const known = before[name] === undefined ? undefined : world.knownCopy(name.slice(linkPrefix.length));
    // What is being built, or was taken away here or everywhere by a person, is no proposal that could rest.
    if (known === undefined) return before[name] !== undefined;
    return world.isDecided(known) || !there.has(known.id);
  };
  for (const link of [...wanted, ...beyond.filter(standing)]) {
    const name = linkName(link.mitigation);
    const wrote = before[name];
    written.set(name, link.strength);
    const known = world.knownCopy(name.slice(linkPrefix.length));
    const treatment = known && there.get(known.id);
    if (treatment) {
      const strength = strengthOf(link);
      if (!isJudged(treatment) && !sameStrength(treatment.strength, strength))
        put.push({ ...treatment, strength });
      if (isJudged(treatment) && wrote !== undefined && wrote !== link.strength)
        kept.push(link.mitigation.name);
      continue;
    }
    // It was written once and is gone: somebody took it away, and that stays; so does what was deleted everywhere.
    if (wrote !== undefined || (!known && world.isDeclined(name.slice(linkPrefix.length)))) continue;
    const mitigation = world.copyOf(link.mitigation).id;
    put.push({ id: mint(treatmentId, world.newId), threat, mitigation, strength: strengthOf(link) });
  }
  const gone = Object.keys(before).filter((name) => name.startsWith(linkPrefix) && !written.has(name));
  const remove = gone.flatMap((name) => {
    const known = world.knownCopy(name.slice(linkPrefix.length));
    const treatment = known && there.get(known.id);
    if (!treatment || !known) return [];
    if (!isJudged(treatment)) return treatment.id;
    kept.push(known.title);
    return [];
  });
  return { put, remove, written: Object.fromEntries(written), kept };
}
