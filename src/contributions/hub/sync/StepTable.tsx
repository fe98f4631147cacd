/** What a sync would write, one row per step: what, why, and a tick to leave it out. */
import * as React from 'react';
import { isWriting, stepKey } from '../../../core/sync/plan';
import type { Step, WritingStep } from '../../../core/sync/plan';
import { Button } from 'azure-devops-ui/Button';
import { Pill } from '../../../ui/Marks';
import { TickHead } from '../../../ui/TableParts';
import { toggled } from '../../../ui/toggled';
import { EventLinks } from '../operations/EventLinks';
import { TaskPreview } from '../tasks/TaskPreview';
import { WorkItemLink } from '../WorkItemLinks';

/** As many as somebody reads before pressing Write; the others wait for a press. */
const portion = 100;

const verbs: Readonly<Record<WritingStep['kind'], string>> = {
  create: 'New Task',
  adopt: 'Found again',
  update: 'Update',
  restore: 'Restore',
  delete: 'Delete',
  note: 'Note in the model',
};

const verbOf = (step: WritingStep): string =>
  step.kind === 'update' && step.takes ? 'Take over' : verbs[step.kind];

function Details({ step }: { readonly step: WritingStep }): React.ReactElement | null {
  if (step.kind === 'update') {
    return (
      <ul className="wo-plain-list wo-quiet">
        {step.changes.map(({ what, says }) => (
          <li key={what + says}>{says}</li>
        ))}
      </ul>
    );
  }
  if (step.kind !== 'create') return null;
  const under = step.parent ? (
    <>
      Under <WorkItemLink id={step.parent.id} /> {step.parent.title}
    </>
  ) : (
    'Without a parent: backlogs will hide it'
  );
  return (
    <>
      <div className={step.parent ? 'wo-quiet' : 'wo-warning-text'}>{under}</div>
      <TaskPreview html={String(step.draft.fields['System.Description'] ?? '')} />
    </>
  );
}

export interface StepTableProps {
  readonly steps: readonly Step[];
  /** Which steps are left out, by key; absent = they are done together or not at all. */
  readonly ticks?: {
    readonly left: ReadonlySet<string>;
    readonly onLeft: (left: ReadonlySet<string>) => void;
  };
}

interface TickProps {
  readonly step: WritingStep;
  readonly ticks: NonNullable<StepTableProps['ticks']>;
}

function Tick({ step, ticks }: TickProps): React.ReactElement {
  const { left, onLeft } = ticks;
  const key = stepKey(step);
  return (
    <td className="wo-tick-cell">
      <label className="wo-tick">
        <input
          type="checkbox"
          aria-label={`Do this: ${verbOf(step)}, ${step.title}`}
          checked={!left.has(key)}
          onChange={() => onLeft(toggled(left, key))}
        />
      </label>
    </td>
  );
}

interface RowProps {
  readonly step: WritingStep;
  readonly ticks: StepTableProps['ticks'];
}

function Row({ step, ticks }: RowProps): React.ReactElement {
  return (
    <tr className={ticks?.left.has(stepKey(step)) ? 'wo-muted' : ''}>
      {ticks && <Tick step={step} ticks={ticks} />}
      <td className="wo-step-verb">
        <Pill tone={step.kind === 'delete' ? 'warning' : 'neutral'}>{verbOf(step)}</Pill>
      </td>
      <td>
        <div className="wo-plan-title">
          {'workItem' in step && <WorkItemLink id={step.workItem} />} {step.title}
        </div>
        <div className="wo-quiet">{step.because}</div>
        <EventLinks of={step.mitigation} />
        <Details step={step} />
      </td>
    </tr>
  );
}

/** In portions: what is not shown yet is done with the others all the same, as the button that does it counts. */
export function StepTable({ steps, ticks }: StepTableProps): React.ReactElement {
  const [limit, setLimit] = React.useState(portion);
  const writing = steps.filter(isWriting);
  const rest = writing.length - limit;
  return (
    <>
      <table className={`wo-small-table wo-steps ${ticks ? 'wo-steps-ticked' : ''}`}>
        <thead>
          <tr>
            {ticks && <TickHead label="Do it" />}
            <th scope="col">What</th>
            <th scope="col">Task, and why</th>
          </tr>
        </thead>
        <tbody>
          {writing.slice(0, limit).map((step) => (
            <Row key={stepKey(step)} step={step} ticks={ticks} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <div className="wo-more">
          <Button
            text={`Show more (${rest.toLocaleString('en')} left)`}
            onClick={() => setLimit(limit + portion)}
          />
        </div>
      )}
    </>
  );
}
