/** What happened: the incidents that were kept, with their work items and what was learnt. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { removeIncident, setIncidentState } from '../../../core/model/edits/incidents';
import type { LessonFates } from '../../../app/lesson-fates';
import type { Incident } from '../../../core/model/incident';
import { blastParameter } from '../../../core/operate/blast-radius';
import { lessonProposal } from '../../../core/operate/lesson';
import { Pill } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLinks } from '../WorkItemLinks';
import { useLoad } from '../use-load';
import { LessonState } from './LessonState';
import { downloadText } from '../../../ui/hand-over';
import { alertSourceWords } from './event-words';

function Links({ incident }: { readonly incident: Incident }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const threats = incident.threats.flatMap((id) => model.threat.get(id) ?? []);
  return (
    <dl className="wo-facts">
      <div>
        <dt>Threats</dt>
        <dd>
          {threats.length === 0 && <span className="wo-quiet">None that is still in the model</span>}
          {threats.map(({ id, title }) => (
            <div key={id}>
              <button
                type="button"
                className="wo-link"
                onClick={() => go({ model: model.info.id, threat: id })}
              >
                {title}
              </button>
            </div>
          ))}
        </dd>
      </div>
      <div>
        <dt>Work items</dt>
        <dd>
          <WorkItemLinks ids={incident.workItems} />
        </dd>
      </div>
      {incident.lesson && (
        <div>
          <dt>Lesson</dt>
          <dd className="wo-prose">{incident.lesson}</dd>
        </div>
      )}
    </dl>
  );
}

interface ItemProps {
  readonly incident: Incident;
  readonly fates: LessonFates | undefined;
  readonly onProposed: () => void;
}

function Item({ incident, fates, onProposed }: ItemProps): React.ReactElement {
  const { go } = useHub();
  const { model, apply, applyLoudly, readOnly } = useModelView();
  const proposal = lessonProposal(model, incident);
  const isOpen = incident.state === 'open';
  return (
    <li className="wo-card" aria-label={incident.title}>
      <div className="wo-card-head">
        <h2>
          {incident.title} <Pill tone={isOpen ? 'warning' : 'neutral'}>{isOpen ? 'Open' : 'Closed'}</Pill>
        </h2>
        <span className="wo-quiet">
          {alertSourceWords[incident.source]}, {new Date(incident.at).toLocaleString()}
        </span>
      </div>
      {incident.found && <p className="wo-prose">{incident.found}</p>}
      <Links incident={incident} />
      {proposal && <LessonState incident={incident} fates={fates} onProposed={onProposed} />}
      <div className="wo-buttons">
        {!readOnly && (
          <Button
            text={isOpen ? 'Close the incident' : 'Reopen the incident'}
            onClick={() => apply(setIncidentState(model, incident.id, isOpen ? 'closed' : 'open'))}
          />
        )}
        {incident.threats.length > 0 && (
          <Button
            text="Blast radius on the diagram"
            onClick={() =>
              go({
                model: model.info.id,
                tab: 'diagram',
                blast: blastParameter(incident.events.length > 0 ? incident.events : incident.threats),
                show: 'incidents',
              })
            }
          />
        )}
        {proposal && (
          <Button text="Lesson as a file" onClick={() => downloadText(proposal.path, proposal.content)} />
        )}
        {!readOnly && (
          <Button
            text="Delete"
            onClick={() => applyLoudly(removeIncident(incident.id), 'The incident is deleted.')}
          />
        )}
      </div>
    </li>
  );
}

export function Incidents(): React.ReactElement {
  const { model } = useModelView();
  const incidents = [...model.incident.values()].sort(
    (a, b) => Number(a.state === 'closed') - Number(b.state === 'closed') || (a.at < b.at ? 1 : -1),
  );
  const { app } = useHub();
  const told = model.incident;
  const read = React.useCallback(() => app.lessonFates([...told.values()]), [app, told]);
  const [load, again] = useLoad(read);
  const fates = load.kind === 'loaded' ? load.value : undefined;
  if (incidents.length === 0) {
    return (
      <section className="wo-card wo-empty">
        <h2>No incidents yet</h2>
        <p>Look into an alert, and save what was found: the next one who gets it starts from there.</p>
      </section>
    );
  }
  return (
    <>
      <ul className="wo-plain-list wo-incidents">
        {incidents.map((incident) => (
          <Item key={incident.id} incident={incident} fates={fates} onProposed={again} />
        ))}
      </ul>
      <p className="wo-quiet wo-footnote">
        A proposed lesson is read by the security team on the page Threat knowledge of the organisation’s
        settings; every member of the organisation can see it there. It carries the words of the lesson, what
        was found, and events that were written by hand.
      </p>
    </>
  );
}
