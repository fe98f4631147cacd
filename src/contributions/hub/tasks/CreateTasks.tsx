/** Makes Tasks for mitigations: the plan first, then what came of it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { MitigationId } from '../../../core/model/ids';
import { Banner } from '../../../ui/Banner';
import { ModalDialog } from '../../../ui/Layers';
import { counted } from '../../../ui/words';
import { Failed, Waiting } from '../Waiting';
import { AppliedReport } from './AppliedReport';
import { PlanTable } from './PlanTable';
import { isWriting, useTaskPlan } from './use-task-plan';
import type { TaskPlan } from './use-task-plan';

function Progress({
  done,
  total,
  stopping,
}: {
  readonly done: number;
  readonly total: number;
  readonly stopping: boolean;
}) {
  return (
    <div className="wo-progress" role="status">
      <p>
        {stopping ? 'Stopping after this batch… ' : 'Creating Tasks… '}
        {done} of {total}
      </p>
      <progress aria-label="Tasks created" max={Math.max(total, 1)} value={done} />
    </div>
  );
}

function Footer(props: {
  readonly tasks: TaskPlan;
  readonly left: ReadonlySet<MitigationId>;
  readonly onClose: () => void;
}): React.ReactElement {
  const { tasks, left, onClose } = props;
  const { stage } = tasks;
  if (stage.kind === 'applying') return <Button text="Stop" disabled={stage.stopping} onClick={tasks.stop} />;
  if (stage.kind !== 'planned')
    return <Button text="Close" primary={stage.kind === 'applied'} onClick={onClose} />;
  const writing = stage.plan.steps.filter((step) => isWriting(step) && !left.has(step.mitigation)).length;
  const text = writing === 0 ? 'Create tasks' : `Create ${counted(writing, 'task')}`;
  return (
    <>
      <Button text="Cancel" onClick={onClose} />
      <Button primary={true} text={text} disabled={writing === 0} onClick={() => tasks.apply(left)} />
    </>
  );
}

export interface CreateTasksProps {
  readonly mitigations: readonly MitigationId[];
  readonly onClose: () => void;
}

export function CreateTasks({ mitigations, onClose }: CreateTasksProps): React.ReactElement {
  const tasks = useTaskPlan(mitigations);
  const [left, setLeft] = React.useState<ReadonlySet<MitigationId>>(new Set());
  const { stage } = tasks;
  return (
    <ModalDialog
      title="Create tasks"
      subtitle={stage.kind === 'applied' ? 'What was done' : 'Nothing is written until you say so.'}
      wide="yes"
      onClose={stage.kind === 'applying' ? () => undefined : onClose}
      footer={<Footer tasks={tasks} left={left} onClose={onClose} />}
    >
      {stage.kind === 'planning' && <Waiting label="Looking at the backlog…" />}
      {stage.kind === 'failed' && <Failed reason={stage.reason} onRetry={() => tasks.plan(stage.choice)} />}
      {stage.kind === 'planned' && (
        <>
          {stage.problem !== undefined && (
            <Banner
              tone="error"
              actions={<Button text="Plan again" onClick={() => tasks.plan(stage.choice)} />}
            >
              {stage.problem}
            </Banner>
          )}
          <PlanTable
            plan={stage.plan}
            choice={stage.choice}
            onChoice={tasks.plan}
            left={left}
            onLeft={setLeft}
          />
        </>
      )}
      {stage.kind === 'applying' && <Progress {...stage} />}
      {stage.kind === 'applied' && <AppliedReport report={stage.report} />}
    </ModalDialog>
  );
}
