/** The steps of making Tasks: plan and show, choose stories, apply with progress, report. Nothing is written before apply. */
import * as React from 'react';
import type { ApplyReport } from '../../../app/apply-sync';
import type { MitigationId } from '../../../core/model/ids';
import type { AdoptStep, CreateStep, Step, SyncChoice, SyncPlan } from '../../../core/sync/plan';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export type Applied = Extract<ApplyReport, { kind: 'applied' }>;
export type TaskStage =
  | { readonly kind: 'planning' }
  | {
      readonly kind: 'planned';
      readonly plan: SyncPlan;
      readonly choice: SyncChoice;
      readonly problem?: string;
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly choice: SyncChoice }
  | { readonly kind: 'applying'; readonly done: number; readonly total: number; readonly stopping: boolean }
  | { readonly kind: 'applied'; readonly report: Applied };

export type WritingStep = CreateStep | AdoptStep;
export const isWriting = (step: Step): step is WritingStep => step.kind === 'create' || step.kind === 'adopt';

/** Asking for Tasks is the approval of their mitigations: so all that are selected are approved with the plan. */
function firstChoice(mitigations: readonly MitigationId[]): SyncChoice {
  const selection = new Set(mitigations);
  return { selection, approve: selection, parents: new Map(), fallbackParent: undefined };
}

/** Only what the dialog shows: new Tasks and found ones, without those that the person ticked off. */
function trimmed(plan: SyncPlan, left: ReadonlySet<MitigationId>): SyncPlan {
  return { ...plan, steps: plan.steps.filter((step) => isWriting(step) && !left.has(step.mitigation)) };
}

export interface TaskPlan {
  readonly stage: TaskStage;
  /** Plans again with other wishes. */
  readonly plan: (choice: SyncChoice) => void;
  readonly apply: (left: ReadonlySet<MitigationId>) => void;
  readonly stop: () => void;
}

/** `mitigations` counts once: the dialog is for those it was opened for. */
export function useTaskPlan(mitigations: readonly MitigationId[]): TaskPlan {
  const { app } = useHub();
  const { session, look } = useModelView();
  const [stage, setStage] = React.useState<TaskStage>({ kind: 'planning' });
  const stopped = React.useRef(false);
  // A slower answer to an older wish must not replace a newer one; after the dialog is gone nothing is shown.
  const round = React.useRef(0);
  React.useEffect(() => () => void (round.current = -1), []);
  const plan = React.useCallback(
    (choice: SyncChoice) => {
      const mine = (round.current += 1);
      const show = (next: TaskStage) => mine === round.current && setStage(next);
      // With what is remembered beside the model, such as values of required fields.
      const { model, opened } = session.current;
      app.planSync({ model, opened, choice, depth: 'whole' }).then(
        (made) => show({ kind: 'planned', plan: made, choice }),
        (error: unknown) => show({ kind: 'failed', reason: sentenceOf(error), choice }),
      );
    },
    [app, session],
  );
  const [first] = React.useState(() => firstChoice(mitigations));
  React.useEffect(() => plan(first), [plan, first]);

  const run = async (planned: Extract<TaskStage, { kind: 'planned' }>, left: ReadonlySet<MitigationId>) => {
    stopped.current = false;
    const wanted = trimmed(planned.plan, left);
    setStage({ kind: 'applying', done: 0, total: wanted.steps.filter(isWriting).length, stopping: false });
    try {
      // The verb works on what is stored, so the person's last edits must be there first.
      await session.idle();
      if (session.current.saving.kind === 'failed')
        throw new Error('Your last edits are not saved yet. Save them first.');
      const report = await app.applySync({
        opened: session.current.opened,
        plan: wanted,
        choice: planned.choice,
        onProgress: (done, total) => setStage({ kind: 'applying', done, total, stopping: stopped.current }),
        stopped: () => stopped.current,
      });
      if (report.kind === 'busy') {
        setStage({
          ...planned,
          problem: 'Somebody else is creating Tasks for this model right now. Try again in a moment.',
        });
        return;
      }
      session.takeIn(report.opened);
      setStage({ kind: 'applied', report });
    } catch (error) {
      // Some may have been made before it failed; a new reading shows them, and planning again finds them.
      void session.refresh();
      setStage({
        ...planned,
        problem: `${sentenceOf(error)} What was made so far is found again by the next plan.`,
      });
    }
    look();
  };
  return {
    stage,
    plan,
    apply: (left) => {
      if (stage.kind === 'planned') void run(stage, left);
    },
    stop: () => {
      stopped.current = true;
      setStage((before) => (before.kind === 'applying' ? { ...before, stopping: true } : before));
    },
  };
}
