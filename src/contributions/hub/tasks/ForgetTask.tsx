/** The way on from a Task that is gone: the mitigation lets go of it, so that a new one can be planned. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { forgetTask } from '../../../core/model/edits/build';
import { ModalDialog } from '../../../ui/Layers';
import type { MitigationTask } from '../mitigations/mitigation-rows';
import { useModelView } from '../model-view';

/** `missing`: asked for, and not among the answers. `removed`: there, in a state that says it will not be done. */
export type TaskLoss = 'missing' | 'removed';

export function lossOf(task: MitigationTask, asked: ReadonlySet<number>): TaskLoss | undefined {
  if (!task.item) return asked.has(task.id) ? 'missing' : undefined;
  return task.item.category === 'Removed' ? 'removed' : undefined;
}

function Explanation({ id, loss }: { readonly id: number; readonly loss: TaskLoss }): React.ReactElement {
  return (
    <>
      {loss === 'missing' ? (
        <p>
          #{id} could not be found. It was deleted or moved away, or it may still be there and you may only
          not see it. If a colleague can open it, keep it: a new Task would be a second one.
        </p>
      ) : (
        <p>#{id} was removed from the backlog, so it says nothing about this mitigation any more.</p>
      )}
      <p>
        The mitigation lets go of #{id}, and a new Task can be created. The work item itself is not touched.
        You can undo this.
      </p>
    </>
  );
}

export interface ForgetTaskProps {
  readonly task: MitigationTask;
  readonly loss: TaskLoss;
  /** The title of its mitigation. */
  readonly of: string;
}

export function ForgetTask({ task, loss, of }: ForgetTaskProps): React.ReactElement {
  const { session, applyLoudly } = useModelView();
  const [asking, setAsking] = React.useState(false);
  const close = () => setAsking(false);
  const forget = () => {
    close();
    applyLoudly(forgetTask(session.current.model, task.realisation), `Task #${task.id} is forgotten.`);
  };
  return (
    // React hands clicks in a dialog on to the table row that opened it; they are not meant for the row.
    <span onClick={(event) => event.stopPropagation()}>
      <button
        type="button"
        className="wo-link"
        aria-label={`Forget Task #${task.id} of ${of}`}
        onClick={() => setAsking(true)}
      >
        Forget…
      </button>
      {asking && (
        <ModalDialog
          title={`Forget Task #${task.id}?`}
          onClose={close}
          footer={
            <>
              <Button text="Cancel" onClick={close} />
              <Button primary={true} text="Forget this Task" onClick={forget} />
            </>
          }
        >
          <Explanation id={task.id} loss={loss} />
        </ModalDialog>
      )}
    </span>
  );
}
