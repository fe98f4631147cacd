/** `without sync`: what the backlog lacks of the models' mitigations, and on --apply the Tasks themselves. */
import type { ModelId } from '../core/model/ids';
import type { Conflict, Step, SyncChoice } from '../core/sync/plan';
import { isWriting, noChoice } from '../core/sync/plan';
import type { App } from '../app/app';
import type { StepOutcome } from '../app/apply-sync';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { wantedModels } from './wanted-models';

export interface SyncOptions {
  readonly target: Target;
  /** Name or id; undefined = every model of the project. */
  readonly model: string | undefined;
  readonly mode: 'dry-run' | 'apply';
  readonly approve: 'all' | 'none';
  /** The story for mitigations that have none of their own. */
  readonly story: number | undefined;
  readonly json: boolean;
}

interface Outcome {
  /** The name of the model. */
  readonly model: string;
  readonly steps: readonly (Step & { readonly result?: StepOutcome['result'] })[];
  readonly conflicts: readonly Conflict[];
}

async function syncModel(app: App, id: ModelId, options: SyncOptions): Promise<Outcome> {
  const opened = await app.openModel(id);
  const choice: SyncChoice = {
    ...noChoice,
    approve: options.approve === 'all' ? 'all' : noChoice.approve,
    fallbackParent: options.story,
  };
  const plan = await app.planSync({ model: opened.model, choice });
  const named = { model: opened.model.info.name };
  if (options.mode === 'dry-run' || !plan.steps.some(isWriting)) return { ...plan, ...named };
  const report = await app.applySync({ opened, plan, choice });
  if (report.kind === 'busy') {
    throw new CommandError(
      `Somebody else has been creating Tasks since ${report.since}; try again in a few minutes.`,
    );
  }
  const tried = report.outcomes.map(({ step, result }) => ({ ...step, result }));
  return { ...named, steps: [...tried, ...report.remaining], conflicts: report.conflicts };
}

function describe(step: Outcome['steps'][number]): string {
  const title = forTerminal(step.title);
  if (step.result?.kind === 'done') return `done            #${step.result.workItem} ${title}`;
  if (step.result) return `${step.result.kind.padEnd(15)} ${title}: ${forTerminal(step.result.message)}`;
  if (step.kind === 'create') {
    const under = step.parent
      ? `under #${step.parent.id} ${forTerminal(step.parent.title)}`
      : 'without a parent';
    return `create          ${title} (${under})`;
  }
  if (step.kind === 'adopt') return `adopt           #${step.workItem} ${title}`;
  return `${step.kind.padEnd(15)} ${title}`;
}

/** All in one object for a program; by model for a person, with what to say next. */
function print(options: SyncOptions, outcomes: readonly Outcome[], world: CommandWorld): void {
  const steps = outcomes.flatMap((outcome) => outcome.steps);
  const conflicts = outcomes.flatMap((outcome) => outcome.conflicts);
  if (options.json) {
    world.out(JSON.stringify({ steps, conflicts }));
    return;
  }
  for (const outcome of outcomes) {
    if (outcome.steps.length + outcome.conflicts.length === 0) continue;
    world.out(`${forTerminal(outcome.model)}:`);
    for (const step of outcome.steps) world.out(`  ${describe(step)}`);
    for (const conflict of outcome.conflicts) {
      world.out(`  conflict        ${forTerminal(`${conflict.title}: ${conflict.because}`)}`);
    }
  }
  if (steps.length + conflicts.length === 0) {
    world.out('Nothing to do: the backlog has every Task that the models ask for.');
  }
  if (steps.some((step) => step.kind === 'needs-approval')) {
    world.out('To create Tasks for what nobody decided yet: --approve all.');
  }
  if (steps.some((step) => step.kind === 'needs-story')) {
    world.out('To put Tasks without a story of their own under one: --story ID.');
  }
}

/** The story must be there before anything is planned under it: else every step would ask for one. */
async function checkStory(app: App, story: number | undefined): Promise<void> {
  if (story === undefined || (await app.readWorkItems([story])).has(story)) return;
  throw new CommandError(`There is no work item ${story} that this token may read (--story).`);
}

/**
 * Exit 0: nothing remains. 1: something remains. (2, could not run, is a thrown error.) When one model fails, what
 * was done for those before it is printed first: their Tasks exist.
 */
export async function syncCommand(options: SyncOptions, world: CommandWorld): Promise<number> {
  const { app } = await connect(options.target, world.environment);
  await checkStory(app, options.story);
  const outcomes: Outcome[] = [];
  try {
    for (const id of await wantedModels(app, options.model)) {
      outcomes.push(await syncModel(app, id, options));
    }
  } catch (error) {
    if (outcomes.some((outcome) => outcome.steps.length > 0)) print(options, outcomes, world);
    throw error;
  }
  print(options, outcomes, world);
  const remains = outcomes.some(
    ({ steps, conflicts }) => conflicts.length > 0 || steps.some((step) => step.result?.kind !== 'done'),
  );
  return remains ? 1 : 0;
}
