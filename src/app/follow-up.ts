/** What became of steps that were overtaken, or whose end nobody knows: read again, and tried again as they were shown. */
import type { Realisation } from '../core/model/mitigation';
import type { Model } from '../core/model/model';
import { sameValue } from '../core/model/same-value';
import { isWriting, stepKey } from '../core/sync/plan';
import type { SyncPlan, WritingStep } from '../core/sync/plan';
import { stillAsShown } from '../core/sync/plan-sync';
import type { ApplyRequest } from './apply-sync';
import { ModelError } from './model-error';
import { openModel } from './open-model';
import type { OpenedModel } from './open-model';
import { AccessError } from './ports';
import type { Ports } from './ports';
import type { StepOutcome, StepRunner } from './run-steps';
import { planBacklogSync } from './sync-backlog';
import type { PlannedSync } from './sync-backlog';

/** How often what is outdated or unsure is looked at again before it is left to the next plan. */
const rounds = 3;

/** A Task that people made becomes the mitigation's own. */
export const takesTask = (step: WritingStep): boolean => step.kind === 'update' && step.takes !== undefined;
/** Steps after which a Task carries a link that the model may not know yet. */
export const marksTask = (step: WritingStep): boolean => step.kind === 'create' || takesTask(step);

export interface Run {
  readonly ports: Ports;
  readonly request: ApplyRequest;
  readonly shown: ReadonlyMap<string, WritingStep>;
  readonly runner: StepRunner;
}

/** Everything is read again; the realisations that were shown keep their ids. */
export async function planAgain(
  { ports, request, shown }: Omit<Run, 'runner'>,
  opened: OpenedModel,
): Promise<PlannedSync> {
  const { choice, hubId, depth = 'changes', suspects } = request;
  const seen = [...shown.values()];
  return planBacklogSync(ports, {
    model: opened.model,
    opened,
    choice,
    hubId,
    depth,
    suspects,
    shown: seen,
  });
}

/** The steps of a fresh plan that are still what the person saw. */
export const asShown = (plan: SyncPlan, shown: Run['shown']): readonly WritingStep[] =>
  plan.steps.filter(isWriting).filter((step) => stillAsShown(step, shown));

const questions = ({ oddities, conflicts }: SyncPlan) =>
  [...oddities, ...conflicts].map((each) => ({
    workItem: each.workItem,
    key: 'key' in each ? each.key : each.kind,
  }));

/** Work items of which the fresh plan asks something that the shown one did not. */
function newQuestions(shown: SyncPlan, fresh: SyncPlan): ReadonlySet<number> {
  const known = new Set(questions(shown).map(({ workItem, key }) => `${key} ${workItem}`));
  const asked = questions(fresh).filter(({ workItem, key }) => !known.has(`${key} ${workItem}`));
  return new Set(asked.map(({ workItem }) => workItem));
}

/** Somebody else did the very step: the model knows all that it was to remember of it. */
function isRemembered(model: Model, step: WritingStep): boolean {
  const after = step.kind === 'update' ? step.after : undefined;
  const known = model.realisation.get(step.realisation);
  return (
    after !== undefined && known !== undefined && sameValue(withoutRevision(known), withoutRevision(after))
  );
}
const withoutRevision = ({ baseline, ...rest }: Realisation) => ({
  ...rest,
  baseline: { ...baseline, rev: 0 },
});

/**
 * What became of steps whose end nobody knows: a Task that was made is there and carries its link; an update that was
 * done is wanted no more. What is still wanted as it was shown is tried again.
 */
function clearUp(run: Run, open: readonly StepOutcome[], fresh: SyncPlan): readonly WritingStep[] {
  const asked = newQuestions(run.request.plan, fresh);
  const again = new Map(asShown(fresh, run.shown).map((step) => [stepKey(step), step]));
  const wanted = new Map(fresh.steps.filter(isWriting).map((step) => [stepKey(step), step]));
  const adopts = new Map(
    fresh.steps.flatMap((step) => (step.kind === 'adopt' ? [[step.realisation, step] as const] : [])),
  );
  return open.flatMap(({ step, result }): readonly WritingStep[] => {
    const adopt = marksTask(step) ? adopts.get(step.realisation) : undefined;
    if (adopt) return [adopt];
    const retry = again.get(stepKey(step));
    if (retry) return [retry];
    // What only the model was to learn is not done because somebody else saved another answer; nor is what somebody
    // else's change made into a question, or into something that nobody wants any more.
    const overtaken = result.kind === 'outdated' && !isRemembered(run.runner.opened.model, step);
    const gone = !overtaken && !wanted.has(stepKey(step)) && 'workItem' in step;
    if (gone && !asked.has(step.workItem)) run.runner.settle(step, { kind: 'done', workItem: step.workItem });
    return [];
  });
}

/** Numbers that a step which was thought lost turned out to have. */
function settleAdopted({ runner }: Run, open: readonly StepOutcome[]): void {
  for (const { step } of open) {
    if (!marksTask(step)) continue;
    const found = [...runner.outcomes.values()].find(
      (each) => each.step.kind === 'adopt' && each.step.realisation === step.realisation,
    );
    if (found?.result.kind !== 'done') continue;
    runner.outcomes.delete(stepKey(found.step));
    runner.settle(step, found.result);
  }
}

/** Looks again as long as something is outdated or unsure; a service that cannot be asked ends it. */
export async function followUp(run: Run): Promise<PlannedSync | undefined> {
  const { ports, request, runner } = run;
  let plan: PlannedSync | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const open = [...runner.outcomes.values()].filter(({ result }) =>
      ['outdated', 'unsure'].includes(result.kind),
    );
    if (open.length === 0 || request.stopped?.()) return plan;
    try {
      const opened = await openModel(ports, request.projectId, request.opened.model.info.id);
      plan = await planAgain(run, opened);
      runner.again(opened);
    } catch (error) {
      if (error instanceof AccessError || error instanceof ModelError) return plan;
      throw error;
    }
    const again = clearUp(run, open, plan);
    await runner.run(again);
    settleAdopted(run, open);
    if (again.length === 0) return plan;
  }
  return plan;
}
