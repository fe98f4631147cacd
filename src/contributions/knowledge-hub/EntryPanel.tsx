/**
 * What the panels of a threat, a mitigation and a question share: the form and what it changes, the draft with it over
 * the package, and the frame with its foot. Each panel brings its fields and says when they are sound.
 */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { entryIn } from '../../core/kb/knowledge-draft';
import type { Operation } from '../../core/kb/overlay-schema';
import type { Problem } from '../../core/kb/problem';
import { Field } from '../../ui/Field';
import { SidePanel } from '../../ui/Layers';
import type { EntryKind } from './EntryTables';
import type { Work } from './PackageScreen';
import { previewDraft } from './preview';
import type { Preview } from './preview';
import { ProblemList } from './ProblemList';
import { idFrom } from './threat-form';
import { useSettled } from './use-knowledge';

const listOf = {
  threat: 'threats',
  mitigation: 'mitigations',
  question: 'questions',
  event: 'events',
  entityType: 'entityTypes',
  property: 'properties',
} as const;
const words: Readonly<Record<EntryKind, string>> = {
  threat: 'threat',
  mitigation: 'mitigation',
  question: 'question',
  event: 'security event',
  entityType: 'kind of thing',
  property: 'property',
};
type Json = Readonly<Record<string, unknown>>;

/** What a form changed, and why. */
export interface Edited<Form> {
  readonly isNew: boolean;
  readonly before: Form;
  readonly after: Form;
  readonly because: string;
}

/** How entries of a kind become a form and back. */
export interface EntryForm<Form> {
  readonly kind: EntryKind;
  /** `undefined`: of an entry that is to be made. */
  readonly formOf: (entry: Json | undefined) => Form;
  /** What it is called, and what its id is made of. */
  readonly nameOf: (form: Form) => string;
  readonly operationsOf: (id: string, edited: Edited<Form>) => readonly Operation[];
}

export interface PanelProps {
  readonly work: Work;
  /** '' = a new one. */
  readonly id: string;
  readonly onClose: () => void;
}

export interface OpenEntryState<Form> {
  readonly kind: EntryKind;
  readonly isNew: boolean;
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  readonly because: string;
  readonly setBecause: (because: string) => void;
  /** The entry's id, or the one that a new one gets. */
  readonly target: string;
  readonly differs: boolean;
  readonly isNamed: boolean;
  /** All packages with the draft and this form over them, once the person pauses. */
  readonly preview: Preview;
  /** What was typed last is not in the preview yet. */
  readonly pending: boolean;
  readonly operations: () => readonly Operation[];
  /** What keeps the draft with these operations, too, from holding together. */
  readonly problemsWith: (ops: readonly Operation[]) => readonly Problem[];
}

export function useEntry<Form extends object>(
  { work, id }: Pick<PanelProps, 'work' | 'id'>,
  { kind, formOf, nameOf, operationsOf }: EntryForm<Form>,
): OpenEntryState<Form> {
  const isNew = id === '';
  const list = listOf[kind];
  const [before] = React.useState(() => formOf(isNew ? undefined : entryIn(work.package.file, list, id)));
  const [form, setForm] = React.useState(before);
  const [because, setBecause] = React.useState('');
  const taken = new Set(work.package[list].map((each) => each.id));
  const target = isNew ? idFrom(nameOf(form), taken) : id;
  const settled = useSettled(form);
  const { own } = work.known;
  const draft = work.drafts.of(work.id);
  const withMore = (ops: readonly Operation[]) => ({
    ...draft,
    target: work.id,
    ops: [...draft.ops, ...ops],
  });
  const preview = React.useMemo(() => {
    // Whether a package holds does not hang on why somebody changes it.
    const ops = operationsOf(target, { isNew, before, after: settled, because: '' });
    return previewDraft(own, { ...draft, target: work.id, ops: [...draft.ops, ...ops] });
  }, [own, work.id, draft, operationsOf, target, isNew, before, settled]);
  return {
    kind,
    isNew,
    form,
    change: (part) => setForm((was) => ({ ...was, ...part })),
    because,
    setBecause,
    target,
    differs: JSON.stringify(form) !== JSON.stringify(before),
    isNamed: nameOf(form).trim() !== '',
    preview,
    pending: settled !== form,
    operations: () => operationsOf(target, { isNew, before, after: form, because }),
    problemsWith: (ops) => previewDraft(own, withMore(ops)).problems,
  };
}

/** What keeps the draft from holding together, unless a field says it already, or it is about what stood there before. */
export function Unsound(props: {
  readonly entry: Pick<OpenEntryState<object>, 'preview' | 'pending'>;
  readonly said: boolean;
}) {
  const { preview, pending } = props.entry;
  if (props.said || pending || preview.problems.length === 0) return null;
  return (
    <div className="wo-error-text" role="alert">
      It does not hold together yet:
      <ProblemList problems={preview.problems} />
    </div>
  );
}

export function EntryPanel<Form>(
  props: PanelProps & {
    readonly entry: OpenEntryState<Form>;
    /** Whether the fields hold, besides that the draft does. */
    readonly sound: boolean;
    readonly children: React.ReactNode;
  },
): React.ReactElement {
  const { work, id, onClose, entry, sound, children } = props;
  const { kind, isNew, because, differs, isNamed, preview, pending } = entry;
  const done = (ops: readonly Operation[]) => {
    work.change(ops);
    onClose();
  };
  // Who types and keeps at once is faster than the preview: what does not hold stays in the form, which then says why.
  const keep = () => {
    const ops = entry.operations();
    if (!pending || entry.problemsWith(ops).length === 0) done(ops);
  };
  const [resting, setResting] = React.useState<readonly Problem[]>([]);
  const disable = () => {
    const ops: readonly Operation[] = [
      { op: 'disable', type: kind, id, ...(because === '' ? {} : { because }) },
    ];
    const problems = entry.problemsWith(ops);
    if (problems.length === 0) done(ops);
    else setResting(problems);
  };
  const word = words[kind];
  return (
    <SidePanel
      title={isNew ? `New ${word}` : word.charAt(0).toUpperCase() + word.slice(1)}
      subtitle={entry.target}
      wide="yes"
      holds={differs ? 'unsaved' : 'nothing'}
      onClose={onClose}
      footer={
        <>
          {!isNew && <Button text="Disable" onClick={disable} />}
          <Button text="Cancel" onClick={onClose} />
          <Button
            primary={true}
            text="Keep in the draft"
            disabled={!differs || !isNamed || !sound || (!pending && preview.problems.length > 0)}
            onClick={keep}
          />
        </>
      }
    >
      {children}
      <Field
        label="Why you change it"
        value={because}
        onChange={entry.setBecause}
        help="Everybody who meets the change reads it"
      />
      {resting.length > 0 && (
        <p className="wo-error-text" role="alert">
          It cannot be disabled yet. {resting.map(({ sentence }) => sentence).join(' ')}
        </p>
      )}
    </SidePanel>
  );
}
