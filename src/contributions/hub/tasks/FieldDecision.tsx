/** The fields that the process wants filled in (S57): asked for once, then remembered, and open to another value. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { TaskField } from '../../../core/sync/backlog-picture';
import type { SyncChoice, SyncPlan } from '../../../core/sync/plan';
import { WarningIcon } from '../../../ui/icons';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
import { QueryLink } from '../QueryLink';

export interface FieldDecisionProps {
  readonly plan: Pick<SyncPlan, 'required' | 'steps'>;
  readonly choice: SyncChoice;
  readonly onChoice: (choice: SyncChoice) => void;
}

function FieldInput(props: {
  readonly field: TaskField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): React.ReactElement {
  const { field, value, onChange } = props;
  return (
    <label className="wo-field">
      <span>{field.name}</span>
      {field.allowed ? (
        <select
          className="wo-choice wo-choice-framed"
          value={field.allowed.includes(value) ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">Choose…</option>
          {field.allowed.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      ) : (
        <input className="wo-input" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </label>
  );
}

function Form({ plan, choice, onChoice }: FieldDecisionProps): React.ReactElement {
  const [given, setGiven] = React.useState<Readonly<Record<string, string>>>({});
  const rows = (plan.required ?? []).map(({ field, value = '' }) => ({
    field,
    value: given[field.field] ?? value,
  }));
  const use = () =>
    onChoice({
      ...choice,
      fields: {
        ...choice.fields,
        ...Object.fromEntries(rows.map(({ field, value }) => [field.field, value])),
      },
    });
  return (
    <>
      {rows.map(({ field, value }) => (
        <FieldInput
          key={field.field}
          field={field}
          value={value}
          onChange={(next) => setGiven({ ...given, [field.field]: next.trim() })}
        />
      ))}
      <Button text="Use for every new Task" disabled={rows.some(({ value }) => value === '')} onClick={use} />
    </>
  );
}

export function FieldDecision(props: FieldDecisionProps): React.ReactElement | null {
  const { plan } = props;
  const { index } = useModelView();
  const required = plan.required ?? [];
  if (required.length === 0) return null;
  const open = required.filter(({ value }) => value === undefined);
  const waiting = plan.steps.filter(({ kind }) => kind === 'needs-field');
  const stories = waiting.flatMap(({ mitigation }) => index.storiesOfMitigation(mitigation));
  const names = (rows: typeof required) => rows.map(({ field }) => field.name).join(', ');
  if (open.length === 0) {
    return (
      <details className="wo-preview wo-given-fields">
        <summary>
          Every new Task gets {required.map(({ field, value }) => `${field.name}: ${value}`).join(', ')}
        </summary>
        <p className="wo-quiet">The process requires it. The value is remembered for the Tasks to come.</p>
        <Form {...props} />
      </details>
    );
  }
  return (
    <section className="wo-decision" aria-labelledby="wo-fields-title">
      <h3 id="wo-fields-title">
        <WarningIcon /> {counted(waiting.length, 'Task')} {waiting.length === 1 ? 'needs' : 'need'}{' '}
        {names(open)}
      </h3>
      <p>
        Your process requires it. It is asked once: the value is remembered for the Tasks to come.{' '}
        <QueryLink ids={stories} of="stories of Tasks that need a field" text="Open their stories" />
      </p>
      <Form {...props} />
    </section>
  );
}
