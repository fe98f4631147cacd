/** The sessions of all models that this page has opened: leaving a model's screen loses no edit and no question. */
import type { ModelId } from '../../core/model/ids';
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

export class OpenSessions {
  private readonly sessions = new Map<ModelId, ModelSession>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly app: SessionApp) {}

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
    if (!there) return this.keep(id, new ModelSession(this.app, opened));
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

  private keep(id: ModelId, session: ModelSession): ModelSession {
    this.sessions.set(id, session);
    session.subscribe(() => this.tell());
    return session;
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
