/** Applies a plan that a person has seen: claim, look again, write in batches, find what got lost, keep the journal. */
import { applyEdit } from '../core/model/edit';
import type { Realisation } from '../core/model/mitigation';
import type { Model } from '../core/model/model';
import { sameValue } from '../core/model/same-value';
import { modelCollection } from '../core/store/collections';
import { lineOf } from '../core/sync/journal';
import { approvals, newParts } from '../core/sync/record';
import { isWriting, stepKey } from '../core/sync/plan';
import type { Conflict, Oddity, Step, SyncPlan, WritingStep } from '../core/sync/plan';
import { distinctParts, stillAsShown } from '../core/sync/plan-sync';
import { ModelError } from './model-error';
import { openModel } from './open-model';
import type { OpenedModel } from './open-model';
import { AccessError } from './ports';
import type { Ports } from './ports';
import { rememberSync } from './remember-sync';
import { StepRunner } from './run-steps';
import type { StepOutcome } from './run-steps';
import { saveModel } from './save-model';
import { claimSync } from './sync-claim';
import { journaled } from './journaled';
import { planBacklogSync } from './sync-backlog';
import type { PlannedSync, PlanRequest } from './sync-backlog';
import type { LookEnd } from './look-at-backlog';

export type { StepOutcome } from './run-steps';

/** How often what is outdated or unsure is looked at again before it is left to the next plan. */
const rounds = 3;

export interface ApplyRequest extends Omit<PlanRequest, 'model' | 'shown' | 'opened'> {
  readonly projectId: string;
  readonly opened: OpenedModel;
  /** The plan that was shown; nothing outside it is written. */
  readonly plan: SyncPlan & { readonly look?: LookEnd };
  /** Called with how many of how many steps are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between batches; true = stop, keep what is done. */
  readonly stopped?: () => boolean;
}

export interface Applied {
  readonly kind: 'applied';
  readonly opened: OpenedModel;
  readonly outcomes: readonly StepOutcome[];
  /** What the last look still wants: stories, approvals, and what is no longer as it was shown. */
  readonly remaining: readonly Step[];
  readonly conflicts: readonly Conflict[];
  readonly oddities: readonly Oddity[];
  /** Why it ended before everything was tried, as a sentence. */
  readonly problem?: string;
}
export type ApplyReport =
  /** Somebody else is applying to the same model; plan again in a moment. */
  { readonly kind: 'busy'; readonly since: string } | Applied;

/**
 * Making a Task wants a claim: two who make the same one would not see each other. So does saying whose Task one is:
 * that is saved in the model alone, and no revision of the Task tells the next person. All else has a revision.
 */
const wantsClaim = (step: WritingStep): boolean =>
  step.kind === 'create' || step.kind === 'adopt' || step.kind === 'restore' || saysWhoseItIs(step);
const takesTask = (step: WritingStep): boolean => step.kind === 'update' && step.takes !== undefined;
const saysWhoseItIs = (step: WritingStep): boolean =>
  takesTask(step) ||
  (step.kind === 'update' && (step.after === undefined || step.edit?.realisation !== undefined));
/** Steps after which a Task carries a link that the model may not know yet. */
const marksTask = (step: WritingStep): boolean => step.kind === 'create' || takesTask(step);

interface Run {
  readonly ports: Ports;
  readonly request: ApplyRequest;
  readonly shown: ReadonlyMap<string, WritingStep>;
  readonly runner: StepRunner;
}

async function planAgain({ ports, request, shown }: Run, opened: OpenedModel): Promise<PlannedSync> {
  const { choice, hubId, depth = 'changes', suspects } = request;
  return planBacklogSync(ports, {
    model: opened.model,
    opened,
    choice,
    hubId,
    depth,
    suspects,
    shown: [...shown.values()],
  });
}

