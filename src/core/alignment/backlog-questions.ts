/**
 * What the backlog asks of a model: clauses that are new, changed or gone, stories that are gone or were split, threats
 * without a story. Each is a question with ranked answers; an answer is data, and many become one edit.
 */
import type { FoundClause } from '../clauses/clause';
import type { ModelId, NewId, StoryLinkId, ThreatId } from '../model/ids';
import { applyEdit } from '../model/edit';
import type { Edit } from '../model/edit';
import { addThreat, linkStory } from '../model/edits/build';
import { linkClause, relinkClause, rewordClause, unlinkClauses } from '../model/edits/clauses';
import type { Model } from '../model/model';
import type { Threat } from '../model/threat';
import { runRules } from './check-alignment';
import type { Finding, FindingSubject } from './finding';
import type { AlignmentPicture, ModelPicture, StoryPicture } from './picture';
import { rankCandidates } from './rank-candidates';
import type { Candidate } from './rank-candidates';
import clauseWithoutThreat from './rules/clause-without-threat/rule';
import linkedClauseGone from './rules/linked-clause-gone/rule';
import linkedClauseReworded from './rules/linked-clause-reworded/rule';
import linkedStoryGone from './rules/linked-story-gone/rule';
import threatWithoutStory from './rules/threat-without-story/rule';
import { covers } from './scope';
import { foundClause, liveLinks } from './story-links';

export type ClausePlace = NonNullable<FindingSubject['clause']>;

/** What a person may say to a question. */
export type BacklogAnswer =
  /** The threat is why the story, or its clause, is there. */
  | {
      readonly kind: 'link';
      readonly threat: ThreatId;
      readonly story: number;
      readonly clause?: ClausePlace | undefined;
    }
  /** The link leads to this story or clause from now on. */
  | {
      readonly kind: 'move';
      readonly link: StoryLinkId;
      readonly story: number;
      readonly clause?: ClausePlace | undefined;
    }
  /** The words that stand there now are the clause. */
  | { readonly kind: 'reword'; readonly link: StoryLinkId; readonly clause: ClausePlace }
  | { readonly kind: 'unlink'; readonly link: StoryLinkId }
  /** A new threat, which nobody has judged yet, is why the clause is there. */
  | {
      readonly kind: 'add-threat';
      readonly title: string;
      readonly story: number;
      readonly clause: ClausePlace;
    };

export interface BacklogChoice {
  /** Tells the choices of one question apart. */
  readonly key: string;
  readonly answer: BacklogAnswer;
  readonly because: readonly string[];
  /** 0 to 1 as ranked; 0 for what is always possible. */
  readonly score: number;
}

/** `changed` and `gone` are about links that are there; `clause` and `threat` miss their partner. */
export type QuestionKind = 'changed' | 'gone' | 'clause' | 'threat';
export interface BacklogQuestion {
  readonly kind: QuestionKind;
  readonly finding: Finding;
}

const kindOf: Readonly<Record<string, QuestionKind>> = {
  [linkedClauseReworded.id]: 'changed',
  [linkedClauseGone.id]: 'gone',
  [linkedStoryGone.id]: 'gone',
  [clauseWithoutThreat.id]: 'clause',
  [threatWithoutStory.id]: 'threat',
};
const asking = [
  linkedClauseReworded,
  linkedClauseGone,
  linkedStoryGone,
  clauseWithoutThreat,
  threatWithoutStory,
];

const modelAt = (picture: AlignmentPicture, id: ModelId): ModelPicture | undefined =>
  picture.models.find(({ model }) => model.info.id === id);

/** The questions that one model can answer, in the order in which findings are read. */
export function backlogQuestions(picture: AlignmentPicture, id: ModelId): readonly BacklogQuestion[] {
  const at = modelAt(picture, id);
  if (!at) return [];
  const isMine = ({ subject }: Finding): boolean => {
    if (subject.model !== undefined) return subject.model === id;
    const story = picture.stories.get(subject.story ?? 0);
    return story !== undefined && covers(at.model, story.item.areaPath);
  };
  return runRules(asking, picture)
    .filter(isMine)
    .map((finding) => ({ kind: kindOf[finding.ruleId] ?? 'threat', finding }));
}

