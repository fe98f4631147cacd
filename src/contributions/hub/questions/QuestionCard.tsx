/** One question: why it is asked, what a good answer is, the answers, and what an answer did to the threats. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { chosenLabels } from '../../../core/kb/questions/answer';
import { isAnswered } from '../../../core/kb/questions/ask';
import type { Asked } from '../../../core/kb/questions/ask';
import { Field } from '../../../ui/Field';
import { Pill, StrideMarks } from '../../../ui/Marks';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
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
  readonly onAnswer: (given: GivenAnswer) => void;
}

function Choices({ asked, onAnswer }: Pick<QuestionCardProps, 'asked' | 'onAnswer'>): React.ReactElement {
  const { readOnly } = useModelView();
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
function Written({ asked, onAnswer }: Pick<QuestionCardProps, 'asked' | 'onAnswer'>): React.ReactElement {
  const { readOnly } = useModelView();
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

function Note({ asked, onAnswer }: Pick<QuestionCardProps, 'asked' | 'onAnswer'>): React.ReactElement {
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

export function QuestionCard({ asked, effect, focused, onAnswer }: QuestionCardProps): React.ReactElement {
  const { readOnly } = useModelView();
  const card = React.useRef<HTMLLIElement>(null);
  React.useEffect(() => {
    if (!focused) return;
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.focus({ preventScroll: true });
  }, [focused]);
  const answered = isAnswered(asked);
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
        <Written asked={asked} onAnswer={onAnswer} />
      ) : (
        <Choices asked={asked} onAnswer={onAnswer} />
      )}
      <p className="wo-question-effect" role="status">
        {effect}
      </p>
      <div className="wo-buttons">
        {!readOnly && answered && (
          <button
            type="button"
            className="wo-link"
            onClick={() => onAnswer({ chosen: [], note: asked.given?.note ?? '' })}
          >
            Take the answer back
          </button>
        )}
        <AskedSomebody asked={asked} onAnswer={onAnswer} />
      </div>
      {!readOnly && <Note asked={asked} onAnswer={onAnswer} />}
    </li>
  );
}
