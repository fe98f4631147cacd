/** Writes and reads the notes of who changed what. They are a record beside the model: failing here never fails a save. */
import { diffModels } from '../core/history/difference';
import type { Difference } from '../core/history/difference';
import type { HistoryEntry, Note } from '../core/history/note';
import { noteOf } from '../core/history/note';
import {
  entriesIn,
  fileNotes,
  fillChunk,
  maxChunks,
  noteContent,
  readNotes,
} from '../core/history/note-documents';
import type { ModelId } from '../core/model/ids';
import type { Kind, Model } from '../core/model/model';
import { historyCollection, notesCollection } from '../core/store/collections';
import type { MergeConflict } from '../core/store/merge';
import type { Ports, StoredDocument } from './ports';
import { DocumentError } from './ports';

type NotePorts = Pick<Ports, 'documents' | 'clock' | 'newId' | 'person'>;

/** Notes that could not be written wait for the next save of this page; more than so many are given up. */
const maxWaiting = 50;
const rounds = 4;
const outdated = new Set<DocumentError['problem']>(['exists', 'missing', 'version-mismatch']);

interface Seen {
  /** The version of each writer's document when this page last looked or wrote. */
  etags: Map<string, number> | undefined;
  own: StoredDocument | undefined;
  waiting: Note[];
}

export interface NotedSave {
  readonly before: Model;
  readonly wanted: Model;
  readonly conflicts: readonly MergeConflict[];
  /** Only entities of these kinds; absent = of all. */
  readonly only?: readonly Kind[];
}

/** What the save of one person changed: not what others did, nor what waits for a decision. */
function ownDifferences({ before, wanted, conflicts, only }: NotedSave): readonly Difference[] {
  const disputed = new Set(conflicts.map(({ kind, id }) => `${kind} ${id}`));
  const among = (kind: Difference['kind']) => !only || (kind !== 'info' && only.includes(kind));
  return diffModels(before, wanted).filter(({ kind, id }) => among(kind) && !disputed.has(`${kind} ${id}`));
}

/** One after the other for a page. */
export class ChangeNotes {
  #last: Promise<unknown> = Promise.resolve();
  readonly #seen = new Map<ModelId, Seen>();
  #writer: Promise<{ readonly key: string; readonly by: HistoryEntry['by'] }> | undefined;

  constructor(
    private readonly ports: NotePorts,
    private readonly projectId: string,
  ) {}

  /** Notes a save that is done. Never rejects. Usually one request. */
  async add(save: NotedSave): Promise<void> {
    const { id: model } = save.wanted.info;
    const differences = ownDifferences(save);
    const head = { id: this.ports.newId(), at: this.ports.clock.now() };
    const note = noteOf(differences, head);
    if (!note) return;
    const seen = this.seenOf(model);
    seen.waiting = [...seen.waiting, note].slice(-maxWaiting);
    this.#last = this.#last.then(() => this.write(model, seen)).catch(() => undefined);
    await this.#last;
  }

  /** Whether others saved since this page last looked. One request. Rejects with AccessError. */
  async look(model: ModelId): Promise<'news' | 'nothing'> {
    await this.#last;
    const documents = await this.ports.documents.list(notesCollection(this.projectId, model));
    const seen = this.seenOf(model);
    const { etags } = seen;
    const now = new Map(documents.map(({ id, __etag }) => [id, __etag]));
    seen.etags = now;
    const { key } = await this.writer();
    // Of the own document only another page of the same person makes a version that this page does not know.
    const own = documents.find(({ id }) => id === key);
    const known = (id: string) => (id === key && seen.own ? seen.own.__etag : etags?.get(id));
    const news = documents.filter(({ id, __etag }) => (known(id) ?? 0) < __etag);
    seen.own = own ?? seen.own;
    return news.length > 0 ? 'news' : 'nothing';
  }

  /** Everything that is noted, the newest first. Two requests. Rejects with AccessError. */
  async read(model: ModelId): Promise<readonly HistoryEntry[]> {
    await this.#last;
    const { documents } = this.ports;
    const [fresh, older] = await Promise.all([
      documents.list(notesCollection(this.projectId, model)),
      documents.list(historyCollection(this.projectId, model)),
    ]);
    return entriesIn([...older, ...fresh]);
  }

  private seenOf(model: ModelId): Seen {
    const seen = this.#seen.get(model) ?? { etags: undefined, own: undefined, waiting: [] };
    this.#seen.set(model, seen);
    return seen;
  }

  /** Who writes here. Where nobody knows, the page itself: a writer of its own for as long as it is open. */
  private writer() {
    this.#writer ??= (async () => {
      const by = (await this.ports.person?.().catch(() => undefined)) ?? null;
      const key = by && /^[\w-]{1,40}$/.test(by.id) ? by.id : this.ports.newId();
      return { key, by: by && { id: by.id, name: by.name } };
    })();
    return this.#writer;
  }

  private async write(model: ModelId, seen: Seen): Promise<void> {
    const { key, by } = await this.writer();
    const { documents } = this.ports;
    const collection = notesCollection(this.projectId, model);
    const sent = seen.waiting;
    let stored = seen.own ?? (seen.etags ? undefined : await documents.get(collection, key));
    for (let round = 0; round < rounds; round += 1) {
      const { fresh, moved } = fileNotes({ ...readNotes(stored), by }, sent);
      // Behind first: a note in two places counts once, a note in none is lost.
      const chunk =
        moved.length > 0 ? await this.move(model, { key, by, chunk: fresh.chunk, moved }) : fresh.chunk;
      const content = { ...noteContent({ ...fresh, chunk }), id: key };
      try {
        seen.own = stored
          ? await documents.update(collection, { ...content, __etag: stored.__etag })
          : await documents.create(collection, content);
        seen.waiting = seen.waiting.filter((each) => !sent.includes(each));
        return;
      } catch (error) {
        if (!(error instanceof DocumentError) || !outdated.has(error.problem)) throw error;
        stored = await documents.get(collection, key);
      }
    }
  }

  /** Moves notes into the chunk; answers the number of the chunk for the next ones. */
  private async move(
    model: ModelId,
    what: {
      readonly key: string;
      readonly by: HistoryEntry['by'];
      readonly chunk: number;
      readonly moved: readonly Note[];
    },
  ): Promise<number> {
    const { documents } = this.ports;
    const collection = historyCollection(this.projectId, model);
    const id = `${what.key}.${what.chunk}`;
    const stored = await documents.get(collection, id);
    const { notes, full } = fillChunk(readNotes(stored).notes, what.moved);
    const content = { ...noteContent({ by: what.by, notes, chunk: what.chunk }), id };
    await (stored
      ? documents.update(collection, { ...content, __etag: stored.__etag })
      : documents.create(collection, content));
    if (!full) return what.chunk;
    const oldest = what.chunk + 1 - maxChunks;
    if (oldest >= 0) await documents.remove(collection, `${what.key}.${oldest}`);
    return what.chunk + 1;
  }
}
