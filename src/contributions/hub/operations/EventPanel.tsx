/** Everything about one event, in the order in which somebody with an alert at hand asks. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import {
  chooseEvents,
  implementEvents,
  raiseEventBy,
  removeEvents,
  rewriteEvent,
} from '../../../core/model/edits/events';
import type { SecurityEvent } from '../../../core/model/event';
import { asId, mitigationId } from '../../../core/model/ids';
import { placeName } from '../../../core/model/model-index';
import { eventDraftOf, readEventDraft } from '../../../core/operate/event-draft';
import { seenEvent } from '../../../core/operate/feed/evidence';
import { thresholdWords } from '../../../core/model/threshold-words';
import { Banner } from '../../../ui/Banner';
import { Choice } from '../../../ui/Choice';
import { levelWords, severityWords, sourceWords } from '../../../ui/event-words';
import { EventFields } from '../../../ui/EventFields';
import { SidePanel } from '../../../ui/Layers';
import { Pill, SeverityMark } from '../../../ui/Marks';
import { counted } from '../../../ui/words';
import { CommentsSection } from '../comments/CommentsSection';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLinks } from '../WorkItemLinks';
import { EvidenceChart } from './EvidenceChart';
import { choiceOptions } from './event-words';
import { ThreatTicks } from './ThreatTicks';

function Steps({
  title,
  steps,
  none,
}: {
  readonly title: string;
  readonly steps: readonly string[];
  readonly none: string;
}) {
  return (
    <>
      <h3>{title}</h3>
      {steps.length === 0 ? (
        <p className="wo-quiet">{none}</p>
      ) : (
        <ol className="wo-steps-list">
          {steps.map((step, place) => (
            <li key={place}>{step}</li>
          ))}
        </ol>
      )}
    </>
  );
}

/** What to rule out before anybody is woken. */
function HarmlessReasons({ texts }: { readonly texts: readonly string[] }): React.ReactElement | null {
  if (texts.length === 0) return null;
  return (
    <>
      <h3>What may be harmless</h3>
      <ul className="wo-steps-list">
        {texts.map((text, place) => (
          <li key={place}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function ForTheReader({ event }: { readonly event: SecurityEvent }): React.ReactElement {
  return (
    <section className="wo-section" aria-label="Meaning and response">
      <h3>What it means</h3>
      <p className="wo-prose">
        {event.meaning || <span className="wo-quiet">Nobody has written that yet.</span>}
      </p>
      <HarmlessReasons texts={event.falsePositives ?? []} />
      <Steps title="What to do first" steps={event.firstResponse} none="Nobody has written that yet." />
      {event.automaticResponse.length > 0 && (
        <Steps title="What may happen by itself" steps={event.automaticResponse} none="" />
      )}
    </section>
  );
}

function Threats({ event }: { readonly event: SecurityEvent }): React.ReactElement {
  const { go } = useHub();
  const { model, assessment } = useModelView();
  const threats = event.threats.flatMap((id) => model.threat.get(id) ?? []);
  return (
    <section className="wo-section">
      <h3>Threats that it tells of</h3>
      {threats.length === 0 && <p className="wo-quiet">None: edit the event and tick some.</p>}
      <ul className="wo-items">
        {threats.map((threat) => {
          const risk = assessment.threats.get(threat.id);
          return (
            <li key={threat.id} className="wo-item">
              <div className="wo-item-head">
                <button
                  type="button"
                  className="wo-link wo-row-title"
                  onClick={() => go({ model: model.info.id, threat: threat.id })}
                >
                  {threat.title}
                </button>
                {risk && <SeverityMark name={risk.currentName} />}
              </div>
              <span className="wo-quiet">{placeName(model, threat.place)}</span>
            </li>
          );
        })}
      </ul>
      {threats.length > 0 && (
        <div className="wo-buttons">
          <Button
            text="What is reached, on the diagram"
            onClick={() => go({ model: model.info.id, tab: 'diagram', blast: event.id })}
          />
        </div>
      )}
    </section>
  );
}

function Log({ event }: { readonly event: SecurityEvent }): React.ReactElement {
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ['Log name', <code key="name">{event.logName}</code>],
    ['Raised by', sourceWords[event.source]],
    ...(event.table === undefined ? [] : [['Table', event.table] as const]),
    ...(event.selection ?? []).map(({ field, values }) => [field, values.join(' or ')] as const),
    ['Raised when', event.raisedWhen],
    ['Level', levelWords[event.level]],
    ['Alert', `${severityWords[event.severity]}, ${thresholdWords(event.threshold)}`],
    ...(event.attack.length === 0 ? [] : [['ATT&CK', event.attack.join(', ')] as const]),
  ];
  return (
    <section className="wo-section">
      <h3>In the log</h3>
      <dl className="wo-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>Fields</dt>
          <dd>
            {event.fields.length === 0 && <span className="wo-quiet">Only name, level and time.</span>}
            <span className="wo-links">
              {event.fields.map(({ name, sensitive }) => (
                <span key={name}>
                  <code>{name}</code> {sensitive && <Pill tone="warning">Sensitive</Pill>}
                </span>
              ))}
            </span>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function SeenHere({ event }: { readonly event: SecurityEvent }): React.ReactElement | null {
  const { app } = useHub();
  const { model } = useModelView();
  const seen = React.useMemo(() => seenEvent(model, event.id, app.now()), [model, event.id, app]);
  if (!seen) return null;
  return (
    <section className="wo-section">
      <h3>Seen</h3>
      <p>
        <strong>{counted(seen.total, 'alert')}</strong> in all, {seen.lately.toLocaleString('en')} in the last
        30 days; the last one on {seen.last.slice(0, 10)}.
      </p>
      <EvidenceChart seen={seen} what={event.title} span="month" room="panel" />
    </section>
  );
}

function Edit({
  event,
  onDone,
}: {
  readonly event: SecurityEvent;
  readonly onDone: () => void;
}): React.ReactElement {
  const { model, apply } = useModelView();
  const [draft, setDraft] = React.useState(() => eventDraftOf(event));
  const [tried, setTried] = React.useState(false);
  const reading = readEventDraft(draft);
  const problems = tried && reading.kind === 'problems' ? reading.problems : {};
  const save = () => {
    setTried(true);
    if (reading.kind !== 'event') return;
    apply(rewriteEvent(model, event.id, reading.event));
    onDone();
  };
  return (
    <section className="wo-section" aria-label="Edit the event">
      <EventFields draft={draft} onChange={setDraft} problems={problems}>
        <ThreatTicks chosen={draft.threats} onChange={(threats) => setDraft({ ...draft, threats })} />
      </EventFields>
      {Object.keys(problems).length > 0 && (
        <Banner tone="error">Not saved yet: see what is marked above.</Banner>
      )}
      <div className="wo-buttons">
        <Button primary={true} text="Save" onClick={save} />
        <Button text="Cancel" onClick={onDone} />
      </div>
    </section>
  );
}

/** A Task makes the application raise it: a mitigation like any other, with the log contract in its Task. */
function Backlog({ event }: { readonly event: SecurityEvent }): React.ReactElement | null {
  const { app, go } = useHub();
  const { model, index, apply, readOnly } = useModelView();
  if (event.source === 'platform') {
    return (
      <section className="wo-section">
        <h3>In the backlog</h3>
        <p className="wo-quiet">Nothing to build: the platform raises it. Turn the log of its table on.</p>
      </section>
    );
  }
  const mitigation = event.mitigation === undefined ? undefined : model.mitigation.get(event.mitigation);
  const detective = [...model.mitigation.values()].filter(
    ({ id, controlType }) => controlType === 'detective' || id === mitigation?.id,
  );
  const tasks = mitigation
    ? index.realisationsOfMitigation(mitigation.id).flatMap(({ workItem }) => workItem ?? [])
    : [];
  const choices = [
    { value: '', label: 'Nothing yet' },
    ...detective.map(({ id, title }) => ({ value: String(id), label: title })),
  ];
  return (
    <section className="wo-section">
      <h3>In the backlog</h3>
      {mitigation ? (
        <p>
          <button
            type="button"
            className="wo-link"
            onClick={() => go({ model: model.info.id, mitigation: mitigation.id })}
          >
            {mitigation.title}
          </button>{' '}
          {tasks.length > 0 ? (
            <WorkItemLinks ids={tasks} />
          ) : (
            <span className="wo-quiet">It has no Task yet: the Sync tab writes it.</span>
          )}
        </p>
      ) : (
        <p className="wo-quiet">Nobody has planned to write it into the log yet.</p>
      )}
      {!readOnly && (
        <div className="wo-buttons">
          {!mitigation && (
            <Button
              text="Plan as a Task"
              disabled={event.choice !== 'selected'}
              onClick={() => apply(implementEvents(model, [event.id], app.newId))}
            />
          )}
          {choices.length > 1 && (
            <Choice
              label="Mitigation that raises it"
              value={mitigation?.id ?? ''}
              options={choices}
              onChange={(value) => apply(raiseEventBy(model, event.id, asId(mitigationId, value)))}
            />
          )}
        </div>
      )}
    </section>
  );
}

export function EventPanel({
  event,
  onClose,
}: {
  readonly event: SecurityEvent;
  readonly onClose: () => void;
}) {
  const { model, apply, applyLoudly, readOnly } = useModelView();
  const [editing, setEditing] = React.useState(false);
  if (editing) {
    return (
      <SidePanel title={event.title} subtitle="Event" onClose={onClose} wide="yes" holds="unsaved">
        <Edit event={event} onDone={() => setEditing(false)} />
      </SidePanel>
    );
  }
  const remove = () => {
    onClose();
    applyLoudly(removeEvents([event.id]), 'The event is deleted.');
  };
  return (
    <SidePanel title={event.title} subtitle="Event" onClose={onClose} wide="yes">
      <ForTheReader event={event} />
      <Threats event={event} />
      <Log event={event} />
      <SeenHere event={event} />
      <Backlog event={event} />
      <section className="wo-section">
        <h3>Choice of the champion</h3>
        <div className="wo-buttons">
          <Choice
            label="Choice"
            value={event.choice}
            options={choiceOptions}
            disabled={readOnly}
            onChange={(choice) => apply(chooseEvents(model, [event.id], choice))}
          />
          {!readOnly && <Button text="Edit" onClick={() => setEditing(true)} />}
          {!readOnly && <Button text="Delete" onClick={remove} />}
        </div>
        <p className="wo-quiet">Only selected events become rules, tasks and pages of the runbook.</p>
      </section>
      <CommentsSection about={{ kind: 'event', id: event.id }} />
    </SidePanel>
  );
}
