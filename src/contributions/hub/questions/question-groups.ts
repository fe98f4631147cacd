/** Questions by the place that they are about, and as people filter them. Pure. */
import { isAnswered } from '../../../core/kb/questions/ask';
import type { Asked } from '../../../core/kb/questions/ask';
import { placeKey } from '../../../core/kb/places';
import type { Model } from '../../../core/model/model';
import { placeName } from '../../../core/model/model-index';
import { strideCategories } from '../../../core/model/threat';
import type { StrideCategory } from '../../../core/model/threat';

export const questionStates = ['open', 'answered', 'sent', ''] as const;
export type QuestionState = (typeof questionStates)[number];

export interface QuestionFilter {
  readonly text: string;
  /** Empty = any. `sent`: somebody was asked and has not answered yet. */
  readonly state: QuestionState;
  readonly stride: StrideCategory | '';
  readonly place: string;
}
export const openQuestions: QuestionFilter = { text: '', state: 'open', stride: '', place: '' };

/** The filter that an address names: what is unknown in it is as the page begins. */
export function readQuestionFilter(raw: unknown): QuestionFilter {
  const said = new Map<string, unknown>(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  const text = (name: string) => {
    const value = said.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    text: text('text'),
    state: questionStates.find((each) => each === said.get('state')) ?? openQuestions.state,
    stride: strideCategories.find((each) => each === said.get('stride')) ?? '',
    place: text('place'),
  };
}

const isSent = ({ given }: Asked): boolean => given?.workItem !== undefined && given.answer === undefined;

function isOf(state: QuestionState, asked: Asked): boolean {
  switch (state) {
    case 'open':
      return !isAnswered(asked);
    case 'answered':
      return isAnswered(asked);
    case 'sent':
      return isSent(asked);
    case '':
      return true;
  }
}

/** `keep`: questions that stay in sight whatever the filter says, so that an answer does not make its card vanish. */
export function filterQuestions(
  questions: readonly Asked[],
  filter: QuestionFilter,
  keep: ReadonlySet<string>,
): readonly Asked[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter((asked) => {
    const searched = `${asked.text} ${asked.rationale}`.toLowerCase();
    return (
      (isOf(filter.state, asked) || keep.has(asked.key)) &&
      (filter.stride === '' || asked.stride.includes(filter.stride)) &&
      (filter.place === '' || placeKey(asked.place) === filter.place) &&
      words.every((word) => searched.includes(word))
    );
  });
}

export interface QuestionGroup {
  /** Of the place. */
  readonly key: string;
  readonly title: string;
  readonly questions: readonly Asked[];
  readonly open: number;
}

/** Places in the order of their most urgent question; questions keep their order. */
export function groupQuestions(model: Model, questions: readonly Asked[]): readonly QuestionGroup[] {
  const groups = new Map<string, Asked[]>();
  for (const asked of questions) {
    const key = placeKey(asked.place);
    const list = groups.get(key);
    if (list) list.push(asked);
    else groups.set(key, [asked]);
  }
  return [...groups].map(([key, list]) => ({
    key,
    title: list[0] ? placeName(model, list[0].place) : '',
    questions: list,
    open: list.filter((asked) => !isAnswered(asked)).length,
  }));
}
