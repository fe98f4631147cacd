/** `without flags`: the flags on cards, counted, written, kept in step on a schedule, and taken back. */
import type { FlagsApp } from '../app/flags/flags-app';
import type { FlagsPlan, PlannedFlags } from '../app/flags/plan-flags';
import { flagOf } from '../core/flags/flag';
import type { FlagId } from '../core/flags/flag';
import type { Look } from '../core/flags/card-rules';
import { CommandError } from './command-error';
import { connect } from './connect';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { interrupted, progressTo } from './sync-command';

export interface FlagsFlags {
  readonly json: boolean;
  readonly 'dry-run': boolean;
  readonly on: boolean;
  readonly off: boolean;
  readonly cards: boolean;
  readonly update: boolean;
  readonly undo: boolean;
  readonly team?: string | undefined;
}

type Wish = { readonly kind: 'switch'; readonly look: Look } | { readonly kind: 'update' | 'undo' };

function wishOf(flags: FlagsFlags): Wish {
  const { on, off, update, undo, cards, team, 'dry-run': dryRun } = flags;
  if ([on, off, update, undo].filter(Boolean).length > 1 || !(on || off || update || undo || dryRun))
    throw new CommandError(
      'Say one of --on, --off, --update, --undo; or --dry-run, alone or with one of them.',
    );
  if (cards && !on) throw new CommandError('--cards goes with --on.');
  if (team !== undefined && !on && !off) throw new CommandError('--team goes with --on or --off.');
  if (on || off) return { kind: 'switch', look: off ? 'none' : cards ? 'cards' : 'tags' };
  return { kind: undo ? 'undo' : 'update' };
}

/** The id of the team of that name; without a name the only one. */
async function teamOf(flags: FlagsApp, wanted: string | undefined): Promise<string> {
  const { teams } = await flags.read();
  const name = wanted?.toLowerCase();
  const found = teams.filter(
    (team) => name === undefined || team.name.toLowerCase() === name || team.id === name,
  );
  const [team, another] = found;
  const names = teams.map((each) => forTerminal(each.name)).join(', ');
  if (!team) throw new CommandError(`There is no team ${forTerminal(wanted ?? '')}; there are: ${names}.`);
  if (another) throw new CommandError(`The project has several teams; name one with --team: ${names}.`);
  return team.id;
}

async function planOf(
  flags: FlagsApp,
  wish: Wish,
  team: string | undefined,
): Promise<PlannedFlags | undefined> {
  if (wish.kind === 'switch')
    return flags.plan({ kind: 'switch', team: await teamOf(flags, team), look: wish.look });
  return wish.kind === 'undo' ? flags.planUndo() : flags.plan({ kind: 'update' });
}

const names = (ids: readonly FlagId[]): string => ids.map((id) => flagOf(id).tag).join(', ') || 'none';

function print({ change, tags, problems, newTags }: FlagsPlan, world: CommandWorld): void {
  for (const problem of problems) world.err(forTerminal(problem));
  if (change) {
    const { rules, board, team } = change;
    world.out(
      forTerminal(
        `rules  ${rules.added} added, ${rules.removed} removed, ${rules.foreign} of others kept on the board ${board.name} of ${team.name}`,
      ),
    );
    for (const note of rules.notes) world.err(forTerminal(note));
  }
  for (const { id, title, from, to } of tags.steps)
    world.out(forTerminal(`tag    #${id} ${title}: ${names(from)} -> ${names(to)}`));
  if (tags.full.length > 0) world.err(`${tags.full.length} work items have no room for a further tag.`);
  if (newTags.length > 0) world.err(`Tags that the project does not have yet: ${newTags.join(', ')}.`);
  if (tags.steps.length === 0) world.out('Every flag is as it should be.');
}

/** Exit 0: nothing is left to write. 1: something is. 2: refused. 130: stopped by Ctrl+C. */
export async function flagsCommand(
  { target, flags: given }: { readonly target: Target; readonly flags: FlagsFlags },
  world: CommandWorld,
): Promise<number> {
  const wish = wishOf(given);
  const stop = world.stoppable?.();
  const { app } = await connect(target, world);
  const flags = await app.flags();
  const plan = await planOf(flags, wish, given.team);
  if (!plan) {
    world.out(given.json ? JSON.stringify({ steps: [] }) : 'There is nothing to take back.');
    return 0;
  }
  if (plan.kind === 'refused') throw new CommandError(plan.because);
  const rules = plan.change && { added: plan.change.rules.added, removed: plan.change.rules.removed };
  if (given['dry-run']) {
    if (given.json) world.out(JSON.stringify({ steps: plan.tags.steps, counts: plan.counts, rules }));
    else print(plan, world);
    return plan.tags.steps.length + (rules?.added ?? 0) + (rules?.removed ?? 0) > 0 ? 1 : 0;
  }
  if (!given.json) print(plan, world);
  const report = await flags.apply(plan, {
    onProgress: progressTo(world),
    stopped: () => stop?.aborted ?? false,
  });
  const { done, outdated, refused, left } = report.tags;
  const open = outdated.length + refused.length + left.length;
  if (given.json)
    world.out(
      JSON.stringify({ done, outdated, refused, left, rules: report.rules, problem: report.problem }),
    );
  else {
    for (const { write, message } of refused.slice(0, 20)) world.err(forTerminal(`#${write.id}: ${message}`));
    world.out(`${done.length} written, ${open} left.`);
  }
  if (report.problem !== undefined) throw new CommandError(report.problem);
  if (open === 0) return 0;
  return stop?.aborted ? interrupted : 1;
}
