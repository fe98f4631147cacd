/** The links between threats and stories with what became of both ends: what most rules look at. */
import type { ClauseOutcome } from '../clauses/match-clauses';
import { matchClause, matchClauses } from '../clauses/match-clauses';
import type { FoundClause } from '../clauses/clause';
import type { Clause, StoryLink } from '../model/mitigation';
import type { Threat } from '../model/threat';
import type { AlignmentPicture, ModelPicture, StoryPicture } from './picture';
import { isJudged } from './scope';

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

/** A link whose clause is the only one that a model links in a story: nothing else can claim its words. */
function outcomeAlone({ clause: id }: StoryLink, { model }: ModelPicture, story: StoryPicture): LinkedClause {
  if (!id) return { kind: 'none' };
  const clause = model.clause.get(id);
  return clause ? matchClause(clause, story.clauses) : { kind: 'gone' };
}

/**
 * What became of the clauses that the links of one model name in one story. Clauses that no link names are left out,
 * and twins count as one: either would claim the words that belong to a clause somebody linked.
 */
function outcomes(
  links: readonly StoryLink[],
  at: ModelPicture,
  story: StoryPicture,
): (link: StoryLink) => LinkedClause {
  const [first] = links;
  // Most stories have one clause, and every link names it.
  if (first && links.every(({ clause }) => clause === first.clause)) {
    const outcome = outcomeAlone(first, at, story);
    return () => outcome;
  }
  const clauseOf = ({ clause }: StoryLink): Clause | undefined => clause && at.model.clause.get(clause);
  const stored = new Map<string, Clause>();
  for (const link of links) {
    const clause = clauseOf(link);
    if (clause && !stored.has(sameWords(clause))) stored.set(sameWords(clause), clause);
  }
  const found = new Map<string, ClauseOutcome>();
  for (const { stored: each, outcome } of matchClauses([...stored.values()], story.clauses).matches)
    found.set(sameWords(each), outcome);
  return (link) => {
    if (!link.clause) return { kind: 'none' };
    const clause = clauseOf(link);
    return (clause && found.get(sameWords(clause))) ?? { kind: 'gone' };
  };
}

function addLinks(live: LiveLink[], at: ModelPicture, story: StoryPicture): void {
  const threats = at.model.threat;
  const links = at.index.linksOfStory(story.item.id);
  if (links.length === 0) return;
  const outcomeOf = outcomes(links, at, story);
  for (const link of links) {
    const threat = threats.get(link.threat);
    if (threat) live.push({ at, link, threat, story, clause: outcomeOf(link) });
  }
}

/** One answer per picture: six rules ask for the same, and a picture never changes. */
const known = new WeakMap<AlignmentPicture, readonly LiveLink[]>();

/**
 * Every link to a judged story, story by story as each model first links it. A model's link counts even where its own
 * scope does not cover the story: somebody made it, so to call the story unlinked would be false.
 */
export function liveLinks(picture: AlignmentPicture): readonly LiveLink[] {
  const ready = known.get(picture);
  if (ready) return ready;
  const live: LiveLink[] = [];
  for (const at of picture.models) {
    const seen = new Set<number>();
    for (const link of at.model.storyLink.values()) {
      if (seen.has(link.story) || !at.model.threat.has(link.threat)) continue;
      seen.add(link.story);
      const story = picture.stories.get(link.story);
      if (story && isJudged(picture, story)) addLinks(live, at, story);
    }
  }
  known.set(picture, live);
  return live;
}

const applies = ({ threat }: LiveLink): boolean => threat.status.kind !== 'not-applicable';

const applying = (links: readonly LiveLink[]): readonly LiveLink[] =>
  links.every(applies) ? links : links.filter(applies);

/** The links of threats that apply: a threat that was ruled out asks nothing of a story. */
export function applyingLinks(picture: AlignmentPicture): readonly LiveLink[] {
  return applying(liveLinks(picture));
}

/** Those of them that lead to one story, by its number, model by model. */
export function applyingLinksTo(picture: AlignmentPicture, number: number): readonly LiveLink[] {
  const story = picture.stories.get(number);
  const live: LiveLink[] = [];
  if (story && isJudged(picture, story)) for (const at of picture.models) addLinks(live, at, story);
  return applying(live);
}

/** The clause that a link still finds, in whatever words or place. */
export function foundClause(clause: LinkedClause): FoundClause | undefined {
  return clause.kind === 'none' || clause.kind === 'gone' ? undefined : clause.found;
}
