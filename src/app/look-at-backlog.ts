/**
 * Reads of the backlog what a plan needs: everything, or what changed since this person's last look (S61 to S67).
 * A look by changes takes one request for the changes, and one for each 200 items that have something to tell.
 */
import { indexModel } from '../core/model/model-index';
import type { ModelIndex } from '../core/model/model-index';
import type { Model } from '../core/model/model';
import type { BacklogPicture, TaskItem, WorkItem } from '../core/sync/backlog-picture';
import { partsOf, storyNumbersOf, wantedOf } from '../core/sync/desk';
import type { Part } from '../core/sync/desk';
import { mitigationTag } from '../core/sync/identity';
import { wantsNewTask } from '../core/sync/wish';
import type { SyncChoice } from '../core/sync/plan';
import { tasksBehind } from '../core/sync/strangers';
import { AccessError } from './ports';
import type { Ports } from './ports';
import { markOfTasks } from './sync-memory';
import type { PersonLook, SyncMemory } from './sync-memory';
import type { Changes, Person } from './task-ports';

/** Some changes of links do not show as changes of both ends, so everything is read at least so often. Milliseconds. */
const wholeEvery = 24 * 60 * 60 * 1000;

/** The service's limit of items in one read (platform facts 4.1). */
const togetherUpTo = 200;

type Looker = Pick<Person, 'id'> & { readonly name?: string };

/** Where a look ended: what the memory keeps of it once its plan is applied. */
export interface LookEnd {
  /** Who looked; the name where it was told along with the id. */
  readonly person: Looker | undefined;
  readonly token: string;
  readonly at: string;
  readonly wholeAt: string;
  readonly kind: 'whole' | 'changes';
  /** The Tasks that the model knew. */
  readonly tasks: readonly number[];
}
export interface Look {
  readonly picture: BacklogPicture;
  readonly end: LookEnd;
}
export interface LookRequest {
  readonly model: Model;
  readonly memory: SyncMemory;
  readonly choice: SyncChoice;
  readonly hubUrl: string;
  /** Stories that must be read besides. */
  readonly more: readonly number[];
  readonly depth: 'changes' | 'whole';
  /** Tasks to read whatever the changes say. */
  readonly suspects: readonly number[];
}

interface Looking extends LookRequest {
  readonly ports: Ports;
  readonly index: ModelIndex;
  readonly parts: readonly Part[];
  readonly taskIds: ReadonlySet<number>;
}

const numbersOf = (parts: readonly Part[]): number[] =>
  parts.flatMap(({ realisation }) => realisation?.workItem ?? []);

async function inBin(
  { ports }: Looking,
  read: { wanted: Iterable<number>; found: ReadonlyMap<number, WorkItem>[] },
): Promise<ReadonlySet<number>> {
  const missing = [...read.wanted].filter((id) => read.found.every((map) => !map.has(id)));
  if (missing.length === 0) return new Set();
  const deleted = await ports.backlog.tasks.deleted();
  return new Set(missing.filter((id) => deleted.has(id)));
}

/** Stories that Tasks stood under which stand under nothing now: one that was deleted is no parent any more. */
function lostParents({ parts }: Looking, tasks: ReadonlyMap<number, TaskItem>): readonly number[] {
  return parts.flatMap(({ realisation }) => {
    const task = tasks.get(realisation?.workItem ?? 0);
    return task && task.parent === undefined ? (realisation?.baseline?.parent ?? []) : [];
  });
}

async function wholeLook(looking: Looking): Promise<BacklogPicture> {
  const { ports, model, taskIds, more } = looking;
  const stories = new Set([...more, ...[...model.storyLink.values()].map(({ story }) => story)]);
  const [tagged, items] = await Promise.all([
    ports.backlog.tasks.tagged(mitigationTag),
    ports.backlog.read([...stories]),
  ]);
  const tasks = new Map<number, TaskItem>();
  const ours: TaskItem[] = [];
  for (const item of tagged) {
    if (taskIds.has(item.id)) tasks.set(item.id, item);
    else ours.push(item);
  }
  const untagged = [...taskIds].filter((id) => !tasks.has(id));
  if (untagged.length > 0) {
    for (const [id, item] of await ports.backlog.tasks.read(untagged)) tasks.set(id, item);
  }
  const wanted = [...taskIds, ...stories, ...lostParents(looking, tasks)];
  const deleted = await inBin(looking, { wanted, found: [tasks, items] });
  return { items, tasks, ours, deleted, unread: new Set() };
}

/** The parts that have something to tell: new ones, changed ones on either side, and those left open last time. */
function partsToRead(looking: Looking, touched: ReadonlySet<number>): readonly Part[] {
  const { model, index, hubUrl, choice } = looking;
  return looking.parts.filter((part) => {
    const { realisation } = part;
    // Where no Task is to be made nobody asks for a story, either.
    if (!realisation || realisation.workItem === null) return wantsNewTask({ model, index, choice }, part);
    if (touched.has(realisation.workItem)) return true;
    if (storyNumbersOf({ index }, part).some((story) => touched.has(story))) return true;
    const wanted = wantedOf({ model, index, hubUrl }, part, realisation.id);
    return realisation.baseline?.model !== wanted.fingerprint;
  });
}

/** Items that changed for us: what we wrote ourselves has the very revision that the model remembers. */
function touchedBy(looking: Looking, changes: Changes, attention: readonly number[]): Set<number> {
  const known = new Map(
    looking.parts.flatMap(({ realisation }) =>
      realisation?.workItem ? [[realisation.workItem, realisation.baseline?.rev] as const] : [],
    ),
  );
  const news = changes.items.filter(({ id, rev, deleted }) => deleted || known.get(id) !== rev);
  return new Set([...attention, ...news.map(({ id }) => id)]);
}

