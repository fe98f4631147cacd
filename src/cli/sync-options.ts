/** The words after `without sync`, read into what the commands behind it want. */
import type { MappedTo } from '../core/model/edits/map-element';
import { CommandError } from './command-error';
import type { Target } from './connect';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { isMeaning, joinAnswers, noAnswers, pairs, readAnswers } from './sync-answers';
import type { SyncAnswers } from './sync-answers';
import { syncCommand } from './sync-command';
import { journalCommand, undoCommand } from './sync-history-command';
import { statesCommand } from './sync-states-command';
import { storiesCommand } from './sync-stories-command';

export interface SyncFlags {
  readonly json: boolean;
  readonly model?: string | undefined;
  readonly 'dry-run': boolean;
  readonly apply: boolean;
  readonly journal: boolean;
  readonly undo: boolean;
  readonly states: boolean;
  readonly whole: boolean;
  readonly approve?: readonly string[] | undefined;
  readonly story?: string | undefined;
  readonly answers?: string | undefined;
  readonly answer?: readonly string[] | undefined;
  readonly field?: readonly string[] | undefined;
  readonly take?: readonly string[] | undefined;
  readonly split?: readonly string[] | undefined;
  readonly join?: readonly string[] | undefined;
  readonly state?: readonly string[] | undefined;
  readonly stories: boolean;
  readonly accept?: readonly string[] | undefined;
  readonly map?: readonly string[] | undefined;
  readonly seen: boolean;
}

function storyOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  if (text === 'none') return null;
  const story = Number(text);
  if (!Number.isInteger(story) || story < 1)
    throw new CommandError('--story wants the number of a work item, or none.');
  return story;
}

function modeOf(flags: SyncFlags): 'dry-run' | 'apply' | 'journal' | 'states' | 'undo' {
  const { 'dry-run': dryRun, apply, journal, states, undo } = flags;
  if (states && !dryRun && !apply && !journal && !undo) return 'states';
  if (journal && !dryRun && !apply && !undo) return 'journal';
  // Taking back writes by itself: beside --apply it would read as “apply”, so it is refused.
  if (undo && !journal && !apply) return 'undo';
  if (journal || states || undo || dryRun === apply)
    throw new CommandError('Say either --dry-run or --apply, or --journal, or --states, or --undo.');
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

function splits(given: readonly string[]): Record<string, 'place' | 'story'> {
  return Object.fromEntries(
    given.map((each) => {
      const [, title, by] = /^(.+)=(place|story)$/.exec(each) ?? [];
      return [title ?? each, by === 'story' ? ('story' as const) : ('place' as const)];
    }),
  );
}

function states(given: readonly string[]): SyncAnswers['states'] {
  return Object.fromEntries(
    given.map((each) => {
      const [, key, meaning = ''] = /^([^/]+\/.+)=(\w+)$/.exec(each) ?? [];
      if (key === undefined || !isMeaning(meaning)) {
        throw new CommandError(
          '--state wants TYPE/STATE=MEANING; MEANING is Proposed, InProgress, Resolved, Completed, Removed or ask.',
        );
      }
      return [key, meaning];
    }),
  );
}

/** `ELEMENT=#12`, `ELEMENT=AREA PATH` or `ELEMENT=anywhere`. */
function places(given: readonly string[]): ReadonlyMap<string, MappedTo | undefined> {
  return new Map(
    given.map((each) => {
      const [, element, to] = /^(.+)=([^=]+)$/.exec(each) ?? [];
      if (element === undefined || to === undefined)
        throw new CommandError('--map wants ELEMENT=#FEATURE, ELEMENT=AREA PATH, or ELEMENT=anywhere.');
      if (to === 'anywhere') return [element, undefined] as const;
      const [, id] = /^#(\d{1,10})$/.exec(to) ?? [];
      const where =
        id === undefined
          ? { kind: 'area' as const, path: to }
          : { kind: 'feature' as const, workItem: Number(id) };
      return [element, where] as const;
    }),
  );
}

/** `likely`, or QUESTION=ANSWER of one of the kinds that are printed: a typing error must not pass for a wish. */
function checkAccepted(given: readonly string[]): void {
  const wrong = given.find((each) => each !== 'likely' && !/^(clause|threat|link):.+=.+$/s.test(each));
  if (wrong === undefined) return;
  throw new CommandError(
    `--accept wants likely, or QUESTION=ANSWER as --stories prints it (clause:…, threat:…, link:…), not ${forTerminal(wrong)}.`,
  );
}

async function answersOf(flags: SyncFlags): Promise<SyncAnswers> {
  const { approve = [], answer = [], field = [], take = [], split = [], join = [], state = [] } = flags;
  return joinAnswers(flags.answers === undefined ? noAnswers : await readAnswers(flags.answers), {
    approve: approve.includes('all') ? 'all' : [...approve],
    story: storyOf(flags.story),
    parents: {},
    take: takenTasks(take),
    split: splits(split),
    join: [...join],
    states: states(state),
    answers: pairs('answer', answer),
    fields: pairs('field', field),
  });
}

const decisions = [
  ...(['approve', 'story', 'answers', 'answer', 'field', 'take'] as const),
  ...(['split', 'join', 'state'] as const),
] as const;
const storyDecisions = ['accept', 'map', 'seen'] as const;

/** Refuses the first flag of those that was given. */
function refuse(flags: SyncFlags, names: readonly (keyof SyncFlags)[], says: (flag: string) => string): void {
  const idle = names.find((name) => flags[name] !== undefined && flags[name] !== false);
  if (idle !== undefined) throw new CommandError(says(idle));
}

export async function runSync(target: Target, flags: SyncFlags, world: CommandWorld): Promise<number> {
  const mode = modeOf(flags);
  const { json, model } = flags;
  const about = { target, model, json };
  const idleWith = (other: string) => (flag: string) => `--${flag} does nothing with --${other}.`;
  if (mode === 'journal' || mode === 'states' || mode === 'undo') {
    refuse(flags, [...decisions, 'whole', 'stories', ...storyDecisions], idleWith(mode));
    if (mode === 'journal') return journalCommand(about, world);
    if (mode === 'states') return statesCommand(about, world);
    return undoCommand({ ...about, mode: flags['dry-run'] ? 'dry-run' : 'apply' }, world);
  }
  if (flags.stories) {
    refuse(flags, [...decisions, 'whole'], idleWith('stories'));
    const { accept = [], map = [], seen } = flags;
    checkAccepted(accept);
    return storiesCommand({ ...about, mode, accept, map: places(map), seen }, world);
  }
  refuse(flags, storyDecisions, (flag) => `--${flag} goes with --stories.`);
  const answers = await answersOf(flags);
  return syncCommand({ ...about, mode, answers, depth: flags.whole ? 'whole' : 'changes' }, world);
}
