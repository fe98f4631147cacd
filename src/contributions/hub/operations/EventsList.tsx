/** The events as a table: what, where it is logged, when it is an alert, which threats; the champion selects. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { chooseEvents, implementEvents, removeEvents } from '../../../core/model/edits/events';
import type { SecurityEvent } from '../../../core/model/event';
import type { EventId } from '../../../core/model/ids';
import { orderedEvents } from '../../../core/operate/coverage';
import { seenEvent } from '../../../core/operate/feed/evidence';
import { thresholdWords } from '../../../core/model/threshold-words';
import { Choice } from '../../../ui/Choice';
import { Pill } from '../../../ui/Marks';
import { severityWords, sourceOptions, sourceWords } from '../../../ui/event-words';
import { SearchBox } from '../../../ui/SearchBox';
import { SelectionBar } from '../../../ui/SelectionBar';
import { Tick, usePortion } from '../../../ui/TableParts';
import { useSelection } from '../../../ui/use-selection';
import type { Selection } from '../../../ui/use-selection';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { choiceOptions, choiceTones, choiceWords } from './event-words';

interface EventFilter {
  readonly text: string;
  readonly source: SecurityEvent['source'] | '';
  readonly choice: SecurityEvent['choice'] | '';
}
const anyEvent: EventFilter = { text: '', source: '', choice: '' };

function matches(event: SecurityEvent, { text, source, choice }: EventFilter): boolean {
  if (source && event.source !== source) return false;
  if (choice && event.choice !== choice) return false;
  const searched = [event.title, event.logName, event.meaning, ...event.attack].join('\n').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

function Filters(props: {
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
  readonly shown: number;
  readonly total: number;
}): React.ReactElement {
  const { filter, onFilter, shown, total } = props;
  return (
    <div className="wo-toolbar" role="search">
      <SearchBox
        label="Filter events"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Choice
        label="Filter by source"
        value={filter.source}
        options={[{ value: '', label: 'Any source' } as const, ...sourceOptions]}
        onChange={(source) => onFilter({ ...filter, source })}
      />
      <Choice
        label="Filter by choice"
        value={filter.choice}
        options={[{ value: '', label: 'Any choice' } as const, ...choiceOptions]}
        onChange={(choice) => onFilter({ ...filter, choice })}
      />
      <span className="wo-quiet wo-toolbar-count" role="status">
        {shown < total ? `${shown} of ${counted(total, 'event')}` : counted(total, 'event')}
      </span>
    </div>
  );
}

interface RowProps {
  readonly event: SecurityEvent;
  readonly ticked: boolean;
  readonly onTick: (id: EventId) => void;
}

function Row({ event, ticked, onTick }: RowProps): React.ReactElement {
  const { app, go } = useHub();
  const { model } = useModelView();
  const seen = seenEvent(model, event.id, app.now());
  const threats = event.threats.flatMap((id) => model.threat.get(id) ?? []);
  const open = () => go({ model: model.info.id, tab: 'operations', event: event.id });
  return (
    <tr
      className={`${ticked ? 'wo-ticked' : ''} ${event.choice === 'declined' ? 'wo-muted' : ''}`}
      onClick={open}
    >
      <td className="wo-tick-cell">
        <Tick
          label={`Select ${event.title}`}
          state={ticked ? 'all' : 'none'}
          onChange={() => onTick(event.id)}
        />
      </td>
      <td className="wo-cell-title">
        <button
          type="button"
          className="wo-link wo-row-title"
          onClick={(click) => {
            click.stopPropagation();
            open();
          }}
        >
          {event.title}
        </button>
        <div className="wo-quiet">
          <code>{event.logName}</code>
        </div>
      </td>
      <td data-label="Where">{sourceWords[event.source]}</td>
      <td data-label="Alert">
        {severityWords[event.severity]}, {thresholdWords(event.threshold)}
        {seen && (
          <div className="wo-quiet">
            {counted(seen.total, 'alert')}, {seen.lately.toLocaleString('en')} in 30 days
          </div>
        )}
      </td>
      <td className="wo-cell-threats" data-label="Threats">
        {threats.length === 0 ? (
          <span className="wo-warning-text">None</span>
        ) : (
          <>
            <span className="wo-two-lines">{threats[0]?.title}</span>
            {threats.length > 1 && <span className="wo-quiet">and {threats.length - 1} more</span>}
          </>
        )}
      </td>
      <td data-label="Choice">
        <Pill tone={choiceTones[event.choice]}>{choiceWords[event.choice]}</Pill>
      </td>
    </tr>
  );
}

function Table(props: {
  readonly events: readonly SecurityEvent[];
  readonly selection: Selection<EventId>;
}): React.ReactElement {
  const { events, selection } = props;
  const { shown, more } = usePortion(events);
  return (
    <>
      <table className="wo-table wo-events">
        <thead>
          <tr>
            <th scope="col" className="wo-tick-cell">
              <Tick label="Select all events" state={selection.all} onChange={selection.toggleAll} />
            </th>
            <th scope="col">Event</th>
            <th scope="col">Where</th>
            <th scope="col">Alert</th>
            <th scope="col">Tells of</th>
            <th scope="col">Choice</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((event) => (
            <Row key={event.id} event={event} ticked={selection.has(event.id)} onTick={selection.toggle} />
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

function Actions({ selection }: { readonly selection: Selection<EventId> }): React.ReactElement {
  const { app } = useHub();
  const { model, applyLoudly } = useModelView();
  const { ids } = selection;
  const what = counted(ids.length, 'event');
  const choose = (choice: SecurityEvent['choice']) => {
    applyLoudly(chooseEvents(model, ids, choice), `${what}: ${choiceWords[choice].toLowerCase()}.`);
    selection.clear();
  };
  return (
    <SelectionBar summary={`${what} ticked`} onClear={selection.clear}>
      <Button primary={true} text="Select" onClick={() => choose('selected')} />
      <Button text="Decline" onClick={() => choose('declined')} />
      <Button
        text="Plan as Tasks"
        tooltipProps={{
          text: 'For selected events of the application: a mitigation each, which Sync writes as a Task',
        }}
        onClick={() => {
          const edit = implementEvents(model, ids, app.newId);
          const made = edit.mitigation?.put?.length ?? 0;
          applyLoudly(
            edit,
            `${counted(made, 'event')} planned: Sync writes ${made === 1 ? 'its Task' : 'their Tasks'}.`,
          );
          selection.clear();
        }}
      />
      <Button
        text="Delete"
        onClick={() => {
          applyLoudly(removeEvents(ids), `${what} deleted.`);
          selection.clear();
        }}
      />
    </SelectionBar>
  );
}

export function EventsList({ onNew }: { readonly onNew: () => void }): React.ReactElement {
  const { model, readOnly } = useModelView();
  const [filter, setFilter] = React.useState(anyEvent);
  const all = React.useMemo(() => orderedEvents(model), [model]);
  const events = React.useMemo(() => all.filter((event) => matches(event, filter)), [all, filter]);
  const ids = React.useMemo(() => events.map(({ id }) => id), [events]);
  const selection = useSelection<EventId>(ids);
  if (all.length === 0) {
    return (
      <section className="wo-card wo-empty">
        <h2>No events yet</h2>
        <p>
          Ask of each threat: what would be in a log if it happened? Write it down here, and operations get
          the alert, its meaning and the first response as rules and a runbook.
        </p>
        {!readOnly && (
          <div className="wo-buttons wo-centred">
            <Button text="Add the first event" onClick={onNew} />
          </div>
        )}
      </section>
    );
  }
  return (
    <>
      <Filters filter={filter} onFilter={setFilter} shown={events.length} total={all.length} />
      <div className="wo-card wo-card-table">
        <Table events={events} selection={selection} />
        {events.length === 0 && <p className="wo-empty wo-quiet">No event matches the filter.</p>}
      </div>
      {selection.ids.length > 0 && !readOnly && <Actions selection={selection} />}
    </>
  );
}
