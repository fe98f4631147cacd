/** The work item form over the page; moves from item to item in place, and asks before unsaved changes are lost. */
import * as React from 'react';
import { pathOf } from '../page/routing';
import { useShell } from '../page/shell';
import { Icon, type IconName } from '../parts/Icon';
import { Modal } from '../parts/Modal';
import type { WorkItem } from '../rest/work-item';
import { mayLoseEdits } from '../views/work-item/confirm';
import type { Subject } from '../views/work-item/draft';
import type { FormStore } from '../views/work-item/form-store';
import { WorkItemForm } from '../views/work-item/WorkItemForm';
import type { Dialog } from './overlay-stack';

type WorkItemOverlay = Extract<Dialog, { kind: 'work-item' | 'new-work-item' }>;

function firstSubject(dialog: WorkItemOverlay): Subject {
  return dialog.kind === 'work-item'
    ? { kind: 'existing', id: dialog.id }
    : { kind: 'new', item: dialog.item };
}

interface StepProps {
  readonly label: string;
  readonly icon: IconName;
  /** Undefined at the end of the list. */
  readonly to: number | undefined;
  readonly go: (id: number) => void;
}

function Step({ label, icon, to, go }: StepProps): JSX.Element {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && go(to)}
    >
      <Icon name={icon} />
    </button>
  );
}

interface CommandsProps {
  readonly id: number;
  readonly trail: readonly number[];
  /** The list that the dialog was opened from. */
  readonly among: readonly number[];
  readonly back: () => void;
  readonly go: (id: number) => void;
}

function Commands({ id, trail, among, back, go }: CommandsProps): JSX.Element {
  const { bootstrap } = useShell();
  const at = among.indexOf(id);
  const path = pathOf(bootstrap.organisation.name, bootstrap.project.name, '_workitems', 'edit', String(id));
  return (
    <React.Fragment>
      {trail.length > 0 && (
        <button type="button" className="button subtle" onClick={back}>
          <Icon name="back" /> Back to {trail[trail.length - 1]}
        </button>
      )}
      {at >= 0 && among.length > 1 && (
        <React.Fragment>
          <Step label="Previous work item" icon="previous" to={among[at - 1]} go={go} />
          <Step label="Next work item" icon="next" to={among[at + 1]} go={go} />
        </React.Fragment>
      )}
      <a className="open-page" href={path} target="_blank" rel="noopener noreferrer">
        Open as a page
      </a>
    </React.Fragment>
  );
}

interface WorkItemDialogProps {
  readonly dialog: WorkItemOverlay;
  readonly remove: () => void;
}

export function WorkItemDialog({ dialog, remove }: WorkItemDialogProps): JSX.Element {
  const { overlays } = useShell();
  const [subject, setSubject] = React.useState(() => firstSubject(dialog));
  const [trail, setTrail] = React.useState<readonly number[]>([]);
  const [created, setCreated] = React.useState<number | undefined>(undefined);
  const saved = React.useRef<WorkItem | undefined>(undefined);
  const form = React.useRef<FormStore | undefined>(undefined);
  const onForm = React.useCallback((shown: FormStore) => {
    form.current = shown;
  }, []);
  const id = subject.kind === 'existing' ? subject.id : created;
  function finish(): void {
    remove();
    dialog.onClose(saved.current);
  }
  async function leave(then: () => void): Promise<void> {
    if (await mayLoseEdits(overlays, form.current)) then();
  }
  function show(to: number, next: readonly number[]): void {
    void leave(() => {
      setTrail(next);
      setSubject({ kind: 'existing', id: to });
    });
  }
  function onSaved(item: WorkItem): void {
    saved.current = item;
    setCreated(item.id);
  }
  function back(): void {
    const to = trail[trail.length - 1];
    if (to !== undefined) show(to, trail.slice(0, -1));
  }
  const among = dialog.kind === 'work-item' ? (dialog.among ?? []) : [];
  return (
    <Modal
      title={id === undefined ? 'New work item' : `Work item ${id}`}
      shape="form"
      lightDismiss={false}
      onDismiss={() => void leave(finish)}
      commands={
        id !== undefined && (
          <Commands id={id} trail={trail} among={among} back={back} go={(to) => show(to, trail)} />
        )
      }
    >
      <WorkItemForm
        subject={subject}
        onSaved={onSaved}
        onForm={onForm}
        openItem={(to) => show(to, id === undefined ? trail : [...trail, id])}
        close={finish}
      />
    </Modal>
  );
}
