/** Threats x events: what is watched, what nobody would see, and who answers for that. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { unwaiveEvent, waiveEvent } from '../../../core/model/edits/events';
import type { SecurityEvent } from '../../../core/model/event';
import type { ThreatId } from '../../../core/model/ids';
import type { Threat } from '../../../core/model/threat';
import type { Coverage, CoverageRow } from '../../../core/operate/coverage';
import { Banner } from '../../../ui/Banner';
import { Field } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { Pill, SeverityMark } from '../../../ui/Marks';
import { usePortion } from '../../../ui/TableParts';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { sightTones, sightWords } from './event-words';
import { NewEventDialog } from './NewEventDialog';

/** Columns that somebody looks along; more events are counted at the end of the row, and named there. */
const columns = 40;

function WaiveDialog({ threat, onClose }: { readonly threat: Threat; readonly onClose: () => void }) {
  const { app } = useHub();
  const { model, apply } = useModelView();
  const [by, setBy] = React.useState('');
  const [reason, setReason] = React.useState('');
  const isReady = by.trim() !== '' && reason.trim() !== '';
  const save = () => {
    apply(waiveEvent(model, { threat: threat.id, by, reason, at: app.now() }, app.newId));
    onClose();
  };
  return (
    <ModalDialog
      title="Leave this threat unwatched?"
      onClose={onClose}
      holds={reason.trim() ? 'unsaved' : 'nothing'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Waive" disabled={!isReady} onClick={save} />
        </>
      }
    >
      <p>
        Nobody would be told of: <strong>{threat.title}</strong>
      </p>
      <Field label="Who answers for it" value={by} onChange={setBy} focusFirst="yes" maxLength={200} />
      <Field
        label="Why is that fine?"
        value={reason}
        onChange={setReason}
        rows={3}
        help="It is shown with the threat, and the finding goes."
      />
    </ModalDialog>
  );
}

function Cell({
  row,
  event,
}: {
  readonly row: CoverageRow;
  readonly event: SecurityEvent;
}): React.ReactElement {
  const tells = row.threat.id !== undefined && event.threats.includes(row.threat.id);
  if (!tells) return <td className="wo-matrix-cell" />;
  const isSelected = event.choice === 'selected';
  return (
    <td className="wo-matrix-cell">
      <span className={isSelected ? 'wo-matrix-on' : 'wo-matrix-maybe'} aria-hidden="true" />
      <span className="wo-hidden">{isSelected ? 'Watched by this event' : 'Proposed'}</span>
    </td>
  );
}

interface RowProps {
  readonly row: CoverageRow;
  readonly events: readonly SecurityEvent[];
  readonly onWaive: (threat: Threat) => void;
  readonly onAdd: (threat: ThreatId) => void;
}

function Row({ row, events, onWaive, onAdd }: RowProps): React.ReactElement {
  const { go } = useHub();
  const { model, apply, readOnly } = useModelView();
  const { threat, severity, sight, waiver } = row;
  const hidden = row.events.filter((event) => !events.includes(event));
  const hiddenNames = hidden.map(({ title }) => title).join(', ');
  const canAct = !readOnly && sight !== 'watched';
  return (
    <tr className={row.isFinding ? 'wo-blind-row' : ''}>
      <th scope="row">
        <button
          type="button"
          className="wo-link wo-row-title"
          onClick={() => go({ model: model.info.id, threat: threat.id })}
        >
          {threat.title}
        </button>
        {waiver && (
          <div className="wo-quiet">
            Waived by {waiver.by}: {waiver.reason}
          </div>
        )}
        {canAct && (
          <div className="wo-matrix-actions">
            <button type="button" className="wo-link" onClick={() => onAdd(threat.id)}>
              Add event<span className="wo-hidden"> for {threat.title}</span>
            </button>
            {waiver ? (
              <button type="button" className="wo-link" onClick={() => apply(unwaiveEvent(model, threat.id))}>
                Take the waiver back<span className="wo-hidden"> of {threat.title}</span>
              </button>
            ) : (
              <button type="button" className="wo-link" onClick={() => onWaive(threat)}>
                Waive…<span className="wo-hidden"> {threat.title}</span>
              </button>
            )}
          </div>
        )}
      </th>
      <td>
        <SeverityMark name={severity} />
      </td>
      <td>
        <Pill tone={sightTones[sight]}>{sightWords[sight]}</Pill>
      </td>
      {events.map((event) => (
        <Cell key={event.id} row={row} event={event} />
      ))}
      {hidden.length > 0 && (
        <td className="wo-quiet" title={hiddenNames}>
          +{hidden.length}
          <span className="wo-hidden"> {hiddenNames}</span>
        </td>
      )}
    </tr>
  );
}

