/** The Tasks of a mitigation that is split by its places, and the ways to split and to join it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { splitMitigation } from '../../../core/model/edits/split';
import type { Mitigation, Realisation, Treatment } from '../../../core/model/mitigation';
import { placesOfPart } from '../../../core/sync/task-text';
import { Pill } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLink } from '../WorkItemLinks';
import { SplitDialog } from './SplitDialog';

function PartRow({ part }: { readonly part: Realisation }): React.ReactElement {
  const { model, items } = useModelView();
  const { workItem, covers } = part;
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

/** Places that came after the split and that no part covers. */
function uncovered(treatments: readonly Treatment[], parts: readonly Realisation[]): readonly Treatment[] {
  return treatments.filter(({ id }) => !parts.some(({ covers }) => covers === 'all' || covers.includes(id)));
}

export function TaskParts({ mitigation }: { readonly mitigation: Mitigation }): React.ReactElement | null {
  const { app } = useHub();
  const { model, index, applyLoudly, readOnly } = useModelView();
  const [splitting, setSplitting] = React.useState<'shown' | 'hidden'>('hidden');
  const parts = index.realisationsOfMitigation(mitigation.id);
  const treatments = index.treatmentsOfMitigation(mitigation.id);
  const isSplit = parts.some(({ covers }) => covers !== 'all');
  const left = uncovered(treatments, parts);
  if (!isSplit && (treatments.length < 2 || readOnly)) return null;
  const join = () => {
    const all = treatments.map(({ id }) => id);
    const edit = splitMitigation(model, { mitigation: mitigation.id, parts: [all], newId: app.newId });
    const tasks = parts.filter(({ workItem }) => workItem !== null).length;
    const others = tasks > 1 ? ' The Tasks that it lets go of are listed on the Sync page.' : '';
    applyLoudly(edit, `One Task carries all places again.${others}`);
  };
  return (
    <>
      {isSplit && (
        <ul className="wo-plain-list" aria-label="Tasks by place">
          {parts.map((part) => (
            <PartRow key={part.id} part={part} />
          ))}
        </ul>
      )}
      {isSplit && left.length > 0 && (
        <p className="wo-warning-text">
          {left.length === 1 ? 'One place is' : `${left.length} places are`} in none of these Tasks. Split
          again to put {left.length === 1 ? 'it' : 'them'} somewhere.
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
