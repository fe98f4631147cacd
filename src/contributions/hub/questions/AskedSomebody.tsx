/** Sends a question to a person as a work item, and takes the answer that came back. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { markAsked } from '../../../core/kb/questions/answer';
import { isAnswered } from '../../../core/kb/questions/ask';
import type { Asked } from '../../../core/kb/questions/ask';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLink } from '../WorkItemLinks';
import type { GivenAnswer } from './QuestionCard';

export interface AskedSomebodyProps {
  readonly asked: Asked;
  readonly onAnswer: (given: GivenAnswer) => void;
}

const labelsOf = ({ answers }: Asked): readonly string[] => answers.map(({ label }) => label);

function Ask({ asked }: { readonly asked: Asked }): React.ReactElement {
  const { app, navigation } = useHub();
  const { model, session, look } = useModelView();
  const [problem, setProblem] = React.useState('');
  const [sending, setSending] = React.useState(false);
  const send = () => {
    setSending(true);
    const { text, rationale, goodAnswer, key } = asked;
    const link = { model: model.info.id, question: key };
    app.askPerson({ text, rationale, goodAnswer, answers: labelsOf(asked), link }).then(
      (id) => {
        session.apply(markAsked(asked, id, app.newId));
        // Who is asked is chosen on the form, where the people of the project are known.
        void navigation.openWorkItem(id).then(look, look);
      },
      (error: unknown) => {
        setSending(false);
        setProblem(sentenceOf(error));
      },
    );
  };
  return (
    <>
      <button type="button" className="wo-link" disabled={sending} onClick={send}>
        {sending ? 'Sending…' : 'Ask somebody…'}
      </button>
      {problem && (
        <span className="wo-error-text" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

interface SentProps extends AskedSomebodyProps {
  readonly workItem: number;
}

function Sent({ asked, onAnswer, workItem }: SentProps): React.ReactElement {
  const { app } = useHub();
  const { items, readOnly } = useModelView();
  const [said, setSaid] = React.useState('');
  const item = items.get(workItem);
  const isDone = item?.category === 'Completed' || item?.category === 'Resolved';
  const note = asked.given?.note ?? '';
  const canBeChosen = asked.property === undefined && asked.answers.length > 0;
  const read = () => {
    app.readAnswer(workItem, labelsOf(asked)).then(
      (left) => {
        const isClear =
          left !== undefined && left.length > 0 && (asked.choose === 'many' || left.length === 1);
        if (isClear) onAnswer({ chosen: left, note });
        else setSaid('No single answer was left standing there: read it, and choose here.');
      },
      (error: unknown) => setSaid(sentenceOf(error)),
    );
  };
  return (
    <span className="wo-buttons">
      <span>
        Asked by <WorkItemLink id={workItem} /> <span className="wo-quiet">{item?.state}</span>
      </span>
      {isDone && !readOnly && !isAnswered(asked) && canBeChosen && (
        <Button text="Take the answer from there" onClick={read} />
      )}
      <span role="status">{said}</span>
    </span>
  );
}

export function AskedSomebody(props: AskedSomebodyProps): React.ReactElement | null {
  const { readOnly } = useModelView();
  const { asked } = props;
  const workItem = asked.given?.workItem;
  if (workItem !== undefined) return <Sent {...props} workItem={workItem} />;
  return readOnly || isAnswered(asked) ? null : <Ask asked={asked} />;
}
