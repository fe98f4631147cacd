/** One question: why it is asked, what a good answer is, the answers, and what an answer did to the threats. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { chosenLabels } from '../../../core/kb/questions/answer';
import { isAnswered } from '../../../core/kb/questions/ask';
import type { Asked } from '../../../core/kb/questions/ask';
import { sameValue } from '../../../core/model/same-value';
import { Field } from '../../../ui/Field';
import { Pill, StrideMarks } from '../../../ui/Marks';
import { counted } from '../../../ui/words';
import { AskedSomebody } from './AskedSomebody';

export interface GivenAnswer {
  readonly chosen: readonly string[];
  readonly note: string;
}
export interface QuestionCardProps {
  readonly asked: Asked;
  /** What the last answer did, once there was one. */
  readonly effect: string | undefined;
  /** A link leads here. */
  readonly focused: boolean;
  readonly readOnly: boolean;
  readonly onAnswer: (asked: Asked, given: GivenAnswer) => void;
}
interface PartProps extends Pick<QuestionCardProps, 'asked' | 'readOnly'> {
  readonly onAnswer: (given: GivenAnswer) => void;
}

function Choices({ asked, readOnly, onAnswer }: PartProps): React.ReactElement {
  const chosen = chosenLabels(asked);
  const note = asked.given?.note ?? '';
  const pick = (label: string) => {
    if (asked.choose === 'one') return onAnswer({ chosen: [label], note });
    const next = chosen.includes(label) ? chosen.filter((each) => each !== label) : [...chosen, label];
    return onAnswer({ chosen: next, note });
  };
  return (
    <fieldset className="wo-answers" disabled={readOnly}>
      <legend className="wo-hidden">{asked.text}</legend>
      {asked.answers.map(({ label }) => (
        <label key={label}>
          <input
            type={asked.choose === 'one' ? 'radio' : 'checkbox'}
            name={asked.key}
            checked={chosen.includes(label)}
            onChange={() => pick(label)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** An answer that is written: the number or text of a property, or words where nobody wrote down what to choose from. */
function Written({ asked, readOnly, onAnswer }: PartProps): React.ReactElement {
  const [text, setText] = React.useState(asked.given?.answer ?? '');
  const value = text.trim();
  const isBad = asked.choose === 'number' && value !== '' && !Number.isFinite(Number(value));
  const save = () => onAnswer({ chosen: value === '' ? [] : [value], note: asked.given?.note ?? '' });
  return (
    <div className="wo-field-row">
      <Field
        label={asked.choose === 'number' ? 'A number' : 'Your answer'}
        value={text}
        onChange={setText}
        error={isBad ? 'This is not a number.' : undefined}
        disabled={readOnly}
        onEnter={() => !isBad && save()}
      />
      <Button text="Answer" disabled={readOnly || isBad} onClick={save} />
    </div>
  );
}

function Note({ asked, onAnswer }: Omit<PartProps, 'readOnly'>): React.ReactElement {
  const before = asked.given?.note ?? '';
  const [note, setNote] = React.useState(before);
  return (
    <details className="wo-preview" open={before !== ''}>
      <summary>Note</summary>
      <Field label="What else one should know" value={note} onChange={setNote} rows={2} />
      <Button
        text="Keep the note"
        disabled={note.trim() === before}
        onClick={() => onAnswer({ chosen: chosenLabels(asked), note })}
      />
    </details>
  );
}

function Help({ asked }: { readonly asked: Asked }): React.ReactElement {
  return (
    <>
      <p className="wo-quiet">{asked.rationale}</p>
      {(asked.goodAnswer !== '' || asked.warningSigns.length > 0) && (
        <dl className="wo-question-help">
          {asked.goodAnswer !== '' && (
            <div>
              <dt>A good answer</dt>
              <dd>{asked.goodAnswer}</dd>
            </div>
          )}
          {asked.warningSigns.length > 0 && (
            <div>
              <dt>Warning signs</dt>
              <dd>{asked.warningSigns.join(' · ')}</dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}

function Card({ asked, effect, focused, readOnly, onAnswer }: QuestionCardProps): React.ReactElement {
  const card = React.useRef<HTMLLIElement>(null);
  React.useEffect(() => {
    if (!focused) return;
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.focus({ preventScroll: true });
  }, [focused]);
  const answered = isAnswered(asked);
  const give = (given: GivenAnswer) => onAnswer(asked, given);
  return (
    <li ref={card} tabIndex={focused ? -1 : undefined} className={focused ? 'wo-question-linked' : ''}>
      <div className="wo-decision-head">
        <strong>{asked.text}</strong>
        {asked.top && <Pill tone="info">TOP</Pill>}
        {asked.settles > 0 && <Pill>settles {counted(asked.settles, 'threat')}</Pill>}
        {answered && <Pill tone="success">Answered</Pill>}
        <StrideMarks categories={asked.stride} />
      </div>
      <Help asked={asked} />
      {asked.choose === 'text' || asked.choose === 'number' ? (
        <Written asked={asked} readOnly={readOnly} onAnswer={give} />
      ) : (
        <Choices asked={asked} readOnly={readOnly} onAnswer={give} />
      )}
      <p className="wo-question-effect" role="status">
        {effect}
      </p>
      <div className="wo-buttons">
        {!readOnly && answered && (
          <button
            type="button"
            className="wo-link"
            onClick={() => give({ chosen: [], note: asked.given?.note ?? '' })}
          >
            Take the answer back
          </button>
        )}
        <AskedSomebody asked={asked} onAnswer={give} />
      </div>
      {!readOnly && <Note asked={asked} onAnswer={give} />}
    </li>
  );
}

/**
 * An answer makes all questions anew and changes few of them, and a page may have hundreds. What an answer sets is a map,
 * which is not compared: it follows from the package, and with another package comes another `onAnswer`.
 */
const stands = (before: QuestionCardProps, now: QuestionCardProps): boolean =>
  before.effect === now.effect &&
  before.focused === now.focused &&
  before.readOnly === now.readOnly &&
  before.onAnswer === now.onAnswer &&
  sameValue(before.asked, now.asked);

export const QuestionCard = React.memo(Card, stands);
