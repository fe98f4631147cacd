/** What would be written, to read before it is: the plan, what the person adds to it, and the one button that does it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { ModalDialog } from '../../../ui/Layers';
import { Field, useFieldId } from '../../../ui/Field';
import { counted } from '../../../ui/words';
import { useReach } from '../desk-context';
import type { Done } from '../use-desk';
import type { Words } from './deeds';

interface PlanDialogProps {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly ready: 'yes' | 'no';
  readonly run: () => Promise<Done>;
  readonly onClose: () => void;
  readonly children?: React.ReactNode;
}

export function PlanDialog(props: PlanDialogProps): React.ReactElement {
  const { title, sentences, ready, run, onClose, children } = props;
  const { perform, busy } = useReach();
  // What is written often takes away what asked for it, and this dialog with it.
  const mounted = React.useRef(true);
  React.useEffect(() => () => void (mounted.current = false), []);
  const confirm = () => {
    void perform(run).then((end) => end === 'done' && mounted.current && onClose());
  };
  return (
    <ModalDialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button
            primary={true}
            text={`Write ${counted(sentences.length, 'change')}`}
            disabled={busy || ready === 'no'}
            onClick={confirm}
          />
        </>
      }
    >
      {children}
      <h3>What is written</h3>
      <ol className="wo-plan-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </ModalDialog>
  );
}

interface DecisionDialogProps {
  readonly title: string;
  readonly by: string;
  /** Names of those who are expected to decide. */
  readonly expected?: readonly string[] | undefined;
  /** The day that is proposed. */
  readonly until: string;
  readonly today: string;
  readonly note: string;
  readonly sentences: (words: Words) => readonly string[];
  readonly run: (words: Words) => Promise<Done>;
  readonly onClose: () => void;
}

function DayField(props: {
  readonly label: string;
  readonly value: string;
  readonly least: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useFieldId();
  return (
    <div className="wo-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        className="wo-input wo-day-input"
        value={props.value}
        min={props.least}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

/** Asks who decides, why and until when, and shows what is written with that. */
export function DecisionDialog(props: DecisionDialogProps): React.ReactElement {
  const [words, setWords] = React.useState<Words>({ by: props.by, reason: '', until: props.until });
  const change = (name: keyof Words) => (value: string) =>
    setWords((before) => ({ ...before, [name]: value }));
  const isReady =
    words.by.trim() !== '' &&
    words.reason.trim() !== '' &&
    /^\d{4}-\d{2}-\d{2}$/.test(words.until) &&
    words.until >= props.today;
  return (
    <PlanDialog
      title={props.title}
      sentences={props.sentences(words)}
      ready={isReady ? 'yes' : 'no'}
      run={() => props.run(words)}
      onClose={props.onClose}
    >
      <p className="wo-quiet">{props.note}</p>
      <Field
        label="Reason"
        value={words.reason}
        onChange={change('reason')}
        rows={3}
        maxLength={2000}
        focusFirst="yes"
      />
      <div className="wo-decision-row">
        <Field
          label="Decided by"
          value={words.by}
          onChange={change('by')}
          maxLength={200}
          {...(props.expected && props.expected.length > 0
            ? { help: `The project expects it of ${props.expected.join(', ')}.` }
            : {})}
        />
        <DayField label="Until" value={words.until} least={props.today} onChange={change('until')} />
      </div>
    </PlanDialog>
  );
}
