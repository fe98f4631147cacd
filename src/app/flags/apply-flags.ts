/** Does what a plan of flags says: first the card rules, which need a right; then the switch; then the tags. */
import {
  changesNothing,
  editRules,
  inverseEdits,
  noEdits,
  planRules,
  ruleTypes,
} from '../../core/flags/card-rules';
import type { RuleEdits, RuleLists } from '../../core/flags/card-rules';
import type { TagStep } from '../../core/flags/plan-tags';
import { forgetLastRun, keepLastRun, keepTeamState } from './flag-memory';
import type { Place } from './flag-memory';
import type { BoardChange, FlagPorts, FlagsPlan } from './plan-flags';
import { writeTags } from './write-tags';
import type { Watch, WriteReport } from './write-tags';

export interface FlagsReport {
  readonly rules: 'written' | 'unchanged' | 'refused';
  readonly tags: WriteReport<TagStep>;
  /** Why nothing or not everything was done, as a sentence. */
  readonly problem?: string;
}

const nothing = (left: readonly TagStep[]): WriteReport<TagStep> => ({
  done: [],
  outdated: [],
  refused: [],
  left,
});
const noRight = (team: string): string =>
  `Only an administrator of ${team} may change how its cards look. Nothing was written.`;

type RulesDone =
  | { readonly kind: 'written' | 'unchanged'; readonly back: RuleEdits }
  | { readonly kind: 'refused'; readonly problem: string };

/** The lists of the types that the edits touch: the others are never named, so they stay. */
export function touchedLists(lists: RuleLists, edits: RuleEdits): Partial<RuleLists> {
  const after = editRules(lists, edits);
  return Object.fromEntries(
    ruleTypes.flatMap((type) => (after[type] === lists[type] ? [] : [[type, after[type]]])),
  );
}

/** The board is read again right before: the service replaces whole lists and has no revisions of them. */
async function writeRules(ports: FlagPorts, { what }: FlagsPlan, change: BoardChange): Promise<RulesDone> {
  const now = await ports.boards.board(change.team.id);
  if (!now) return { kind: 'refused', problem: `${change.team.name} has no board of stories any more.` };
  const again = planRules(now.rules, change.after);
  if (what !== 'undo' && again.kind === 'refused') return { kind: 'refused', problem: again.because };
  const edits = what === 'undo' || again.kind === 'refused' ? change.rules.edits : again.edits;
  if (changesNothing(edits)) return { kind: 'unchanged', back: noEdits };
  const answer = await ports.boards.writeRules(change.team.id, now.id, touchedLists(now.rules, edits));
  if (answer.kind === 'written') return { kind: 'written', back: inverseEdits(now.rules, edits) };
  const problem = answer.reason === 'no-permission' ? noRight(change.team.name) : answer.message;
  return { kind: 'refused', problem };
}

/** Rejects with AccessError only before anything was written to a work item. */
export async function applyFlags(
  ports: FlagPorts,
  place: Place,
  given: { readonly plan: FlagsPlan; readonly watch?: Watch },
): Promise<FlagsReport> {
  const { plan, watch = {} } = given;
  const { change, what } = plan;
  const by = (await ports.person?.()) ?? null;
  const at = ports.clock.now();
  const rules = change
    ? await writeRules(ports, plan, change)
    : ({ kind: 'unchanged', back: noEdits } as const);
  if (rules.kind === 'refused')
    return { rules: 'refused', tags: nothing(plan.tags.steps), problem: rules.problem };
  if (change) await keepTeamState(place, { team: change.team.id, look: change.after, by, at });
  const tags = await writeTags({ backlog: ports.backlog, place }, plan.tags.steps, watch);
  if (what === 'undo') {
    // What was not reached can still be taken back.
    if (tags.left.length === 0) await forgetLastRun(place);
  } else if (tags.done.length > 0 || change) {
    const team = change && {
      id: change.team.id,
      name: change.team.name,
      board: change.board.id,
      before: change.before,
      after: change.after,
    };
    await keepLastRun(place, { what, by, at, team, edits: rules.back, lines: tags.done });
  }
  return { rules: rules.kind, tags, ...(tags.problem === undefined ? {} : { problem: tags.problem }) };
}
