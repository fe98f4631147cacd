/** A mitigation of a package in a form; what is kept goes into the draft. */
import * as React from 'react';
import { knowledgeControlTypes } from '../../core/kb/package';
import { Choice } from '../../ui/Choice';
import { Field, Labelled } from '../../ui/Field';
import { EntryPanel, Unsound, useEntry } from './EntryPanel';
import type { EntryForm, PanelProps } from './EntryPanel';
import { efforts, mitigationForm, mitigationOperations } from './mitigation-form';
import type { MitigationForm } from './mitigation-form';

function Fields({
  form,
  onChange,
}: {
  readonly form: MitigationForm;
  readonly onChange: (change: Partial<MitigationForm>) => void;
}) {
  return (
    <>
      <Field label="Name" value={form.name} onChange={(name) => onChange({ name })} />
      <Field
        label="Description"
        value={form.description}
        rows={3}
        maxLength={10_000}
        onChange={(description) => onChange({ description })}
      />
      <div className="wo-form-row">
        <Labelled label="Kind of control">
          <Choice
            label="Kind of control"
            value={form.controlType}
            options={knowledgeControlTypes.map((value) => ({ value: value as string, label: value }))}
            onChange={(controlType) => onChange({ controlType })}
          />
        </Labelled>
        <Labelled label="Effort">
          <Choice
            label="Effort"
            value={form.effort}
            options={efforts.map((value) => ({
              value: value as string,
              label: value === '' ? 'not said' : value.toUpperCase(),
            }))}
            onChange={(effort) => onChange({ effort })}
          />
        </Labelled>
      </div>
      <label className="wo-mark-line">
        <input type="checkbox" checked={form.top} onChange={() => onChange({ top: !form.top })} /> TOP:
        matters on a small system too
      </label>
      <Field
        label="How to implement"
        value={form.implement}
        rows={6}
        maxLength={10_000}
        onChange={(implement) => onChange({ implement })}
      />
      <Field
        label="How to verify"
        value={form.verify}
        rows={4}
        maxLength={10_000}
        help="One test per line"
        onChange={(verify) => onChange({ verify })}
      />
      <Field
        label="What its Task is called"
        value={form.taskTitle}
        help="Empty = as the mitigation"
        onChange={(taskTitle) => onChange({ taskTitle })}
      />
      <Field
        label="Its Task is done when"
        value={form.acceptance}
        rows={3}
        maxLength={10_000}
        help="One condition per line"
        onChange={(acceptance) => onChange({ acceptance })}
      />
    </>
  );
}

const mitigationEntry: EntryForm<MitigationForm> = {
  kind: 'mitigation',
  formOf: (entry) => mitigationForm(entry ?? {}),
  nameOf: ({ name }) => name,
  operationsOf: mitigationOperations,
};

export function MitigationPanel(props: PanelProps): React.ReactElement {
  const entry = useEntry(props, mitigationEntry);
  return (
    <EntryPanel {...props} entry={entry} sound={true}>
      <Fields form={entry.form} onChange={entry.change} />
      <Unsound entry={entry} said={false} />
    </EntryPanel>
  );
}
