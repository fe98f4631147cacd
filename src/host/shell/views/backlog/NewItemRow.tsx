/** "+ New work item": a type and a title, saved with Enter. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { sentenceOf } from '../../rest/connection';
import { backlogTypes, type Process } from '../../rest/process';
import { field } from '../../rest/work-item';

interface NewItemRowProps {
  readonly process: Process;
  readonly placement: Readonly<Record<string, unknown>>;
  readonly reload: () => Promise<void>;
}

export function NewItemRow({ process, placement, reload }: NewItemRowProps): JSX.Element {
  const shell = useShell();
  const [state, setState] = React.useState<'closed' | 'open' | 'saving'>('closed');
  const [type, setType] = React.useState(process.requirements.defaultType);
  const [title, setTitle] = React.useState('');
  const [problem, setProblem] = React.useState('');
  async function add(event: React.FormEvent): Promise<void> {
    event.preventDefault();
    if (title.trim() === '') return setProblem('Give the new work item a title.');
    setState('saving');
    try {
      await shell.workItems.create({ type, fields: { ...placement, [field.title]: title.trim() } });
      setTitle('');
      setProblem('');
      await reload();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    }
    setState('open');
  }
  if (state === 'closed') {
    return (
      <div className="new-item">
        <button type="button" className="button subtle" onClick={() => setState('open')}>
          <Icon name="plus" /> New work item
        </button>
      </div>
    );
  }
  return (
    <form
      className="new-item open"
      onSubmit={(event) => void add(event)}
      onKeyDown={(event) => event.key === 'Escape' && setState('closed')}
    >
      <select aria-label="Type" value={type} onChange={(event) => setType(event.target.value)}>
        {backlogTypes(process).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <input
        aria-label="Title"
        placeholder="Enter a title"
        value={title}
        autoFocus
        aria-invalid={problem !== ''}
        onChange={(event) => setTitle(event.target.value)}
      />
      <button type="submit" className="button primary" disabled={state === 'saving'}>
        Add
      </button>
      <button type="button" className="button" onClick={() => setState('closed')}>
        Cancel
      </button>
      {problem !== '' && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
