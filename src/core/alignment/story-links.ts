/** The links between threats and stories with what became of both ends: what most rules look at. */
import type { ClauseOutcome } from '../clauses/match-clauses';
import { matchClauses } from '../clauses/match-clauses';
import type { FoundClause } from '../clauses/clause';
import type { Clause, StoryLink } from '../model/mitigation';
import type { Threat } from '../model/threat';
import type { AlignmentPicture, ModelPicture, StoryPicture } from './picture';
import { covers } from './scope';

/** What a link says of the clauses of its story. */
export type LinkedClause =
  /** It names none: it stands for the story as a whole. */
  { readonly kind: 'none' } | ClauseOutcome;

interface LinkFact {
  readonly at: ModelPicture;
  readonly link: StoryLink;
  readonly threat: Threat;
}
/** A link whose story is among the stories and is judged. */
export interface LiveLink extends LinkFact {
  readonly story: StoryPicture;
  readonly clause: LinkedClause;
}

function* knownLinks(picture: AlignmentPicture): Generator<LinkFact> {
  for (const at of picture.models)
    for (const link of at.model.storyLink.values()) {
      const threat = at.model.threat.get(link.threat);
      if (threat) yield { at, link, threat };
    }
}

/** The links to a story that is removed, deleted, no story any more, or hidden from the reader. */
export function* linksToNowhere(picture: AlignmentPicture): Generator<LinkFact> {
  for (const fact of knownLinks(picture)) if (!picture.stories.has(fact.link.story)) yield fact;
}

const sameWords = ({ field, ordinal, hash }: Clause): string => `${field} ${ordinal} ${hash}`;

const clauseOf = ({ at, link }: LinkFact): Clause | undefined =>
  link.clause && at.model.clause.get(link.clause);

/** A link whose clause is the only one that a model links in a story: nothing else can claim its words. */
function outcomeAlone(fact: LinkFact, story: StoryPicture): LinkedClause {
  if (!fact.link.clause) return { kind: 'none' };
  const clause = clauseOf(fact);
  if (!clause) return { kind: 'gone' };
  return matchClauses([clause], story.clauses).matches[0]?.outcome ?? { kind: 'gone' };
}

/**
 * What became of the clauses that the links of one model name in one story. Clauses that no link names are left out,
 * and twins count as one: either would claim the words that belong to a clause somebody linked.
 */
function outcomes(links: readonly LinkFact[], story: StoryPicture): (link: StoryLink) => LinkedClause {
  const [first] = links;
  // Most stories have one clause, and every link names it.
  if (first && links.every(({ link }) => link.clause === first.link.clause)) {
    const outcome = outcomeAlone(first, story);
    return () => outcome;
  }
  const stored = new Map<string, Clause>();
  for (const fact of links) {
    const clause = clauseOf(fact);
    if (clause && !stored.has(sameWords(clause))) stored.set(sameWords(clause), clause);
  }
  const found = new Map<string, ClauseOutcome>();
  for (const { stored: each, outcome } of matchClauses([...stored.values()], story.clauses).matches)
    found.set(sameWords(each), outcome);
  const byLink = new Map<StoryLink, LinkedClause>();
  for (const fact of links) {
    const clause = clauseOf(fact);
    const outcome = clause && found.get(sameWords(clause));
    byLink.set(fact.link, fact.link.clause ? (outcome ?? { kind: 'gone' }) : { kind: 'none' });
  }
  return (link) => byLink.get(link) ?? { kind: 'none' };
}

/** The links of each model to each story, in the order of their first links. */
function groupedByStory(links: Iterable<LinkFact>): readonly (readonly LinkFact[])[] {
  const byModel = new Map<ModelPicture, Map<number, LinkFact[]>>();
  const groups: LinkFact[][] = [];
  for (const fact of links) {
    const own = byModel.get(fact.at) ?? new Map<number, LinkFact[]>();
    byModel.set(fact.at, own);
    const group = own.get(fact.link.story);
    if (group) group.push(fact);
    else {
      const first = [fact];
      own.set(fact.link.story, first);
      groups.push(first);
    }
  }
  return groups;
}

/** One answer per picture: six rules ask for the same, and a picture never changes. */
const known = new WeakMap<AlignmentPicture, readonly LiveLink[]>();

/**
 * Every link to a judged story. A model's link counts even where its own scope does not cover the story: somebody
 * made it, so to call the story unlinked would be false.
 */
export function liveLinks(picture: AlignmentPicture): readonly LiveLink[] {
  const ready = known.get(picture);
  if (ready) return ready;
  const live: LiveLink[] = [];
  for (const links of groupedByStory(knownLinks(picture))) {
    const story = links[0] && picture.stories.get(links[0].link.story);
    if (!story || !picture.models.some(({ model }) => covers(model, story.item.areaPath))) continue;
    const outcomeOf = outcomes(links, story);
    for (const { at, link, threat } of links) live.push({ at, link, threat, story, clause: outcomeOf(link) });
  }
  known.set(picture, live);
  return live;
}

/** The links of threats that apply: a threat that was ruled out asks nothing of a story. */
export function applyingLinks(picture: AlignmentPicture): readonly LiveLink[] {
  return liveLinks(picture).filter(({ threat }) => threat.status.kind !== 'not-applicable');
}

/** The clause that a link still finds, in whatever words or place. */
export function foundClause(clause: LinkedClause): FoundClause | undefined {
  return clause.kind === 'none' || clause.kind === 'gone' ? undefined : clause.found;
}
