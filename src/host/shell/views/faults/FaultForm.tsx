/** Sets a fault: which calls, which of them, and what happens to those. */
import * as React from 'react';
import type { Effect } from '../../../faults/fault';
import type { User } from '../../page/bootstrap';
import type { Operation } from './control';
import { emptyDraft, faultOf, hasMoment, momentOf, numbers, waits, type FaultDraft } from './new-fault';
import type { Act } from './FaultsPage';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const kinds: readonly (readonly [Effect['kind'], string])[] = [
  ['fail', 'fail with a status'],
  ['drop', 'lose their connection'],
  ['delay', 'come late'],
  ['hold', 'wait until released'],
  ['block', 'are refused with 429'],
  ['warn', 'succeed with rate-limit headers'],
  ['watch', 'are only listed'],
];

interface FieldProps {
  readonly label: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}

function Field({ label, className = '', children }: FieldProps): JSX.Element {
  return (
    <label className={`fault-field ${className}`}>
      <span>{label}</span>
      {children}
    </label>
  );
}

interface PartProps {
  readonly draft: FaultDraft;
  readonly change: (part: Partial<FaultDraft>) => void;
}

function Which({
  draft,
  change,
  operations,
  users,
}: PartProps & { readonly operations: readonly Operation[]; readonly users: readonly User[] }): JSX.Element {
  return (
    <React.Fragment>
      <Field label="Method">
        <select value={draft.method} onChange={(event) => change({ method: event.target.value })}>
          <option value="">any</option>
          {methods.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
      </Field>
      <Field label="Operation, or path with * and **" className="wide">
        <input
          list="fault-operations"
          placeholder="any"
          spellCheck={false}
          value={draft.where}
          onChange={(event) => change({ where: event.target.value })}
        />
        <datalist id="fault-operations">
          {operations.map(({ method, route, spec }) => (
            <option key={`${method} ${route}`} value={spec}>{`${method} ${route}`}</option>
          ))}
        </datalist>
      </Field>
      <Field label="Caller">
        <select value={draft.user} onChange={(event) => change({ user: event.target.value })}>
          <option value="">anybody</option>
          {users.map(({ id, displayName, uniqueName }) => (
            <option key={id} value={uniqueName}>
              {displayName}
            </option>
          ))}
        </select>
      </Field>
      <Field label="From call" className="narrow">
        <input
          inputMode="numeric"
          value={draft.from}
          onChange={(event) => change({ from: event.target.value })}
        />
      </Field>
      <Field label="How many" className="narrow">
        <input
          inputMode="numeric"
          placeholder="all"
          value={draft.count}
          onChange={(event) => change({ count: event.target.value })}
        />
      </Field>
    </React.Fragment>
  );
}

function What({ draft, change }: PartProps): JSX.Element {
  const number = numbers[draft.kind];
  return (
    <React.Fragment>
      <Field label="Those calls">
        <select
          value={draft.kind}
          onChange={(event) => {
            const kind = kinds.find(([name]) => name === event.target.value)?.[0] ?? 'fail';
            change({ kind, number: numbers[kind]?.first ?? '' });
          }}
        >
          {kinds.map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </Field>
      {number && (
        <Field label={number.label} className="narrow">
          <input
            inputMode="numeric"
            value={draft.number}
            onChange={(event) => change({ number: event.target.value })}
          />
        </Field>
      )}
      {hasMoment(draft.kind) && (
        <Field label="When">
          <select value={draft.when} onChange={(event) => change({ when: momentOf(event.target.value) })}>
            <option value="before">before the effect</option>
            {waits(draft.kind) && <option value="between">between reading and saving</option>}
            <option value="after">after the effect</option>
          </select>
        </Field>
      )}
    </React.Fragment>
  );
}

interface FaultFormProps {
  readonly operations: readonly Operation[];
  readonly users: readonly User[];
  readonly act: Act;
}

export function FaultForm({ operations, users, act }: FaultFormProps): JSX.Element {
  const [draft, setDraft] = React.useState(emptyDraft);
  const change = (part: Partial<FaultDraft>): void => setDraft((old) => ({ ...old, ...part }));
  function submit(event: React.FormEvent): void {
    event.preventDefault();
    act((control) => control.add(faultOf(draft)));
  }
  return (
    <form className="fault-form" onSubmit={submit} aria-label="New fault">
      <div className="fault-fields">
        <Which draft={draft} change={change} operations={operations} users={users} />
      </div>
      <div className="fault-fields">
        <What draft={draft} change={change} />
        <button type="submit" className="button primary">
          Set the fault
        </button>
      </div>
    </form>
  );
}
