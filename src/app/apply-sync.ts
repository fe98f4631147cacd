/** Applies a plan that a person has seen: claim, look again, create in batches, save the numbers, release. */
import { applyEdit } from '../core/model/edit';
import { modelCollection } from '../core/store/collections';
import { isWriting } from '../core/sync/plan';
import type { AdoptStep, Conflict, CreateStep, Step, SyncPlan } from '../core/sync/plan';
import { stillAsShown } from '../core/sync/plan-sync';
import { recordTasks } from '../core/sync/record-tasks';
import type { MadeTask } from '../core/sync/record-tasks';
import { ModelError } from './model-error';
import { openModel } from './open-model';
import type { OpenedModel } from './open-model';
import type { Ports } from './ports';
import { saveModel } from './save-model';
import { claimSync } from './sync-claim';
import type { HeldClaim } from './sync-claim';
import { planBacklogSync } from './sync-backlog';
import type { PlanRequest } from './sync-backlog';

/** Tasks per save of their numbers: what a crash can leave to be found again by its link. */
const tasksPerSave = 100;

export interface ApplyRequest extends Omit<PlanRequest, 'model' | 'shown'> {
  readonly projectId: string;
  readonly opened: OpenedModel;
  /** The plan that was shown; nothing outside it is written. */
  readonly plan: SyncPlan;
  /** Called with how many of how many steps are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between batches; true = stop, keep what is done. */
  readonly stopped?: () => boolean;
}

export interface StepOutcome {
  readonly step: CreateStep | AdoptStep;
  readonly result:
    | { readonly kind: 'done'; readonly workItem: number }
    | { readonly kind: 'refused'; readonly message: string }
    | { readonly kind: 'not-tried'; readonly message: string };
}

export type ApplyReport =
  /** Somebody else is applying to the same model; plan again in a moment. */
  | { readonly kind: 'busy'; readonly since: string }
  | {
      readonly kind: 'applied';
      readonly opened: OpenedModel;
      readonly outcomes: readonly StepOutcome[];
      /** What the last look still wants: stories, approvals, and what is no longer as it was shown. */
      readonly remaining: readonly Step[];
      readonly conflicts: readonly Conflict[];
    };

class Run {
  readonly outcomes: StepOutcome[] = [];

  constructor(
    private readonly ports: Ports,
    private readonly request: ApplyRequest,
    private readonly claim: HeldClaim,
    public opened: OpenedModel,
  ) {}

  /** Adopts first, since that makes nothing; then creates in batches, each saved before the next begins. */
  async write(steps: readonly (CreateStep | AdoptStep)[]): Promise<void> {
    const adopts = steps.filter((step): step is AdoptStep => step.kind === 'adopt');
    const creates = steps.filter((step): step is CreateStep => step.kind === 'create');
    await this.save(adopts.map((step) => ({ step, workItem: step.workItem, rev: step.rev })));
    let done = adopts.length;
    this.request.onProgress?.(done, steps.length);
    for (let start = 0; start < creates.length; start += tasksPerSave) {
      const batch = creates.slice(start, start + tasksPerSave);
      const reason = await this.reasonToStop();
      if (reason === undefined) await this.create(batch);
      else this.skip(batch, reason);
      done += batch.length;
      this.request.onProgress?.(done, steps.length);
    }
  }

  private async reasonToStop(): Promise<string | undefined> {
    if (this.request.stopped?.()) return 'Stopped before this Task was made.';
    if (await this.claim.renew()) return undefined;
    return 'Somebody else has taken over creating these Tasks.';
  }

  private skip(batch: readonly CreateStep[], message: string): void {
    for (const step of batch) this.outcomes.push({ step, result: { kind: 'not-tried', message } });
  }

  private async create(batch: readonly CreateStep[]): Promise<void> {
    const results = await this.ports.backlog.create(batch.map((step) => step.draft));
    const made: MadeTask[] = [];
    batch.forEach((step, i) => {
      const result = results[i];
      if (result?.kind === 'created') made.push({ step, workItem: result.id, rev: result.rev });
      else {
        const message = result?.message ?? 'Azure DevOps gave no answer for this Task.';
        this.outcomes.push({ step, result: { kind: 'refused', message } });
      }
    });
    await this.save(made);
  }

  private async save(made: readonly MadeTask[]): Promise<void> {
    if (made.length === 0) return;
    const edit = recordTasks(this.opened.model, made, this.request.choice.approve);
    this.opened = (await saveModel(this.ports, this.opened, applyEdit(this.opened.model, edit))).opened;
    for (const { step, workItem } of made) this.outcomes.push({ step, result: { kind: 'done', workItem } });
  }
}

/**
 * Makes the Tasks of a plan. Between the showing and this call others may have worked, so after the claim everything
 * is read again and only what is still exactly as it was shown is written; what is there is never made twice.
 * Rejects with ModelError `read-only` before anything is written, and with AccessError when the service fails:
 * whatever was made by then is found again by its link next time.
 */
export async function applySync(ports: Ports, request: ApplyRequest): Promise<ApplyReport> {
  const { projectId, plan, choice, hubId } = request;
  if (request.opened.readOnly !== undefined) throw new ModelError('read-only', request.opened.readOnly);
  const shown = plan.steps.filter(isWriting);
  const modelId = request.opened.model.info.id;
  const collection = modelCollection(projectId, modelId);
  const claim = await claimSync(
    ports,
    collection,
    shown.map((step) => step.realisation),
  );
  if (claim.kind === 'busy') return claim;
  try {
    const opened = await openModel(ports, projectId, modelId);
    if (opened.readOnly !== undefined) throw new ModelError('read-only', opened.readOnly);
    const fresh = await planBacklogSync(ports, { model: opened.model, choice, hubId, shown });
    const wanted = fresh.plan.steps.filter(isWriting).filter((step) => stillAsShown(step, shown));
    const run = new Run(ports, request, claim, opened);
    await run.write(wanted);
    const remaining = fresh.plan.steps.filter((step) => !wanted.some((each) => each === step));
    return {
      kind: 'applied',
      opened: run.opened,
      outcomes: run.outcomes,
      remaining,
      conflicts: fresh.plan.conflicts,
    };
  } finally {
    await claim.release();
  }
}
