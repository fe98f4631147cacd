/** Everything about one mitigation: texts, status, Task, the threats that it treats, and what it takes away. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { eventsOfMitigation } from '../../../core/model/edits/events';
import type { MitigationDraft } from '../../../core/model/edits/build';
import { thresholdWords } from '../../../core/model/threshold-words';
import type { Mitigation } from '../../../core/model/mitigation';
import { shareOfThreat } from '../../../core/risk/assess';
import { SidePanel } from '../../../ui/Layers';
import { CommentsSection } from '../comments/CommentsSection';
import { points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { gainRules, WhyNumber } from '../risk/WhyNumber';
import { CreateTasks } from '../tasks/CreateTasks';
import { WorkItemLink } from '../WorkItemLinks';
import { mitigationRows } from './mitigation-rows';
import type { MitigationRow } from './mitigation-rows';
import { MitigationTexts } from './MitigationTexts';
import { OverallStatusChoice } from './OverallStatusChoice';
import { spellCounts } from './overall-status';
import { TaskMark } from './TaskMark';
import { TaskParts } from './TaskParts';
import { TreatedThreats } from './TreatedThreats';

/** Who says the status, where it is not the mitigation itself. */
function sayingOf({ overall, speakingTask }: MitigationRow): string {
  if (overall.kind === 'mixed') {
    const places = spellCounts(overall.counts);
    return speakingTask === undefined ? places : `${places}; elsewhere the Task says it`;
  }
  const { kind } = overall.effective.source;
  if (kind === 'mitigation') return '';
  return kind === 'place' ? 'each of its places says so' : 'the Task says so';
}

function Status({ row }: { readonly row: MitigationRow }): React.ReactElement {
  const { overall } = row;
  const said = sayingOf(row);
  const status = overall.kind === 'same' ? overall.effective.status : undefined;
  // A place's own reason stands at the place, below.
  const own = overall.kind === 'same' && overall.effective.source.kind === 'mitigation';
  return (
    <>
      <OverallStatusChoice row={row} label="Status" /> {said && <span className="wo-quiet">({said})</span>}
      {own && status && 'reason' in status && <p className="wo-prose wo-quote">{status.reason}</p>}
    </>
  );
}

function Backlog({ row }: { readonly row: MitigationRow }): React.ReactElement {
  const { items, readOnly } = useModelView();
  const [creating, setCreating] = React.useState(false);
  const { mitigation, task, stories } = row;
  return (
    <section className="wo-section">
      <h3>Status and backlog</h3>
      <dl className="wo-facts">
        <div>
          <dt>Status</dt>
          <dd>
            <Status row={row} />
          </dd>
        </div>
        <div>
          <dt>Task</dt>
          <dd>
            {task || readOnly ? (
              <TaskMark row={row} />
            ) : (
              <Button text="Create task…" onClick={() => setCreating(true)} />
            )}
            <TaskParts mitigation={mitigation} />
          </dd>
        </div>
        <div>
          <dt>Stories</dt>
          <dd>
            {stories.length === 0 && (
              <span className="wo-quiet">None: link a story to one of its threats.</span>
            )}
            {stories.map((id) => (
              <div key={id}>
                <WorkItemLink id={id} /> {items.get(id)?.title}
              </div>
            ))}
          </dd>
        </div>
      </dl>
      {creating && <CreateTasks mitigations={[mitigation.id]} onClose={() => setCreating(false)} />}
    </section>
  );
}

function Effect({ row }: { readonly row: MitigationRow }): React.ReactElement {
  const { removes, wouldRemove } = row.risk;
  return (
    <section className="wo-section">
      <h3>What it takes away</h3>
      <p>
        Now it takes <strong>{points(removes)}</strong> points of risk away
        {wouldRemove > 0 && (
          <>
            ; when it is done, another <strong>{points(wouldRemove)}</strong>
          </>
        )}
        .
      </p>
      <p className="wo-quiet">
        Each threat below gives what the other mitigations leave of its severity, times the strength here.
        Places where it is rejected or does not apply give nothing.
      </p>
      {removes > 0 && (
        <WhyNumber
          of="Takes away now"
          rule={gainRules.removes}
          value={(each) => shareOfThreat(each, row.mitigation.id).removes}
        />
      )}
      {wouldRemove > 0 && (
        <WhyNumber
          of="Would take away"
          rule={gainRules.wouldRemove}
          value={(each) => shareOfThreat(each, row.mitigation.id).wouldRemove}
        />
      )}
    </section>
  );
}

/** What it makes the application log: the mitigation and its events are one thing to whoever builds them. */
function RaisedEvents({ mitigation }: { readonly mitigation: Mitigation }): React.ReactElement | null {
  const { go } = useHub();
  const { model } = useModelView();
  const events = eventsOfMitigation(model, mitigation.id);
  if (events.length === 0) return null;
  return (
    <section className="wo-section">
      <h3>Events that it raises</h3>
      <ul className="wo-plain-list">
        {events.map(({ id, title, logName, raisedWhen, threshold }) => (
          <li key={id}>
            <button type="button" className="wo-link" onClick={() => go({ model: model.info.id, event: id })}>
              {title}
            </button>{' '}
            <code>{logName}</code>
            <div>{raisedWhen}</div>
            <div className="wo-quiet">Alert: {thresholdWords(threshold)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface MitigationPanelProps {
  readonly mitigation: Mitigation;
  readonly onClose: () => void;
}

export function MitigationPanel({ mitigation, onClose }: MitigationPanelProps): React.ReactElement {
  const { model, index, assessment, items } = useModelView();
  const [draft, setDraft] = React.useState<MitigationDraft | undefined>(undefined);
  const row = React.useMemo(
    () => mitigationRows(model, index, { assessment, items }).find((r) => r.mitigation.id === mitigation.id),
    [model, index, assessment, items, mitigation.id],
  );
  return (
    <SidePanel
      title={mitigation.title}
      subtitle="Mitigation"
      onClose={onClose}
      wide="yes"
      holds={draft ? 'unsaved' : 'nothing'}
    >
      <MitigationTexts mitigation={mitigation} draft={draft} onDraft={setDraft} />
      {row && <Backlog row={row} />}
      <RaisedEvents mitigation={mitigation} />
      {row && <Effect row={row} />}
      <TreatedThreats mitigation={mitigation} />
      <CommentsSection about={{ kind: 'mitigation', id: mitigation.id }} />
    </SidePanel>
  );
}
