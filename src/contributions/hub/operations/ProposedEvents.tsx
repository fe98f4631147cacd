/** The events that the knowledge base has for the threats of this model: looked up when asked for, taken one by one or all. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { KnowledgePackage } from '../../../core/kb/package';
import { proposeEvents, takeEvents } from '../../../core/kb/propose-events';
import type { EventProposal } from '../../../core/kb/propose-events';
import { thresholdWords } from '../../../core/model/threshold-words';
import { Pill } from '../../../ui/Marks';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';
import { severityWords, sourceWords } from '../../../ui/event-words';

interface ItemProps {
  readonly proposal: EventProposal;
  readonly onTake: () => void;
}

function Item({ proposal: { event, threats, present }, onTake }: ItemProps): React.ReactElement {
  const { model, readOnly } = useModelView();
  const titles = threats.flatMap((id) => model.threat.get(id)?.title ?? []);
  return (
    <li className="wo-item">
      <div className="wo-item-head">
        <span className="wo-story">
          <strong>{event.name}</strong>
          <Pill>{severityWords[event.severity]}</Pill>
          <Pill>{sourceWords[event.source]}</Pill>
        </span>
        {!readOnly && <Button text="Take" ariaLabel={`Take ${event.name}`} onClick={onTake} />}
      </div>
      <p>{event.raisedWhen}</p>
      <p className="wo-quiet">
        {present ? 'Already among the events; it would also tell of' : 'It tells of'}{' '}
        {titles.slice(0, 3).join('; ')}
        {titles.length > 3 && ` and ${counted(titles.length - 3, 'other threat')}`}.
      </p>
      <details>
        <summary>When it is an alert and what to do</summary>
        <p>
          <code>{event.logName}</code>: {thresholdWords(event.threshold)}. {event.meaning}
        </p>
        <ul>
          {event.firstResponse.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function List({ packages }: { readonly packages: readonly KnowledgePackage[] }): React.ReactElement {
  const { app } = useHub();
  const { model, applyLoudly, readOnly } = useModelView();
  const top = React.useRef<HTMLParagraphElement>(null);
  const proposals = React.useMemo(() => proposeEvents(model, packages), [model, packages]);
  const take = (taken: readonly EventProposal[], said: string) => {
    applyLoudly(takeEvents(taken, { newId: app.newId }), said);
    top.current?.focus();
  };
  const summary =
    proposals.length === 0
      ? 'The knowledge base has no more events for the threats of this model.'
      : 'What is taken counts as proposed until somebody selects it.';
  return (
    <>
      {/* The button that was pressed goes away with its proposal: the focus comes here rather than nowhere. */}
      <p className="wo-quiet" role="status" ref={top} tabIndex={-1}>
        {summary}
      </p>
      {proposals.length > 1 && !readOnly && (
        <Button
          text={`Take all ${proposals.length}`}
          onClick={() => take(proposals, `${counted(proposals.length, 'event')} taken.`)}
        />
      )}
      <ul className="wo-items">
        {proposals.map((proposal) => (
          <Item
            key={`${proposal.event.package}:${proposal.event.id}`}
            proposal={proposal}
            onTake={() => take([proposal], `“${proposal.event.name}” is among the events now.`)}
          />
        ))}
      </ul>
    </>
  );
}

function Opened(): React.ReactElement {
  const { app } = useHub();
  const [load, again] = useLoad(app.knowledge);
  if (load.kind === 'loading') return <Waiting label="Looking in the knowledge base" />;
  if (load.kind === 'failed') return <Failed reason={load.reason} onRetry={again} />;
  return <List packages={load.value} />;
}

export function ProposedEvents(): React.ReactElement | null {
  const { model } = useModelView();
  const [open, setOpen] = React.useState(false);
  if (model.threat.size === 0) return null;
  return (
    <section className="wo-proposals" aria-label="Events of the knowledge base">
      <h3>
        <button
          type="button"
          className="wo-link"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          Events that the knowledge base proposes
        </button>
      </h3>
      {open && <Opened />}
    </section>
  );
}
