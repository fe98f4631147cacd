/** `without sync`: what the backlog lacks of the models' mitigations, and on --apply the Tasks themselves. */
import { isWriting } from '../core/sync/plan';
import type { App } from '../app/app';
import { lookAlikes } from '../core/alignment/look-alikes';
import type { AlikeTask } from '../core/alignment/look-alikes';
import type { OpenedModel } from '../app/open-model';
import { asId, modelId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import type { CommandWorld } from './console';
import { forTerminal } from './console';
import { decideModel, dismissLookAlikes } from './model-answers';
import { lastRun } from './last-run';
import type { LastRun } from './last-run';
import { checkFields, checkStories } from './check-answers';
import { choiceOf, idleTakes, requireMitigations } from './sync-answers';
import type { SyncAnswers } from './sync-answers';
import { isOpen, printSync } from './sync-report';
import type { AlikeLine, SyncOutcome } from './sync-report';
import { chosenModels, noModel } from './wanted-models';

export interface SyncOptions {
  readonly target: Target;
  /** Name or id; undefined = every model of the project. */
  readonly model: string | undefined;
  readonly mode: 'dry-run' | 'apply';
  readonly answers: SyncAnswers;
  /** `whole` reads everything again; `changes` what changed since this person's last look. */
  readonly depth: 'changes' | 'whole';
  readonly json: boolean;
}

/** Steps of one batch: what fits in it is done before anybody wants to know how far it is. */
const longFrom = 100;

/** Says on stderr how far a long run is, so that stdout stays the result. */
export function progressTo(world: CommandWorld): (done: number, total: number) => void {
  const count = (n: number) => n.toLocaleString('en');
  return (done, total) => {
    if (total > longFrom) world.err(`${count(done)} of ${count(total)} steps`);
  };
}

/** The exit code that shells give to what Ctrl+C ended. */
export const interrupted = 130;

interface Run {
  readonly options: SyncOptions;
  readonly world: CommandWorld;
  readonly stop: AbortSignal | undefined;
}

/** The likeliest mitigation of each Task that people made. */
const alikeLines = (model: Model, alike: readonly AlikeTask[]): readonly AlikeLine[] =>
  alike.flatMap(({ task, candidates }) =>
    candidates.slice(0, 1).map(({ mitigation, because, score }) => ({
      workItem: task.id,
      title: task.title,
      mitigation,
      mitigationTitle: model.mitigation.get(mitigation)?.title ?? '',
      score,
      because,
    })),
  );

/** What the answers change in the model itself; on --apply it is saved before anything is planned. */
async function decided(app: App, before: OpenedModel, { options }: Run) {
  const { answers, mode } = options;
  const { model, said } = await dismissLookAlikes(
    app,
    decideModel(before.model, answers, app.newId),
    answers,
  );
  if (said.length === 0 || mode === 'dry-run') return { opened: before, model, said };
  const { opened, conflicts } = await app.saveModel(before, model);
  if (conflicts.length > 0)
    throw new CommandError('Somebody else saved the model in between; look again.', 1);
  return { opened, model: opened.model, said };
}

async function syncModel(app: App, before: OpenedModel, run: Run): Promise<SyncOutcome> {
  const { options, world, stop } = run;
  const { mode } = options;
  const { opened, model, said } = await decided(app, before, run);
  const choice = choiceOf(model, options.answers);
  for (const said of idleTakes(model, choice)) world.err(forTerminal(said));
  const { depth } = options;
  const plan = await app.planSync({ model, opened, choice, depth });
  // Without anything to make only a person who looks wants to know.
  const alike = plan.alike ?? (mode === 'dry-run' ? await app.findLookAlikes(model) : []);
  const named = { model: model.info.name, said, look: plan.look, lookAlikes: alikeLines(model, alike) };
  if (mode === 'dry-run') return { ...plan, ...named };
  if (stop?.aborted) return { ...plan, ...named };
  // With nothing to write it only notes when model and backlog last agreed, and where the next look begins.
  const report = await app.applySync({
    opened,
    plan,
    choice,
    depth,
    onProgress: progressTo(world),
    stopped: () => stop?.aborted ?? false,
  });
  if (report.kind === 'busy') {
    throw new CommandError(
      `Somebody else is making Tasks for this model, or a run was cut off while it did. It was last heard of at ${report.since}; ten minutes after that anybody can go on.`,
    );
  }
  // What forms read is mended as often as everything is looked at; a save keeps it in step by itself.
  const mayMend = report.opened.problems.length === 0;
  if (plan.look.kind === 'whole' && mayMend) await app.repairWorkItemViews(report.opened);
  const { outcomes, remaining, conflicts, oddities, problem } = report;
  const tried = outcomes.map(({ step, result }) => ({ ...step, result }));
  // A mitigation that has got its Task is asked about no more.
  const found = alike.map(({ task }) => task);
  const left = alikeLines(report.opened.model, lookAlikes(report.opened.model, found));
  return { ...named, lookAlikes: left, steps: [...tried, ...remaining], conflicts, oddities, problem };
}

async function syncModels(options: SyncOptions, world: CommandWorld, last: LastRun): Promise<number> {
  const stop = world.stoppable?.();
  const { app, inCollection } = await connect(options.target, world, last.learned);
  await checkStories(app, options.answers);
  await checkFields(app, options.answers);
  const named = asId(modelId, options.model ?? '');
  const models = await app.openModels({
    choose: (all) => chosenModels(all, options.model),
    likely: named ? [named] : last.learned.models,
  });
  last.keep({ inCollection, models: models.map(({ model }) => model.info.id) });
  requireMitigations(
    models.map(({ model }) => model),
    options.answers,
  );
  const outcomes: SyncOutcome[] = [];
  const print = () => printSync(outcomes, { json: options.json, world });
  try {
    for (const opened of models) outcomes.push(await syncModel(app, opened, { options, world, stop }));
  } catch (error) {
    if (outcomes.some(({ steps }) => steps.some(isWriting))) print();
    throw error;
  }
  print();
  const tell = options.json ? world.err : world.out;
  if (models.length === 0) tell(`Nothing to do: ${noModel(options.target)}`);
  if (!outcomes.some(isOpen)) return 0;
  return stop?.aborted ? interrupted : 1;
}

/**
 * Exit 0: nothing remains. 1: something remains. 130: stopped by Ctrl+C, and something remains. (2, could not run, is
 * a thrown error.) When one model fails, what was done for those before it is printed first: their Tasks exist.
 */
export async function syncCommand(options: SyncOptions, world: CommandWorld): Promise<number> {
  const last = lastRun(world.cache, options.target, options.model);
  try {
    return await syncModels(options, world, last);
  } catch (error) {
    last.forget();
    throw error;
  }
}
