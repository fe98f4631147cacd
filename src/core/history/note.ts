/**
 * Notes of who changed what: one for each save, kept beside the model. A note holds what a property was and what it
 * became, so that the model of an earlier moment is the model of now with the later notes taken back.
 */
import * as v from 'valibot';
import type { Entity, ModelInfo } from '../model/model';
import { kinds } from '../model/model';
import { instant, line } from '../model/parts';
import { sameValue } from '../model/same-value';
import type { Difference } from './difference';

/** Properties by name, as they are stored; one that was not there is absent. */
const values = v.record(v.pipe(v.string(), v.maxLength(100)), v.unknown());

export const noteChange = v.object({
  kind: v.picklist(['info', ...kinds]),
  id: v.pipe(v.string(), v.maxLength(50)),
  how: v.picklist(['added', 'removed', 'changed']),
  /** What it was called then: for a thing that is gone, the only name there is. */
  name: v.exactOptional(line),
  /** The properties that changed, as they were; for a thing that was removed, all of it. */
  was: v.exactOptional(values),
  /** The properties that changed, as they became. */
  is: v.exactOptional(values),
});
export type NoteChange = v.InferOutput<typeof noteChange>;

export const note = v.object({
  id: v.pipe(v.string(), v.maxLength(50)),
  at: instant,
  changes: v.pipe(v.array(noteChange), v.maxLength(2000)),
  /** How many more changes the save made whose details were too much to keep. */
  left: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type Note = v.InferOutput<typeof note>;

/** A note with the name of who wrote it: as their page said, since the store records no author. */
export interface HistoryEntry extends Note {
  /** Null when nobody knows. */
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** What a thing is called by itself, if it has a name. */
export function ownName(version: Entity | ModelInfo): string | undefined {
  if ('title' in version) return version.title;
  if ('name' in version) return version.name;
  if ('text' in version) return version.text.slice(0, 200);
  return undefined;
}

/** Nulls do not survive every channel of the store, so an absent key stands for one. */
const entriesOf = (version: Entity | ModelInfo): [string, unknown][] =>
  Object.entries(version).filter(([, value]) => value !== null && value !== undefined);

function changeOf({ kind, id, before, after }: Difference): NoteChange {
  const named = after ?? before;
  const title = named && ownName(named);
  const name = title ? { name: title.slice(0, 200) } : {};
  if (!before) return { kind, id, how: 'added', ...name };
  if (!after) return { kind, id, how: 'removed', ...name, was: Object.fromEntries(entriesOf(before)) };
  const [old, now] = [new Map(entriesOf(before)), new Map(entriesOf(after))];
  const differs = ([key]: [string, unknown]) => !sameValue(old.get(key), now.get(key));
  return {
    kind,
    id,
    how: 'changed',
    ...name,
    was: Object.fromEntries([...old].filter(differs)),
    is: Object.fromEntries([...now].filter(differs)),
  };
}

export interface NoteHead {
  readonly id: string;
  readonly at: string;
}

/** Characters of JSON that one note may take; a save that changes more keeps what fits, and says how much is left. */
export const maxNote = 100_000;

/** The note of a save. `limit` in characters of JSON. Undefined when nothing differs. */
export function noteOf(
  differences: readonly Difference[],
  head: NoteHead,
  limit: number = maxNote,
): Note | undefined {
  if (differences.length === 0) return undefined;
  const changes: NoteChange[] = [];
  let size = 0;
  for (const difference of differences) {
    const change = changeOf(difference);
    size += JSON.stringify(change).length + 1;
    if (size > limit || changes.length >= 1000) break;
    changes.push(change);
  }
  const left = differences.length - changes.length;
  return { ...head, changes, ...(left > 0 ? { left } : {}) };
}