function Summary({ coverage }: { readonly coverage: Coverage }): React.ReactElement {
  const { findings } = coverage;
  if (coverage.rows.length === 0)
    return (
      <Banner tone="info">The model has no threats that apply, so there is nothing to watch for.</Banner>
    );
  if (findings === 0)
    return (
      <Banner tone="success">Every high or critical threat is watched, or somebody answers for it.</Banner>
    );
  return (
    <Banner tone="warning">
      {counted(findings, 'high or critical threat')} {findings === 1 ? 'is' : 'are'} unwatched: if{' '}
      {findings === 1 ? 'it happens' : 'they happen'}, nobody is told.
    </Banner>
  );
}

/**
 * The head of an event's column leads to it. Its log name is what a log is searched by; events that share one are told
 * apart by what is seen.
 */
function Head({ event, isShared }: { readonly event: SecurityEvent; readonly isShared: boolean }) {
  const { go } = useHub();
  const { model } = useModelView();
  return (
    <th scope="col" className="wo-matrix-head">
      <button
        type="button"
        className="wo-link"
        title={event.title}
        onClick={() => go({ model: model.info.id, tab: 'operations', show: 'coverage', event: event.id })}
      >
        {event.logName}
        {isShared && <span className="wo-quiet">: {event.title}</span>}
      </button>
    </th>
  );
}

type Doing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waive'; readonly threat: Threat }
  | { readonly kind: 'add'; readonly threat: ThreatId };

export function CoverageMatrix({ coverage }: { readonly coverage: Coverage }): React.ReactElement {
  const [doing, setDoing] = React.useState<Doing>({ kind: 'nothing' });
  const { shown, more } = usePortion(coverage.rows);
  const events = coverage.events.slice(0, columns);
  const done = () => setDoing({ kind: 'nothing' });
  return (
    <>
      <Summary coverage={coverage} />
      {coverage.rows.length > 0 && (
        <div
          className="wo-card wo-card-table wo-matrix-frame"
          tabIndex={0}
          role="region"
          aria-label="Threats and events"
        >
          <table className="wo-matrix">
            <thead>
              <tr>
                <th scope="col">Threat</th>
                <th scope="col">Severity</th>
                <th scope="col">Watched?</th>
                {events.map((event) => (
                  <Head
                    key={event.id}
                    event={event}
                    isShared={events.some((other) => other !== event && other.logName === event.logName)}
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row
                  key={row.threat.id}
                  row={row}
                  events={events}
                  onWaive={(threat) => setDoing({ kind: 'waive', threat })}
                  onAdd={(threat) => setDoing({ kind: 'add', threat })}
                />
              ))}
            </tbody>
          </table>
          {more}
        </div>
      )}
      <p className="wo-quiet wo-footnote">
        <span className="wo-matrix-on" aria-hidden="true" /> a selected event tells of it{' '}
        <span className="wo-matrix-maybe" aria-hidden="true" /> only proposed. Severity is the one before any
        mitigation.
        {coverage.events.length > columns &&
          ` The first ${columns} of ${counted(coverage.events.length, 'event')} have a column.`}
      </p>
      {doing.kind === 'waive' && <WaiveDialog threat={doing.threat} onClose={done} />}
      {doing.kind === 'add' && <NewEventDialog threats={[doing.threat]} onClose={done} />}
    </>
  );
}
