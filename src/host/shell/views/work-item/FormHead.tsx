/** The head of a form: title, person, state, and what saving came to. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { TypeMark } from '../../parts/Marks';
import { field, identityOf, textOf } from '../../rest/work-item';
import { formMenuTargets, More } from '../More';
import { headingOf, shownText } from './draft';
import type { FormProps } from './form-section';
import type { FormStore } from './form-store';

interface FormHeadProps extends FormProps {
  readonly form: FormStore;
  readonly save: (after: 'stay' | 'close') => void;
  readonly refresh: () => void;
  readonly reset: () => void;
  /** Present where the form can be closed. */
  readonly close: (() => void) | undefined;
}

function AssignedTo({ item, draft, change }: FormProps): JSX.Element {
  const { bootstrap } = useShell();
  const value = shownText(item, draft, field.assignedTo);
  const current = identityOf(item, field.assignedTo);
  const stranger =
    current && !bootstrap.users.some((user) => user.uniqueName === current.uniqueName) ? current : undefined;
  return (
    <label className="form-field inline">
      <span>Assigned to</span>
      <select value={value} onChange={(event) => change(field.assignedTo, event.target.value)}>
        <option value="">Unassigned</option>
        {stranger && <option value={stranger.uniqueName}>{stranger.displayName}</option>}
        {bootstrap.users.map((user) => (
          <option key={user.id} value={user.uniqueName}>
            {user.displayName}
          </option>
        ))}
      </select>
    </label>
  );
}

function StateChoice({ item, draft, change, process }: FormProps): JSX.Element {
  const type = textOf(item, field.type);
  const states = process.types.get(type)?.states ?? [];
  const value = shownText(item, draft, field.state) || (states[0]?.name ?? '');
  return (
    <label className="form-field inline">
      <span>State</span>
      <select
        value={value}
        disabled={item.id === 0}
        onChange={(event) => change(field.state, event.target.value)}
      >
        {states.some((state) => state.name === value) || <option>{value}</option>}
        {states.map((state) => (
          <option key={state.name}>{state.name}</option>
        ))}
      </select>
    </label>
  );
}

/** Why a save is refused or would be: extensions first, then what the server said. */
function Messages({ form, reload }: Pick<FormHeadProps, 'form' | 'reload'>): JSX.Element {
  const { saving, errors } = form.current();
  const sentences = [...errors.values(), ...(saving.phase === 'refused' ? [saving.message] : [])];
  return (
    <React.Fragment>
      {sentences.map((sentence) => (
        <p key={sentence} className="form-message error" role="alert">
          <Icon name="error" /> {sentence}
        </p>
      ))}
      {saving.phase === 'conflict' && (
        <p className="form-message error" role="alert">
          <Icon name="error" /> Someone else saved this work item in the meantime. Nothing was overwritten.
          <button type="button" className="button" onClick={() => void reload()}>
            Read it again and keep my changes
          </button>
        </p>
      )}
    </React.Fragment>
  );
}

function Buttons({ form, save, refresh, reset, close }: FormHeadProps): JSX.Element {
  const { saving, errors } = form.current();
  const edited = form.hasEdits();
  const dirty = edited || form.isNew();
  const busy = saving.phase === 'saving';
  const blocked = busy || errors.size > 0 || form.isReadOnly();
  return (
    <React.Fragment>
      {!form.isNew() && (
        <button type="button" className="icon-button" aria-label="Refresh" title="Refresh" onClick={refresh}>
          <Icon name="refresh" />
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label="Revert changes"
        title="Revert changes"
        disabled={!edited || busy}
        onClick={reset}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="button primary"
        disabled={!dirty || blocked}
        onClick={() => save('stay')}
      >
        <Icon name="save" /> Save
      </button>
      {close && (
        <button
          type="button"
          className="button"
          disabled={busy || (dirty && blocked)}
          onClick={() => (dirty ? save('close') : close())}
        >
          {dirty ? 'Save and close' : 'Close'}
        </button>
      )}
    </React.Fragment>
  );
}

export function FormHead(props: FormHeadProps): JSX.Element {
  const { item, draft, process, change, form, access, reload } = props;
  const type = textOf(item, field.type);
  const color = `#${(process.types.get(type)?.color ?? '').slice(-6)}`;
  return (
    <div className="form-head" style={{ borderLeftColor: color }}>
      <div className="form-line">
        <TypeMark process={process} type={type} />
        <span className="form-type">{headingOf(item)}</span>
        {form.hasEdits() && <span className="unsaved">Unsaved changes</span>}
        {access === 'read' && <span className="pill">Read-only</span>}
        <span className="spacer" />
        <Buttons {...props} />
        {access === 'write' && item.id > 0 && (
          <More
            label="More of the work item"
            targets={formMenuTargets}
            context={() => ({ id: item.id, workItemIds: [item.id], workItemType: type })}
          />
        )}
      </div>
      <fieldset className="plain" disabled={access === 'read'} aria-label="Title, person and state">
        <input
          className="form-title"
          aria-label="Title"
          placeholder="Enter a title"
          autoFocus={item.id === 0}
          value={shownText(item, draft, field.title)}
          onChange={(event) => change(field.title, event.target.value)}
        />
        <div className="form-line">
          <AssignedTo {...props} />
          <StateChoice {...props} />
          {textOf(item, field.reason) !== '' && (
            <span className="secondary">Reason: {textOf(item, field.reason)}</span>
          )}
        </div>
      </fieldset>
      <Messages form={form} reload={reload} />
    </div>
  );
}
