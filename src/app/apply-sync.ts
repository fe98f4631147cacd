/** Applies a plan that a person has seen: claim, look again, write in batches, find what got lost, keep the journal. */
import { applyEdit } from '../core/model/edit';
import { modelCollection } from '../core/store/collections';
import { lineOf } from '../core/sync/journal';
import { approvals, newParts } from '../core/sync/record';
import { isWriting, stepKey } from '../core/sync/plan';
import type { Conflict, Oddity, Step, SyncPlan, WritingStep } from '../core/sync/plan';
import { distinctParts } from '../core/sync/plan-sync';
import { asShown, followUp, marksTask, planAgain, takesTask } from './follow-up';
import type { Run } from './follow-up';
import { ModelError } from './model-error';
import { openModel } from './open-model';
import type { OpenedModel } from './open-model';
import type { Ports } from './ports';
import { rememberSync } from './remember-sync';
import { StepRunner } from './run-steps';
import type { StepOutcome } from './run-steps';
import { saveModel } from './save-model';
import { claimSync } from './sync-claim';
import { journaled } from './journaled';
import type { PlannedSync, PlanRequest } from './sync-backlog';
import type { LookEnd } from './look-at-backlog';

export type { StepOutcome } from './run-steps';

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
const saysWhoseItIs = (step: WritingStep): boolean =>
  takesTask(step) ||
  (step.kind === 'update' && (step.after === undefined || step.edit?.realisation !== undefined));
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
      return followUp(run);
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
    const fresh = await planAgain({ ports, request, shown }, opened);
    const start = { opened, plan: fresh, steps: asShown(fresh, shown), mayGoOn: claim.renew };
    return await doSteps(ports, request, { start, shown });
  } finally {
    await claim.release();
  }
}
