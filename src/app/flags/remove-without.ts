/** Takes the product out of a project: tags, card rules and, if asked, links. An export comes first. */
import { changesNothing, hasOurs, planRules } from '../../core/flags/card-rules';
import type { RulePlan } from '../../core/flags/card-rules';
import { flags } from '../../core/flags/flag';
import { countRemoval, planRemoval } from '../../core/flags/plan-removal';
import type { RemovalStep } from '../../core/flags/plan-removal';
import { asId, modelId } from '../../core/model/ids';
import {
  alertsCollection,
  flagsCollection,
  historyCollection,
  indexCollection,
  modelCollection,
  notesCollection,
} from '../../core/store/collections';
import { policyCollection } from '../../core/store/read-policy';
import { mitigationTag } from '../../core/sync/identity';
import type { NamedTeam } from '../board-ports';
import { listModels } from '../list-models';
import { openModel } from '../open-model';
import { AccessError } from '../ports';
import type { StoredDocument } from '../ports';
import type { TaskItem } from '../../core/sync/backlog-picture';
import { journalCollection } from '../sync-journal';
import { touchedLists } from './apply-flags';
import type { Place } from './flag-memory';
import type { FlagPorts } from './plan-flags';
import { writeTags } from './write-tags';
import type { Watch, WriteReport } from './write-tags';

/** Every document of the project as it is stored: what was removed can be looked up, and nothing is interpreted. */
export interface Export {
  readonly format: 'without-export';
  readonly version: 1;
  readonly project: string;
  readonly at: string;
  /** Names of the models in it, for a person. */
  readonly models: readonly string[];
  readonly collections: Readonly<Record<string, readonly StoredDocument[]>>;
}

/** Four requests, and five for each model; what can be made again from these is left out. Rejects with AccessError. */
export async function exportEverything(ports: FlagPorts, { projectId }: Place): Promise<Export> {
  const summaries = await listModels(ports, projectId);
  // A damaged model is exported as it is, too.
  const ids = summaries.flatMap(({ id }) => asId(modelId, id) ?? []);
  const names = [
    indexCollection(projectId),
    ...[modelCollection, journalCollection, alertsCollection, notesCollection, historyCollection].flatMap(
      (of) => ids.map((id) => of(projectId, id)),
    ),
    policyCollection(projectId),
    flagsCollection(projectId),
  ];
  const collections: Record<string, readonly StoredDocument[]> = {};
  for (const name of names) collections[name] = await ports.documents.list(name);
  return {
    format: 'without-export',
    version: 1,
    project: projectId,
    at: ports.clock.now(),
    models: summaries.map((each) => (each.kind === 'damaged' ? each.id : each.info.name)),
    collections,
  };
}

export interface BoardRemoval {
  readonly team: NamedTeam;
  readonly board: string;
  readonly rules: RulePlan;
}
export interface RemovalPlan {
  readonly links: 'keep' | 'remove';
  readonly steps: readonly RemovalStep[];
  readonly counts: ReturnType<typeof countRemoval>;
  readonly boards: readonly BoardRemoval[];
  /** Parts of models that could not be read: a Task that only they name is not found if it lost its tag. */
  readonly problems: readonly string[];
}

/** Boards that are asked at the same time. */
const atOnce = 4;

async function boardsWithOurs({ boards }: FlagPorts): Promise<readonly BoardRemoval[]> {
  const teams = await boards.teams();
  const found: BoardRemoval[] = [];
  for (let at = 0; at < teams.length; at += atOnce) {
    const some = teams.slice(at, at + atOnce);
    const read = await Promise.all(some.map(async (team) => ({ team, board: await boards.board(team.id) })));
    for (const { team, board } of read) {
      if (!board || !hasOurs(board.rules)) continue;
      const rules = planRules(board.rules, 'none');
      if (rules.kind === 'planned') found.push({ team, board: board.id, rules });
    }
  }
  return found;
}