/** The clause at a place of the story as it is now. */
function clauseAt(story: StoryPicture | undefined, place: ClausePlace | undefined): FoundClause | undefined {
  return story?.clauses.find((each) => each.field === place?.field && each.ordinal === place.ordinal);
}

/** "Seeing the card number" out of "seeing the card number": a clause already says what happens. */
export function proposeThreatTitle({ text }: FoundClause): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function answerOf({ subject }: Finding, { ids }: Candidate): BacklogAnswer | undefined {
  if ('threat' in ids) {
    const { story, clause } = subject;
    return story === undefined ? undefined : { kind: 'link', threat: ids.threat, story, clause };
  }
  const clause = 'clause' in ids ? ids.clause : undefined;
  if (subject.link !== undefined) return { kind: 'move', link: subject.link, story: ids.story, clause };
  return subject.threat && { kind: 'link', threat: subject.threat, story: ids.story, clause };
}

function keyOf(answer: BacklogAnswer): string {
  const place = 'clause' in answer && answer.clause ? `${answer.clause.field}/${answer.clause.ordinal}` : '';
  const threat = answer.kind === 'link' ? answer.threat : '';
  const story = 'story' in answer ? answer.story : '';
  return [answer.kind, threat, story, place].join(' ');
}

/** What is always possible, whatever the ranking says. */
function plainAnswers(picture: AlignmentPicture, { finding }: BacklogQuestion): readonly BacklogAnswer[] {
  const { link, story, clause } = finding.subject;
  if (link !== undefined) return [{ kind: 'unlink', link }];
  const found = clauseAt(picture.stories.get(story ?? 0), clause);
  if (story === undefined || !clause || !found) return [];
  return [{ kind: 'add-threat', title: proposeThreatTitle(found), story, clause }];
}

/** How many ranked answers a question offers. */
const offered = 4;

/** The answers to a question, the likeliest first, and then what is always possible. */
export function choicesOf(
  picture: AlignmentPicture,
  id: ModelId,
  question: BacklogQuestion,
): readonly BacklogChoice[] {
  const { finding, kind } = question;
  const ranked = rankCandidates(picture, finding)
    .filter(({ ids }) => !('threat' in ids) || ids.model === id)
    .slice(0, offered)
    .flatMap((candidate): readonly BacklogChoice[] => {
      const { link, clause } = finding.subject;
      const answer: BacklogAnswer | undefined =
        kind === 'changed' && link && clause
          ? { kind: 'reword', link, clause }
          : answerOf(finding, candidate);
      const { because, score } = candidate;
      return answer ? [{ key: keyOf(answer), answer, because, score }] : [];
    });
  const plain = plainAnswers(picture, question).map((answer) => ({
    key: keyOf(answer),
    answer,
    because: [],
    score: 0,
  }));
  return [...ranked, ...plain];
}

/** So good that it may be ticked for a person to look over: on the labelled sets four of five such are right. */
const likely = { score: 0.3, lead: 0.05 };

/** The first answer where it is likely and stands out; undefined where a person has to think. */
export function likelyChoice(choices: readonly BacklogChoice[]): BacklogChoice | undefined {
  const [first, second] = choices;
  if (!first || first.score < likely.score) return undefined;
  return first.score - (second?.score ?? 0) >= likely.lead ? first : undefined;
}

/** What is chosen before a person chooses: what is likely, or the only answer there is; otherwise none of them. */
export function presetChoice(choices: readonly BacklogChoice[]): BacklogChoice | undefined {
  return likelyChoice(choices) ?? (choices.length === 1 ? choices[0] : undefined);
}