/** The steps of a fresh plan that are still what the person saw. */
const asShown = (plan: SyncPlan, shown: Run['shown']): readonly WritingStep[] =>
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
async function followUp(run: Run, last: PlannedSync | undefined): Promise<PlannedSync | undefined> {
  const { ports, request, runner } = run;
  let plan = last;
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

/** A Task that waited for an answer when the plan was shown waits still: nobody was asked in between (SPEC S70). */
function stillHeld(shown: SyncPlan, steps: readonly Step[]): readonly Step[] {
  const held = new Map(
    shown.steps.flatMap((step) => (step.kind === 'needs-decision' ? [[step.mitigation, step] as const] : [])),
  );
  return steps.map((step) => (step.kind === 'create' ? (held.get(step.mitigation) ?? step) : step));
}

/** Whether a step of the last look is still to be done: a Task that was found and completed counts as the one made. */
function isUntried(outcomes: readonly StepOutcome[]): (step: Step) => boolean {
  const tried = new Set(outcomes.map(({ step }) => stepKey(step)));
  const found = new Set(
    outcomes.flatMap(({ step, result }) =>
      marksTask(step) && result.kind === 'done' ? step.realisation : [],
    ),
  );
  return (step) => !tried.has(stepKey(step)) && !(step.kind === 'adopt' && found.has(step.realisation));
}

/** What must be there before the first Task is made: approvals, and the parts that it is made for, each place in one. */
async function prepareFirst(
  ports: Ports,
  opened: OpenedModel,
  given: { run: readonly WritingStep[]; request: ApplyRequest },
) {
  const settled = distinctParts(opened.model);
  const making = given.run.filter((step) => step.kind === 'adopt' || marksTask(step));
  const edit = approvals(
    settled,
    making.map(({ mitigation }) => mitigation),
    given.request.choice.approve,
  );
  const parts = newParts(settled, making);
  const isBare = edit.mitigation?.put?.length === 0 && parts.length === 0;
  if (isBare && settled === opened.model) return opened;
  const first = { ...edit, realisation: { put: parts } };
  return (await saveModel(ports, opened, applyEdit(settled, first))).opened;
}

interface Start {
  readonly opened: OpenedModel;
  readonly plan: PlannedSync | undefined;
  readonly steps: readonly WritingStep[];
  readonly mayGoOn: () => Promise<boolean>;
}

async function doSteps(
  ports: Ports,
  request: ApplyRequest,
  given: { start: Start; shown: Run['shown'] },
): Promise<Applied> {
  const { start, shown } = given;
  const { onProgress, stopped, choice } = request;
  const before = start.opened.model;
  const opened = await prepareFirst(ports, start.opened, { run: start.steps, request });
  const runner = new StepRunner({
    ports,
    opened,
    choice,
    mayGoOn: start.mayGoOn,
    ...(onProgress ? { onProgress } : {}),
    ...(stopped ? { stopped } : {}),
  });
  const run: Run = { ports, request, shown, runner };
  const lines = start.steps.map((step) => lineOf(before, step, opened.model));
  const last = await journaled(
    { ports, projectId: request.projectId, model: before.info.id },
    { kind: 'sync', lines, steps: start.steps, outcomes: () => runner.outcomes },
    async () => {
      await runner.run(start.steps);
      return followUp(run, undefined);
    },
  );
  const plan = last ?? start.plan ?? request.plan;
  const outcomes = [...runner.outcomes.values()];
  const remaining = stillHeld(request.plan, plan.steps).filter(isUntried(outcomes));
  const look = start.plan?.look ?? request.plan.look;
  const memory = await rememberSync(ports, { request, opened: runner.opened, outcomes, plan, look });
  return {
    kind: 'applied',
    opened: memory ? { ...runner.opened, memory } : runner.opened,
    outcomes,
    remaining: start.plan || last ? remaining : remaining.filter((step) => !isWriting(step)),
    conflicts: plan.conflicts,
    oddities: plan.oddities,
    ...(runner.problem === undefined ? {} : { problem: runner.problem }),
  };
}

/**
 * Does what a plan says. Where Tasks are made, everything is read again after the claim, since others may have worked
 * between the showing and this call, and only what is still exactly as it was shown is written; what is there is
 * never made twice. Rejects with ModelError `read-only` before anything is written, and with AccessError when the
 * service fails before the first step; after it, the report says what was done and what remains.
 */
export async function applySync(ports: Ports, request: ApplyRequest): Promise<ApplyReport> {
  const { projectId, plan } = request;
  if (request.opened.readOnly !== undefined) throw new ModelError('read-only', request.opened.readOnly);
  const shown = new Map(plan.steps.filter(isWriting).map((step) => [stepKey(step), step]));
  const modelId = request.opened.model.info.id;
  if (![...shown.values()].some(wantsClaim)) {
    const start = { opened: request.opened, plan: undefined, steps: [...shown.values()] };
    const mayGoOn = () => Promise.resolve(true);
    return doSteps(ports, request, { start: { ...start, mayGoOn }, shown });
  }
  const collection = modelCollection(projectId, modelId);
  const claim = await claimSync(
    ports,
    collection,
    [...shown.values()].map((step) => step.realisation),
  );
  if (claim.kind === 'busy') return claim;
  try {
    const opened = await openModel(ports, projectId, modelId);
    if (opened.readOnly !== undefined) throw new ModelError('read-only', opened.readOnly);
    const { choice, hubId, depth = 'changes', suspects } = request;
    const fresh = await planBacklogSync(ports, {
      model: opened.model,
      opened,
      choice,
      hubId,
      depth,
      suspects,
      shown: [...shown.values()],
    });
    const start = { opened, plan: fresh, steps: asShown(fresh, shown), mayGoOn: claim.renew };
    return await doSteps(ports, request, { start, shown });
  } finally {
    await claim.release();
  }
}