/** The Tasks that the models name, for links of those that lost their tag. */
async function namedTasks(ports: FlagPorts, { projectId }: Place) {
  const problems: string[] = [];
  const ids = new Set<number>();
  for (const summary of await listModels(ports, projectId)) {
    const id = asId(modelId, summary.id);
    if (summary.kind === 'damaged' || !id) {
      problems.push(summary.kind === 'damaged' ? summary.problem : 'A model has an id that is none.');
      continue;
    }
    const opened = await openModel(ports, projectId, id);
    problems.push(...opened.problems);
    for (const { workItem } of opened.model.realisation.values()) if (workItem !== null) ids.add(workItem);
  }
  return { items: await ports.backlog.tasks.read([...ids]), problems };
}

/** Reads only: 5 requests, 4 for each team, 2 for each model, 1 for each 200 items. Rejects with AccessError. */
export async function planRemovalOf(
  ports: FlagPorts,
  place: Place,
  { links }: { readonly links: 'keep' | 'remove' },
): Promise<RemovalPlan> {
  const tags = [...flags.map(({ tag }) => tag), mitigationTag];
  const [tagged, boards, named] = await Promise.all([
    Promise.all(tags.map((tag) => ports.backlog.tasks.tagged(tag))),
    boardsWithOurs(ports),
    links === 'remove' ? namedTasks(ports, place) : { items: new Map<number, TaskItem>(), problems: [] },
  ]);
  const items = new Map([...tagged.flat(), ...named.items.values()].map((item) => [item.id, item]));
  const steps = planRemoval(items.values(), { links });
  return { links, steps, counts: countRemoval(steps), boards, problems: named.problems };
}

export interface RemovalReport {
  readonly items: WriteReport<RemovalStep>;
  readonly boards: readonly {
    readonly team: NamedTeam;
    readonly result: 'removed' | 'refused';
    readonly message?: string;
  }[];
  /** What a person may want to know afterwards, as sentences. */
  readonly remains: readonly string[];
}

async function clearBoard(
  { boards }: FlagPorts,
  { team }: BoardRemoval,
): Promise<RemovalReport['boards'][number]> {
  try {
    const now = await boards.board(team.id);
    const plan = now && planRules(now.rules, 'none');
    if (!now || plan?.kind !== 'planned' || changesNothing(plan.edits)) return { team, result: 'removed' };
    const answer = await boards.writeRules(team.id, now.id, touchedLists(now.rules, plan.edits));
    return answer.kind === 'written'
      ? { team, result: 'removed' }
      : { team, result: 'refused', message: answer.message };
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    return { team, result: 'refused', message: error.message };
  }
}

/** Nothing is on any more; our own revisions stay known, so that what was written is no news. */
async function forgetFlags({ documents, projectId }: Place): Promise<void> {
  const collection = flagsCollection(projectId);
  for (const { id } of await documents.list(collection))
    if (id === 'last' || id.startsWith('team.')) await documents.remove(collection, id);
}

function remaining(
  plan: RemovalPlan,
  items: RemovalReport['items'],
  boards: RemovalReport['boards'],
): readonly string[] {
  const open = items.outdated.length + items.refused.length + items.left.length;
  const refused = boards.filter(({ result }) => result === 'refused').map(({ team }) => team.name);
  return [
    ...(open > 0
      ? [`${open} work items still carry something of ours: look again, and remove once more.`]
      : []),
    ...(refused.length > 0
      ? [
          `Card rules on the boards of ${refused.join(', ')}: an administrator of the team can take them away.`,
        ]
      : []),
    ...(plan.links === 'keep' ? ['Links from Tasks to their mitigations.'] : []),
    'The descriptions of Tasks as they read, and comments about accepted risks.',
    'The tags in the list of tags, until Azure DevOps drops those that nothing carries.',
    'The threat models: delete them in Threat models. Who uninstalls the extension cannot read them any more.',
    'Colours that somebody set by hand on taskboards.',
  ];
}

/** `exported`: what was saved before; without an export nothing is removed. */
export async function removeWithout(
  ports: FlagPorts,
  place: Place,
  given: { readonly plan: RemovalPlan; readonly exported: Export; readonly watch?: Watch },
): Promise<RemovalReport> {
  const { plan, watch = {} } = given;
  const boards: RemovalReport['boards'][number][] = [];
  for (const each of plan.boards) boards.push(await clearBoard(ports, each));
  const items = await writeTags({ backlog: ports.backlog, place }, plan.steps, watch);
  if (items.left.length === 0) await forgetFlags(place);
  return { items, boards, remains: remaining(plan, items, boards) };
}