/** A threat that a clause tells of, as nobody has judged it yet. */
export function threatOfClause(
  given: { readonly title: string; readonly story: number },
  newId: NewId,
): Threat {
  const description = `From the WITHOUT clause of story #${given.story}.`;
  const draft = { title: given.title, description, stride: [], place: { kind: 'model' } } as const;
  const made = addThreat({ ...draft, probability: 'possible', impact: 'major' }, newId).added;
  return {
    ...made,
    probability: { level: 'possible', basis: 'assumed' },
    impact: { level: 'major', basis: 'assumed' },
  };
}

/** The model's own entity for a clause as it was recognised, so that a new link shares it. */
function knownClause(picture: AlignmentPicture, id: ModelId, story: number, place: ClausePlace) {
  const found = clauseAt(picture.stories.get(story), place);
  return liveLinks(picture).find(({ at, clause }) => at.model.info.id === id && foundClause(clause) === found)
    ?.link.clause;
}

function editOf(
  model: Model,
  answer: BacklogAnswer,
  given: { readonly picture: AlignmentPicture; readonly newId: NewId },
): Edit {
  const { picture, newId } = given;
  const none: Edit = { label: 'Nothing' };
  const known = (story: number, clause: ClausePlace) => knownClause(picture, model.info.id, story, clause);
  switch (answer.kind) {
    case 'link': {
      const { threat, story, clause } = answer;
      if (!model.threat.has(threat)) return none;
      if (!clause) return linkStory(model, { threats: [threat], story, newId });
      return linkClause(model, { threats: [threat], story, clause, known: known(story, clause), newId });
    }
    case 'move': {
      const { story, clause } = answer;
      const link = model.storyLink.get(answer.link);
      if (!link) return none;
      if (clause) return relinkClause(model, link.id, { story, clause, known: known(story, clause), newId });
      const { clause: _old, ...bare } = link;
      return { ...unlinkClauses(model, [link.id]), storyLink: { put: [{ ...bare, story }] } };
    }
    case 'reword': {
      const clause = model.storyLink.get(answer.link)?.clause;
      return clause ? rewordClause(model, clause, answer.clause) : none;
    }
    case 'unlink':
      return model.storyLink.has(answer.link) ? unlinkClauses(model, [answer.link]) : none;
    case 'add-threat': {
      const threat = threatOfClause(answer, newId);
      const { story, clause } = answer;
      const link = linkClause(model, {
        threats: [threat.id],
        story,
        clause,
        known: known(story, clause),
        newId,
      });
      return { ...link, threat: { put: [threat] } };
    }
  }
}

/** The kinds that an answer touches, in two edits one after the other. */
const touched = ['threat', 'clause', 'storyLink'] as const;

function joined(first: Edit, then: Edit): Edit {
  const parts: { -readonly [K in keyof Edit]?: Edit[K] } = {};
  for (const kind of touched) {
    const put = new Map<string, unknown>();
    const remove = new Set<string>();
    for (const edit of [first, then]) {
      for (const entity of edit[kind]?.put ?? []) {
        put.set(entity.id, entity);
        remove.delete(entity.id);
      }
      for (const id of edit[kind]?.remove ?? []) {
        remove.add(id);
        put.delete(id);
      }
    }
    Object.assign(parts, { [kind]: { put: [...put.values()], remove: [...remove] } });
  }
  return { ...parts, label: first.label };
}

/**
 * One edit out of all answers, so that one undo takes them back. Each is made on top of the ones before it: two threats
 * that are linked to the same new clause share it. What is gone meanwhile is passed over.
 */
export function answersEdit(
  picture: AlignmentPicture,
  id: ModelId,
  answers: readonly BacklogAnswer[],
  newId: NewId,
): Edit {
  let edit: Edit = { label: answers.length === 1 ? 'Align with a story' : 'Align with the stories' };
  let model = modelAt(picture, id)?.model;
  for (const answer of answers) {
    if (!model) break;
    const next = editOf(model, answer, { picture, newId });
    model = applyEdit(model, next);
    edit = joined(edit, next);
  }
  return edit;
}
