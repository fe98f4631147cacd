/** The words after `without sync`, read into what the commands behind it want. */
import { CommandError } from './command-error';
import type { Target } from './connect';
import type { CommandWorld } from './console';
import { joinAnswers, noAnswers, pairs, readAnswers } from './sync-answers';
import type { SyncAnswers } from './sync-answers';
import { syncCommand } from './sync-command';
import { journalCommand, undoCommand } from './sync-history-command';

export interface SyncFlags {
  readonly json: boolean;
  readonly model?: string | undefined;
  readonly 'dry-run': boolean;
  readonly apply: boolean;
  readonly journal: boolean;
  readonly undo: boolean;
  readonly whole: boolean;
  readonly approve?: readonly string[] | undefined;
  readonly story?: string | undefined;
  readonly answers?: string | undefined;
  readonly answer?: readonly string[] | undefined;
  readonly field?: readonly string[] | undefined;
  readonly take?: readonly string[] | undefined;
}

function storyOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  if (text === 'none') return null;
  const story = Number(text);
  if (!Number.isInteger(story) || story < 1)
    throw new CommandError('--story wants the number of a work item, or none.');
  return story;
}

function modeOf(flags: SyncFlags): 'dry-run' | 'apply' | 'journal' | 'undo' {
  const { 'dry-run': dryRun, apply, journal, undo } = flags;
  if (journal && !dryRun && !apply && !undo) return 'journal';
  if (undo && !journal && !(dryRun && apply)) return 'undo';
  if (journal || undo || dryRun === apply)
    throw new CommandError('Say either --dry-run or --apply, or --journal, or --undo.');
  return apply ? 'apply' : 'dry-run';
}

function takenTasks(given: readonly string[]): Record<string, number> {
  // The last equals sign parts them: a title may hold others.
  return Object.fromEntries(
    given.map((pair) => {
      const [, title, id] = /^(.+)=#?(\d{1,10})$/.exec(pair) ?? [];
      if (title === undefined) throw new CommandError('--take wants TITLE=NUMBER of the Task.');
      return [title, Number(id)];
    }),
  );
}

async function answersOf(flags: SyncFlags): Promise<SyncAnswers> {
  const { approve = [], answer = [], field = [], take = [] } = flags;
  return joinAnswers(flags.answers === undefined ? noAnswers : await readAnswers(flags.answers), {
    approve: approve.includes('all') ? 'all' : [...approve],
    story: storyOf(flags.story),
    parents: {},
    take: takenTasks(take),
    answers: pairs('answer', answer),
    fields: pairs('field', field),
  });
}

const decisions = ['approve', 'story', 'answers', 'answer', 'field', 'take'] as const;

export async function runSync(target: Target, flags: SyncFlags, world: CommandWorld): Promise<number> {
  const mode = modeOf(flags);
  const { json, model } = flags;
  const about = { target, model, json };
  if (mode === 'journal' || mode === 'undo') {
    const idle = [
      ...decisions.filter((flag) => flags[flag] !== undefined),
      ...(flags.whole ? ['whole'] : []),
    ];
    if (idle.length > 0) throw new CommandError(`--${idle[0]} does nothing with --${mode}.`);
    if (mode === 'journal') return journalCommand(about, world);
    return undoCommand({ ...about, mode: flags['dry-run'] ? 'dry-run' : 'apply' }, world);
  }
  const answers = await answersOf(flags);
  return syncCommand({ ...about, mode, answers, depth: flags.whole ? 'whole' : 'changes' }, world);
}
