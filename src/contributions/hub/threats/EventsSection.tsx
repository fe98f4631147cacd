/** What would tell that this threat happens: its events, and for each what raises it. */
import * as React from 'react';
import type { SecurityEvent } from '../../../core/model/event';
import type { Threat } from '../../../core/model/threat';
import { thresholdWords } from '../../../core/model/threshold-words';
import { orderedEvents } from '../../../core/operate/coverage';
import { Pill } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { choiceTones, choiceWords } from '../operations/event-words';
import { WorkItemLinks } from '../WorkItemLinks';

function RaisedBy({ event }: { readonly event: SecurityEvent }): React.ReactElement {
  const { go } = useHub();
  const { model, index } = useModelView();
  if (event.source === 'platform') return <span className="wo-quiet">Raised by the platform.</span>;
  const mitigation = event.mitigation === undefined ? undefined : model.mitigation.get(event.mitigation);
  if (!mitigation) return <span className="wo-quiet">Nobody has planned to write it into the log yet.</span>;
  const tasks = index.realisationsOfMitigation(mitigation.id).flatMap(({ workItem }) => workItem ?? []);
  return (
    <span>
      <span className="wo-quiet">Raised by</span>{' '}
      <button
        type="button"
        className="wo-link"
        onClick={() => go({ model: model.info.id, mitigation: mitigation.id })}
      >
        {mitigation.title}
      </button>{' '}
      {tasks.length > 0 && <WorkItemLinks ids={tasks} />}
    </span>
  );
}

export function EventsSection({ threat }: { readonly threat: Threat }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const events = orderedEvents(model).filter(({ threats }) => threats.includes(threat.id));
  return (
    <section className="wo-section">
      <h3>Events that tell of it</h3>
      {events.length === 0 && (
        <p className="wo-quiet">
          None: nobody would see it happen.{' '}
          <button
            type="button"
            className="wo-link"
            onClick={() => go({ model: model.info.id, tab: 'operations', show: 'coverage' })}
          >
            Open the coverage
          </button>
        </p>
      )}
      <ul className="wo-items">
        {events.map((event) => (
          <li key={event.id} className="wo-item">
            <div className="wo-item-head">
              <button
                type="button"
                className="wo-link wo-row-title"
                onClick={() => go({ model: model.info.id, event: event.id })}
              >
                {event.title}
              </button>
              <Pill tone={choiceTones[event.choice]}>{choiceWords[event.choice]}</Pill>
            </div>
            <div className="wo-quiet">
              <code>{event.logName}</code>, alert {thresholdWords(event.threshold)}
            </div>
            <RaisedBy event={event} />
          </li>
        ))}
      </ul>
    </section>
  );
}
