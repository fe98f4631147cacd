/** Does the steps of a plan in batches: each is saved before the next begins, and each code is looked at (S81 to S86). */
import type { SyncChoice, WritingStep } from '../core/sync/plan';
import { applyEdit } from '../core/model/edit';
import { stepKey } from '../core/sync/plan';
import { recordSteps } from '../core/sync/record';
import type { DoneStep } from '../core/sync/record';
import { ModelError } from './model-error';
import type { OpenedModel } from './open-model';
import { AccessError } from './ports';
import type { Ports } from './ports';
import { saveModel } from './save-model';
import type { TaskOperation, WriteResult } from './task-ports';

/** Work items per write and per save of what the model remembers of them. */
const stepsPerBatch = 100;

export type StepResult =
  | { readonly kind: 'done'; readonly workItem: number; readonly rev?: number }
  /** The service said no, in its own words. `required`: the field that a rule wants filled in. */
  | { readonly kind: 'refused'; readonly message: string; readonly required?: string }
  /** Somebody changed it in between: it must be shown again. */
  | { readonly kind: 'outdated'; readonly message: string }
  /** The answer got lost: it may have been done. The next plan finds out. */
  | { readonly kind: 'unsure'; readonly message: string }
  | { readonly kind: 'not-tried'; readonly message: string };

export interface StepOutcome {
  readonly step: WritingStep;
  readonly result: StepResult;
}

export interface RunSettings {
  readonly ports: Ports;
  readonly opened: OpenedModel;
  readonly choice: Pick<SyncChoice, 'approve'>;
  /** False when somebody else took over: stop at once. */
  readonly mayGoOn: () => Promise<boolean>;
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between batches; true = stop, keep what is done. */
  readonly stopped?: () => boolean;
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += stepsPerBatch)
    yield items.slice(start, start + stepsPerBatch);
}

/** Steps without a write of a work item. An update that changes nothing there is one, too. */
const isModelOnly = (step: WritingStep): boolean =>
  step.kind === 'note' ||
  step.kind === 'adopt' ||
  (step.kind === 'update' && Object.keys(step.write.fields).length + Object.keys(step.write).length === 1);

/** What of the model a step changes, by id. */
const touches = (step: WritingStep): readonly string[] => [
  step.realisation,
  step.mitigation,
  ...('meanings' in step && step.meanings ? ['info'] : []),
];

function operationOf(step: WritingStep): TaskOperation | undefined {
  switch (step.kind) {
    case 'create':
      return { kind: 'create', draft: step.draft };
    case 'update':
      return { kind: 'update', id: step.workItem, rev: step.rev, write: step.write };
    case 'delete':
      return { kind: 'delete', id: step.workItem };
    default:
      return undefined;
  }
}

/** What is saved with the batch (a deleted Task's number), and what of its mitigation can wait for the last one. */
function inTwo(done: readonly DoneStep[]): { readonly now: DoneStep[]; readonly later: DoneStep[] } {
  const later: DoneStep[] = [];
  const now = done.map((each) => {
    const { step } = each;
    if (step.kind !== 'delete' || !step.edit.mitigation) return each;
    const { mitigation, ...edit } = step.edit;
    later.push({ ...each, step: { ...step, edit: { label: edit.label, mitigation } } });
    return { ...each, step: { ...step, edit } };
  });
  return { now, later };
}

/** Realisations that lie together in the store are made together, so that a batch touches few documents. */
const byRealisation = (a: WritingStep, b: WritingStep): number => (a.realisation < b.realisation ? -1 : 1);

export class StepRunner {
  /** By step; a step that is tried again replaces its outcome. */
  readonly outcomes = new Map<string, StepOutcome>();
  opened: OpenedModel;
  /** Why it ended early, as a sentence. */
  problem: string | undefined;
  #done = 0;
  #total = 0;
  /** What deleting Tasks gives back to their mitigations, as steps of the model alone. */
  #later: DoneStep[] = [];

  constructor(private readonly settings: RunSettings) {
    this.opened = settings.opened;
  }

  /** Model-only steps first, since they make nothing; then the rest in batches. */
  async run(steps: readonly WritingStep[]): Promise<void> {
    this.#total += steps.length;
    const quiet = steps.filter(isModelOnly);
    const restores = steps.filter((step) => step.kind === 'restore');
    const loud = steps.filter((step) => !isModelOnly(step) && step.kind !== 'restore').sort(byRealisation);
    if (quiet.length > 0) await this.#guarded(quiet, () => this.#saveQuiet(quiet));
    for (const step of restores) await this.#guarded([step], () => this.#restore(step));
    for (const batch of batches(loud)) await this.#guarded(batch, () => this.#write(batch));
    await this.#saveLater();
  }

