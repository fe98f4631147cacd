/** What sync remembers beside the model: where each person's last look ended, field defaults, the last alignment. */
import * as v from 'valibot';
import type { ModelId } from '../core/model/ids';
import { textHash } from '../core/model/text-hash';
import { modelCollection } from '../core/store/collections';
import type { TaskField } from '../core/sync/backlog-picture';
import type { StoredDocument } from './ports';
import { DocumentError } from './ports';
import type { Ports } from './ports';

export const memoryId = 'sync.memory';
/** Persons whose looks are kept: the newest ones. */
const looksKept = 30;
/** More open ends than this are found by a whole look. */
const attentionKept = 5000;

const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.pipe(v.string(), v.maxLength(1024));
const person = v.object({ id: text, name: text });
const look = v.object({
  token: text,
  at: text,
  /** When this person last looked at everything. */
  wholeAt: text,
  /** Work items with something open: they are read every time. */
  attention: v.pipe(v.array(id), v.maxLength(attentionKept)),
  /** The Tasks that the model knew then: how many, and the hash of their numbers. */
  tasks: v.optional(v.object({ count: v.number(), hash: text })),
});
const storyLook = v.object({
  token: text,
  at: text,
  /** What the token tells again: known already at these revisions. */
  retold: v.pipe(v.array(v.object({ id, rev: v.number() })), v.maxLength(attentionKept)),
});
const alignment = v.object({
  at: text,
  /** Nobody knows who: null, which may come back as an absent key. */
  by: v.optional(v.nullable(person), null),
  done: v.number(),
  failed: v.number(),
  /** Stopped before them; absent = none. */
  untried: v.optional(v.number()),
  /** A sync was taken back since. */
  takenBack: v.optional(v.boolean()),
  /** Oddities, conflicts and questions that nobody has answered. */
  open: v.number(),
});
const memory = v.object({
  looks: v.record(text, look),
  /** Required field -> the value that was given last. */
  fields: v.record(text, text),
  /** Fields that a rule asked for although no list of fields says so. */
  asked: v.array(v.object({ field: text, name: text })),
  last: v.optional(alignment),
  /** Up to where each person has seen the stories. */
  storyLooks: v.optional(v.record(text, storyLook)),
});
export type PersonLook = v.InferOutput<typeof look>;
export type StoryLook = v.InferOutput<typeof storyLook>;
export type Alignment = v.InferOutput<typeof alignment>;
export interface SyncMemory {
  readonly looks: Readonly<Record<string, PersonLook>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly asked: readonly TaskField[];
  readonly last?: Alignment | undefined;
  readonly storyLooks?: Readonly<Record<string, StoryLook>> | undefined;
}

export const noMemory: SyncMemory = { looks: {}, fields: {}, asked: [] };

/** The memory in its document. It only saves work: one that is damaged counts as none. */
export function readMemory(document: StoredDocument | undefined): SyncMemory {
  const parsed = v.safeParse(memory, document);
  return parsed.success ? parsed.output : noMemory;
}

function newestLooks<T extends { readonly at: string }>(
  looks: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const newest = Object.entries(looks).sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  return Object.fromEntries(newest.slice(0, looksKept));
}

/**
 * Changes the memory as it is stored now. Two who write at once: the second reads again. It never rejects for what
 * the store answers, since nothing in it is more than saved work.
 */
export async function changeMemory(
  { documents }: Pick<Ports, 'documents'>,
  place: { readonly projectId: string; readonly model: ModelId; readonly known: StoredDocument | undefined },
  change: (memory: SyncMemory) => SyncMemory,
): Promise<StoredDocument | undefined> {
  const collection = modelCollection(place.projectId, place.model);
  let stored = place.known;
  for (let round = 0; round < 3; round += 1) {
    const next = change(readMemory(stored));
    const { storyLooks = {} } = next;
    const looks = { looks: newestLooks(next.looks), storyLooks: newestLooks(storyLooks) };
    const content = { ...next, ...looks, id: memoryId, schema: 1 };
    try {
      return stored
        ? await documents.update(collection, { ...content, __etag: stored.__etag })
        : await documents.create(collection, content);
    } catch (error) {
      if (!(error instanceof DocumentError)) return undefined;
      stored = await documents.get(collection, memoryId).catch(() => undefined);
    }
  }
  return undefined;
}

/** The first so many Task numbers: new Tasks have larger ones, so these stay the same until the model lets go of one. */
export function markOfTasks(
  tasks: Iterable<number>,
  count = Number.POSITIVE_INFINITY,
): NonNullable<PersonLook['tasks']> {
  const numbers = [...new Set(tasks)].sort((a, b) => a - b).slice(0, count);
  return { count: numbers.length, hash: textHash(numbers.join()) };
}

/** At most as many as are kept, each once; undefined when there are more, so that everything is read next time. */
export function attentionOf(ids: Iterable<number>): number[] | undefined {
  const once = [...new Set(ids)];
  return once.length > attentionKept ? undefined : once;
}
