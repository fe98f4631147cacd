/** The work item form, as a page and inside dialogs: shows a form store, and hands it to the extensions on the form. */
import * as React from 'react';
import { accessTo } from '../../page/bootstrap';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Loading } from '../../parts/Loading';
import { field, textOf, type WorkItem } from '../../rest/work-item';
import type { NewItem } from '../../rest/work-items';
import { confirmRefresh, confirmReset } from './confirm';
import { ContributedControls, ContributedGroups, ContributedPages, formPages } from './Contributed';
import { unsavedItem, type Subject } from './draft';
import { FormHead } from './FormHead';
import { FormTabs } from './FormTabs';
import type { FormProps, FormSection } from './form-section';
import { FormStore, type FormState } from './form-store';
import { History } from './History';
import { effectiveRelations } from './relation-edits';
import { formSections } from './sections';

interface WorkItemFormProps {
  readonly subject: Subject;
  /** Told of every save, also of one that an extension asked for. */
  readonly onSaved: (item: WorkItem) => void;
  /** Told which form is shown, so that whoever closes it can ask about its changes. */
  readonly onForm: (form: FormStore) => void;
  readonly openItem: (id: number) => void;
  /** Given where the form can be closed. */
  readonly close?: () => void;
}

/** What it was opened with lies over what every new item of its type begins with. */
async function openNew(shell: Shell, given: NewItem): Promise<WorkItem> {
  const item = unsavedItem(given);
  return { ...item, fields: { ...(await shell.workItems.template(given.type)), ...item.fields } };
}

async function openForm(shell: Shell, subject: Subject): Promise<FormStore> {
  const [process, paths, item] = await Promise.all([
    shell.process(),
    shell.team.paths(),
    subject.kind === 'existing' ? shell.workItems.open(subject.id) : openNew(shell, subject.item),
  ]);
  const rules = await shell.fieldRules(textOf(item, field.type));
  const first = subject.kind === 'new' ? subject.item : undefined;
  // Of a new item the area can still be chosen.
  const access = item.id === 0 ? shell.user.access : accessTo(shell.user, textOf(item, field.area));
  return new FormStore({ workItems: shell.workItems, access, process, paths, rules, first }, item);
}

function useFormState(form: FormStore): FormState {
  const [, setTick] = React.useState(0);
  React.useEffect(() => form.onChanged(() => setTick((tick) => tick + 1)), [form]);
  return form.current();
}

/** Extensions outside of forms find this one while it is open. */
function useOpenForm(shell: Shell, form: FormStore): void {
  const { forms } = shell;
  const place = React.useRef<ReturnType<typeof forms.enter> | undefined>(undefined);
  React.useEffect(() => {
    const entered = forms.enter();
    place.current = entered;
    return () => entered.leave();
  }, [forms]);
  React.useEffect(() => place.current?.show(form), [form, forms]);
}

function Sections({
  column,
  form,
}: {
  readonly column: FormSection['column'];
  readonly form: FormProps;
}): JSX.Element {
  return (
    <React.Fragment>
      {formSections
        .filter((section) => section.column === column && section.fits(form))
        .map(({ id, title, Component }) => (
          // An item's own sections begin anew with it: a half-written comment must not move to the next item.
          <section key={`${form.item.id} ${id}`} className="form-section" aria-label={title}>
            <h2>{title}</h2>
            <Component {...form} />
          </section>
        ))}
    </React.Fragment>
  );
}

interface OpenFormProps extends WorkItemFormProps {
  readonly form: FormStore;
  readonly state: 'shown' | 'replaced';
}

function usePropsOf(form: FormStore, openItem: (id: number) => void): FormProps {
  const { item, draft, relations: edits } = useFormState(form);
  const relations = React.useMemo(() => effectiveRelations(item.relations ?? [], edits), [item, edits]);
  const { process, paths, access, rules } = form.source;
  return {
    item,
    draft,
    relations,
    process,
    paths,
    rules,
    access,
    change: (name, value) => form.change(name, value),
    reload: () => form.readAgain(),
    openItem,
  };
}

function OpenForm({ form, state, onSaved, onForm, openItem, close }: OpenFormProps): JSX.Element {
  const shell = useShell();
  const props = usePropsOf(form, openItem);
  const [tab, setTab] = React.useState('details');
  useOpenForm(shell, form);
  const newest = React.useRef({ onSaved, onForm });
  newest.current = { onSaved, onForm };
  React.useEffect(() => {
    newest.current.onForm(form);
    return form.onEvent(({ kind }) => kind === 'saved' && newest.current.onSaved(form.current().item));
  }, [form]);
  function save(after: 'stay' | 'close'): void {
    // What went wrong stands on the form already.
    form.save().then(
      () => after === 'close' && close?.(),
      () => undefined,
    );
  }
  const type = textOf(props.item, field.type);
  const pages = formPages(shell);
  const chosen = tab === 'history' && form.isNew() ? 'details' : tab;
  return (
    <div className="work-item-form" aria-busy={state === 'replaced'} data-work-item={form.id}>
      <FormHead
        {...props}
        form={form}
        save={save}
        close={close}
        refresh={() => void confirmRefresh(shell.overlays, form)}
        reset={() => void confirmReset(shell.overlays, form)}
      />
      <FormTabs chosen={chosen} choose={setTab} pages={pages} isNew={form.isNew()} />
      <div className="form-columns" role="tabpanel" aria-label="Details" hidden={chosen !== 'details'}>
        <div className="form-column texts">
          <Sections column="texts" form={props} />
        </div>
        <div className="form-column facts">
          <Sections column="facts" form={props} />
          <ContributedControls key={`controls ${type}`} form={form} type={type} />
          <ContributedGroups key={type} form={form} />
        </div>
        <div className="form-column links">
          <Sections column="links" form={props} />
        </div>
      </div>
      {chosen === 'history' && (
        <div className="form-panel" role="tabpanel" aria-label="History">
          <History {...props} />
        </div>
      )}
      <ContributedPages key={`pages ${type}`} form={form} pages={pages} chosen={chosen} />
    </div>
  );
}

/** The form before stays until the next item is there: its frames are reused, as on the original. */
export function WorkItemForm(props: WorkItemFormProps): JSX.Element {
  const shell = useShell();
  const { subject } = props;
  const read = React.useCallback(() => openForm(shell, subject), [shell, subject]);
  const load = useLoad(read);
  const { loaded } = load;
  const shown = React.useRef<FormStore | undefined>(undefined);
  if (loaded.status === 'ready') shown.current = loaded.value;
  if (loaded.status === 'failed') shown.current = undefined;
  const form = shown.current;
  if (!form) {
    return (
      <Loading load={load} what="the work item">
        {() => <React.Fragment />}
      </Loading>
    );
  }
  return <OpenForm {...props} form={form} state={loaded.status === 'ready' ? 'shown' : 'replaced'} />;
}
