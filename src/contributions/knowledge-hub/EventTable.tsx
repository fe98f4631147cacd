/** The security events that come with a package, to be read: what each is, when it alerts, what to do first. */
import * as React from 'react';
import type { KnowledgeEvent, KnowledgePackage } from '../../core/kb/package';
import { thresholdWords } from '../../core/model/threshold-words';
import { Button } from 'azure-devops-ui/Button';
import { SidePanel } from '../../ui/Layers';

const sourceWords = { application: 'The application', platform: 'The platform' } as const;
const severityWords = { informational: 'Informational', low: 'Low', medium: 'Medium', high: 'High' } as const;

function Lines({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <ul className="wo-plain-list">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </dd>
    </>
  );
}

function Line({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </>
  );
}

const fieldText = ({ name, type, sensitive }: KnowledgeEvent['fields'][number]) =>
  `${name}${type ? `: ${type}` : ''}${sensitive ? ', sensitive: hashed or left out' : ''}`;

function EventPanel({ event, onClose }: { readonly event: KnowledgeEvent; readonly onClose: () => void }) {
  return (
    <SidePanel
      title={event.name}
      subtitle={event.id}
      wide="yes"
      onClose={onClose}
      footer={<Button text="Close" onClick={onClose} />}
    >
      <dl className="wo-event-text">
        <Line title="Raised when" text={event.raisedWhen} />
        <Line title="Raised by" text={sourceWords[event.source]} />
        <Line title="Name in the log" text={event.logName} />
        <Line title="Table" text={event.table} />
        <Lines title="Fields" texts={event.fields.map(fieldText)} />
        <Line title="Alert" text={`${severityWords[event.severity]}, ${thresholdWords(event.threshold)}`} />
        <Lines title="False alarms" texts={event.falsePositives} />
        <Line title="What it means" text={event.meaning} />
        <Lines title="First response" texts={event.firstResponse} />
        <Lines title="What may be done without asking" texts={event.automaticResponse} />
        <Line title="ATT&CK" text={event.maps.attack.join(', ')} />
      </dl>
    </SidePanel>
  );
}

export function EventTable({ known }: { readonly known: KnowledgePackage }): React.ReactElement {
  const [search, setSearch] = React.useState('');
  const [open, setOpen] = React.useState<KnowledgeEvent | undefined>(undefined);
  const wanted = search.trim().toLowerCase();
  const found = known.events.filter(({ id, name, logName, raisedWhen }) =>
    `${id} ${name} ${logName} ${raisedWhen}`.toLowerCase().includes(wanted),
  );
  return (
    <section className="wo-card wo-card-table" aria-label="Security events">
      <div className="wo-entry-tools">
        <input
          type="search"
          className="wo-input"
          aria-label="Search security events"
          placeholder="Search security events"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="wo-quiet">They come with the package and cannot be changed here.</span>
      </div>
      <table className="wo-small-table wo-package-table">
        <thead>
          <tr>
            {['Event', 'Raised by', 'Alert', 'When it is raised'].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((event) => (
            <tr key={event.id}>
              <td data-label="Event">
                <button type="button" className="wo-link wo-row-title" onClick={() => setOpen(event)}>
                  {event.name}
                </button>
                <div className="wo-quiet">{event.logName}</div>
              </td>
              <td data-label="Raised by">{sourceWords[event.source]}</td>
              <td data-label="Alert">
                {severityWords[event.severity]}, {thresholdWords(event.threshold)}
              </td>
              <td data-label="When it is raised">{event.raisedWhen}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <EventPanel event={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
