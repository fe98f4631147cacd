/** `without sync --states`: what each state of a Task means for its mitigation, and who says so. Writes nothing. */
import { stateMeanings, taskStates } from '../core/sync/state-rows';
import type { StateRow } from '../core/sync/state-rows';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { wantedModels } from './wanted-models';

export interface StatesOptions {
  readonly target: Target;
  /** Name or id; undefined = every model of the project. */
  readonly model: string | undefined;
  readonly json: boolean;
}

type Says = 'process' | 'project' | 'model' | 'nobody';

function saysOf({ category, mapped, fixed }: StateRow): Says {
  if (category) return 'process';
  if (fixed !== undefined) return 'project';
  return mapped ? 'model' : 'nobody';
}

function described(row: StateRow) {
  const { type, state, category, mapped } = row;
  const counts = category ?? mapped ?? null;
  return { type, state, category: counts, says: saysOf(row) };
}

function printRow(world: CommandWorld, row: StateRow): void {
  const { type, state, category, says } = described(row);
  const name = forTerminal(`${type}/${state}`);
  if (category) {
    const line = `  ${name.padEnd(24)} ${category.padEnd(11)} ${says.padEnd(8)} ${stateMeanings[category]}`;
    return world.out(line);
  }
  world.out(`  ${name.padEnd(24)} ${'?'.padEnd(11)} ${says.padEnd(8)} Nobody has said yet:`);
  for (const [meaning, says] of Object.entries(stateMeanings))
    world.out(`${' '.repeat(18)}--state "${name}=${meaning}"  ${says}.`);
}

/** Exit 0 when every state has a meaning, 1 when somebody must say one. */
export async function statesCommand(options: StatesOptions, world: CommandWorld): Promise<number> {
  const { app } = await connect(options.target, world);
  const { states, taskType } = await app.facts();
  const all: { readonly model: string; readonly rows: readonly StateRow[] }[] = [];
  for (const id of await wantedModels(app, options.model)) {
    const { model } = await app.openModel(id);
    const tasks = [...model.realisation.values()].flatMap(({ workItem }) => workItem ?? []);
    const items = await app.readWorkItems(tasks);
    all.push({ model: model.info.name, rows: taskStates(model, { states, taskType, items }) });
  }
  if (options.json) {
    world.out(JSON.stringify(all.map(({ model, rows }) => ({ model, states: rows.map(described) }))));
  } else {
    for (const { model, rows } of all) {
      world.out(`${forTerminal(model)}:`);
      for (const row of rows) printRow(world, row);
    }
  }
  const isOpen = all.some(({ rows }) => rows.some((row) => saysOf(row) === 'nobody'));
  return isOpen ? 1 : 0;
}