  /**
   * Mitigations lie all over the store: saving those of each batch would write nearly every document again each time.
   * Also after a stop or a failure, since their Tasks are gone. What is not saved is of unknown end: it is taken back by
   * the next undo.
   */
  async #saveLater(): Promise<void> {
    const later = this.#later.splice(0);
    if (later.length === 0) return;
    try {
      await this.#saveModel(later);
    } catch (error) {
      if (!(error instanceof AccessError || error instanceof ModelError)) throw error;
      this.problem ??= error.message;
      for (const { step } of later) this.#set(step, { kind: 'unsure', message: error.message });
    }
  }

  /** One batch, unless something stands against it; a failure of the service ends the run, and is told. */
  async #guarded(batch: readonly WritingStep[], work: () => Promise<void>): Promise<void> {
    const reason = await this.#reasonToStop();
    if (reason !== undefined) this.#all(batch, { kind: 'not-tried', message: reason });
    else {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof AccessError || error instanceof ModelError)) throw error;
        this.problem = error.message;
        const nothingDone = error instanceof AccessError && error.problem === 'throttled';
        for (const step of batch) {
          if (this.outcomes.get(stepKey(step))?.result.kind === 'refused') continue;
          this.#set(step, { kind: nothingDone ? 'not-tried' : 'unsure', message: error.message });
        }
      }
    }
    // Steps that nobody tried are no progress, nor is there any more to come.
    if (reason !== undefined) return;
    this.#done += batch.length;
    this.settings.onProgress?.(this.#done, this.#total);
  }

  async #reasonToStop(): Promise<string | undefined> {
    if (this.problem !== undefined) return this.problem;
    if (this.settings.stopped?.()) return 'Stopped before this step.';
    try {
      if (await this.settings.mayGoOn()) return undefined;
      return 'Somebody else has taken over applying this plan.';
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      this.problem = error.message;
      return error.message;
    }
  }

  async #saveQuiet(steps: readonly WritingStep[]): Promise<void> {
    await this.#save(
      steps.flatMap((step): DoneStep[] =>
        'workItem' in step
          ? [{ step, workItem: step.workItem, rev: 'rev' in step ? step.rev : undefined }]
          : [],
      ),
    );
  }

  async #restore(step: WritingStep): Promise<void> {
    if (step.kind !== 'restore') return;
    const result = await this.settings.ports.backlog.tasks.restore(step.workItem);
    if (result.kind === 'written')
      this.#set(step, { kind: 'done', workItem: step.workItem, rev: result.rev });
    else this.#refuse(step, result);
  }

  async #write(batch: readonly WritingStep[]): Promise<void> {
    const outrun = await this.#outrun(batch);
    for (const step of outrun) this.#refuse(step, { kind: 'outdated' });
    const wanted = batch.flatMap((step) => {
      const operation = outrun.has(step) ? undefined : operationOf(step);
      return operation ? [{ step, operation }] : [];
    });
    const results = await this.settings.ports.backlog.tasks.write(wanted.map(({ operation }) => operation));
    const done: DoneStep[] = [];
    wanted.forEach(({ step }, i) => {
      const result = results[i];
      if (result?.kind === 'written') done.push({ step, workItem: result.id, rev: result.rev });
      else this.#refuse(step, result);
    });
    await this.#save(done);
  }

  /** A deletion is guarded by no revision (REST knows none for it), so the Tasks are looked at right before (S74). */
  async #outrun(batch: readonly WritingStep[]): Promise<ReadonlySet<WritingStep>> {
    const deletions = batch.flatMap((step) => (step.kind === 'delete' ? [step] : []));
    if (deletions.length === 0) return new Set();
    const now = await this.settings.ports.backlog.tasks.read(deletions.map(({ workItem }) => workItem));
    return new Set(deletions.filter(({ workItem, rev }) => (now.get(workItem)?.rev ?? rev) !== rev));
  }

  async #save(done: readonly DoneStep[]): Promise<void> {
    if (done.length === 0) return;
    const { now, later } = inTwo(done);
    const overtaken = await this.#saveModel(now);
    this.#later.push(...later);
    for (const { step, workItem, rev } of done) {
      if (overtaken.has(step)) {
        const message = 'Somebody changed the same in the model in between; it is shown again.';
        this.#set(step, { kind: 'outdated', message });
      } else this.#set(step, { kind: 'done', workItem, ...(rev === undefined ? {} : { rev }) });
    }
  }

  /**
   * Saves what the model remembers. Where somebody else saved the same meanwhile, theirs is stored: a step that only
   * the model was to learn is then not done, and nothing else of it may stay, or the question would not come again.
   * Answers those steps.
   */
  async #saveModel(done: readonly DoneStep[]): Promise<ReadonlySet<WritingStep>> {
    const { ports } = this.settings;
    const before = this.opened.model;
    const next = recordSteps(before, done);
    if (next === before) return new Set();
    const { opened, conflicts } = await saveModel(ports, this.opened, next);
    this.opened = opened;
    const theirs = new Set(conflicts.map(({ kind, id }) => (kind === 'info' ? kind : id)));
    const lost = done.filter(({ step }) => isModelOnly(step) && touches(step).some((id) => theirs.has(id)));
    if (lost.length > 0) {
      const bare = recordSteps({ ...before, realisation: new Map() }, lost);
      const back = [...bare.realisation.keys()].flatMap((id) => before.realisation.get(id) ?? []);
      const edit = { label: 'Sync', realisation: { put: back } };
      this.opened = (await saveModel(ports, opened, applyEdit(opened.model, edit))).opened;
    }
    return new Set(lost.map(({ step }) => step));
  }

  #refuse(step: WritingStep, result: WriteResult | undefined): void {
    if (result?.kind === 'outdated') {
      this.#set(step, { kind: 'outdated', message: 'Somebody changed it in between; it is shown again.' });
    } else if (result?.kind === 'refused') {
      const { message, required } = result;
      this.#set(step, { kind: 'refused', message, ...(required === undefined ? {} : { required }) });
    } else this.#set(step, { kind: 'unsure', message: 'Azure DevOps gave no answer for this step.' });
  }

  #all(steps: readonly WritingStep[], result: StepResult): void {
    for (const step of steps) this.#set(step, result);
  }

  #set(step: WritingStep, result: StepResult): void {
    this.outcomes.set(stepKey(step), { step, result });
  }

  /** Replaces what is known of a step by what a later look found out. */
  settle(step: WritingStep, result: StepResult): void {
    this.#set(step, result);
  }

  /** A new attempt begins: what ended the last one is over. */
  again(opened: OpenedModel): void {
    this.opened = opened;
    this.problem = undefined;
  }
}
