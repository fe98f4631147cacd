/** The questions of one kind, in portions, so that only what is on the page is ranked. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { likelyChoice, presetChoice } from '../../../core/alignment/backlog-questions';
import type { BacklogChoice, BacklogQuestion, QuestionKind } from '../../../core/alignment/backlog-questions';
import type { StoryNews } from '../../../app/story-news';
import { QueryLink } from '../QueryLink';
import { QuestionRow } from './QuestionRow';
import { groupNames, groupTexts } from '../../../core/alignment/question-words';
import type { StoryQuestions } from './use-stories';

/** As many as somebody reads before ticking; the others wait for a press. */
const portion = 20;

/** What a person chose among the answers; without a key it is none of them. */
type Picked = { readonly key: string | undefined };

export type Ticked = ReadonlyMap<string, BacklogChoice>;

export interface QuestionGroupProps extends StoryQuestions {
  readonly kind: QuestionKind;
  readonly news: StoryNews;
  readonly ticked: Ticked;
  readonly onTicked: (ticked: Ticked) => void;
  readonly onAccept: (question: BacklogQuestion, choice: BacklogChoice) => void;
  readonly readOnly: boolean;
}

const headingOf = (kind: QuestionKind): string => `wo-stories-${kind}`;
const storyOf = ({ finding }: BacklogQuestion): number | undefined => finding.subject.story;

/** The stories of questions; a threat without one stands for the story of its answer, as far as it is ranked. */
const storiesIn = (rows: readonly (BacklogQuestion | BacklogChoice | undefined)[]): number[] =>
  rows.flatMap((row) => {
    if (row && 'finding' in row) return storyOf(row) ?? [];
    return row && 'story' in row.answer ? (row.answer.story ?? []) : [];
  });

function GroupQuery(props: {
  readonly kind: QuestionKind;
  readonly rows: Parameters<typeof storiesIn>[0];
}): React.ReactElement {
  const ids = storiesIn(props.rows);
  if (props.kind !== 'threat') return <QueryLink ids={ids} of={groupNames[props.kind]} />;
  return <QueryLink ids={ids} of="the likeliest stories of threats without one" text="Open likely stories" />;
}

export function QuestionGroup(props: QuestionGroupProps): React.ReactElement | null {
  const { kind, questions, picture, choicesFor, news, ticked, onTicked, onAccept, readOnly } = props;
  const [limit, setLimit] = React.useState(portion);
  const [picked, setPicked] = React.useState<ReadonlyMap<string, Picked>>(new Map());
  if (questions.length === 0) return null;
  const shown = questions.slice(0, limit);
  const chosenFor = ({ finding }: BacklogQuestion, choices: readonly BacklogChoice[]) => {
    const mine = picked.get(finding.key);
    // Nobody accepts an answer that is neither likely nor chosen; a chosen one that is gone leaves none chosen.
    return mine ? choices.find(({ key }) => key === mine.key) : presetChoice(choices);
  };
  const setTick = (key: string, choice: BacklogChoice | undefined) => {
    const next = new Map(ticked);
    if (choice) next.set(key, choice);
    else next.delete(key);
    onTicked(next);
  };
  const choose = ({ finding: { key } }: BacklogQuestion, choice: BacklogChoice | undefined) => {
    setPicked(new Map(picked).set(key, { key: choice?.key }));
    if (ticked.has(key)) setTick(key, choice);
  };
  const likely = shown.flatMap((question) => {
    const choices = choicesFor(question);
    const choice = likelyChoice(choices);
    const same = choice && chosenFor(question, choices) === choice;
    return choice && same && !ticked.has(question.finding.key)
      ? [[question.finding.key, choice] as const]
      : [];
  });
  const rows = kind === 'threat' ? shown.map((each) => chosenFor(each, choicesFor(each))) : questions;
  return (
    <section className="wo-card" aria-labelledby={headingOf(kind)}>
      <div className="wo-card-head">
        <h2 id={headingOf(kind)}>
          {groupNames[kind]} <span className="wo-quiet">{questions.length}</span>
        </h2>
        <span className="wo-head-actions">
          <GroupQuery kind={kind} rows={rows} />
          {likely.length > 0 && !readOnly && (
            <Button
              text={likely.length === 1 ? 'Tick the likely one' : `Tick the ${likely.length} likely ones`}
              ariaLabel={`Tick the likely answers: ${groupNames[kind]}`}
              onClick={() => onTicked(new Map([...ticked, ...likely]))}
            />
          )}
        </span>
      </div>
      <p className="wo-quiet">{groupTexts[kind]}</p>
      <ul className="wo-plain-list wo-questions">
        {shown.map((question) => {
          const { key } = question.finding;
          const choices = choicesFor(question);
          const chosen = chosenFor(question, choices);
          return (
            <QuestionRow
              key={key}
              question={question}
              picture={picture}
              choices={choices}
              chosen={chosen}
              ticked={ticked.has(key)}
              changed={news.changed.has(storyOf(question) ?? 0)}
              onChoose={(choice) => choose(question, choice)}
              onTick={() => setTick(key, ticked.has(key) ? undefined : chosen)}
              onAccept={(choice) => onAccept(question, choice)}
            />
          );
        })}
      </ul>
      {questions.length > limit && (
        <div className="wo-more">
          <Button
            text={`Show more (${questions.length - limit} left)`}
            onClick={() => setLimit(limit + portion)}
          />
        </div>
      )}
    </section>
  );
}
