/** The sessions of all models that this page has opened: leaving a model's screen loses no edit and no question. */
import type { OpenedModel } from '../../app/open-model';
import type { ModelId } from '../../core/model/ids';
import { countEdits, modelOfEdits, readKeptEdits } from '../../core/store/kept-edits';
import type { KeptEdits } from '../../core/store/kept-edits';
import { counted, sentenceOf } from '../../ui/words';
import { noShelf } from './kept-edits/edit-shelf';
import type { EditShelf, KeptText } from './kept-edits/edit-shelf';
import { ModelSession } from './session';
import type { SessionApp } from './session';

/** A model with something that is not stored yet, or that waits for its person. */
export interface Unsettled {
  readonly id: ModelId;
  readonly name: string;
  readonly why: 'saving' | 'failed' | 'conflicts';
}

function whyUnsettled({ saving, conflicts }: ModelSession['current']): Unsettled['why'] | undefined {
  if (saving.kind === 'failed') return 'failed';
  if (conflicts.length > 0) return 'conflicts';
  return saving.kind === 'saving' ? 'saving' : undefined;
}

/** Edits from an earlier visit that cannot be brought back now. */
export interface Stranded {
  readonly kept: KeptText;
  readonly edits: KeptEdits;
  /** A sentence. */
  readonly why: string;
}

function editsIn({ text }: KeptText): KeptEdits | undefined {
  try {
    return readKeptEdits(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export interface SessionPlace {
  /** Where unsaved edits outlive the page. */
  readonly shelf: EditShelf;
  /** Names this page among others of the same person. */
  readonly window: string;
  readonly tell: (sentence: string) => void;
  /** As of ModelSession. */
  readonly shown?: () => Promise<void>;
}
const nowhere: SessionPlace = { shelf: noShelf, window: '', tell: () => undefined };

export class OpenSessions {
  private strandedEdits: readonly Stranded[] = [];
  private readonly sessions = new Map<ModelId, ModelSession>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly app: SessionApp,
    private readonly place: SessionPlace = nowhere,
  ) {}

  /**
   * The session of a model: the one that was left, with what others saved meanwhile, or a new one. One that holds
   * something unsaved is shown as it is, and saving is tried again. Rejects as openModel does.
   */
  async open(id: ModelId): Promise<ModelSession> {
    const left = this.sessions.get(id);
    if (left && whyUnsettled(left.current)) {
      left.retry();
      return left;
    }
    const opened = await this.app.openModel(id);
    // Somebody may have opened it, or pressed Undo in a toast, while we read.
    const there = this.sessions.get(id);
    if (!there) return this.keep(id, opened);
    if (!whyUnsettled(there.current)) there.takeIn(opened);
    return there;
  }

  /** Everything that would be lost if the page closed now, in the order of opening. */
  unsettled(): readonly Unsettled[] {
    return [...this.sessions].flatMap(([id, { current }]) => {
      const why = whyUnsettled(current);
      return why ? [{ id, name: current.model.info.name, why }] : [];
    });
  }

  /** Opens every model of which edits were kept on an earlier visit, and saves them. Never rejects. */
  async bringBack(): Promise<void> {
    const { shelf } = this.place;
    const models = new Set(shelf.all().map(({ model }) => model));
    for (const model of models) {
      const why = await this.open(model).then(() => undefined, sentenceOf);
      if (why === undefined) continue;
      const left = shelf.all().flatMap((kept): Stranded[] => {
        const edits = kept.model === model ? editsIn(kept) : undefined;
        return edits ? [{ kept, edits, why }] : [];
      });
      this.strandedEdits = [...this.strandedEdits, ...left];
      this.tell();
    }
  }

  /** Puts edits from a file onto their model. Rejects as openModel does, and where the model takes no edits. */
  async putEdits(edits: KeptEdits): Promise<void> {
    const session = await this.open(modelOfEdits(edits));
    if (session.takeEdits(edits) === 'read-only')
      throw new Error(session.current.opened.readOnly ?? 'This model takes no edits.');
  }

  /** Edits of an earlier visit whose model does not open. */
  stranded(): readonly Stranded[] {
    return this.strandedEdits;
  }

  /** Gives edits up that cannot be brought back. */
  discard(stranded: Stranded): void {
    this.place.shelf.take(stranded.kept);
    this.strandedEdits = this.strandedEdits.filter((each) => each !== stranded);
    this.tell();
  }

  /** For a model that was deleted: nothing of it can be saved any more. */
  forget(id: ModelId): void {
    this.sessions.get(id)?.close();
    this.sessions.delete(id);
    this.tell();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tries every failed save again: the network is back. */
  retryFailed(): void {
    for (const session of this.sessions.values())
      if (session.current.saving.kind === 'failed') session.retry();
  }

  /** Stops all retry timers; the page is gone. */
  close(): void {
    for (const session of this.sessions.values()) session.close();
    this.sessions.clear();
  }

  private keep(id: ModelId, opened: OpenedModel): ModelSession {
    const { shelf, window, shown } = this.place;
    const before = shelf.all().filter(({ model }) => model === id);
    const keep = (text: string | undefined) => {
      if (text !== undefined) return shelf.keep(id, window, text);
      shelf.remove(id, window);
      return 'kept';
    };
    const session = new ModelSession(this.app, opened, keep, shown);
    this.sessions.set(id, session);
    session.subscribe(() => this.tell());
    for (const kept of before) this.takeKept(session, kept);
    return session;
  }

  private takeKept(session: ModelSession, kept: KeptText): void {
    const edits = editsIn(kept);
    // What a newer version kept, it will find again; and a model that takes no edits now may take them later.
    if (!edits || session.takeEdits(edits) === 'read-only') return;
    // Where this page cannot keep them itself they stay, and are the same edits when they come back once more.
    if (session.current.kept === 'browser' || session.unsavedText() === undefined)
      this.place.shelf.take(kept);
    this.place.tell(
      `${counted(countEdits(edits), 'edit')} of “${edits.info.mine.name}” from an earlier visit, kept in this browser, came back.`,
    );
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
