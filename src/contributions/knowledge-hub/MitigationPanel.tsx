/** A mitigation of a package in a form; what is kept goes into the draft. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { asRecord } from '../../core/kb/json-record';
import { entryIn } from '../../core/kb/knowledge-draft';
import type { Operation } from '../../core/kb/overlay-schema';
import { knowledgeControlTypes } from '../../core/kb/package';
import { Choice } from '../../ui/Choice';
import { Field, Labelled } from '../../ui/Field';
import { SidePanel } from '../../ui/Layers';
import type { Work } from './PackageScreen';
import { previewDraft } from './preview';
import { ProblemList } from './ProblemList';
import { idFrom } from './threat-form';
import { useSettled } from './use-knowledge';

interface MitigationForm {
  readonly name: string;
  readonly description: string;
  readonly implement: string;
  /** A test per line. */
  readonly verify: string;
  readonly controlType: string;
  readonly effort: string;
  readonly top: boolean;
}
type Json = Readonly<Record<string, unknown>>;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const efforts = ['', 'xs', 's', 'm', 'l', 'xl'] as const;

function formOf(entry: Json): MitigationForm {
  const verify = Array.isArray(entry['verify']) ? (entry['verify'] as unknown[]) : [];
  return {
    name: text(entry['name']),
    description: text(entry['description']),
    implement: text(entry['implement']),
    verify: verify.map((each) => text(asRecord(each)?.['how'])).join('\n'),
    controlType: text(entry['controlType']) || 'preventive',
    effort: text(entry['effort']),
    top: entry['top'] === true,
  };
}

const tests = (lines: string) =>
  lines
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((how) => ({ how }));

function changes(before: MitigationForm, after: MitigationForm): Json {
  const set = new Map<string, unknown>();
  for (const key of ['name', 'description', 'implement', 'controlType', 'top'] as const)
    if (before[key] !== after[key]) set.set(key, after[key]);
  if (before.effort !== after.effort) set.set('effort', after.effort === '' ? null : after.effort);
  if (before.verify !== after.verify) set.set('verify', tests(after.verify));
  return Object.fromEntries(set);
}

function operationsOf(
  id: string,
  given: {
    readonly isNew: boolean;
    readonly before: MitigationForm;
    readonly after: MitigationForm;
    readonly because: string;
  },
): readonly Operation[] {
  const { isNew, before, after } = given;
  const set = changes(before, after);
  const because = given.because === '' ? {} : { because: given.because };
  if (isNew) {
    const { name, description, controlType } = after;
    return [
      { op: 'add', type: 'mitigation', value: { ...set, id, name, description, controlType }, ...because },
    ];
  }
  return Object.keys(set).length > 0 ? [{ op: 'patch', type: 'mitigation', id, set, ...because }] : [];
}

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
    </>
  );
}

export function MitigationPanel(props: {
  readonly work: Work;
  readonly id: string;
  readonly onClose: () => void;
}): React.ReactElement {
  const { work, id, onClose } = props;
  const [before] = React.useState(() => formOf(entryIn(work.package.file, 'mitigations', id) ?? {}));
  const [form, setForm] = React.useState(before);
  const [because, setBecause] = React.useState('');
  const target = id === '' ? idFrom(form.name, new Set(work.package.mitigations.map((each) => each.id))) : id;
  const operations = (after: MitigationForm) =>
    operationsOf(target, { isNew: id === '', before, after, because });
  const settled = useSettled(form);
  const preview = React.useMemo(
    () =>
      previewDraft(work.known.own, {
        target: work.id,
        ops: [...work.drafts.of(work.id), ...operations(settled)],
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- everything else follows from these
    [settled, work.known, work.id, target],
  );
  const change = (part: Partial<MitigationForm>) => setForm((was) => ({ ...was, ...part }));
  const differs = JSON.stringify(form) !== JSON.stringify(before);
  const done = (ops: readonly Operation[]) => {
    work.change(ops);
    onClose();
  };
  return (
    <SidePanel
      title={id === '' ? 'New mitigation' : 'Mitigation'}
      subtitle={target}
      wide="yes"
      holds={differs ? 'unsaved' : 'nothing'}
      onClose={onClose}
      footer={
        <>
          {id !== '' && (
            <Button
              text="Disable"
              onClick={() =>
                done([{ op: 'disable', type: 'mitigation', id, ...(because === '' ? {} : { because }) }])
              }
            />
          )}
          <Button text="Cancel" onClick={onClose} />
          <Button
            primary={true}
            text="Keep in the draft"
            disabled={!differs || preview.problems.length > 0 || form.name.trim() === ''}
            onClick={() => done(operations(form))}
          />
        </>
      }
    >
      <Fields form={form} onChange={change} />
      {preview.problems.length > 0 && (
        <div className="wo-error-text" role="alert">
          It does not hold together yet:
          <ProblemList problems={preview.problems} />
        </div>
      )}
      <Field
        label="Why you change it"
        value={because}
        onChange={setBecause}
        help="Everybody who meets the change reads it"
      />
    </SidePanel>
  );
}
