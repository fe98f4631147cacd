/** The Tasks of a mitigation that is split by its places, and the ways to split and to join it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { splitMitigation } from '../../../core/model/edits/split';
import type { Mitigation } from '../../../core/model/mitigation';
import { partKey, partsOf } from '../../../core/sync/desk';
import type { Part } from '../../../core/sync/desk';
import { placesOfPart } from '../../../core/sync/task-text';
import { Pill } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLink } from '../WorkItemLinks';
import { SplitDialog } from './SplitDialog';

function PartRow({ part }: { readonly part: Part }): React.ReactElement {
  const { model, items } = useModelView();
  const { realisation, covers } = part;
  const workItem = realisation?.workItem ?? null;
  const places = placesOfPart(model, covers);
  return (
    <li>
      {workItem === null ? (
        <span className="wo-quiet">No Task yet</span>
      ) : (
        <>
          <WorkItemLink id={workItem} /> <Pill>{items.get(workItem)?.state ?? '…'}</Pill>
        </>
      )}{' '}
      {places.length > 0 ? places.join(', ') : <span className="wo-quiet">covers no place</span>}
    </li>
  );
}

export function TaskParts({ mitigation }: { readonly mitigation: Mitigation }): React.ReactElement | null {
  const { app } = useHub();
  const { model, index, applyLoudly, readOnly } = useModelView();
  const [splitting, setSplitting] = React.useState<'shown' | 'hidden'>('hidden');
  const parts = partsOf({ model, index }, mitigation);
  const treatments = index.treatmentsOfMitigation(mitigation.id);
  const isSplit = parts.some(({ covers }) => covers !== 'all');
  const later = parts.some(({ realisation }) => realisation === undefined);
  if (!isSplit && (treatments.length < 2 || readOnly)) return null;
  const join = () => {
    const all = treatments.map(({ id }) => id);
    const edit = splitMitigation(model, { mitigation: mitigation.id, parts: [all], newId: app.newId });
    const tasks = parts.filter(({ realisation }) => realisation?.workItem != null).length;
    const others = tasks > 1 ? ' The Tasks that it lets go of are listed on the Sync page.' : '';
    applyLoudly(edit, `One Task carries all places again.${others}`);
  };
  return (
    <>
      {isSplit && (
        <ul className="wo-plain-list" aria-label="Tasks by place">
          {parts.map((part) => (
            <PartRow key={part.realisation?.id ?? partKey(mitigation.id, part.covers)} part={part} />
          ))}
        </ul>
      )}
      {isSplit && later && (
        <p className="wo-quiet">
          A place came after the split. The next sync makes a Task for it, unless you split otherwise.
        </p>
      )}
      {!readOnly && (
        <div className="wo-buttons">
          <Button
            text={isSplit ? 'Split otherwise…' : 'Split over several Tasks…'}
            disabled={treatments.length < 2}
            onClick={() => setSplitting('shown')}
          />
          {isSplit && <Button text="Join into one Task" onClick={join} />}
        </div>
      )}
      {splitting === 'shown' && (
        <SplitDialog mitigation={mitigation} onClose={() => setSplitting('hidden')} />
      )}
    </>
  );
}
