/** The Task of a mitigation: number and state; where it is gone, that, and the way on. */
import * as React from 'react';
import { Pill } from '../../../ui/Marks';
import type { PillTone } from '../../../ui/Marks';
import { useModelView } from '../model-view';
import { ForgetTask, lossOf } from '../tasks/ForgetTask';
import { WorkItemLink } from '../WorkItemLinks';
import type { MitigationRow, MitigationTask } from './mitigation-rows';

function toneOf({ item }: MitigationTask): PillTone {
  if (!item || item.category === 'Removed') return 'warning';
  if (item.category === 'Completed') return 'success';
  return item.category === 'Proposed' ? 'neutral' : 'info';
}

export function TaskMark({ row }: { readonly row: MitigationRow }): React.ReactElement {
  const { asked, readOnly } = useModelView();
  const { task, mitigation } = row;
  if (!task) return <span className="wo-quiet">–</span>;
  const loss = lossOf(task, asked);
  const state = task.item?.state ?? (loss && 'Missing');
  return (
    <span className="wo-links">
      <WorkItemLink id={task.id} />{' '}
      {state ? <Pill tone={toneOf(task)}>{state}</Pill> : <span className="wo-quiet">…</span>}
      {loss && !readOnly && <ForgetTask task={task} loss={loss} of={mitigation.title} />}
    </span>
  );
}
