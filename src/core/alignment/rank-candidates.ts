/** What a finding may be mended with, the likeliest first, each with its reasons. Proposes; a person decides. */
import type { FoundClause } from '../clauses/clause';
import type { ModelId, ThreatId } from '../model/ids';
import type { Finding, FindingSubject } from './finding';
import type { AlignmentPicture, StoryPicture } from './picture';
import { covers } from './scope';
import { Pairing, storyText } from './words/pairing';
import type { Fit, StoryText, ThreatText } from './words/pairing';

type ClausePlace = NonNullable<FindingSubject['clause']>;

export type Candidate = Fit &
  (
    | { readonly kind: 'story'; readonly ids: { readonly story: number } }
    | { readonly kind: 'clause'; readonly ids: { readonly story: number; readonly clause: ClausePlace } }
    | { readonly kind: 'threat'; readonly ids: { readonly model: ModelId; readonly threat: ThreatId } }
  );

/** More would be a list to search in, and there is a search for that. */
const most = 20;

/** The words of a whole backlog are read once for each picture, not once for each finding. */
const pairings = new WeakMap<AlignmentPicture, Pairing>();
function pairingOf(picture: AlignmentPicture): Pairing {
  const known = pairings.get(picture) ?? new Pairing(picture);
  pairings.set(picture, known);
  return known;
}

function identity({ ids }: Candidate): string {
  if ('threat' in ids) return `${ids.model} ${ids.threat}`;
  const number = String(ids.story).padStart(12, '0');
  return 'clause' in ids
    ? `${number} ${ids.clause.field} ${String(ids.clause.ordinal).padStart(6, '0')}`
    : number;
}

/** Equal scores are told apart by the ids, never by the order in which things were read. */
function best(candidates: readonly Candidate[]): readonly Candidate[] {
  const byScore = (a: Candidate, b: Candidate) => b.score - a.score || (identity(a) < identity(b) ? -1 : 1);
  return [...candidates].sort(byScore).slice(0, most);
}

function candidateOf({ story, clause }: StoryText, fit: Fit): Candidate {
  if (!clause) return { ...fit, kind: 'story', ids: { story: story.item.id } };
  const { field, ordinal, hash } = clause;
  return { ...fit, kind: 'clause', ids: { story: story.item.id, clause: { field, ordinal, hash } } };
}

/** Every threat without a story asks for all of them again. */
const readStories = new WeakMap<StoryPicture, readonly StoryText[]>();

/** A story with clauses is offered by its clauses: they say which part of it the threat is about. */
function textsOf(story: StoryPicture): readonly StoryText[] {
  const clauses = story.clauses.length === 0 ? [undefined] : story.clauses;
  const texts = readStories.get(story) ?? clauses.map((clause) => storyText(story, clause));
  readStories.set(story, texts);
  return texts;
}

function threatOf(picture: AlignmentPicture, { model, threat }: FindingSubject): ThreatText | undefined {
  return pairingOf(picture).threats.find(
    (each) => each.threat.id === threat && each.at.model.info.id === model,
  );
}

/** The words of the clause that the finding's link names. */
function linkedWords(picture: AlignmentPicture, { model, link }: FindingSubject): string | undefined {
  const at = picture.models.find((each) => each.model.info.id === model)?.model;
  const clause = link && at?.storyLink.get(link)?.clause;
  return clause && at?.clause.get(clause)?.hash;
}

/** The very words that were linked stand in another story now: it was split, copied, or written anew. */
const wentThere = (fit: Fit): Fit => ({
  score: 1,
  because: ['has the very words that were linked', ...fit.because],
});

function stories(picture: AlignmentPicture, subject: FindingSubject): readonly Candidate[] {
  const threat = threatOf(picture, subject);
  if (!threat) return [];
  const pairing = pairingOf(picture);
  const words = linkedWords(picture, subject);
  const covered = [...picture.stories.values()].filter(({ item }) => covers(threat.at.model, item.areaPath));
  return best(
    covered
      .flatMap(textsOf)
      .map((text) => {
        const fit = pairing.fit(threat, text);
        return candidateOf(text, words !== undefined && text.clause?.hash === words ? wentThere(fit) : fit);
      })
      .filter(({ score }) => score > 0),
  );
}

/** Threats that are linked to the same words in another story, with that story. */
function twins(picture: AlignmentPicture, clause: FoundClause, story: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { model, index } of picture.models)
    for (const known of model.clause.values()) {
      if (known.hash !== clause.hash || known.story === story) continue;
      for (const link of index.linksOfStory(known.story))
        if (link.clause === known.id) found.set(`${model.info.id} ${link.threat}`, known.story);
    }
  return found;
}

function threats(picture: AlignmentPicture, { story, clause }: FindingSubject): readonly Candidate[] {
  const place = story === undefined ? undefined : picture.stories.get(story);
  const found = place?.clauses.find(
    (each) => each.field === clause?.field && each.ordinal === clause.ordinal,
  );
  if (!place || !found) return [];
  const text = storyText(place, found);
  const pairing = pairingOf(picture);
  const same = twins(picture, found, place.item.id);
  const candidates = pairing.threats
    .filter(
      ({ at, threat }) => threat.status.kind !== 'not-applicable' && covers(at.model, place.item.areaPath),
    )
    .map((each): Candidate => {
      const ids = { model: each.at.model.info.id, threat: each.threat.id };
      const fit = pairing.fit(each, text);
      const twin = same.get(`${ids.model} ${ids.threat}`);
      if (twin === undefined) return { ...fit, kind: 'threat', ids };
      const because = [`is linked to the same words in #${twin}`, ...fit.because];
      return { score: 1, because, kind: 'threat', ids };
    });
  return best(candidates.filter(({ score }) => score > 0));
}

/** The clauses of the story itself are few and all plausible, so those that share nothing are offered too. */
function clausesOfStory(
  picture: AlignmentPicture,
  subject: FindingSubject,
  wanted: (clause: FoundClause) => boolean,
): readonly Candidate[] {
  const story = subject.story === undefined ? undefined : picture.stories.get(subject.story);
  const threat = threatOf(picture, subject);
  if (!story || !threat) return [];
  const texts = story.clauses.filter(wanted).map((clause) => storyText(story, clause));
  return best(texts.map((text) => candidateOf(text, pairingOf(picture).fit(threat, text))));
}

/**
 * For a threat without a (living) story: clauses, and stories that have none. For a clause without a threat: threats
 * that apply. For a link whose clause is missing, gone or reworded: the clauses of its story, or the one that stands
 * there now; the words that were linked are recognised in another story, as after a split. Other findings have no candidates. Scores 0 to 1; at most 20; deterministic.
 */
export function rankCandidates(picture: AlignmentPicture, finding: Finding): readonly Candidate[] {
  const { ruleId, subject } = finding;
  switch (ruleId) {
    case 'threat-without-story':
    case 'linked-story-gone':
      return stories(picture, subject);
    case 'clause-without-threat':
      return threats(picture, subject);
    case 'linked-story-without-clause':
      return clausesOfStory(picture, subject, () => true);
    case 'linked-clause-gone':
      return best([
        ...stories(picture, subject).filter(
          ({ score, ids }) => score === 1 && 'story' in ids && ids.story !== subject.story,
        ),
        ...clausesOfStory(picture, subject, () => true),
      ]);
    case 'linked-clause-reworded': {
      const { clause } = subject;
      return clausesOfStory(
        picture,
        subject,
        (each) => each.field === clause?.field && each.ordinal === clause.ordinal,
      );
    }
    default:
      return [];
  }
}
