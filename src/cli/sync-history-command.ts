/** `without sync --journal`: what syncs did. `without sync --undo`: takes the last one back. */
import type { App } from '../app/app';
import type { OpenedModel } from '../app/open-model';
import type { Undoing } from '../app/undo-sync';
import { changedWords, restInWords, tallyOf } from '../core/sync/journal';
import type { JournalEntry, JournalLine } from '../core/sync/journal';
import type { Model } from '../core/model/model';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { interrupted, progressTo } from './sync-command';
import { isOpen, printSync } from './sync-report';
import { wantedModels } from './wanted-models';

export interface HistoryOptions {
  readonly target: Target;
  /** Name or id; undefined = every model of the project. */
  readonly model: string | undefined;
  readonly json: boolean;
}

/** Entries that a person reads; --json has them all. */
const shownEntries = 20;

function lineInWords(model: Model, line: JournalLine): string {
  const title = model.mitigation.get(line.mitigation)?.title ?? 'a mitigation that is gone';
  const item = line.workItem === null ? '' : `#${line.workItem} `;
  const changed = line.changed.length > 0 ? ` (${changedWords(line)})` : '';
  const what = `${line.kind} ${line.result}`.padEnd(16);
  return forTerminal(`${what} ${item}${title}${changed}: ${line.because}`);
}

function printEntry(world: CommandWorld, model: Model, entry: JournalEntry): void {
  const by = entry.by ? ` by ${entry.by.name}` : '';
  const ends = `${tallyOf(entry).done} done${restInWords(entry)}`;
  world.out(forTerminal(`  ${entry.at} ${entry.kind}${by}: ${ends}`));
  for (const line of entry.lines) world.out(`    ${lineInWords(model, line)}`);
}

/** Exit 0, whatever the journal says. */
export async function journalCommand(options: HistoryOptions, world: CommandWorld): Promise<number> {
  const { app } = await connect(options.target, world);
  const all: { model: string; entries: readonly JournalEntry[] }[] = [];
  for (const id of await wantedModels(app, options.model)) {
    const [{ model }, entries] = await Promise.all([app.openModel(id), app.readJournal(id)]);
    all.push({ model: model.info.name, entries });
    if (options.json) continue;
    world.out(
      `${forTerminal(model.info.name)}:${entries.length === 0 ? ' no sync has written anything.' : ''}`,
    );
    for (const entry of entries.slice(0, shownEntries)) printEntry(world, model, entry);
    const more = entries.length - shownEntries;
    if (more > 0) world.out(`  and ${more} older ones (--json has them)`);
  }
  if (options.json) world.out(JSON.stringify({ journal: all }));
  return 0;
}

async function theModel(app: App, name: string | undefined): Promise<OpenedModel> {
  const [id, ...others] = await wantedModels(app, name);
  if (!id) throw new CommandError('The project has no threat model.');
  if (others.length > 0) throw new CommandError('--undo is for one model: name it with --model.');
  return app.openModel(id);
}

/** What stays as it is, and why. */
function printLeft({ left }: Pick<Undoing, 'left'>, world: CommandWorld): void {
  for (const { workItem, because } of left)
    world.out(`  ${'stays'.padEnd(15)} ${workItem === null ? '' : `#${workItem} `}${forTerminal(because)}`);
}

/** Exit 0: all of the last sync is (or with a dry run, can be) taken back, or there is none. 1: something stays. */
export async function undoCommand(
  options: HistoryOptions & { readonly mode: 'dry-run' | 'apply' },
  world: CommandWorld,
): Promise<number> {
  const { app } = await connect(options.target, world);
  const opened = await theModel(app, options.model);
  const model = opened.model.info.name;
  const undoing = await app.planUndoSync(opened);
  if (!undoing) {
    if (options.json) world.out(JSON.stringify({ steps: [], left: [] }));
    else world.out('There is no sync that can be taken back.');
    return 0;
  }
  if (options.mode === 'dry-run') {
    const outcome = { model, steps: undoing.steps, conflicts: [], oddities: [] };
    if (options.json) world.out(JSON.stringify({ steps: undoing.steps, left: undoing.left }));
    else {
      printSync([outcome], { json: false, world });
      printLeft(undoing, world);
    }
    return undoing.left.length > 0 ? 1 : 0;
  }
  const stop = world.stoppable?.();
  const report = await app.undoSync(opened, undoing, {
    onProgress: progressTo(world),
    stopped: () => stop?.aborted ?? false,
  });
  const steps = report.outcomes.map(({ step, result }) => ({ ...step, result }));
  const outcome = { model, steps, conflicts: [], oddities: [], problem: report.problem };
  if (options.json) world.out(JSON.stringify({ steps, left: report.left }));
  else {
    printSync([outcome], { json: false, world });
    printLeft(report, world);
  }
  if (!isOpen(outcome) && report.left.length === 0) return 0;
  return stop?.aborted ? interrupted : 1;
}
