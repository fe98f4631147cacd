/** A long text of the form: shown safely, edited as the source that is stored. */
import * as React from 'react';
import { Icon } from '../../parts/Icon';
import { RichText } from '../../parts/RichText';
import { field } from '../../rest/work-item';
import { shownText } from './draft';
import type { FormProps } from './form-section';

interface LongTextProps extends FormProps {
  readonly name: string;
  readonly label: string;
}

function LongText({ item, draft, change, access, name, label }: LongTextProps): JSX.Element {
  const [mode, setMode] = React.useState<'read' | 'edit'>('read');
  const text = shownText(item, draft, name);
  const format = item.multilineFieldsFormat?.[name] === 'Markdown' ? 'markdown' : 'html';
  if (mode === 'edit' && access === 'write') {
    return (
      <div className="long-text">
        <textarea
          aria-label={`${label} (${format === 'html' ? 'HTML' : 'Markdown'} source)`}
          rows={10}
          autoFocus
          value={text}
          onChange={(event) => change(name, event.target.value)}
        />
        <button type="button" className="button" onClick={() => setMode('read')}>
          <Icon name="check" /> Done
        </button>
      </div>
    );
  }
  return (
    <div className="long-text">
      {text === '' ? (
        <p className="secondary">Nothing is written here yet.</p>
      ) : (
        <RichText text={text} format={format} />
      )}
      {access === 'write' && (
        <button
          type="button"
          className="button subtle"
          onClick={() => setMode('edit')}
          aria-label={`Edit ${label.toLowerCase()}`}
        >
          <Icon name="edit" /> Edit
        </button>
      )}
    </div>
  );
}

export function Description(props: FormProps): JSX.Element {
  return <LongText {...props} name={field.description} label="Description" />;
}

export function AcceptanceCriteria(props: FormProps): JSX.Element {
  return <LongText {...props} name={field.acceptanceCriteria} label="Acceptance criteria" />;
}
