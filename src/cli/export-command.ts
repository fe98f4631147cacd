/** `without export operations`: the rules, contracts and runbooks of the models' events, as files in a folder. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artefact } from '../core/operate/artefact';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { noModel, wantedModels } from './wanted-models';

export interface ExportOptions {
  readonly target: Target;
  /** Name or id; undefined = every model of the project. */
  readonly model: string | undefined;
  /** The folder to write into. */
  readonly out: string;
  readonly json: boolean;
}

/** Every export has it at its top: a folder without it is somebody else's. */
const mark = 'without.json';
/** What an export writes, at the top of its folder; anything else in there is left alone. */
const ours = [
  mark,
  'audit-requirements.md',
  'kql',
  'log-contract',
  'monitor',
  'pictures',
  'runbook.md',
  'sentinel',
  'sigma',
];

/** Files of an earlier export must not stay among those of a new one: a rule that was deleted would live on. */
function clear(folder: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  if (names.length === 0) return;
  if (!names.includes(mark))
    throw new CommandError(`${forTerminal(folder)} has other files in it; name an empty folder with --out.`);
  for (const name of names) if (ours.includes(name)) rmSync(join(folder, name), { recursive: true });
}

function write(folder: string, files: readonly Artefact[]): void {
  clear(folder);
  for (const { path, content } of files) {
    const file = join(folder, ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Exit 0: written. 1: no model has a selected event, so there is nothing to detect. */
export async function exportCommand(options: ExportOptions, world: CommandWorld): Promise<number> {
  const { app } = await connect(options.target, world);
  const ids = await wantedModels(app, options.model);
  const written: { model: string; folder: string; files: number; events: number }[] = [];
  for (const id of ids) {
    const { name, files } = await app.readOperations(id);
    // The id, not the name: a name is anybody's text, and two models may share it.
    const folder = ids.length === 1 ? options.out : join(options.out, id);
    write(folder, files);
    const events = files.filter(({ path }) => path.startsWith('kql/')).length;
    for (const { path, content } of files)
      if (path.endsWith('.not-made.txt')) world.err(forTerminal(content.split('\n')[0] ?? path));
    written.push({ model: name, folder, files: files.length, events });
  }
  if (options.json) world.out(JSON.stringify({ written }));
  else {
    for (const { model, folder, files, events } of written)
      world.out(`${forTerminal(model)}: ${files} files about ${events} events in ${forTerminal(folder)}`);
    if (written.length === 0) world.out(`Nothing to export: ${noModel(options.target)}`);
  }
  return written.some(({ events }) => events > 0) ? 0 : 1;
}
