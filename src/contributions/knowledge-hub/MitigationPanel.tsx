/** A mitigation of a package in a form; what is kept goes into the draft. */
import * as React from 'react';
import { knowledgeControlTypes } from '../../core/kb/package';
import { fileVocabulary } from '../../core/kb/rule-text/vocabulary';
import { Field } from '../../ui/Field';
import { LabelledChoice } from '../../ui/LabelledChoice';
import { ForWhichModels } from './EntryFields';
import { byName, eventsOf, optionsFor } from './entry-options';
import { EntryPanel, Unsound, useEntry } from './EntryPanel';
import type { EntryForm, PanelProps } from './EntryPanel';
import { labelsHold } from './label-form';
import { LabelFields } from './LabelFields';
import { efforts, mitigationForm, mitigationOperations, satisfiedError } from './mitigation-form';
import type { MitigationForm } from './mitigation-form';
import { NamePicker } from './NamePicker';
import type { Work } from './PackageScreen';
import { RuleField } from './RuleField';

interface PartProps {
  readonly form: MitigationForm;
  readonly onChange: (change: Partial<MitigationForm>) => void;
}

function Fields({ form, onChange }: PartProps) {
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
      <ForWhichModels form={form} onChange={onChange}>
        <LabelledChoice
          label="Kind of control"
          value={form.controlType}
          options={knowledgeControlTypes.map((value) => ({ value: value as string, label: value }))}
          onChange={(controlType) => onChange({ controlType })}
        />
        <LabelledChoice
          label="Effort"
          value={form.effort}
          options={efforts.map((value) => ({
            value: value as string,
            label: value === '' ? 'not said' : value.toUpperCase(),
          }))}
          onChange={(effort) => onChange({ effort })}
        />
      </ForWhichModels>
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

/** What it needs, what could stand in its place, and by what it shows that it works. */
function Links({ form, onChange, work, id }: PartProps & { readonly work: Work; readonly id: string }) {
  const { package: own, preview } = work;
  const events = React.useMemo(() => optionsFor(own, preview.packages, eventsOf), [own, preview]);
  // Of the same package, as the file names them; never itself.
  const others = React.useMemo(
    () =>
      own.mitigations
        .filter((each) => each.id !== id)
        .map((each) => ({ ref: each.id, name: each.name }))
        .sort(byName),
    [own, id],
  );
  return (
    <>
      <NamePicker
        title="Needs"
        add="Add what it needs"
        help="Without them this one is worth little"
        chosen={form.requires}
        options={others}
        onChange={(requires) => onChange({ requires })}
      />
      <NamePicker
        title="One of these instead"
        add="Add an alternative"
        chosen={form.alternativeTo}
        options={others}
        onChange={(alternativeTo) => onChange({ alternativeTo })}
      />
      <NamePicker
        title="Security events that it raises"
        add="Add a security event"
        help="Of a control that detects: how one sees that it works"
        chosen={form.events}
        options={events}
        onChange={(names) => onChange({ events: names })}
      />
      <LabelFields
        labels={form.labels}
        onChange={(change) => onChange({ labels: { ...form.labels, ...change } })}
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
  const { work, id } = props;
  const entry = useEntry(props, mitigationEntry);
  const { form, change } = entry;
  const vocabulary = React.useMemo(
    () => fileVocabulary(work.package, work.preview.packages),
    [work.package, work.preview],
  );
  const error = satisfiedError(form, vocabulary);
  return (
    <EntryPanel {...props} entry={entry} sound={!error && labelsHold(form.labels)}>
      <Fields form={form} onChange={change} />
      <RuleField
        label="Seems to exist already when"
        help="For example: element.runs-as = managed-identity. Empty = nothing says so"
        value={form.satisfiedWhen}
        error={error}
        onChange={(satisfiedWhen) => change({ satisfiedWhen })}
      />
      <Unsound entry={entry} said={error !== undefined} />
      <Links form={form} onChange={change} work={work} id={id} />
    </EntryPanel>
  );
}
