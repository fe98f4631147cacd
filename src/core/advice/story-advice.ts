/** Figure 2 of the paper for one story: its clauses, the threats behind them, and what could be done with it. */
import type { AlignmentPicture, StoryPicture } from '../alignment/picture';
import { foundClause } from '../alignment/story-links';
import type { LiveLink } from '../alignment/story-links';
import type { FoundClause } from '../clauses/clause';
import { clausesWithoutThreat } from '../clauses/without-threat';
import type { ModelId, ThreatId } from '../model/ids';
import type { Mitigation, Status } from '../model/mitigation';
import { candidatesOf } from './candidates';
import type { ThreatAdvice } from './candidates';
import { deskOf } from './desk';
import type { Asked, Desk } from './desk';
import type { Pace } from './pace';
import { isTrue } from './protection';
import type { Standing } from './standing';
import { momentOf, plannedAfter } from './warnings';
import type { Moment, Warning } from './warnings';

export interface MitigationAdvice extends Asked {
  readonly model: ModelId;
  readonly mitigation: Mitigation;
  readonly status: Status;
  /** At the threats of this story. */
  readonly standing: Standing;
  /** Points that all of it would take from the threats of this story as they are now. */
  readonly removes: number;
  /** What `removes` is made of: points by threat of the model, also of threats that this story is not linked to. */
  readonly gains: ReadonlyMap<ThreatId, number>;
  /** The same as a share of the risk of this story's threats now, 0 to 1. */
  readonly share: number;
}

export interface StoryAdvice {
  readonly story: StoryPicture;
  /** Most risk first. */
  readonly threats: readonly ThreatAdvice[];
  /** Clauses that no threat is linked to. */
  readonly looseClauses: readonly FoundClause[];
  /** Most helpful first; rejected and not applicable ones are left out. */
  readonly mitigations: readonly MitigationAdvice[];
  /** Points of its threats now. */
  readonly risk: number;
  readonly warnings: readonly Warning[];
}

/** Mitigations of which something is neither done nor in the sprint: what the planning is about. */
export const notPlanned = ({ mitigations }: StoryAdvice): readonly MitigationAdvice[] =>
  mitigations.filter(({ missing }) => missing.length > 0);

function threatsOf(desk: Desk, links: readonly LiveLink[]): readonly ThreatAdvice[] {
  let threats: readonly (ThreatAdvice & { clauses: FoundClause[] })[] = [];
  for (const { at, threat, clause } of links) {
    const model = at.model.info.id;
    const own = desk.models.get(model);
    const risk = at.assessment.threats.get(threat.id);
    if (!risk || !own) continue;
    const found = foundClause(clause);
    // A copy of a model has the same threat ids.
    const before = threats.find((each) => each.risk === risk && each.model === model);
    if (before && found && !before.clauses.includes(found)) before.clauses.push(found);
    if (before) continue;
    const advice = { model, risk, clauses: found ? [found] : [], protection: own.protectionOf(risk) };
    // There are few, and they are kept: a list that was pushed to keeps room for many more.
    threats = [...threats, advice];
  }
  return threats.length > 1 ? [...threats].sort((a, b) => b.risk.current - a.risk.current) : threats;
}

const byId = (a: Mitigation, b: Mitigation): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function mitigationsOf(desk: Desk, threats: readonly ThreatAdvice[], risk: number) {
  const lines = candidatesOf(desk, threats).map((candidate): MitigationAdvice => {
    const { desk: own, mitigation, places } = candidate;
    const open = places.find((factor) => factor.effect !== 'now') ?? places[0];
    const gains = own.benefits.of(mitigation.id).removes;
    const standing = own.standings.of(mitigation.id, places);
    const { work, missing, effort, blockedBy } = own.askedAt(mitigation, standing);
    let removes = 0;
    for (const each of threats) if (each.model === own.id) removes += gains.get(each.risk.threat.id) ?? 0;
    return {
      model: own.id,
      mitigation,
      status: open ? open.effective.status : mitigation.status,
      standing,
      work,
      missing,
      effort,
      blockedBy,
      removes,
      gains,
      share: risk > 0 ? removes / risk : 0,
    };
  });
  return lines.sort((a, b) => b.removes - a.removes || byId(a.mitigation, b.mitigation));
}

function notTrue(
  story: StoryPicture,
  moment: Exclude<Moment, 'later'>,
  { threats, looseClauses }: Pick<StoryAdvice, 'threats' | 'looseClauses'>,
): Warning | undefined {
  const open = threats.filter(({ protection }) => !isTrue(protection));
  if (open.length + looseClauses.length === 0) return undefined;
  return {
    kind: 'not-true',
    story: story.item.id,
    moment,
    threats: open.map(({ model, risk, protection }) => ({ model, threat: risk.threat.id, protection })),
    clauses: looseClauses,
  };
}

function warningsOf(desk: Desk, given: Omit<StoryAdvice, 'warnings'>): readonly Warning[] {
  const { picture } = desk;
  const { story, mitigations } = given;
  const warnings: Warning[] = [];
  const moment = momentOf(story, picture);
  const early = moment === 'later' ? undefined : notTrue(story, moment, given);
  if (early) warnings.push(early);
  for (const { model, mitigation, work } of mitigations) {
    const at = desk.models.get(model)?.at;
    if (!at || work.length === 0) continue;
    const late = plannedAfter(picture, at, { story, mitigation: mitigation.id });
    if (late) warnings.push(late);
  }
  return warnings;
}

/** How many threats are linked to the story as a whole. */
function wholeLinks(links: readonly LiveLink[]): number {
  if (!links.some(({ clause }) => clause.kind === 'none')) return 0;
  return new Set(links.filter(({ clause }) => clause.kind === 'none').map(({ threat }) => threat)).size;
}

export function adviseOn(desk: Desk, story: StoryPicture): StoryAdvice {
  const links = desk.linksOf(story.item.id);
  const threats = threatsOf(desk, links);
  const looseClauses = clausesWithoutThreat(story.clauses, {
    isNamed: (clause) => threats.some(({ clauses }) => clauses.includes(clause)),
    whole: wholeLinks(links),
  });
  const risk = threats.reduce((sum, each) => sum + each.risk.current, 0);
  const mitigations = mitigationsOf(desk, threats, risk);
  const warnings = warningsOf(desk, { story, threats, looseClauses, mitigations, risk });
  return { story, threats, looseClauses, mitigations, risk, warnings };
}

/** Advice on one story, planned or not. Pure. */
export function adviseStory(picture: AlignmentPicture, story: StoryPicture, pace: Pace = {}): StoryAdvice {
  return adviseOn(deskOf(picture, pace), story);
}
