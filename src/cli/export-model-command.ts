/** `without export model`: a stored model, or one of a file, in the format of another tool. */
import { writeFileSync } from 'node:fs';
import { exportFormats } from '../core/export/formats';
import type { ExportFormat, ExportInput } from '../core/export/export-result';
import { importFile } from '../core/formats/import-file';
import { statesOf } from '../core/sync/foreign';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { readInput } from './read-input';
import { noModel, wantedModels } from './wanted-models';

export interface ExportModelOptions {
  readonly from:
    | { readonly kind: 'file'; readonly file: string }
    | { readonly kind: 'stored'; readonly target: Target; readonly model: string | undefined };
  readonly format: string | undefined;
  /** Undefined = the standard output. */
  readonly out: string | undefined;
  /** The report as JSON; the file needs a place of its own then. */
  readonly json: boolean;
}

function formatOf(word: string | undefined): ExportFormat {
  const found = exportFormats.find(({ id }) => id === word);
  if (found) return found;
  throw new CommandError(`Name the format with --format: ${exportFormats.map(({ id }) => id).join(', ')}.`);
}

async function storedModel(
  from: Extract<ExportModelOptions['from'], { kind: 'stored' }>,
  world: CommandWorld,
): Promise<ExportInput> {
  const { app } = await connect(from.target, world);
  const ids = await wantedModels(app, from.model);
  const [id, ...more] = ids;
  if (id === undefined) throw new CommandError(`Nothing to export: ${noModel(from.target)}`, 1);
  if (more.length > 0)
    throw new CommandError('More than one model fits: name one with --model, by its name or its id.');
  const { model } = await app.openModel(id);
  const tasks = [...model.realisation.values()].flatMap(({ workItem }) => workItem ?? []);
  const items = tasks.length === 0 ? new Map() : await app.readWorkItems(tasks);
  return { model, states: statesOf(items, model) };
}

async function inputOf({ from }: ExportModelOptions, world: CommandWorld): Promise<ExportInput> {
  if (from.kind === 'stored') return storedModel(from, world);
  const result = importFile(await readInput(from.file));
  if (result.kind === 'refused') throw new CommandError(forTerminal(result.reason), 1);
  return { model: result.model, states: new Map() };
}

/** The file goes to --out, or to the standard output; what the format cannot hold goes to the other one. Exit 0. */
export async function exportModelCommand(options: ExportModelOptions, world: CommandWorld): Promise<number> {
  const format = formatOf(options.format);
  if (options.json && options.out === undefined)
    throw new CommandError('--json prints the report, so name a file for the model: --out FILE.');
  const { text, lost } = format.write(await inputOf(options, world));
  if (options.out !== undefined) writeFileSync(options.out, text);
  if (options.json) world.out(JSON.stringify({ file: options.out, format: format.id, lost }));
  else {
    if (options.out === undefined) world.out(text.replace(/\r?\n$/, ''));
    const say = options.out === undefined ? world.err : world.out;
    if (options.out !== undefined) say(`Written to ${forTerminal(options.out)}.`);
    for (const { what, count, why } of lost)
      say(`  not in the file: ${count} ${forTerminal(`${what} (${why})`)}`);
  }
  return 0;
}
