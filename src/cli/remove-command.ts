/** `without remove`: an export first, then tags, card rules and, if asked, links are taken away. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { interrupted, progressTo } from './sync-command';

export interface RemoveOptions {
  readonly target: Target;
  /** The folder for the export. */
  readonly out: string;
  readonly links: 'keep' | 'remove';
  readonly mode: 'dry-run' | 'apply';
  readonly json: boolean;
}

const fileName = 'without-export.json';

/** An export is never overwritten: it may be the only one from before a removal that was stopped. */
function save(folder: string, content: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, fileName);
  if (existsSync(file))
    throw new CommandError(`${forTerminal(file)} is there already; name another folder with --out.`);
  writeFileSync(file, content);
  return file;
}

/** Exit 0: nothing of ours is left on work items and boards. 1: something is. 130: stopped by Ctrl+C. */
export async function removeCommand(options: RemoveOptions, world: CommandWorld): Promise<number> {
  const stop = world.stoppable?.();
  const { app } = await connect(options.target, world);
  const flags = await app.flags();
  const plan = await flags.planRemoval({ links: options.links });
  const { counts, boards, problems } = plan;
  for (const problem of problems) world.err(forTerminal(problem));
  const rules = boards.reduce((sum, each) => sum + each.rules.removed, 0);
  const found = { ...counts, rules, boards: boards.map(({ team }) => team.name) };
  if (!options.json) {
    world.out(`${counts.tags} tags and ${counts.links} links on ${counts.items} work items`);
    for (const { team, rules: own } of boards)
      world.out(
        forTerminal(`${own.removed} card rules on the board of ${team.name}; ${own.foreign} of others stay`),
      );
  }
  if (options.mode === 'dry-run') {
    if (options.json) world.out(JSON.stringify(found));
    return counts.items + boards.length > 0 ? 1 : 0;
  }
  const exported = await flags.exportEverything();
  const file = save(options.out, `${JSON.stringify(exported, null, 2)}\n`);
  if (!options.json) world.out(`${exported.models.length} threat models saved in ${forTerminal(file)}`);
  const report = await flags.remove(plan, exported, {
    onProgress: progressTo(world),
    stopped: () => stop?.aborted ?? false,
  });
  const { items } = report;
  const refused = report.boards.filter(({ result }) => result === 'refused');
  const open = items.outdated.length + items.refused.length + items.left.length + refused.length;
  if (options.json)
    world.out(
      JSON.stringify({ ...found, file, done: items.done.length, open, refused, remains: report.remains }),
    );
  else {
    world.out(`${items.done.length} work items written, ${open} left. What remains:`);
    for (const sentence of report.remains) world.out(`  ${forTerminal(sentence)}`);
  }
  if (items.problem !== undefined) throw new CommandError(items.problem);
  if (open === 0) return 0;
  return stop?.aborted ? interrupted : 1;
}
