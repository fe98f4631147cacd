/** A threat of a package in a form: texts, severity, rule, mitigations, examples; what is kept goes into the draft. */
import * as React from 'react';
import type { KnowledgeThreat } from '../../core/kb/package';
import { fileVocabulary } from '../../core/kb/rule-text/vocabulary';
import { impactLevels, probabilityLevels } from '../../core/model/threat';
import { Field } from '../../ui/Field';
import { LabelledChoice } from '../../ui/LabelledChoice';
import { impactWords, probabilityWords } from '../../ui/words';
import { anchorOptions, ForWhichModels, StrideBoxes } from './EntryFields';
import { EntryPanel, Unsound, useEntry } from './EntryPanel';
import type { EntryForm, OpenEntryState, PanelProps } from './EntryPanel';
import { exampleData } from './example-form';
import { ExampleEditor } from './ExampleEditor';
import { ExampleList } from './ExampleList';
import { eventsOf, mitigationsOf, optionsFor } from './entry-options';
import { labelsHold } from './label-form';
import { LabelFields } from './LabelFields';
import { LinkRows } from './LinkRows';
import { NamePicker } from './NamePicker';
import type { Work } from './PackageScreen';
import { RuleBuilder } from './RuleBuilder';
import { RuleField } from './RuleField';
import { addThreat, emptyThreat, ruleErrors, threatForm, threatOperations } from './threat-form';
import type { ThreatForm } from './threat-form';

const known = <T extends string>(levels: readonly T[], words: Readonly<Record<T, string>>, value: string) => {
  const options = levels.map((each) => ({ value: each as string, label: words[each] }));
  // A package may have a scale of its own: its words stand beside ours.
  return options.some((each) => each.value === value) || value === ''
    ? options
    : [...options, { value, label: value }];
};

interface PartProps {
  readonly form: ThreatForm;
  readonly onChange: (change: Partial<ThreatForm>) => void;
}

function Texts({ form, onChange }: PartProps) {
  return (
    <>
      <Field
        label="Name"
        value={form.name}
        onChange={(name) => onChange({ name })}
        help="Placeholders: {source.name} {target.name} {flow.name} {element.name}"
      />
      <Field
        label="Description"
        value={form.description}
        rows={4}
        maxLength={10_000}
        onChange={(description) => onChange({ description })}
      />
      <Field
        label="WITHOUT clause"
        value={form.withoutClause}
        onChange={(withoutClause) => onChange({ withoutClause })}
        placeholder="WITHOUT …"
      />
      <StrideBoxes stride={form.stride} onChange={(stride) => onChange({ stride })} />
    </>
  );
}

function Severity({ form, onChange }: PartProps) {
  return (
    <>
      <ForWhichModels form={form} onChange={onChange}>
        <LabelledChoice
          label="Probability"
          value={form.probability}
          options={known(probabilityLevels, probabilityWords, form.probability)}
          onChange={(probability) => onChange({ probability })}
        />
        <LabelledChoice
          label="Impact"
          value={form.impact}
          options={known(impactLevels, impactWords, form.impact)}
          onChange={(impact) => onChange({ impact })}
        />
        <LabelledChoice
          label="Strikes at"
          value={form.anchor}
          options={anchorOptions}
          onChange={(anchor) => onChange({ anchor })}
        />
      </ForWhichModels>
      <Field
        label="Why this severity"
        value={form.rationale}
        rows={2}
        onChange={(rationale) => onChange({ rationale })}
      />
    </>
  );
}

const threatEntry: EntryForm<ThreatForm> = {
  kind: 'threat',
  formOf: (entry) => (entry ? threatForm(entry) : emptyThreat),
  nameOf: ({ name }) => name,
  operationsOf: (id, { isNew, ...edited }) =>
    isNew ? addThreat(id, edited.after, edited.because) : threatOperations(id, edited),
};

/** What it is treated by, noticed by, and settled by. */
function Links({ form, onChange, work }: PartProps & { readonly work: Work }) {
  const { package: own, preview } = work;
  const options = React.useMemo(
    () => ({
      mitigations: optionsFor(own, preview.packages, mitigationsOf),
      events: optionsFor(own, preview.packages, eventsOf),
      questions: own.questions.map(({ id, text }) => ({ ref: id, name: text })),
    }),
    [own, preview],
  );
  return (
    <>
      <LinkRows links={form.links} options={options.mitigations} onChange={(links) => onChange({ links })} />
      <NamePicker
        title="Security events that tell of it"
        add="Add a security event"
        chosen={form.events}
        options={options.events}
        onChange={(events) => onChange({ events })}
      />
      <NamePicker
        title="Questions that settle it"
        add="Add a question"
        help="Asked while its rule cannot say yes or no"
        chosen={form.questions}
        options={options.questions}
        onChange={(questions) => onChange({ questions })}
      />
      <LabelFields
        labels={form.labels}
        onChange={(change) => onChange({ labels: { ...form.labels, ...change } })}
      />
    </>
  );
}

const noExamples: readonly unknown[] = [];

function Examples(props: {
  readonly entry: OpenEntryState<ThreatForm>;
  readonly work: Work;
  readonly threat: KnowledgeThreat | undefined;
}) {
  const { entry, work, threat } = props;
  const known = entry.preview.packages.find((each) => each.id === work.id) ?? work.package;
  return (
    <>
      <ExampleList
        known={known}
        threat={threat}
        examples={work.known.examples[work.id]?.[entry.target] ?? noExamples}
        shipped={!entry.isNew && work.known.own.shipped.some(({ id }) => id === work.id)}
      />
      <ExampleEditor
        known={known}
        threat={threat}
        types={known.entityTypes}
        examples={entry.form.examples}
        onChange={(examples) => entry.change({ examples })}
      />
    </>
  );
}

export function ThreatPanel(props: PanelProps): React.ReactElement {
  const { work } = props;
  const entry = useEntry(props, threatEntry);
  const { form, change, preview } = entry;
  const vocabulary = React.useMemo(
    () => fileVocabulary(work.package, work.preview.packages),
    [work.package, work.preview],
  );
  const errors = ruleErrors(form, vocabulary);
  const rulesHold = !errors.when && !errors.unless;
  const drafted = preview.packages.find((each) => each.id === work.id);
  const threat =
    preview.problems.length === 0 ? drafted?.threats.find(({ id }) => id === entry.target) : undefined;
  const examplesHold = form.examples.every((each) => exampleData(each) !== undefined);
  return (
    <EntryPanel {...props} entry={entry} sound={rulesHold && examplesHold && labelsHold(form.labels)}>
      <Texts form={form} onChange={change} />
      <Severity form={form} onChange={change} />
      <RuleField
        label="When"
        help="For example: flow crosses trust-boundary and flow.encrypted = no"
        value={form.when}
        error={errors.when}
        onChange={(when) => change({ when })}
      />
      <RuleBuilder
        known={work.package}
        anchor={form.anchor}
        rule={form.when}
        onChange={(when) => change({ when })}
      />
      <RuleField
        label="Unless"
        help="Empty = no exception"
        value={form.unless}
        error={errors.unless}
        onChange={(unless) => change({ unless })}
      />
      <Unsound entry={entry} said={!rulesHold} />
      <Examples entry={entry} work={work} threat={threat} />
      <Links form={form} onChange={change} work={work} />
    </EntryPanel>
  );
}
