/** Reads boards, models and backlog, and makes the plan of a switch, of an update, or of taking the last run back. */
import { flags } from '../../core/flags/flag';
import { planRules } from '../../core/flags/card-rules';
import type { Look, RulePlan } from '../../core/flags/card-rules';
import type { TeamArea } from '../../core/flags/areas';
import { countTags, planTags, planUndoTags } from '../../core/flags/plan-tags';
import type { TagCounts, TagPlan } from '../../core/flags/plan-tags';
import { wantedFlags } from '../../core/flags/wanted-flags';
import type { WorkItem } from '../../core/sync/backlog-picture';
import type { Boards, NamedTeam, ProjectVisibility, TeamBoard } from '../board-ports';
import { AccessError } from '../ports';
import type { Ports } from '../ports';
import { readAlignment } from '../read-alignment';
import { readLastRun, readTeamStates } from './flag-memory';
import type { LastRun, Place, TeamState } from './flag-memory';

export type FlagPorts = Ports & { readonly boards: Boards };

/** What the page shows before anything is planned. */
export interface FlagsReading {
  readonly visibility: ProjectVisibility;
  readonly teams: readonly (NamedTeam & { readonly state: TeamState | undefined })[];
  readonly last: LastRun | undefined;
}

/** Three requests, and one for each 200 teams. Rejects with AccessError. */
export async function readFlags(ports: FlagPorts, place: Place): Promise<FlagsReading> {
  const [visibility, teams, states, last] = await Promise.all([
    ports.boards.visibility(),
    ports.boards.teams(),
    readTeamStates(place),
    readLastRun(place),
  ]);
  return { visibility, teams: teams.map((team) => ({ ...team, state: states.get(team.id) })), last };
}

export type FlagAction =
  /** On in that look; `none` is off. */
  { readonly kind: 'switch'; readonly team: string; readonly look: Look } | { readonly kind: 'update' };

export interface BoardChange {
  readonly team: NamedTeam;
  readonly board: TeamBoard;
  readonly before: Look;
  readonly after: Look;
  readonly rules: RulePlan;
  /** Does the service list this person as an administrator of the team? An administrator of the project may be none. */
  readonly administrator: 'listed' | 'not-listed';
}

export interface FlagsPlan {
  readonly kind: 'planned';
  readonly what: 'switch' | 'update' | 'undo';
  readonly change: BoardChange | undefined;
  readonly tags: TagPlan;
  readonly counts: TagCounts;
  /** Tags that would be written and that the project does not have yet: somebody must be allowed to make them. */
  readonly newTags: readonly string[];
  /** Parts of models that could not be read: flags are judged without them. */
  readonly problems: readonly string[];
  /** How many teams have flags switched on once it is done. */
  readonly teamsOn: number;
}
export type PlannedFlags = FlagsPlan | { readonly kind: 'refused'; readonly because: string };

export const publicProject =
  'This project is public: everybody on the internet would read the flags. They stay off here.';

async function boardOf({ boards }: FlagPorts, team: NamedTeam): Promise<TeamBoard | string> {
  const board = await boards.board(team.id);
  if (!board) return `${team.name} has no board of stories.`;
  if (!board.areas)
    return `${team.name} parts its work by a field of its own instead of areas, so nobody can say what is on its board.`;
  return board;
}

/** Items that carry a flag, wherever in the project. */
async function flaggedItems({ backlog }: FlagPorts): Promise<readonly WorkItem[]> {
  const found = await Promise.all(flags.map(({ tag }) => backlog.tasks.tagged(tag)));
  return found.flat();
}

async function tagsFor(ports: FlagPorts, place: Place, areas: readonly TeamArea[]) {
  const [{ picture, problems }, flagged] = await Promise.all([
    readAlignment(ports, { projectId: place.projectId, sprint: undefined }),
    flaggedItems(ports),
  ]);
  return { tags: planTags({ wanted: wantedFlags(picture), flagged, areas }), problems };
}

function newTagsOf({ byFlag }: TagCounts, defined: ReadonlySet<string>): readonly string[] {
  return flags.filter(({ id, tag }) => byFlag[id] > 0 && !defined.has(tag)).map(({ tag }) => tag);
}

