/** A question of a package in a form: what is asked, where, and what each answer makes true; kept in the draft. */
import * as React from 'react';
import { parseRuleText } from '../../core/kb/rule-text/parse-rule';
import { fileVocabulary } from '../../core/kb/rule-text/vocabulary';
import { Field } from '../../ui/Field';
import { LabelledChoice } from '../../ui/LabelledChoice';
import { AnswerRows } from './AnswerRows';
import { anchorOptions, ForWhichModels, StrideBoxes } from './EntryFields';
import { EntryPanel, Unsound, useEntry } from './EntryPanel';
import type { EntryForm, PanelProps } from './EntryPanel';
import { emptyQuestion, factsProblem, questionForm, questionOperations } from './question-form';
import type { QuestionForm } from './question-form';
import { labelsHold } from './label-form';
import { LabelFields } from './LabelFields';
import { RuleBuilder } from './RuleBuilder';
import { RuleField } from './RuleField';

interface PartProps {
  readonly form: QuestionForm;
  readonly onChange: (change: Partial<QuestionForm>) => void;
}

function Texts({ form, onChange }: PartProps) {
  return (
    <>
      <Field
        label="Question"
        value={form.text}
        rows={2}
        help="Placeholders: {element.name} {source.name} {target.name} {flow.name}"
        onChange={(text) => onChange({ text })}
      />
      <Field
        label="Why it is asked"
        value={form.rationale}
        rows={2}
        onChange={(rationale) => onChange({ rationale })}
      />
      <Field
        label="What a good answer looks like"
        value={form.goodAnswer}
        rows={2}
        onChange={(goodAnswer) => onChange({ goodAnswer })}
      />
      <Field
        label="Warning signs"
        value={form.warningSigns}
        rows={3}
        help="One per line"
        onChange={(warningSigns) => onChange({ warningSigns })}
      />
      <StrideBoxes stride={form.stride} onChange={(stride) => onChange({ stride })} />
      <ForWhichModels form={form} onChange={onChange}>
        <LabelledChoice
          label="Asked of"
          value={form.anchor}
          options={anchorOptions}
          onChange={(anchor) => onChange({ anchor })}
        />
      </ForWhichModels>
    </>
  );
}

const questionEntry: EntryForm<QuestionForm> = {
  kind: 'question',
  formOf: (entry) => (entry ? questionForm(entry) : emptyQuestion),
  nameOf: ({ text }) => text,
  operationsOf: questionOperations,
};

export function QuestionPanel(props: PanelProps): React.ReactElement {
  const { work } = props;
  const entry = useEntry(props, questionEntry);
  const { form, change } = entry;
  const vocabulary = React.useMemo(
    () => fileVocabulary(work.package, work.preview.packages),
    [work.package, work.preview],
  );
  const rule = parseRuleText(form.when, vocabulary);
  const error = rule.kind === 'error' ? rule.error : undefined;
  const factsHold = form.answers.every(({ sets }) => !factsProblem(sets, vocabulary.properties));
  const isAnswered = form.answers.every(({ label }) => label.trim() !== '');
  return (
    <EntryPanel {...props} entry={entry} sound={!error && factsHold && isAnswered && labelsHold(form.labels)}>
      <Texts form={form} onChange={change} />
      <RuleField
        label="Asked when"
        help="For example: element is process and element.audience is unknown"
        value={form.when}
        error={error}
        onChange={(when) => change({ when })}
      />
      <RuleBuilder
        known={work.package}
        anchor={form.anchor}
        rule={form.when}
        onChange={(when) => change({ when })}
      />
      <Unsound entry={entry} said={error !== undefined || !factsHold} />
      <AnswerRows
        answers={form.answers}
        properties={vocabulary.properties}
        known={work.package.properties}
        onChange={(answers) => change({ answers })}
      />
      <LabelFields
        labels={form.labels}
        onChange={(labels) => change({ labels: { ...form.labels, ...labels } })}
      />
    </EntryPanel>
  );
}
