/** Creates seeded work items and moves them to their states on believable days. */
import { firstProject, projectNameOf, projectOfPath } from '../organisation/projects';
import type { User } from '../organisation/types';
import { typeNamed, type WorkItemTypeDefinition } from '../processes/process';
import type { Edit } from '../work-items/draft';
import type { PatchOperation } from '../work-items/patch';
import { PARENT } from '../work-items/relation-types';
import { createWorkItem, requireWorkItem, updateWorkItem } from '../work-items/save';
import type { SeedWorkItem } from './seed-file';
import { dayFrom } from './days';
import type { Sowing } from './sow';

const HOUR = 3_600_000;
/** All items were written down within these days, before the first sprint began. */
const WRITING_HOURS = 72;

interface Planned {
  readonly item: SeedWorkItem;
  readonly id: number;
  readonly at: Date;
}

/** @throws Error naming the item that refers to something unknown. */
export function sowWorkItems(sowing: Sowing, people: readonly User[]): void {
  const { seed, now } = sowing;
  const ids = new Map(seed.workItems.map((item, index) => [item.key, index + 1]));
  if (ids.size < seed.workItems.length) throw new Error('Two work items of the seed have the same key.');
  const firstDay = Math.min(-14, ...seed.iterations.map((one) => one.startDay));
  const begin = dayFrom(now, firstDay - 5).getTime();
  const pace = (WRITING_HOURS * HOUR) / Math.max(1, seed.workItems.length);
  seed.workItems.forEach((item, index) => {
    const edit = editOf(sowing, new Date(begin + index * pace), people[0], item.area);
    try {
      createWorkItem(edit, sowing.process.kinds[item.kind], firstOperations(sowing, item, ids, index));
    } catch (error) {
      throw new Error(`Seed item ${item.key}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  // In order of time, since a link changes both of its ends and dates must not run backwards.
  const later = seed.workItems.map((item, index) => ({
    item,
    id: index + 1,
    at: movedAt(sowing, item, index),
  }));
  for (const planned of later.sort((a, b) => a.at.getTime() - b.at.getTime()))
    move(sowing, planned, ids, people);
}

/** @param area where the item is made; it decides about the project. */
function editOf({ tx, process }: Sowing, now: Date, user: User | undefined, area?: string): Edit {
  if (!user) throw new Error('A seed needs at least one user.');
  const project = (area === undefined ? undefined : projectOfPath(tx, area)) ?? firstProject(tx);
  return {
    tx,
    process,
    project,
    user,
    now,
    rules: 'enforced',
    temporaryIds: new Map(),
    overtaken: new Map(),
  };
}

function add(field: string, value: unknown): PatchOperation {
  return { on: 'field', op: 'add', field, value };
}

function link(rel: string, key: string, ids: ReadonlyMap<string, number>): PatchOperation {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`there is no work item with the key ${key}.`);
  return { on: 'new relation', value: { rel, url: `/_apis/wit/workItems/${id}` } };
}

/** What was known when the item was written: everything but its progress. */
function firstOperations(
  { process, tx }: Sowing,
  item: SeedWorkItem,
  ids: ReadonlyMap<string, number>,
  index: number,
): readonly PatchOperation[] {
  const type = typeNamed(process, process.kinds[item.kind]);
  const project = item.area === undefined ? firstProject(tx).name : projectNameOf(item.area);
  const has = (field: string): boolean => type?.fields.some((one) => one.referenceName === field) ?? false;
  const repro = 'Microsoft.VSTS.TCM.ReproSteps';
  const text = item.kind === 'bug' && has(repro) ? repro : 'System.Description';
  const values: readonly (readonly [string, unknown])[] = [
    ['System.Title', item.title],
    [text, item.description],
    ['Microsoft.VSTS.Common.AcceptanceCriteria', item.acceptanceCriteria],
    ['System.AreaPath', item.area],
    ['System.IterationPath', item.iteration === undefined ? undefined : `${project}\\${item.iteration}`],
    [process.effortField, item.points],
    ['Microsoft.VSTS.Scheduling.RemainingWork', item.remaining],
    ['Microsoft.VSTS.Common.Priority', item.priority],
    ['Microsoft.VSTS.Common.Severity', item.severity],
    ['System.Tags', item.tags?.join('; ')],
    [process.orderField, (index + 1) * 1000],
    ...(type?.required ?? []).map((field) => [field, filler(type, field, index)] as const),
  ];
  const fields = values
    .filter(([field, value]) => value !== undefined && has(field))
    .map(([field, value]) => add(field, value));
  const hyperlinks = (item.hyperlinks ?? []).map((url): PatchOperation => ({
    on: 'new relation',
    value: { rel: 'Hyperlink', url },
  }));
  // A parent that is not there at all counts as above: the link names what is wrong.
  const isAbove = item.parent !== undefined && (ids.get(item.parent) ?? 0) <= index;
  const own = [...fields, ...hyperlinks];
  return item.parent !== undefined && isAbove ? [...own, link(PARENT, item.parent, ids)] : own;
}

/** A seed knows nothing of the fields a process demands; each gets one of its values, so that all of them occur. */
function filler(type: WorkItemTypeDefinition | undefined, reference: string, index: number): unknown {
  if (type?.defaults[reference] !== undefined) return undefined;
  const allowed = type?.fields.find((one) => one.referenceName === reference)?.allowedValues;
  return allowed?.[index % allowed.length] ?? 'Not stated';
}

/** Sprint work moves within its sprint, everything else in the last days; never in the future. */
function movedAt({ seed, now }: Sowing, item: SeedWorkItem, index: number): Date {
  const sprint = seed.iterations.find((one) => one.name === item.iteration);
  const day = !sprint ? -3 : item.category === 'Completed' ? sprint.finishDay - 1 : sprint.startDay + 1;
  const wanted = dayFrom(now, Math.min(day, -1)).getTime() + 8 * HOUR + (index % 48) * (HOUR / 6);
  return new Date(Math.min(wanted, now.getTime()));
}

function move(
  sowing: Sowing,
  { item, id, at }: Planned,
  ids: ReadonlyMap<string, number>,
  people: readonly User[],
): void {
  const { process, tx } = sowing;
  const type = typeNamed(process, process.kinds[item.kind]);
  const state = type && stateFor(type, item);
  const isBelow = item.parent !== undefined && (ids.get(item.parent) ?? 0) > id;
  const operations = [
    ...(item.assignedTo === undefined ? [] : [add('System.AssignedTo', item.assignedTo)]),
    ...(state === undefined ? [] : [add('System.State', state)]),
    ...(isBelow ? [link(PARENT, item.parent, ids)] : []),
    ...(item.related ?? [])
      // A related link has the same name at both ends: when both items name each other it is written once.
      .filter((key) => !isLinked(sowing, id, ids.get(key)))
      .map((key) => link('System.LinkTypes.Related', key, ids)),
  ];
  if (operations.length === 0) return;
  const mover = people.find((one) => one.uniqueName === item.assignedTo) ?? people[0];
  const item0 = requireWorkItem(tx, id);
  const earliest = Date.parse(String(item0.fields['System.ChangedDate']));
  updateWorkItem(editOf(sowing, new Date(Math.max(earliest, at.getTime())), mover), item0, operations);
}

function isLinked({ tx }: Sowing, id: number, other: number | undefined): boolean {
  return requireWorkItem(tx, id).relations.some((one) => one.kind === 'link' && one.target === other);
}

/** The first state of the category; processes without Resolved treat it as in progress, as boards do. */
function stateFor(type: WorkItemTypeDefinition, item: SeedWorkItem): string | undefined {
  const named = (category: string): string | undefined =>
    type.states.find((state) => state.category === category)?.name;
  return named(item.category) ?? (item.category === 'Resolved' ? named('InProgress') : undefined);
}
