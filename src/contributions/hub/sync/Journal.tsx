/** What syncs did, the newest first, and the way back from the last one. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Undoing, UndoReport } from '../../../app/undo-sync';
import { changedWords, doneWords, restInWords, tallyOf } from '../../../core/sync/journal';
import type { JournalEntry, JournalLine } from '../../../core/sync/journal';
import { undoable } from '../../../core/sync/plan-undo';
import { Banner } from '../../../ui/Banner';
import { ModalDialog } from '../../../ui/Layers';
import { counted, sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useOpened } from '../use-opened';
import { Failed, Waiting } from '../Waiting';
import { QueryLink } from '../QueryLink';
import { WorkItemLink } from '../WorkItemLinks';
import { StepTable } from './StepTable';

const shownEntries = 20;

const notDoneWords: Readonly<Record<Exclude<JournalLine['result'], 'done'>, string>> = {
  begun: 'begun, and nobody knows whether it was done',
  refused: 'refused by Azure DevOps',
  outdated: 'not done, somebody else changed it first',
  unsure: 'sent, and nobody knows whether it was done',
  'not-tried': 'not tried',
};
const when = (at: string): string => new Date(at).toLocaleString();

function Lines({ entry, of }: { readonly entry: JournalEntry; readonly of: string }): React.ReactElement {
  const { model } = useModelView();
  return (
    <>
      <QueryLink ids={entry.lines.flatMap(({ workItem }) => workItem ?? [])} of={of} />
      <ul className="wo-plain-list">
        {entry.lines.map((line, at) => (
          <li key={at}>
            {line.workItem !== null && <WorkItemLink id={line.workItem} />}{' '}
            {model.mitigation.get(line.mitigation)?.title ?? 'A mitigation that is gone'}:{' '}
            {line.result === 'done' ? doneWords[line.kind] : notDoneWords[line.result]}
            {line.changed.length > 0 && ` (${changedWords(line)})`}{' '}
            <span className="wo-quiet">{line.because}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Entry({ entry }: { readonly entry: JournalEntry }): React.ReactElement {
  const [isOpen, onToggle] = useOpened();
  const title = entry.kind === 'undo' ? 'Taken back' : 'Sync';
  return (
    <details className="wo-journal-entry" onToggle={onToggle}>
      <summary>
        <strong>{title}</strong>, {when(entry.at)}
        {entry.by && `, ${entry.by.name}`}: {counted(tallyOf(entry).done, 'step')} done
        {restInWords(entry)}
      </summary>
      {isOpen && <Lines entry={entry} of={`${title}, ${when(entry.at)}`} />}
    </details>
  );
}

type UndoStage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'planned'; readonly undoing: Undoing }
  | { readonly kind: 'working'; readonly done: number; readonly total: number; readonly stopping: boolean };

/** How far taking back is. What was taken back when somebody stops stays taken back. */
function UndoProgress(props: {
  readonly stage: Extract<UndoStage, { kind: 'working' }>;
}): React.ReactElement {
  const { done, total, stopping } = props.stage;
  return (
    <div className="wo-progress" role="status">
      <p>
        {stopping ? 'Stopping after this batch… ' : 'Taking back… '}
        {done.toLocaleString('en')} of {total.toLocaleString('en')}
      </p>
      <progress aria-label="Steps taken back" max={Math.max(total, 1)} value={done} />
    </div>
  );
}

