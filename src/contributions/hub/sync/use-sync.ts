/** The steps of a sync: look, show, decide, write, report. Nothing is written before somebody says so. */
import * as React from 'react';
import type { Applied } from '../../../app/apply-sync';
import type { PlannedSync } from '../../../app/sync-backlog';
import { noChoice, isWriting, stepKey } from '../../../core/sync/plan';
import type { SyncChoice } from '../../../core/sync/plan';
import type { Model } from '../../../core/model/model';
import { tasksOutOfSight } from '../../../core/sync/out-of-sight';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useLoad } from '../use-load';
import { useModelView } from '../model-view';

/** What came of the last write; it stays on the page while the plan is made anew. */
interface Told {
  readonly problem?: string;
  readonly report?: Applied;
}

export type SyncStage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly reason: string }
  | ({ readonly kind: 'planned'; readonly plan: PlannedSync } & Told)
  | { readonly kind: 'writing'; readonly done: number; readonly total: number; readonly stopping: boolean };

export interface SyncWork {
  readonly stage: SyncStage;
  /** The plan on the page is older than the last answer or the wish for another look. */
  readonly isLooking: boolean;
  readonly choice: SyncChoice;
  /** Looks again, with other answers; `whole` reads everything instead of what changed. */
  readonly look: (choice?: SyncChoice, depth?: 'changes' | 'whole') => void;
  /** Writes the steps that were not ticked off, by their keys. */
  readonly write: (left: ReadonlySet<string>) => void;
  readonly stop: () => void;
}

/** Tasks that this page sees in another project, or no more; the same list as long as it sees the same. */
function useSuspects(): readonly number[] {
  const { app } = useHub();
  const { model, items, asked } = useModelView();
  const [load] = useLoad(app.facts);
  const project = load.kind === 'loaded' ? load.value.name : undefined;
  const key = React.useMemo(
    () => (project === undefined ? '' : tasksOutOfSight(model, { items, asked }, project).join()),
    [model, items, asked, project],
  );
  return React.useMemo(() => (key === '' ? [] : key.split(',').map(Number)), [key]);
}

const toldIn = ({ problem, report }: Told): Told => ({
  ...(problem === undefined ? {} : { problem }),
  ...(report ? { report } : {}),
});

/** Looks and plans: at once, when somebody says something, when the model is another one, and when the page sees a Task that is not where it was. */
function usePlans() {
  const { app } = useHub();
  const { session, model: shown } = useModelView();
  const [stage, setStage] = React.useState<SyncStage>({ kind: 'looking' });
  const [isLooking, setLooking] = React.useState(false);
  const [choice, setChoice] = React.useState<SyncChoice>(noChoice);
  const suspects = useSuspects();
  const seen = React.useRef(suspects);
  const planned = React.useRef<Model | undefined>(undefined);
  // A slower answer to an older question must not replace a newer one; after the page is gone nothing is shown.
  const round = React.useRef(0);
  React.useEffect(() => () => void (round.current = -1), []);

  const plan = React.useCallback(
    (next: SyncChoice, depth: 'changes' | 'whole', told: Told = {}) => {
      if (round.current < 0) return;
      const mine = (round.current += 1);
      const show = (now: SyncStage) => {
        if (mine !== round.current) return;
        setStage(now);
        setLooking(false);
      };
      setChoice(next);
      setLooking(true);
      const { opened, model } = session.current;
      planned.current = model;
      app.planSync({ model, opened, choice: next, depth, suspects: seen.current }).then(
        (made) => show({ kind: 'planned', plan: made, ...told }),
        (error: unknown) => show({ kind: 'failed', reason: sentenceOf(error) }),
      );
    },
    [app, session],
  );
  React.useEffect(() => plan(noChoice, 'changes'), [plan]);
  const now = React.useRef({ choice, stage });
  now.current = { choice, stage };
  // The first plan does not wait for what the page sees of the Tasks; most often that says nothing new.
  React.useEffect(() => {
    const isNews = suspects.some((id) => !seen.current.includes(id));
    seen.current = suspects;
    // An edit of this page or of somebody else, or one that was undone: the plan was made for another model.
    const isOther = planned.current !== shown;
    const { stage: before, choice: said } = now.current;
    if (!(isNews || isOther) || before.kind === 'writing') return;
    plan(said, 'changes', before.kind === 'planned' ? toldIn(before) : {});
  }, [plan, suspects, shown]);
  return { stage, setStage, isLooking, choice, plan, seen };
}

export function useSync(): SyncWork {
  const { app } = useHub();
  const { session, look: lookAtStates } = useModelView();
  const { stage, setStage, isLooking, choice, plan, seen } = usePlans();
  const stopped = React.useRef(false);

  const run = async (planned: Extract<SyncStage, { kind: 'planned' }>, left: ReadonlySet<string>) => {
    stopped.current = false;
    const steps = planned.plan.steps.filter((step) => isWriting(step) && !left.has(stepKey(step)));
    const progress = (done: number, total: number) =>
      setStage({ kind: 'writing', done, total, stopping: stopped.current });
    progress(0, steps.length);
    try {
      // The verb works on what is stored, so the person's last edits must be there first.
      await session.idle();
      if (session.current.saving.kind === 'failed')
        throw new Error('Your last edits are not saved yet. Save them first.');
      const report = await app.applySync({
        opened: session.current.opened,
        plan: { ...planned.plan, steps },
        choice,
        depth: 'changes',
        suspects: seen.current,
        onProgress: progress,
        stopped: () => stopped.current,
      });
      if (report.kind === 'busy') {
        setStage({
          ...planned,
          problem: 'Somebody else is writing for this model right now. Look again in a moment.',
        });
        return;
      }
      session.takeIn(report.opened);
      plan({ ...choice, answers: new Map(), takes: new Map() }, 'changes', { report });
    } catch (error) {
      void session.refresh();
      setStage({
        ...planned,
        problem: `${sentenceOf(error)} What was done so far is found again by the next look.`,
      });
    }
    lookAtStates();
  };
  return {
    stage,
    isLooking,
    choice,
    look: (next = choice, depth = 'changes') => {
      if (stage.kind !== 'planned') setStage({ kind: 'looking' });
      plan(next, depth);
    },
    write: (left) => {
      if (stage.kind === 'planned') void run(stage, left);
    },
    stop: () => {
      stopped.current = true;
      setStage((before) => (before.kind === 'writing' ? { ...before, stopping: true } : before));
    },
  };
}
