/** Writes tags in batches: guarded by revisions, with progress and a stop, and our own revisions remembered. */
import { tagsField } from '../../core/sync/new-task';
import type { TaskWrite } from '../../core/sync/plan';
import { AccessError } from '../ports';
import type { Backlog } from '../ports';
import { keepOwnWrites } from './flag-memory';
import type { Place } from './flag-memory';

/** Work items per write. */
const perBatch = 100;

export interface ItemWrite {
  readonly id: number;
  readonly rev: number;
  readonly title: string;
  /** The complete new list. */
  readonly tags: readonly string[];
  /** Hyperlinks to take away. */
  readonly dropHyperlinks?: readonly string[];
}
export interface Watch {
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between batches; true = stop, keep what is done. */
  readonly stopped?: () => boolean;
}
export interface WriteReport<T extends ItemWrite> {
  readonly done: readonly T[];
  /** Somebody changed them in between: the next look plans them again. */
  readonly outdated: readonly T[];
  readonly refused: readonly { readonly write: T; readonly message: string }[];
  readonly left: readonly T[];
  /** Why it ended early, as a sentence. */
  readonly problem?: string;
}

const mayNotMakeTags =
  'You may not make tags in this project. Ask somebody who may to write them once: then they can be used by everybody.';
/** In the words of the service (TF401289), whatever comes around them. */
const isAboutTags = (message: string): boolean => /TF401289|permissions? to create tags/i.test(message);

const operation = ({ id, rev, tags, dropHyperlinks = [] }: ItemWrite) => {
  const write: TaskWrite = {
    fields: { [tagsField]: tags.join('; ') },
    ...(dropHyperlinks.length > 0 ? { dropHyperlinks } : {}),
  };
  return { kind: 'update' as const, id, rev, write };
};

/** Never rejects for what the service says of an item; a failure of the service ends it and is told. */
export async function writeTags<T extends ItemWrite>(
  { backlog, place }: { readonly backlog: Backlog; readonly place: Place },
  writes: readonly T[],
  { onProgress, stopped }: Watch,
): Promise<WriteReport<T>> {
  const done: T[] = [];
  const outdated: T[] = [];
  const refused: { write: T; message: string }[] = [];
  let problem: string | undefined;
  let at = 0;
  while (at < writes.length && problem === undefined && !stopped?.()) {
    const batch = writes.slice(at, at + perBatch);
    try {
      const results = await backlog.tasks.write(batch.map(operation));
      at += batch.length;
      const written: { id: number; rev: number }[] = [];
      batch.forEach((write, n) => {
        const result = results[n];
        if (result?.kind === 'written') {
          done.push(write);
          written.push({ id: write.id, rev: result.rev });
        } else if (result?.kind === 'refused') refused.push({ write, message: result.message });
        else outdated.push(write);
      });
      await keepOwnWrites(place, written);
      if (written.length === 0 && refused.some(({ message }) => isAboutTags(message)))
        problem = mayNotMakeTags;
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      problem = error.message;
    }
    onProgress?.(at, writes.length);
  }
  return {
    done,
    outdated,
    refused,
    left: writes.slice(at),
    ...(problem === undefined ? {} : { problem }),
  };
}