/** What would be taken back, and what stays as it is. */
function UndoShown({ undoing }: { readonly undoing: Undoing }): React.ReactElement {
  const { steps, left } = undoing;
  return (
    <>
      <QueryLink
        ids={steps.flatMap((step) => ('workItem' in step ? step.workItem : []))}
        of="what would be taken back"
      />
      {steps.length > 0 && <StepTable steps={steps} />}
      {left.length > 0 && (
        <>
          <h3>What stays as it is</h3>
          <QueryLink ids={left.flatMap(({ workItem }) => workItem ?? [])} of="what stays as it is" />
          <ul className="wo-plain-list">
            {left.map(({ workItem, because }, at) => (
              <li key={at}>
                {workItem !== null && <WorkItemLink id={workItem} />} {because}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What somebody is told when it has ended. */
function undoneInWords({ problem, outcomes }: UndoReport): string {
  if (problem !== undefined) return problem;
  const open = outcomes.filter(({ result }) => result.kind !== 'done').length;
  return open === 0 ? 'The last sync was taken back.' : `${counted(open, 'step')} could not be taken back.`;
}

function UndoDialog({
  onClose,
}: {
  readonly onClose: (done: 'done' | 'nothing') => void;
}): React.ReactElement {
  const { app, navigation } = useHub();
  const { session } = useModelView();
  const [stage, setStage] = React.useState<UndoStage>({ kind: 'looking' });
  React.useEffect(() => {
    let current = true;
    const show = (next: UndoStage) => current && setStage(next);
    app.planUndoSync(session.current.opened).then(
      (undoing) => show(undoing ? { kind: 'planned', undoing } : { kind: 'nothing' }),
      (error: unknown) => show({ kind: 'failed', reason: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [app, session]);
  const stopped = React.useRef(false);
  const run = async ({ undoing }: { readonly undoing: Undoing }) => {
    const onProgress = (done: number, total: number) =>
      setStage({ kind: 'working', done, total, stopping: stopped.current });
    onProgress(0, undoing.steps.length);
    try {
      await session.idle();
      const watch = { onProgress, stopped: () => stopped.current };
      const report = await app.undoSync(session.current.opened, undoing, watch);
      session.takeIn(report.opened);
      navigation.toast(undoneInWords(report));
      onClose('done');
    } catch (error) {
      setStage({ kind: 'failed', reason: sentenceOf(error) });
    }
  };
  const steps = stage.kind === 'planned' ? stage.undoing.steps.length : 0;
  return (
    <ModalDialog
      title="Take the last sync back"
      subtitle="Nothing is written until you say so. What somebody went on from stays."
      wide="yes"
      onClose={() => stage.kind !== 'working' && onClose('nothing')}
      footer={
        <>
          <Button
            text={stage.kind === 'working' ? 'Stop' : 'Cancel'}
            disabled={stage.kind === 'working' && stage.stopping}
            onClick={() => {
              if (stage.kind !== 'working') return onClose('nothing');
              stopped.current = true;
              setStage({ ...stage, stopping: true });
            }}
          />
          {stage.kind === 'planned' && steps > 0 && (
            <Button
              primary={true}
              text={`Take back ${counted(steps, 'step')}`}
              onClick={() => void run(stage)}
            />
          )}
        </>
      }
    >
      {stage.kind === 'looking' && <Waiting label="Looking at the backlog…" />}
      {stage.kind === 'working' && <UndoProgress stage={stage} />}
      {stage.kind === 'failed' && <Banner tone="error">{stage.reason}</Banner>}
      {stage.kind === 'nothing' && <p>There is no sync that can be taken back.</p>}
      {stage.kind === 'planned' && <UndoShown undoing={stage.undoing} />}
    </ModalDialog>
  );
}

type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'read'; readonly entries: readonly JournalEntry[] };

/** `version` changes when something was written: then it is read again. While a sync writes, none is taken back. */
export function Journal(props: {
  readonly version: number;
  readonly isWriting: boolean;
  readonly onUndone: () => void;
}): React.ReactElement {
  const { version, isWriting, onUndone } = props;
  const { app } = useHub();
  const { model, readOnly } = useModelView();
  const [reading, setReading] = React.useState<Reading>({ kind: 'reading' });
  const [undoing, setUndoing] = React.useState<'shown' | 'hidden'>('hidden');
  const read = React.useCallback(() => {
    app.readJournal(model.info.id).then(
      (entries) => setReading({ kind: 'read', entries }),
      (error: unknown) => setReading({ kind: 'failed', reason: sentenceOf(error) }),
    );
  }, [app, model.info.id]);
  React.useEffect(read, [read, version]);
  const entries = reading.kind === 'read' ? reading.entries : [];
  return (
    <section className="wo-card" aria-labelledby="wo-sync-journal">
      <div className="wo-card-head">
        <h2 id="wo-sync-journal">Journal</h2>
        {undoable(entries) && !readOnly && !isWriting && (
          <Button text="Take the last sync back…" onClick={() => setUndoing('shown')} />
        )}
      </div>
      {reading.kind === 'reading' && <Waiting label="Reading the journal…" />}
      {reading.kind === 'failed' && <Failed reason={reading.reason} onRetry={read} />}
      {reading.kind === 'read' && entries.length === 0 && (
        <p className="wo-quiet">
          {isWriting
            ? 'What is being written now will stand here.'
            : 'Nothing has been written yet. Every sync is kept here: what, by whom, and why.'}
        </p>
      )}
      {entries.slice(0, shownEntries).map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {entries.length > shownEntries && (
        <p className="wo-quiet">
          {counted(entries.length - shownEntries, 'older entry', 'older entries')} not shown.
        </p>
      )}
      {undoing === 'shown' && (
        <UndoDialog
          onClose={(done) => {
            setUndoing('hidden');
            if (done === 'done') onUndone();
          }}
        />
      )}
    </section>
  );
}
