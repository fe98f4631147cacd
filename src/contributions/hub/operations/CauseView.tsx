/** The answer to an alert, in the order in which somebody acts: do, understand, see how far it goes, see what failed. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { blastParameter } from '../../../core/operate/blast-radius';
import type { AlertMatch } from '../../../core/operate/alerts/resolve-alert';
import { rootCauseOf } from '../../../core/operate/root-cause';
import type { CauseMitigation, FirstStep, Help, RootCause } from '../../../core/operate/root-cause';
import { placeName } from '../../../core/model/model-index';
import { Pill, SeverityMark } from '../../../ui/Marks';
import type { PillTone } from '../../../ui/Marks';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLink } from '../WorkItemLinks';
import { ReachMap } from './ReachMap';

const helpWords: Record<Help, string> = {
  implemented: 'Implemented',
  planned: 'Planned',
  missing: 'Missing',
  'ruled-out': 'Ruled out',
};
const helpTones: Record<Help, PillTone> = {
  implemented: 'success',
  planned: 'warning',
  missing: 'error',
  'ruled-out': 'neutral',
};

/** The last part of an iteration path: people know sprints by it. What stands at the root was never planned. */
const sprintName = (path: string): string =>
  path.includes('\\') ? (path.split('\\').pop() ?? path) : 'in no sprint yet';

function MitigationLink({ id, title }: { readonly id: string; readonly title: string }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  return (
    <button type="button" className="wo-link" onClick={() => go({ model: model.info.id, mitigation: id })}>
      {title}
    </button>
  );
}

function Step({ step }: { readonly step: FirstStep }): React.ReactElement {
  if (step.kind === 'respond') return <>{step.text}</>;
  if (step.kind === 'watch')
    return <>Write an event for “{step.threat.title}”, so that the next time it is seen.</>;
  const { mitigation, task } = step;
  const link = <MitigationLink id={mitigation.id} title={mitigation.title} />;
  const number = task === undefined ? null : <WorkItemLink id={task} />;
  switch (step.kind) {
    case 'check':
      return (
        <>
          Check whether this still holds: {link} {number}
          {mitigation.verify && <div className="wo-quiet">{mitigation.verify}</div>}
        </>
      );
    case 'speed-up':
      return (
        <>
          Bring this forward, it is not done yet: {link} {number}
        </>
      );
    case 'decide':
      return (
        <>
          Decide on this, nobody has yet: {link} {number}
        </>
      );
  }
}

function What({ cause }: { readonly cause: RootCause }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  return (
    <>
      {cause.event?.meaning && <p className="wo-prose">{cause.event.meaning}</p>}
      <h3>What to do first</h3>
      <ol className="wo-steps-list">
        {cause.first.map((step, place) => (
          <li key={place}>
            <Step step={step} />
          </li>
        ))}
      </ol>
      <h3>Threats behind it</h3>
      <ul className="wo-items">
        {cause.threats.map(({ threat, place, current, severity }) => (
          <li key={threat.id} className="wo-item">
            <div className="wo-item-head">
              <button
                type="button"
                className="wo-link wo-row-title"
                onClick={() => go({ model: model.info.id, threat: threat.id })}
              >
                {threat.title}
              </button>
              {(current ?? severity) && <SeverityMark name={current ?? severity ?? 'low'} />}
            </div>
            <span className="wo-quiet">{place}</span>
            {threat.description && <p className="wo-prose">{threat.description}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ row }: { readonly row: CauseMitigation }): React.ReactElement {
  const sprints = row.sprints.map(sprintName).join(', ');
  return (
    <tr>
      <td>
        <Pill tone={helpTones[row.help]}>{helpWords[row.help]}</Pill>
      </td>
      <td>
        <MitigationLink id={row.mitigation.id} title={row.mitigation.title} />
      </td>
      <td>
        <span className="wo-links">
          {row.tasks.length === 0 && <span className="wo-quiet">No Task</span>}
          {row.tasks.map((id) => (
            <WorkItemLink key={id} id={id} />
          ))}
          {sprints && <span>{sprints}</span>}
        </span>
      </td>
    </tr>
  );
}

function Helped({ cause }: { readonly cause: RootCause }): React.ReactElement {
  const { items } = useModelView();
  return (
    <>
      <h3>What should have helped</h3>
      {cause.mitigations.length === 0 ? (
        <p className="wo-quiet">Nothing treats these threats.</p>
      ) : (
        <table className="wo-small-table wo-helped">
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">Mitigation</th>
              <th scope="col">Task and sprint</th>
            </tr>
          </thead>
          <tbody>
            {cause.mitigations.map((row) => (
              <Row key={row.mitigation.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <h3>Stories that brought it</h3>
      {cause.stories.length === 0 && <p className="wo-quiet">No story is linked to these threats.</p>}
      <ul className="wo-plain-list">
        {cause.stories.map(({ story, sprint }) => (
          <li key={story}>
            <WorkItemLink id={story} /> {items.get(story)?.title}{' '}
            {sprint && <span className="wo-quiet">{sprintName(sprint)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The drawing itself, with the same parts marked; it leads back to here. */
function ShowReach({ match }: { readonly match: AlertMatch }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const ids = match.event ? [match.event.id] : match.threats.map(({ id }) => id);
  return (
    <div className="wo-buttons">
      <Button
        text="Show on the diagram"
        onClick={() =>
          go({ model: model.info.id, tab: 'diagram', blast: blastParameter(ids), show: 'alert' })
        }
      />
    </div>
  );
}

interface ReachProps {
  readonly cause: RootCause;
  readonly match: AlertMatch;
}

function Reach({ cause, match }: ReachProps): React.ReactElement {
  const { model } = useModelView();
  const { reach, elements } = cause;
  return (
    <>
      <h3>Blast radius</h3>
      {reach.length === 0 ? (
        <p className="wo-quiet">The model draws no data flow from there.</p>
      ) : (
        <>
          <p className="wo-quiet">
            {counted(reach.length, 'data flow')} and {counted(elements.length, 'element')}: where it strikes,
            what goes in and out there, and what is reached onward along the arrows.
          </p>
          <div className="wo-reach-pair">
            <ReachMap cause={cause} />
            <ol className="wo-reach">
              {reach.slice(0, 30).map(({ flow, steps }) => (
                <li key={flow.id}>
                  <span className="wo-quiet">{steps === 0 ? 'here' : counted(steps, 'step')}</span>{' '}
                  {placeName(model, { kind: 'flow', id: flow.id })}
                </li>
              ))}
            </ol>
          </div>
          <ShowReach match={match} />
          {reach.length > 30 && <p className="wo-quiet">and {reach.length - 30} more</p>}
        </>
      )}
    </>
  );
}

export function CauseView({ match }: { readonly match: AlertMatch }): React.ReactElement {
  const { model, index, assessment, items } = useModelView();
  const cause = React.useMemo(
    () => rootCauseOf({ model, index, assessment, items }, match),
    [model, index, assessment, items, match],
  );
  return (
    <>
      <div className="wo-cause">
        <div>
          <What cause={cause} />
        </div>
        <div>
          <Helped cause={cause} />
        </div>
      </div>
      <div className="wo-cause-reach">
        <Reach cause={cause} match={match} />
      </div>
    </>
  );
}