/** The areas of every team that has flags on, with the change as if it were done. */
async function areasOn(
  ports: FlagPorts,
  states: ReadonlyMap<string, TeamState>,
  change: BoardChange | undefined,
): Promise<{ readonly areas: readonly TeamArea[]; readonly teams: number }> {
  const on = [...states.values()].filter(({ team, look }) => look !== 'none' && team !== change?.team.id);
  const others = await Promise.all(
    on.map(async ({ team }) => {
      try {
        return await ports.boards.board(team);
      } catch (error) {
        // A team that was deleted has no board any more.
        if (error instanceof AccessError && error.problem === 'not-found') return undefined;
        throw error;
      }
    }),
  );
  const boards = change && change.after !== 'none' ? [change.board, ...others] : others;
  const live = boards.flatMap((board) => board?.areas ?? []);
  return { areas: live, teams: boards.filter((board) => board !== undefined).length };
}

async function planSwitch(
  ports: FlagPorts,
  states: ReadonlyMap<string, TeamState>,
  action: Extract<FlagAction, { kind: 'switch' }>,
): Promise<BoardChange | string> {
  const team = (await ports.boards.teams()).find(({ id }) => id === action.team);
  if (!team) return 'There is no such team in this project.';
  const board = await boardOf(ports, team);
  if (typeof board === 'string') return board;
  const rules = planRules(board.rules, action.look);
  if (rules.kind === 'refused') return rules.because;
  const [administrators, person] = await Promise.all([
    ports.boards.administrators(team.id),
    ports.person?.(),
  ]);
  const isListed = person !== undefined && administrators.has(person.id.toLowerCase());
  return {
    team,
    board,
    before: states.get(team.id)?.look ?? 'none',
    after: action.look,
    rules,
    administrator: isListed ? 'listed' : 'not-listed',
  };
}

/** Reads only. About 12 requests, 2 for each model, 1 for each 200 stories. Rejects with AccessError. */
export async function planFlags(ports: FlagPorts, place: Place, action: FlagAction): Promise<PlannedFlags> {
  const [visibility, states] = await Promise.all([ports.boards.visibility(), readTeamStates(place)]);
  const isOff = action.kind === 'switch' && action.look === 'none';
  if (visibility === 'public' && !isOff) return { kind: 'refused', because: publicProject };
  const change = action.kind === 'switch' ? await planSwitch(ports, states, action) : undefined;
  if (typeof change === 'string') return { kind: 'refused', because: change };
  const on = await areasOn(ports, states, change);
  const [{ tags, problems }, defined] = await Promise.all([
    tagsFor(ports, place, on.areas),
    ports.boards.tags(),
  ]);
  const counts = countTags(tags);
  return {
    kind: 'planned',
    what: action.kind,
    change,
    tags,
    counts,
    // A colour makes its tag.
    newTags: change && change.rules.added > 0 ? [] : newTagsOf(counts, defined),
    problems,
    teamsOn: on.teams,
  };
}

/** Undefined: there is nothing to take back. */
export async function planUndoFlags(ports: FlagPorts, place: Place): Promise<PlannedFlags | undefined> {
  const last = await readLastRun(place);
  if (!last) return undefined;
  const { team } = last;
  const [visibility, items, defined, board] = await Promise.all([
    ports.boards.visibility(),
    ports.backlog.read(last.lines.map(({ id }) => id)),
    ports.boards.tags(),
    team ? ports.boards.board(team.id) : undefined,
  ]);
  const tags = planUndoTags(last.lines, items);
  const counts = countTags(tags);
  if (visibility === 'public' && (counts.get + counts.change > 0 || (team && team.before !== 'none')))
    return { kind: 'refused', because: publicProject };
  const { edits } = last;
  const size = (part: 'take' | 'put') => edits.tagStyle[part].length + edits.fill[part].length;
  const rules = { edits, added: size('put'), removed: size('take'), foreign: 0, notes: [] };
  const change: BoardChange | undefined = team &&
    board && {
      team,
      board,
      before: team.after,
      after: team.before,
      rules,
      administrator: 'not-listed',
    };
  return {
    kind: 'planned',
    what: 'undo',
    change,
    tags,
    counts,
    newTags: newTagsOf(counts, defined),
    problems: [],
    teamsOn: 0,
  };
}
