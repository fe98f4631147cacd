/** One question of the backlog: what it is about, the ranked answers with their reasons, and a tick to accept many. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { BacklogChoice, BacklogQuestion } from '../../../core/alignment/backlog-questions';
import type { AlignmentPicture } from '../../../core/alignment/picture';
import { placeName } from '../../../core/model/model-index';
import { Pill } from '../../../ui/Marks';
import { Tick } from '../../../ui/TableParts';
import { useModelView } from '../model-view';
import { WorkItemLink } from '../WorkItemLinks';
import { answerWords, questionWords } from '../../../core/alignment/question-words';

export interface QuestionRowProps {
  readonly question: BacklogQuestion;
  readonly picture: AlignmentPicture;
  readonly choices: readonly BacklogChoice[];
  /** The chosen answer; undefined = none of them. */
  readonly chosen: BacklogChoice | undefined;
  readonly ticked: boolean;
  readonly changed: boolean;
  readonly onChoose: (choice: BacklogChoice | undefined) => void;
  readonly onTick: () => void;
  readonly onAccept: (choice: BacklogChoice) => void;
}

/** Where it stands: the story of a clause, the place of a threat. */
function Where({ question, picture }: Pick<QuestionRowProps, 'question' | 'picture'>) {
  const { model } = useModelView();
  const { story, threat: id } = question.finding.subject;
  const threat = id && model.threat.get(id);
  if (story !== undefined) {
    const title = picture.stories.get(story)?.item.title;
    return (
      <span className="wo-quiet">
        {question.kind === 'clause' ? 'in' : 'linked to'} <WorkItemLink id={story} />{' '}
        {title ?? 'which is removed, deleted, or hidden from you'}
      </span>
    );
  }
  return threat ? <span className="wo-quiet">at {placeName(model, threat.place)}</span> : null;
}

export function QuestionRow(props: QuestionRowProps): React.ReactElement {
  const { question, picture, choices, chosen, ticked, changed, onChoose, onTick, onAccept } = props;
  const { model, readOnly } = useModelView();
  const about = questionWords(picture, model, question);
  return (
    <li className="wo-question">
      <Tick
        label={`Accept with the others: ${about}`}
        state={ticked ? 'all' : 'none'}
        disabled={readOnly || !chosen}
        onChange={onTick}
      />
      <div className="wo-question-main">
        <h3 className="wo-question-head">
          {about} {changed && <Pill tone="info">New since you looked</Pill>}
        </h3>
        <Where question={question} picture={picture} />
        <fieldset className="wo-answers" disabled={readOnly}>
          <legend className="wo-hidden">{about}</legend>
          {choices.map((choice) => (
            <label key={choice.key}>
              <input
                type="radio"
                name={question.finding.key}
                checked={choice === chosen}
                onChange={() => onChoose(choice)}
              />
              <span>
                {answerWords(picture, model, question, choice.answer)}
                {choice.because.length > 0 && <span className="wo-because">{choice.because.join('; ')}</span>}
              </span>
            </label>
          ))}
          {choices.length > 0 && (
            <label>
              <input
                type="radio"
                name={question.finding.key}
                checked={!chosen}
                onChange={() => onChoose(undefined)}
              />
              <span>{choices.length === 1 ? 'Not this' : 'None of these'}</span>
            </label>
          )}
        </fieldset>
        {choices.every(({ because }) => because.length === 0) && question.kind === 'threat' && (
          <p className="wo-quiet">No story shares a word with it. A story may be missing from the backlog.</p>
        )}
      </div>
      {!readOnly && choices.length > 0 && (
        <Button
          text="Accept"
          ariaLabel={`Accept the answer: ${about}`}
          disabled={!chosen}
          onClick={() => chosen && onAccept(chosen)}
        />
      )}
    </li>
  );
}
