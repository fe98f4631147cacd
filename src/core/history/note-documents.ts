/**
 * Where notes are kept: one small document for each writer, which everybody on the model looks at every few seconds,
 * and behind it chunks of older notes, which only the history reads. What is older than all chunks is forgotten.
 */
import * as v from 'valibot';
import { line } from '../model/parts';
import type { RawDocument } from '../store/collections';
import type { HistoryEntry, Note } from './note';
import { note } from './note';

/** Characters of JSON. The first keeps looking cheap, the second stays far below the size of a document. */
export const maxFresh = 8_000;
export const maxChunk = 200_000;
/** Chunks of one writer: about 2 MB of notes, some thousand saves. */
export const maxChunks = 10;

const by = v.nullable(v.object({ id: line, name: line }));
const writerDocument = v.object({
  by: v.nullish(by, null),
  notes: v.array(v.unknown()),
  /** Of the small document: the number of the chunk that is being filled. */
  chunk: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), 0),
});

export interface NoteDocument {
  readonly by: HistoryEntry['by'];
  readonly notes: readonly Note[];
  readonly chunk: number;
}

const nothing: NoteDocument = { by: null, notes: [], chunk: 0 };

/** The notes in a document, those that hold; none in one that is damaged. */
export function readNotes(document: RawDocument | undefined): NoteDocument {
  const parsed = v.safeParse(writerDocument, document);
  if (!parsed.success) return nothing;
  const notes = parsed.output.notes.flatMap((raw) => {
    const one = v.safeParse(note, raw);
    return one.success ? [one.output] : [];
  });
  return { by: parsed.output.by, chunk: parsed.output.chunk, notes };
}

/** The content of a document of notes, without its id. */
export const noteContent = ({ by: who, notes, chunk }: NoteDocument) => ({
  schema: 1,
  by: who,
  notes,
  chunk,
});

/** Entries of all documents, the newest first, each once: one that stands in two places was being moved. */
export function entriesIn(documents: readonly RawDocument[]): readonly HistoryEntry[] {
  const found = new Map<string, HistoryEntry>();
  for (const document of documents) {
    const read = readNotes(document);
    for (const each of read.notes) found.set(each.id, { ...each, by: read.by });
  }
  const order = (a: HistoryEntry, b: HistoryEntry) =>
    a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;
  return [...found.values()].sort(order);
}

const sizeOf = (notes: readonly Note[]): number => JSON.stringify(notes).length;

export interface Filing {
  readonly fresh: NoteDocument;
  /** What goes into the chunk with the number `fresh.chunk`, after what is there. */
  readonly moved: readonly Note[];
}

/** Adds notes to the small document; when it gets too large, everything in it moves behind. */
export function fileNotes(before: NoteDocument, more: readonly Note[]): Filing {
  // One whose answer got lost is there already.
  const known = new Set(before.notes.map(({ id }) => id));
  const notes = [...before.notes, ...more.filter(({ id }) => !known.has(id))];
  if (sizeOf(notes) <= maxFresh) return { fresh: { ...before, notes }, moved: [] };
  const fits = sizeOf(more.slice(-1)) <= maxFresh;
  const kept = fits ? notes.slice(-1) : [];
  return { fresh: { ...before, notes: kept }, moved: notes.slice(0, notes.length - kept.length) };
}

export interface Filling {
  readonly notes: readonly Note[];
  /** True when the next notes begin a new chunk. */
  readonly full: boolean;
}

/** A chunk with more notes. It may grow beyond its size by what one save moves, which is bounded. */
export function fillChunk(there: readonly Note[], more: readonly Note[]): Filling {
  const known = new Set(there.map(({ id }) => id));
  const notes = [...there, ...more.filter(({ id }) => !known.has(id))];
  return { notes, full: sizeOf(notes) > maxChunk };
}
