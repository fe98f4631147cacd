/** A property in a form: what it is called, and the values that a person chooses from; kept in the draft. */
import * as React from 'react';
import { entryIn } from '../../core/kb/knowledge-draft';
import { Field } from '../../ui/Field';
import { LabelledChoice } from '../../ui/LabelledChoice';
import { EntryPanel, Unsound, useEntry } from './EntryPanel';
import type { EntryForm, PanelProps } from './EntryPanel';
import { emptyProperty, propertyForm, propertyKinds, propertyOperations, valuesProblem } from './type-form';
import type { PropertyForm } from './type-form';

const kindWords: Readonly<Record<string, string>> = {
  enum: 'one of some values',
  multi: 'several of some values',
  string: 'any text',
  number: 'a number',
  boolean: 'true or false',
};

export function PropertyPanel(props: PanelProps): React.ReactElement {
  const { work, id } = props;
  const propertyEntry = React.useMemo(
    (): EntryForm<PropertyForm> => ({
      kind: 'property',
      formOf: (entry) => (entry ? propertyForm(entry) : emptyProperty),
      nameOf: ({ label }) => label,
      operationsOf: (target, edited) =>
        propertyOperations(target, edited, entryIn(work.package.file, 'properties', id)),
    }),
    [work.package, id],
  );
  const entry = useEntry(props, propertyEntry);
  const { form, change } = entry;
  const kinds: readonly string[] = [...new Set([...propertyKinds, form.type])];
  const isChoice = form.type === 'enum' || form.type === 'multi';
  const error = valuesProblem(form);
  return (
    <EntryPanel {...props} entry={entry} sound={!error}>
      <Field
        label="Name"
        value={form.label}
        help="As a person reads it in a model: Signed by two people"
        onChange={(label) => change({ label })}
      />
      <Field
        label="Help"
        value={form.help}
        rows={2}
        maxLength={10_000}
        help="When is it yes, and when not?"
        onChange={(help) => change({ help })}
      />
      <LabelledChoice
        label="A model says"
        value={form.type}
        options={kinds.map((value) => ({ value, label: kindWords[value] ?? value }))}
        onChange={(type) => change({ type })}
      />
      {isChoice && (
        <Field
          label="Values"
          value={form.values}
          rows={4}
          maxLength={20_000}
          help="A line for each: no: No. Rules name what stands before the colon"
          error={error}
          onChange={(values) => change({ values })}
        />
      )}
      <Unsound entry={entry} said={error !== undefined} />
    </EntryPanel>
  );
}
