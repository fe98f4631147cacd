/** The plan as people read it: one row per Task, what it will say, where it will stand, and what needs a decision. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { MitigationId } from '../../../core/model/ids';
import type { Step, SyncChoice, SyncPlan } from '../../../core/sync/plan';
import { Banner } from '../../../ui/Banner';
import { TickHead } from '../../../ui/TableParts';
import { Pill } from '../../../ui/Marks';
import { toggled } from '../../../ui/toggled';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { FieldDecision } from './FieldDecision';
import { StoryDecision } from './StoryDecision';
import { isWriting } from './use-task-plan';
import type { WritingStep } from './use-task-plan';
import { TaskPreview } from './TaskPreview';

function Where({ step }: { readonly step: WritingStep }): React.ReactElement {
  if (step.kind === 'adopt') return <span className="wo-quiet">#{step.workItem} is there already</span>;
  if (step.parent) {
    return (
      <span>
        <span className="wo-quiet wo-number">#{step.parent.id}</span> {step.parent.title}
      </span>
    );
  }
  return <span className="wo-warning-text">No parent: backlogs will hide it</span>;
}

function WritingRow(props: {
  readonly step: WritingStep;
  readonly left: boolean;
  readonly onToggle: () => void;
}) {
  const { step, left, onToggle } = props;
  const description = step.kind === 'create' ? String(step.draft.fields['System.Description'] ?? '') : '';
  const muted = left ? 'wo-muted' : '';
  return (
    <>
      <tr className={muted}>
        <td className="wo-tick-cell">
          <label className="wo-tick">
            <input
              type="checkbox"
              aria-label={`Do this: ${step.title}`}
              checked={!left}
              onChange={onToggle}
            />
          </label>
        </td>
        <td>
          <div className="wo-plan-title">
            {step.title} {step.kind === 'adopt' && <Pill tone="info">Found again</Pill>}
          </div>
          <div className="wo-quiet">{step.because}</div>
        </td>
        <td>
          <Where step={step} />
        </td>
        <td className="wo-wide-cell">
          {step.kind === 'create' && <Pill>{String(step.draft.fields['System.Tags'] ?? '')}</Pill>}
        </td>
      </tr>
      {description && (
        <tr className={`wo-preview-row ${muted}`}>
          <td />
          <td colSpan={3}>
            <TaskPreview html={description} />
          </td>
        </tr>
      )}
    </>
  );
}

function Left({ plan }: { readonly plan: SyncPlan }): React.ReactElement | null {
  if (plan.left.length === 0) return null;
  return (
    <details className="wo-preview">
      <summary>{counted(plan.left.length, 'mitigation')} without a step, and why</summary>
      <ul className="wo-plain-list">
        {plan.left.map(({ mitigation, title, because }) => (
          <li key={mitigation}>
            {title} <span className="wo-quiet">{because}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export interface PlanTableProps {
  readonly plan: SyncPlan;
  readonly choice: SyncChoice;
  readonly onChoice: (choice: SyncChoice) => void;
  /** Steps that the person ticked off. */
  readonly left: ReadonlySet<MitigationId>;
  readonly onLeft: (left: ReadonlySet<MitigationId>) => void;
}

function Undecided({
  steps,
  onApprove,
}: {
  readonly steps: readonly Step[];
  readonly onApprove: () => void;
}) {
  if (steps.length === 0) return null;
  return (
    <Banner tone="info" actions={<Button text="Approve them" onClick={onApprove} />}>
      {counted(steps.length, 'mitigation')} {steps.length === 1 ? 'is' : 'are'} not approved yet.
    </Banner>
  );
}

/** Mitigations that a Task which people made looks like: on the Sync page somebody says whether it is theirs. */
function Held({ steps }: { readonly steps: readonly Step[] }) {
  const { go } = useHub();
  const { model } = useModelView();
  if (steps.length === 0) return null;
  return (
    <Banner
      tone="warning"
      actions={<Button text="Decide" onClick={() => go({ model: model.info.id, tab: 'sync' })} />}
    >
      {steps.map(({ mitigation, title, because }) => (
        <div key={mitigation}>
          {title}: {because}
        </div>
      ))}
    </Banner>
  );
}

export function PlanTable({ plan, choice, onChoice, left, onLeft }: PlanTableProps): React.ReactElement {
  const writing = plan.steps.filter(isWriting);
  const homeless = plan.steps.filter((step) => step.kind === 'needs-story');
  const undecided = plan.steps.filter((step) => step.kind === 'needs-approval');
  const toggle = (id: MitigationId) => onLeft(toggled(left, id));
  return (
    <>
      {plan.conflicts.map((conflict) => (
        <Banner key={conflict.realisation} tone="warning">
          {conflict.title}: {conflict.because} No second Task is created for it.
        </Banner>
      ))}
      <Held steps={plan.steps.filter((step) => step.kind === 'needs-decision')} />
      <Undecided steps={undecided} onApprove={() => onChoice({ ...choice, approve: 'all' })} />
      {plan.steps.length === 0 && <p>There is nothing to do: every mitigation that needs a Task has one.</p>}
      <FieldDecision plan={plan} choice={choice} onChoice={onChoice} />
      {homeless.length > 0 && <StoryDecision steps={homeless} choice={choice} onChoice={onChoice} />}
      {writing.length > 0 && (
        <table className="wo-small-table wo-plan">
          <thead>
            <tr>
              <TickHead label="Do it" />
              <th scope="col">Task</th>
              <th scope="col">Under the story</th>
              <th scope="col" className="wo-wide-cell">
                Tag
              </th>
            </tr>
          </thead>
          <tbody>
            {writing.map((step) => (
              <WritingRow
                key={step.mitigation}
                step={step}
                left={left.has(step.mitigation)}
                onToggle={() => toggle(step.mitigation)}
              />
            ))}
          </tbody>
        </table>
      )}
      <Left plan={plan} />
    </>
  );
}