/**
 * Few are read together: relations bring every field along, which is too much for many stories and cheaper than a second
 * request for few. An item that is a story and a Task is found as both.
 */
async function readBoth(
  { backlog }: Ports,
  tasks: ReadonlySet<number>,
  stories: ReadonlySet<number>,
): Promise<[ReadonlyMap<number, TaskItem>, ReadonlyMap<number, WorkItem>]> {
  const none = new Map<number, never>();
  const all = new Set([...tasks, ...stories]);
  if (tasks.size === 0 || stories.size === 0 || all.size > togetherUpTo)
    return Promise.all([
      tasks.size > 0 ? backlog.tasks.read([...tasks]) : none,
      stories.size > 0 ? backlog.read([...stories]) : none,
    ]);
  const found = [...(await backlog.tasks.read([...all]))];
  return [new Map(found.filter(([id]) => tasks.has(id))), new Map(found.filter(([id]) => stories.has(id)))];
}

async function lookByChanges(
  looking: Looking,
  changes: Changes,
  attention: readonly number[],
): Promise<BacklogPicture> {
  const { ports, index, taskIds, more, choice } = looking;
  const touched = touchedBy(looking, changes, attention);
  const chosen = looking.parts.filter(
    ({ mitigation }) => choice.selection === 'all' || choice.selection.has(mitigation.id),
  );
  const parts = partsToRead({ ...looking, parts: chosen }, touched);
  const wanted = new Set(numbersOf(parts));
  const stories = new Set([...more, ...parts.flatMap((part) => storyNumbersOf({ index }, part))]);
  const allStories = new Set([...looking.model.storyLink.values()].map(({ story }) => story));
  const tagged = new Set(
    changes.items
      .filter(({ tags, deleted }) => !deleted && tags.some((tag) => tag.toLowerCase() === mitigationTag))
      .map(({ id }) => id),
  );
  const strangers = [...tagged, ...attention].filter((id) => !taskIds.has(id) && !allStories.has(id));
  const [read, items] = await readBoth(ports, new Set([...wanted, ...strangers]), stories);
  const tasks = new Map([...read].filter(([id]) => taskIds.has(id)));
  const ours = [...read.values()].filter(({ id }) => !taskIds.has(id));
  const behind = [...tasksBehind(looking.model, ours)].filter((id) => !tasks.has(id) && !wanted.has(id));
  for (const [id, item] of behind.length > 0 ? await ports.backlog.tasks.read(behind) : [])
    tasks.set(id, item);
  const missed = [...wanted, ...stories, ...lostParents(looking, tasks)];
  const deleted = await inBin(looking, { wanted: missed, found: [tasks, items] });
  const unread = new Set([...taskIds].filter((id) => !wanted.has(id) && !tasks.has(id)));
  return { items, tasks, ours, deleted, unread };
}

/** The Tasks that the choice says carry a mitigation. */
async function takenTasks({ ports, choice }: Looking): Promise<Pick<BacklogPicture, 'others'>> {
  const ids = [...(choice.takes?.values() ?? [])];
  return ids.length > 0 ? { others: await ports.backlog.tasks.read(ids) } : {};
}

/** Changes since the token; undefined when the service does not know the token any more. */
async function changesSince(ports: Ports, token: string | undefined): Promise<Changes | undefined> {
  try {
    return await ports.backlog.tasks.changes(token);
  } catch (error) {
    const stale = error instanceof AccessError && error.problem === 'unexpected' && token !== undefined;
    if (stale) return undefined;
    throw error;
  }
}

/** A Task that a join let go of has not changed, so no list of changes has it: everything is read (S61). */
function letGo(last: PersonLook, taskIds: ReadonlySet<number>): boolean {
  return last.tasks !== undefined && markOfTasks(taskIds, last.tasks.count).hash !== last.tasks.hash;
}

/** A look belongs to an id; the name is worth no request. */
async function looker({ person, personId }: Ports): Promise<Looker | undefined> {
  const id = personId?.();
  return id === undefined ? person?.() : { id };
}

/** Rejects with AccessError. Writes nothing. */
export async function lookAtBacklog(ports: Ports, request: LookRequest): Promise<Look> {
  const { model, memory, depth, suspects } = request;
  const index = indexModel(model);
  const parts = [...model.mitigation.values()].flatMap((mitigation) => partsOf({ model, index }, mitigation));
  const looking: Looking = { ...request, ports, index, parts, taskIds: new Set(numbersOf(parts)) };
  const person = await looker(ports);
  const at = ports.clock.now();
  const last = person && memory.looks[person.id];
  const age = last ? Date.parse(at) - Date.parse(last.wholeAt) : Number.NaN;
  // One of a machine whose clock was ahead says nothing of how long ago it was.
  const isRecent = age >= 0 && age < wholeEvery;
  const isEnough = last && isRecent && depth === 'changes' && !letGo(last, looking.taskIds);
  const changes = isEnough ? await changesSince(ports, last.token) : undefined;
  const tasks = [...looking.taskIds];
  const others = await takenTasks(looking);
  if (changes && last) {
    const picture = {
      ...(await lookByChanges(looking, changes, [...last.attention, ...suspects])),
      ...others,
    };
    return {
      picture,
      end: { person, token: changes.token, at, wholeAt: last.wholeAt, kind: 'changes', tasks },
    };
  }
  // Where the next look begins is asked first: what happens while this one reads is then seen again.
  const begin = await ports.backlog.tasks.changes(undefined);
  const picture = { ...(await wholeLook(looking)), ...others };
  return { picture, end: { person, token: begin.token, at, wholeAt: at, kind: 'whole', tasks } };
}
