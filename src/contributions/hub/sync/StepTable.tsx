/** What a sync would write, one row per step: what, why, and a tick to leave it out. */
import * as React from 'react';
import { isWriting, stepKey } from '../../../core/sync/plan';
import type { Step, WritingStep } from '../../../core/sync/plan';
import { Pill } from '../../../ui/Marks';
import { TickHead } from '../../../ui/TableParts';
import { toggled } from '../../../ui/toggled';
import { SafeHtml } from '../../../ui/safe-html';
import { EventLinks } from '../operations/EventLinks';
import { WorkItemLink } from '../WorkItemLinks';

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
      <details className="wo-preview">
        <summary>What the Task will say</summary>
        <SafeHtml html={String(step.draft.fields['System.Description'] ?? '')} />
      </details>
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

export function StepTable({ steps, ticks }: StepTableProps): React.ReactElement {
  return (
    <table className={`wo-small-table wo-steps ${ticks ? 'wo-steps-ticked' : ''}`}>
      <thead>
        <tr>
          {ticks && <TickHead label="Do it" />}
          <th scope="col">What</th>
          <th scope="col">Task, and why</th>
        </tr>
      </thead>
      <tbody>
        {steps.filter(isWriting).map((step) => {
          const key = stepKey(step);
          return (
            <tr key={key} className={ticks?.left.has(key) ? 'wo-muted' : ''}>
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
        })}
      </tbody>
    </table>
  );
}
