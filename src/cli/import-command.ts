/** `without import FILE`: reads a model file, says what is in it, and stores it when an organisation is named. */
import { importFile } from '../core/formats/import-file';
import type { Model, NotTaken } from '../core/model/model';
import { countModel } from '../core/model/model';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { readInput } from './read-input';

export interface ImportOptions {
  readonly file: string;
  readonly json: boolean;
  /** Present when the model is to be stored. */
  readonly store: { readonly target: Target; readonly model: string | undefined } | undefined;
}

/** What one of a count is called. */
const singular: Readonly<Record<string, string>> = {
  elements: 'element',
  flows: 'flow',
  boundaries: 'boundary',
  threats: 'threat',
  mitigations: 'mitigation',
};

function report(
  model: Model,
  notTaken: readonly NotTaken[],
  options: ImportOptions,
  world: CommandWorld,
): void {
  const counts = countModel(model);
  if (options.json) {
    world.out(JSON.stringify({ ...counts, notTaken }));
    return;
  }
  world.out(
    `${forTerminal(model.info.name)}: ${Object.entries(counts)
      .map(([kind, n]) => `${n} ${n === 1 ? (singular[kind] ?? kind) : kind}`)
      .join(', ')}`,
  );
  for (const row of notTaken)
    world.out(`  not taken: ${row.count} ${forTerminal(`${row.what} (${row.why})`)}`);
}

/** Exit 0; a refused file is a CommandError with exit code 1 and the one line that says why. */
export async function importCommand(options: ImportOptions, world: CommandWorld): Promise<number> {
  const read = importFile(await readInput(options.file));
  const connected =
    options.store && read.kind === 'imported' ? await connect(options.store.target, world) : undefined;
  const result = connected ? await connected.app.settleImport(read) : read;
  if (result.kind === 'refused') throw new CommandError(forTerminal(result.reason), 1);
  if (options.store && connected) {
    const name = options.store.model ?? result.model.info.name;
    if (name.trim() === '' || name.length > 200) {
      throw new CommandError('--model wants a name of 1 to 200 characters.');
    }
    const { app } = connected;
    const there = (await app.listModels()).some(
      (model) => model.kind !== 'damaged' && model.info.name === name,
    );
    if (there) throw new CommandError(`The project has a model named "${forTerminal(name)}" already.`, 1);
    await app.createModel({ ...result.model, info: { ...result.model.info, name } });
    if (!options.json) world.out(`Stored as "${forTerminal(name)}".`);
  }
  report(result.model, result.notTaken, options, world);
  return 0;
}
