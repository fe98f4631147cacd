/** The head of a model: its name (renamed in place), how saving stands, undo, and the way back to all models. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import {
  BackIcon,
  CheckIcon,
  DownloadIcon,
  PencilIcon,
  RedoIcon,
  ShieldIcon,
  UndoIcon,
  WarningIcon,
} from '../../ui/icons';
import { useHub } from './hub-context';
import { useModelView } from './model-view';
import { TimerMark } from './timer/TimerMark';

function SavingMark(): React.ReactElement {
  const { saving } = useModelView().state;
  if (saving.kind === 'failed') {
    // The banner under the head says why, and what becomes of the edits.
    return (
      <span className="wo-saving wo-saving-failed">
        <WarningIcon /> Not saved
      </span>
    );
  }
  return (
    <span className="wo-saving wo-quiet" role="status">
      {saving.kind === 'saving' ? (
        'Saving…'
      ) : (
        <>
          <CheckIcon /> Saved
        </>
      )}
    </span>
  );
}

function Name(): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const [draft, setDraft] = React.useState<string | undefined>(undefined);
  const cancelled = React.useRef(false);
  if (draft === undefined) {
    return (
      <div className="wo-title-row">
        <h1>{model.info.name}</h1>
        {!readOnly && (
          <Button
            subtle={true}
            ariaLabel="Rename"
            className="wo-icon-button"
            onClick={() => setDraft(model.info.name)}
          >
            <PencilIcon />
          </Button>
        )}
      </div>
    );
  }
  const finish = () => {
    const name = draft.trim();
    if (!cancelled.current && name && name !== model.info.name) {
      apply({ label: 'Rename model', info: { ...model.info, name } });
    }
    cancelled.current = false;
    setDraft(undefined);
  };
  return (
    <input
      className="wo-input wo-title-input"
      aria-label="Name of the threat model"
      autoFocus={true}
      maxLength={200}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancelled.current = true;
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

const ExportDialog = React.lazy(() => import('./export/ExportDialog'));

/** The way out for a whole model; the writers of all formats are loaded by who exports. */
function Export(): React.ReactElement {
  const [open, setOpen] = React.useState(false);
  return (
    <>
      <Button subtle={true} ariaLabel="Export" onClick={() => setOpen(true)}>
        <DownloadIcon /> <span className="wo-wide-only">Export</span>
      </Button>
      {open && (
        <React.Suspense fallback={null}>
          <ExportDialog onClose={() => setOpen(false)} />
        </React.Suspense>
      )}
    </>
  );
}

export interface ModelHeaderProps {
  readonly onLeave: () => void;
  /** Stands first among the actions. */
  readonly children?: React.ReactNode;
}

export function ModelHeader({ onLeave, children }: ModelHeaderProps): React.ReactElement {
  const { state, session, readOnly } = useModelView();
  const { navigation } = useHub();
  const undo = () => {
    if (session.undo() === 'needed') navigation.toast('This cannot be undone: later work needs it.');
  };
  return (
    <header className="wo-header">
      <div className="wo-header-main">
        <button type="button" className="wo-link wo-crumb" onClick={onLeave}>
          <BackIcon /> All threat models
        </button>
        <div className="wo-title-row">
          <span className="wo-header-mark">
            <ShieldIcon size={22} />
          </span>
          <Name />
        </div>
      </div>
      <div className="wo-header-side">
        <TimerMark />
        {!readOnly && <SavingMark />}
        {children}
        <Export />
        {!readOnly && (
          <Button
            subtle={true}
            disabled={state.undoable === undefined}
            onClick={undo}
            ariaLabel={state.undoable ? `Undo: ${state.undoable}` : 'Undo'}
          >
            <UndoIcon /> <span className="wo-wide-only">Undo</span>
          </Button>
        )}
        {!readOnly && (
          <Button
            subtle={true}
            className="wo-icon-button"
            disabled={state.redoable === undefined}
            onClick={() => session.redo()}
            ariaLabel={state.redoable ? `Redo: ${state.redoable}` : 'Redo'}
          >
            <RedoIcon />
          </Button>
        )}
      </div>
    </header>
  );
}
