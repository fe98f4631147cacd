/** The journal of a model: one document per sync, written before the first step and again after the last. */
import * as v from 'valibot';
import type { ModelId } from '../core/model/ids';
import { modelCollection } from '../core/store/collections';
import { journalEntry } from '../core/sync/journal';
import type { JournalEntry } from '../core/sync/journal';
import type { Ports, StoredDocument } from './ports';
import { DocumentError } from './ports';

/** Lines in one entry: well below the size of a document; more is more than anybody reads or takes back. */
const linesKept = 4000;

/** 84 of at most 100 characters. */
export const journalCollection = (projectId: string, model: ModelId): string =>
  `${modelCollection(projectId, model)}.journal`;

type Place = Pick<Ports, 'documents'> & { readonly projectId: string; readonly model: ModelId };

/** The entries that can be read, the newest first. Anybody can write there, so what does not hold is left out. */
export async function readJournal({ documents, projectId, model }: Place): Promise<readonly JournalEntry[]> {
  const stored = await documents.list(journalCollection(projectId, model));
  return stored
    .flatMap((document) => {
      const parsed = v.safeParse(journalEntry, document);
      return parsed.success ? [parsed.output] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

const shortened = (entry: JournalEntry): JournalEntry => ({
  ...entry,
  lines: entry.lines.slice(0, linesKept),
});

/** Writes the entry for the first time: whatever happens then, it says what was meant. */
export async function beginEntry(place: Place, entry: JournalEntry): Promise<StoredDocument> {
  const collection = journalCollection(place.projectId, place.model);
  return place.documents.create(collection, { ...shortened(entry), schema: 1 });
}

/** Writes what came of it. A journal that cannot be written must not undo what is done. */
export async function endEntry(place: Place, begun: StoredDocument, entry: JournalEntry): Promise<void> {
  const collection = journalCollection(place.projectId, place.model);
  try {
    await place.documents.update(collection, { ...shortened(entry), schema: 1, __etag: begun.__etag });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
  }
}
