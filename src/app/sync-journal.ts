/** The journal of a model: one document per sync, written before the first step and again after the last. */
import * as v from 'valibot';
import type { ModelId } from '../core/model/ids';
import { modelCollection } from '../core/store/collections';
import { storedForm, withNulls } from '../core/store/shard';
import { journalEntry } from '../core/sync/journal';
import type { JournalEntry, JournalLine } from '../core/sync/journal';
import type { Ports, StoredDocument } from './ports';
import { DocumentError } from './ports';

/** Lines in one entry: well below the size of a document; more is more than anybody reads or takes back. */
const linesKept = 4000;

/** 84 of at most 100 characters. */
export const journalCollection = (projectId: string, model: ModelId): string =>
  `${modelCollection(projectId, model)}.journal`;

type Place = Pick<Ports, 'documents'> & { readonly projectId: string; readonly model: ModelId };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Realisations in a line are kept as the model's own store keeps them, since nulls may not come back. */
function storedLine(line: JournalLine): unknown {
  const { realisation, others } = line.was;
  const own = realisation ? { realisation: storedForm(realisation) } : {};
  return { ...line, was: { ...line.was, ...own, ...(others ? { others: others.map(storedForm) } : {}) } };
}

function readableLine(line: unknown): unknown {
  if (!isRecord(line) || !isRecord(line['was'])) return line;
  const { was } = line;
  const whole = (each: unknown) => withNulls('realisation', each);
  const { realisation, others } = was;
  const more = Array.isArray(others) ? { others: others.map(whole) } : {};
  return { ...line, was: { ...was, realisation: whole(realisation), ...more } };
}

function readable(document: StoredDocument): unknown {
  const { lines } = document;
  return Array.isArray(lines) ? { ...document, lines: lines.map(readableLine) } : document;
}

/** The entries that can be read, the newest first. Anybody can write there, so what does not hold is left out. */
export async function readJournal({ documents, projectId, model }: Place): Promise<readonly JournalEntry[]> {
  const stored = await documents.list(journalCollection(projectId, model));
  return stored
    .flatMap((document) => {
      const parsed = v.safeParse(journalEntry, readable(document));
      return parsed.success ? [parsed.output] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

const storedEntry = (entry: JournalEntry) => ({
  ...entry,
  lines: entry.lines.slice(0, linesKept).map(storedLine),
  schema: 1,
});

/** Writes the entry for the first time: whatever happens then, it says what was meant. */
export async function beginEntry(place: Place, entry: JournalEntry): Promise<StoredDocument> {
  const collection = journalCollection(place.projectId, place.model);
  return place.documents.create(collection, storedEntry(entry));
}

/** Writes what came of it. A journal that cannot be written must not undo what is done. */
export async function endEntry(place: Place, begun: StoredDocument, entry: JournalEntry): Promise<void> {
  const collection = journalCollection(place.projectId, place.model);
  try {
    await place.documents.update(collection, { ...storedEntry(entry), __etag: begun.__etag });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
  }
}
