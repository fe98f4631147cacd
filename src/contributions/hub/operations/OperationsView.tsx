/** The operations tab: what is watched for, what nobody would see, and the files that a SOC works with. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { coverageOf } from '../../../core/operate/coverage';
import type { Coverage } from '../../../core/operate/coverage';
import { openReviews } from '../../../core/operate/feed/review';
import { asId, eventId } from '../../../core/model/ids';
import { GoneNotice } from '../GoneNotice';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { AlertDesk } from './AlertDesk';
import { CoverageMatrix } from './CoverageMatrix';
import { EventPanel } from './EventPanel';
import { EvidenceView } from './EvidenceView';
import { EventsList } from './EventsList';
import { Files } from './Files';
import { Incidents } from './Incidents';
import { NewEventDialog } from './NewEventDialog';
import { ProposedEvents } from './ProposedEvents';
import './operations.css';

const parts = [
  { id: 'events', name: 'Events' },
  { id: 'coverage', name: 'Coverage' },
  { id: 'seen', name: 'Seen' },
  { id: 'alert', name: 'Look into an alert' },
  { id: 'incidents', name: 'Incidents' },
  { id: 'files', name: 'Files' },
] as const;
type PartId = (typeof parts)[number]['id'];

function Parts({ shown, coverage }: { readonly shown: PartId; readonly coverage: Coverage }) {
  const { app, go } = useHub();
  const { model } = useModelView();
  const reviews = React.useMemo(() => openReviews(model, app.now()).length, [model, app]);
  const counts: Partial<Record<PartId, number>> = {
    events: model.event.size,
    coverage: coverage.findings,
    seen: reviews,
    incidents: [...model.incident.values()].filter(({ state }) => state === 'open').length,
  };
  return (
    <nav className="wo-parts" aria-label="Parts of operations">
      {parts.map(({ id, name }) => {
        const count = counts[id];
        return (
          <button
            key={id}
            type="button"
            aria-current={id === shown ? 'page' : undefined}
            onClick={() => go({ model: model.info.id, tab: 'operations', show: id })}
          >
            {name}
            {count !== undefined && count > 0 && <span className="wo-parts-count">{count}</span>}
          </button>
        );
      })}
    </nav>
  );
}

/** What the page is about, for somebody who has never seen the model. */
function Lead({
  coverage,
  onNew,
  onAlert,
}: {
  readonly coverage: Coverage;
  readonly onNew: () => void;
  /** Undefined where the way to an alert is in sight already. */
  readonly onAlert: (() => void) | undefined;
}) {
  const { model, readOnly } = useModelView();
  const selected = [...model.event.values()].filter(({ choice }) => choice === 'selected').length;
  const { rows, watched, findings } = coverage;
  return (
    <section className="wo-card wo-operations-lead" aria-labelledby="wo-operations-lead">
      <div className="wo-card-head">
        <h2 id="wo-operations-lead">What would tell that {model.info.name} is attacked</h2>
        <div className="wo-buttons">
          {onAlert && <Button text="I have an alert" onClick={onAlert} />}
          {!readOnly && <Button primary={true} text="New event" onClick={onNew} />}
        </div>
      </div>
      {model.info.description && <p className="wo-prose">{model.info.description}</p>}
      <div className="wo-counts">
        <span>
          <strong>{selected}</strong> {selected === 1 ? 'event' : 'events'} selected
        </span>
        <span>
          <strong>
            {watched} of {rows.length}
          </strong>{' '}
          {rows.length === 1 ? 'threat' : 'threats'} watched
        </span>
        <span className={findings > 0 ? 'wo-warning-text' : ''}>
          <strong>{findings}</strong> high or critical and unwatched
        </span>
      </div>
      <p className="wo-quiet">
        An event is one thing in a log. Each says when it becomes an alert, what it means and what to do
        first; the rules for Microsoft Sentinel, Azure Monitor and Sigma are made from it.
      </p>
    </section>
  );
}

function OpenEvent({ wanted, onClose }: { readonly wanted: string; readonly onClose: () => void }) {
  const { model } = useModelView();
  const id = asId(eventId, wanted);
  const event = id && model.event.get(id);
  if (!event) return <GoneNotice what="event" onClose={onClose} />;
  return <EventPanel key={id} event={event} onClose={onClose} />;
}

export function OperationsView(): React.ReactElement {
  const { app, query, go } = useHub();
  const { model, assessment } = useModelView();
  const [adding, setAdding] = React.useState(false);
  const coverage = React.useMemo(() => coverageOf(model, assessment, app.now()), [model, assessment, app]);
  const shown = parts.find(({ id }) => id === query['show'])?.id ?? 'events';
  const wanted = query['event'];
  return (
    <div className="wo-operations">
      <Lead
        coverage={coverage}
        onNew={() => setAdding(true)}
        onAlert={
          shown === 'alert' ? undefined : () => go({ model: model.info.id, tab: 'operations', show: 'alert' })
        }
      />
      <Parts shown={shown} coverage={coverage} />
      {shown === 'events' && <EventsList onNew={() => setAdding(true)} />}
      {shown === 'events' && <ProposedEvents />}
      {shown === 'coverage' && <CoverageMatrix coverage={coverage} />}
      {shown === 'seen' && <EvidenceView />}
      {shown === 'alert' && <AlertDesk />}
      {shown === 'incidents' && <Incidents />}
      {shown === 'files' && <Files />}
      {adding && <NewEventDialog threats={[]} onClose={() => setAdding(false)} />}
      {wanted !== undefined && (
        <OpenEvent
          wanted={wanted}
          onClose={() => go({ model: model.info.id, tab: 'operations', show: shown })}
        />
      )}
    </div>
  );
}

export default OperationsView;
