/** Which stories changed since a person last said to have seen them all. Reading is automatic, saying so is a person's. */
import type { ModelId } from '../core/model/ids';
import { readOwnWrites } from './flags/flag-memory';
import type { OpenedModel } from './open-model';
import { AccessError } from './ports';
import type { Ports, StoredDocument } from './ports';
import { changeMemory, readMemory } from './sync-memory';
import type { StoryLook } from './sync-memory';
import type { Changes, Person } from './task-ports';

/** More than this is told again next time rather than kept. */
const mostRetold = 1000;

export interface StoryNews {
  /** ISO instant of the last time; undefined: this person has never said so, and nothing counts as changed. */
  readonly since: string | undefined;
  /** Work items of every kind that changed since. */
  readonly changed: ReadonlySet<number>;
  readonly person: Person | undefined;
  /** Where the next time begins: a token, and what the service will tell again although it is known already. */
  readonly next: Pick<StoryLook, 'token' | 'retold'>;
}

async function changesSince(ports: Ports, last: StoryLook | undefined): Promise<Changes | undefined> {
  try {
    return last && (await ports.backlog.tasks.changes(last.token));
  } catch (error) {
    // A token that the service has forgotten counts as none.
    if (error instanceof AccessError && error.problem === 'unexpected') return undefined;
    throw error;
  }
}

interface Seen {
  /** Where the person looked last. */
  readonly last: StoryLook;
  readonly told: Changes;
}

/**
 * Without what we wrote ourselves: flags on cards are no news of a story. Where the newest revision is ours, every one
 * since is looked at, so that an edit of somebody before or between ours still counts. One document, and one request
 * where there are flags among the changes.
 */
async function othersChanges(
  ports: Ports,
  projectId: string,
  { last, told }: Seen,
): Promise<Changes['items']> {
  const known = new Map(last.retold.map(({ id, rev }) => [id, rev]));
  const fresh = told.items.filter(({ id, rev }) => known.get(id) !== rev);
  if (fresh.length === 0) return fresh;
  const own = await readOwnWrites({ documents: ports.documents, projectId });
  const isOwn = ({ id, rev }: { readonly id: number; readonly rev: number }) =>
    own.get(id)?.has(rev) === true;
  if (!fresh.some(isOwn)) return fresh;
  const every = await ports.backlog.tasks.changes(last.token, 'every');
  const others = new Set(
    every.items.flatMap((item) => (isOwn(item) || item.rev <= (known.get(item.id) ?? 0) ? [] : item.id)),
  );
  return fresh.filter((item) => !isOwn(item) || others.has(item.id));
}

/** At most four requests and a document. Ask before reading the stories: what they say then is at least as new. Rejects with AccessError. */
export async function readStoryNews(
  ports: Ports,
  opened: Pick<OpenedModel, 'memory' | 'projectId'>,
): Promise<StoryNews> {
  const person = await ports.person?.();
  const last = person && readMemory(opened.memory).storyLooks?.[person.id];
  const changes = await changesSince(ports, last);
  const { token } = changes ?? (await ports.backlog.tasks.changes(undefined));
  // A token begins with the instant at which it ends, so that nothing of that instant is missed: it is told twice.
  const again = await ports.backlog.tasks.changes(token);
  const retold = again.items.slice(0, mostRetold).map(({ id, rev }) => ({ id, rev }));
  const changed =
    last && changes ? await othersChanges(ports, opened.projectId, { last, told: changes }) : [];
  return {
    since: changes && last?.at,
    changed: new Set(changed.map(({ id }) => id)),
    person,
    next: { token, retold },
  };
}

/** Remembers that the person has seen the stories up to here. Answers the memory as it is stored then. */
export async function keepStoryLook(
  ports: Ports,
  given: {
    readonly projectId: string;
    readonly model: ModelId;
    readonly known: StoredDocument | undefined;
    readonly news: StoryNews;
  },
): Promise<StoredDocument | undefined> {
  const { news, ...place } = given;
  const { person, next } = news;
  if (!person) return place.known;
  const look: StoryLook = { ...next, at: ports.clock.now() };
  return changeMemory(ports, place, (memory) => ({
    ...memory,
    storyLooks: { ...memory.storyLooks, [person.id]: look },
  }));
}
