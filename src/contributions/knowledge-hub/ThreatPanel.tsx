/** A threat of a package in a form: texts, severity, rule, mitigations, examples; what is kept goes into the draft. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { entryIn } from '../../core/kb/knowledge-draft';
import type { Operation } from '../../core/kb/overlay-schema';
import type { KnowledgeThreat } from '../../core/kb/package';
import { fileVocabulary } from '../../core/kb/rule-text/vocabulary';
import { impactLevels, probabilityLevels } from '../../core/model/threat';
import { Choice } from '../../ui/Choice';
import { Field, Labelled } from '../../ui/Field';
import { SidePanel } from '../../ui/Layers';
import { impactWords, probabilityWords } from '../../ui/words';
import { anchorOptions, levelOptions, StrideBoxes } from './EntryFields';
import { exampleData } from './example-form';
import { ExampleEditor } from './ExampleEditor';
import { ExampleList } from './ExampleList';
import { LinkRows } from './LinkRows';
import type { MitigationOption } from './LinkRows';
import type { Work } from './PackageScreen';
import { previewDraft } from './preview';
import { ProblemList } from './ProblemList';
import { RuleField } from './RuleField';
import { addThreat, emptyThreat, idFrom, ruleErrors, threatForm, threatOperations } from './threat-form';
import type { ThreatForm } from './threat-form';
import { useSettled } from './use-knowledge';

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
      <div className="wo-form-row">
        <Labelled label="Probability">
          <Choice
            label="Probability"
            value={form.probability}
            options={known(probabilityLevels, probabilityWords, form.probability)}
            onChange={(probability) => onChange({ probability })}
          />
        </Labelled>
        <Labelled label="Impact">
          <Choice
            label="Impact"
            value={form.impact}
            options={known(impactLevels, impactWords, form.impact)}
            onChange={(impact) => onChange({ impact })}
          />
        </Labelled>
        <Labelled label="Strikes at">
          <Choice
            label="Strikes at"
            value={form.anchor}
            options={anchorOptions}
            onChange={(anchor) => onChange({ anchor })}
          />
        </Labelled>
        <Labelled label="Level">
          <Choice
            label="Level"
            value={form.level}
            options={levelOptions}
            onChange={(level) => onChange({ level })}
          />
        </Labelled>
      </div>
      <label className="wo-mark-line">
        <input type="checkbox" checked={form.top} onChange={() => onChange({ top: !form.top })} /> TOP:
        matters on a small system too
      </label>
      <Field
        label="Why this severity"
        value={form.rationale}
        rows={2}
        onChange={(rationale) => onChange({ rationale })}
      />
    </>
  );
}

function useThreat(work: Work, id: string) {
  const entry = entryIn(work.package.file, 'threats', id);
  const [before] = React.useState(() => (entry ? threatForm(entry) : emptyThreat));
  const [form, setForm] = React.useState(before);
  const [because, setBecause] = React.useState('');
  const taken = new Set(work.package.threats.map((each) => each.id));
  const newId = React.useMemo(() => idFrom(form.name, taken), [form.name]); // eslint-disable-line react-hooks/exhaustive-deps -- the ids of the package do not change while the panel is open
  const target = id === '' ? newId : id;
  const operations = (): readonly Operation[] =>
    id === '' ? addThreat(newId, form, because) : threatOperations(id, { before, after: form, because });
  const settled = useSettled(form);
  const preview = React.useMemo(
    () => {
      const ops =
        id === ''
          ? addThreat(newId, settled, because)
          : threatOperations(id, { before, after: settled, because });
      return previewDraft(work.known.own, { target: work.id, ops: [...work.drafts.of(work.id), ...ops] });
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- everything else follows from these
    [settled, work.known, work.id, newId],
  );
  return { entry, before, form, setForm, because, setBecause, operations, preview, target };
}

function optionsOf({ package: own, preview }: Work): readonly MitigationOption[] {
  const extended = new Set(
    (own.file['extends'] as readonly { readonly id: string }[] | undefined)?.map(({ id }) => id),
  );
  const lent = preview.packages.filter(({ id }) => extended.has(id));
  return [
    ...own.mitigations.map(({ id, name }) => ({ ref: id, name })),
    ...lent.flatMap((each) =>
      each.mitigations.map(({ id, name }) => ({ ref: `${each.id}:${id}`, name: `${name} (${each.name})` })),
    ),
  ];
}

const noExamples: readonly unknown[] = [];

function Examples(props: {
  readonly state: ReturnType<typeof useThreat>;
  readonly work: Work;
  readonly threat: KnowledgeThreat | undefined;
}) {
  const { state, work, threat } = props;
  const known = state.preview.packages.find((each) => each.id === work.id) ?? work.package;
  return (
    <>
      <ExampleList
        known={known}
        threat={threat}
        examples={work.known.examples[work.id]?.[state.target] ?? noExamples}
      />
      <ExampleEditor
        known={known}
        threat={threat}
        types={known.entityTypes}
        examples={state.form.examples}
        onChange={(examples) => state.setForm((before) => ({ ...before, examples }))}
      />
    </>
  );
}

export function ThreatPanel(props: {
  readonly work: Work;
  readonly id: string;
  readonly onClose: () => void;
}): React.ReactElement {
  const { work, id, onClose } = props;
  const state = useThreat(work, id);
  const { form, because, preview, target } = state;
  const vocabulary = React.useMemo(
    () => fileVocabulary(work.package, work.preview.packages),
    [work.package, work.preview],
  );
  const errors = ruleErrors(form, vocabulary);
  const change = (part: Partial<ThreatForm>) => state.setForm((before) => ({ ...before, ...part }));
  const differs = JSON.stringify(form) !== JSON.stringify(state.before);
  const drafted = preview.packages.find((each) => each.id === work.id);
  const sound =
    !errors.when &&
    !errors.unless &&
    preview.problems.length === 0 &&
    form.name.trim() !== '' &&
    form.examples.every((each) => exampleData(each) !== undefined);
  const threat =
    preview.problems.length === 0 ? drafted?.threats.find((each) => each.id === target) : undefined;
  const keep = () => {
    work.change(state.operations());
    onClose();
  };
  const disable = () => {
    work.change([{ op: 'disable', type: 'threat', id, ...(because === '' ? {} : { because }) }]);
    onClose();
  };
  return (
    <SidePanel
      title={id === '' ? 'New threat' : 'Threat'}
      subtitle={target}
      wide="yes"
      holds={differs ? 'unsaved' : 'nothing'}
      onClose={onClose}
      footer={
        <>
          {id !== '' && <Button text="Disable" onClick={disable} />}
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Keep in the draft" disabled={!differs || !sound} onClick={keep} />
        </>
      }
    >
      <Texts form={form} onChange={change} />
      <Severity form={form} onChange={change} />
      <RuleField
        label="When"
        help="For example: flow crosses trust-boundary and flow.encrypted = no"
        value={form.when}
        error={errors.when}
        onChange={(when) => change({ when })}
      />
      <RuleField
        label="Unless"
        help="Empty = no exception"
        value={form.unless}
        error={errors.unless}
        onChange={(unless) => change({ unless })}
      />
      {preview.problems.length > 0 && !errors.when && !errors.unless && (
        <div className="wo-error-text" role="alert">
          It does not hold together yet:
          <ProblemList problems={preview.problems} />
        </div>
      )}
      <Examples state={state} work={work} threat={threat} />
      <LinkRows links={form.links} options={optionsOf(work)} onChange={(links) => change({ links })} />
      <Field
        label="Why you change it"
        value={because}
        onChange={state.setBecause}
        help="Everybody who meets the change reads it"
      />
    </SidePanel>
  );
}
