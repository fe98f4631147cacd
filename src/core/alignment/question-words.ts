/** Questions and answers of the backlog in words, for the Stories page and for a terminal. */
import type { BacklogAnswer, BacklogQuestion, QuestionKind } from './backlog-questions';
import type { AlignmentPicture } from './picture';
import type { Model } from '../model/model';

export const groupNames: Readonly<Record<QuestionKind, string>> = {
  changed: 'Clauses with other words',
  gone: 'Links that lead nowhere',
  clause: 'Clauses without a threat',
  threat: 'Threats without a story',
};

export const groupTexts: Readonly<Record<QuestionKind, string>> = {
  changed:
    'Somebody rewrote a WITHOUT clause that a threat is linked to. Does it still speak of this threat?',
  gone: 'The clause or the story that a threat was linked to is not there any more. Where did the work go?',
  clause: 'The story promises to be without something. Which threat of the model is the reason?',
  threat: 'The model knows a threat, and no story speaks of it. In which story would it happen?',
};

/** “A”, shortened where it would bury the sentence. */
function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 120 ? `“${words.slice(0, 119)}…”` : `“${words}”`;
}

function storyWords(picture: AlignmentPicture, id: number): string {
  const title = picture.stories.get(id)?.item.title;
  return title === undefined ? `#${id}` : `#${id} ${quoted(title)}`;
}

type Place = { readonly field: string; readonly ordinal: number } | undefined;

function clauseWords(picture: AlignmentPicture, story: number, place: Place): string | undefined {
  const found = picture.stories
    .get(story)
    ?.clauses.find((each) => each.field === place?.field && each.ordinal === place.ordinal);
  return found && quoted(`WITHOUT ${found.text}`);
}

/** What an answer says, as the label of its choice. */
export function answerWords(
  picture: AlignmentPicture,
  model: Model,
  asked: BacklogQuestion,
  answer: BacklogAnswer,
): string {
  switch (answer.kind) {
    case 'link':
      if (asked.kind === 'clause') return model.threat.get(answer.threat)?.title ?? 'A threat that is gone';
      return whereTo(picture, answer);
    case 'move':
      return answer.story === asked.finding.subject.story
        ? `This clause: ${clauseWords(picture, answer.story, answer.clause) ?? ''}`
        : `It went to ${whereTo(picture, answer)}`;
    case 'reword':
      return 'Yes, take the new words';
    case 'unlink':
      return asked.kind === 'changed' ? 'No, take the link away' : 'Nowhere: take the link away';
    case 'add-threat':
      return `A new threat: ${quoted(answer.title)}`;
  }
}

function whereTo(picture: AlignmentPicture, at: { readonly story: number; readonly clause?: Place }): string {
  const clause = clauseWords(picture, at.story, at.clause);
  const story = storyWords(picture, at.story);
  return clause === undefined ? `${story}, as a whole` : `${story}: ${clause}`;
}

/** What a question is about: the heading of its row. */
export function questionWords(
  picture: AlignmentPicture,
  model: Model,
  { kind, finding }: BacklogQuestion,
): string {
  const { threat, story, clause } = finding.subject;
  const title = threat && model.threat.get(threat)?.title;
  if (kind === 'threat') return title ?? finding.message;
  const said = story === undefined ? undefined : clauseWords(picture, story, clause);
  if (kind === 'clause') return said ?? finding.message;
  return kind === 'changed' ? `${title ?? ''}: now ${said ?? ''}` : (title ?? finding.message);
}
