/** The group's memory: follows the form from item to item, edits the model in place, links a clause once it is saved. */
import type { App } from '../../app/app';
import type { WorkItemReading } from '../../app/read-work-item';
import type { FormEvent, FormItem, WorkItemForm } from '../../app/work-item-form';
import { clauseHash } from '../../core/clauses/clause';
import type { FoundClause } from '../../core/clauses/clause';
import { clauseToWrite, writeClause } from '../../core/clauses/write-clause';
import { confirmClause, unlinkClauses } from '../../core/model/edits/link';
import type { ClauseAt } from '../../core/model/edits/link';
import type { ClauseId, ModelId, StoryLinkId } from '../../core/model/ids';
import type { Model } from '../../core/model/model';
import type { PendingClause } from '../../core/store/pending-clause';
import { sentenceOf } from '../../ui/words';
import type { GroupState, Note, Shown, ThreatRef } from './group-state';
import { LinkRefusedError, ModelEdits, OvertakenError } from './model-edits';
import type { Done, LinkTarget, ModelReach } from './model-edits';
import { explicitClauses } from './story-picture';
import type { ThreatCandidate } from './threat-search';

type Reach = ModelReach & Pick<App, 'readWorkItem' | 'stories' | 'keepPendingClauses' | 'now'>;

interface Linked {
  /** Their clause does not stand in the text. */
  readonly lost: readonly PendingClause[];
  /** Another try may succeed. */
  readonly failed: readonly PendingClause[];
  /** Why one was not linked; a later success must not hide it. */
  readonly trouble: Note | undefined;
}

export class GroupSession {
  #state: GroupState = { kind: 'waiting' };
  #listener: () => void = () => undefined;
  /** Counts the items shown: an answer for an earlier one is dropped. */
  #turn = 0;
  #access: 'read' | 'write' = 'read';
  #candidates: Promise<readonly ThreatCandidate[]> | undefined;
  /** Those of the pending clauses that are saved already and failed to be linked: a revert does not end their wish. */
  #unlinked: readonly PendingClause[] = [];
  /** Two clauses written at once would each take the text before the other. */
  #writing: Promise<unknown> = Promise.resolve();
  readonly #edits: ModelEdits;

  constructor(
    private readonly app: Reach,
    private readonly form: WorkItemForm,
  ) {
    this.#edits = new ModelEdits(app);
    form.listen((event) => this.#hear(event));
  }

  get current(): GroupState {
    return this.#state;
  }

  /** Called after every change of the state. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = () => undefined;
    };
  }

  /** Reads again what is stored about the item. */
  async reload(): Promise<void> {
    const turn = this.#turn;
    try {
      const item = await this.form.read();
      const reading = item.id === 0 ? undefined : await this.app.readWorkItem(item.id);
      if (turn !== this.#turn) return;
      this.#become(reading ? this.#shown(item, reading) : { kind: 'new' });
    } catch (error) {
      if (turn === this.#turn) this.#become({ kind: 'failed', reason: sentenceOf(error) });
    }
  }

  /** Threats of all models of the project, kept until something changes. Rejects with AccessError. */
  candidates(): Promise<readonly ThreatCandidate[]> {
    this.#candidates ??= this.#edits.candidates().catch((error: unknown) => {
      this.#candidates = undefined;
      throw error;
    });
    return this.#candidates;
  }

  /** The whole model, for what the stored view of an item does not hold. Rejects with AccessError. */
  async model(id: ModelId): Promise<Model> {
    return (await this.app.openModel(id)).model;
  }

  async link(ref: ThreatRef, clause: ClauseAt | undefined): Promise<void> {
    if (this.#state.kind === 'shown') await this.#linkTo(toTarget(this.#state.item), ref, clause);
  }

  async unlink(ref: ThreatRef, link: StoryLinkId): Promise<void> {
    const edit = this.#edits.apply(ref.model, async (model) =>
      unlinkClauses(model, model.storyLink.has(link) ? [link] : []),
    );
    await this.#show(ref.model, `“${ref.title}” is not linked any more.`, edit);
  }

  /** The person says that the reworded clause still is the same requirement. */
  async confirm(model: ModelId, clause: ClauseId, found: FoundClause): Promise<void> {
    const edit = this.#edits.apply(model, async (opened) => confirmClause(opened, clause, found));
    await this.#show(model, 'The clause is confirmed.', edit);
  }

  async undo(): Promise<void> {
    const undo = this.#state.kind === 'shown' ? this.#state.note?.undo : undefined;
    if (undo) await this.#show(undo.model, 'Undone.', this.#edits.undo(undo.model, undo.done));
  }

  /** Writes a clause into the unsaved description; its link is stored when the person saves the item, not before. */
  writeClause(ref: ThreatRef, words: string): Promise<void> {
    const turn = this.#turn;
    const next = this.#writing.then(async () => {
      try {
        if (turn === this.#turn) await this.#write(ref, clauseToWrite(words), turn);
      } catch (error) {
        if (turn === this.#turn) this.#say({ tone: 'error', text: sentenceOf(error) });
      }
    });
    this.#writing = next;
    return next;
  }

  async #write(ref: ThreatRef, clause: string, turn: number): Promise<void> {
    if (this.#state.kind !== 'shown' || clause === '') return;
    const { item } = this.#state;
    await this.#edits.requireStory(toTarget(item));
    const format = await this.#formatOf(item);
    // Only now: the person may have typed while we asked, and the whole field is written.
    const { description: value } = (await this.form.read()).text;
    if (turn !== this.#turn) return;
    const taken = await this.form.writeDescription(writeClause({ value, format, clause }));
    if (turn !== this.#turn) return;
    if (!taken) throw new Error('The form does not let the description be changed.');
    const wish = { ...ref, hash: clauseHash(clause), at: this.app.now() };
    const pending = [...(this.#state.kind === 'shown' ? this.#state.pending : []), wish];
    this.#change({ pending, note: undefined });
    this.#keep(item.id, pending);
    await this.#readForm();
  }

  #become(state: GroupState): void {
    this.#state = state;
    this.#listener();
  }

  #change(change: Partial<Omit<Shown, 'kind'>>): void {
    if (this.#state.kind === 'shown') this.#become({ ...this.#state, ...change });
  }

  #say(note: Note): void {
    this.#change({ note });
  }

  #shown(item: FormItem, reading: WorkItemReading): Shown {
    const before = this.#state.kind === 'shown' ? this.#state : undefined;
    const kept = { pending: before?.pending ?? [], note: before?.note, busy: before?.busy ?? 'no' };
    return { kind: 'shown', item, reading, access: this.#access, ...kept };
  }

  #hear(event: FormEvent): void {
    switch (event.kind) {
      case 'loaded':
        this.#leave();
        this.#access = event.access;
        void this.reload().then(() => this.#recover());
        return;
      case 'unloaded':
        this.#dropPending();
        this.#leave();
        return;
      case 'saved':
        void this.#saved();
        return;
      case 'reset':
        this.#dropPending();
        void this.#readForm();
        return;
      case 'refreshed':
        // Some refreshes keep what was typed: what still stands in the description is still pending.
        void this.reload().then(() => this.#dropLostClauses());
        return;
      case 'changed':
        void this.#readForm();
    }
  }

  /** The frame is used for item after item: nothing of the one before may stay. */
  #leave(): void {
    this.#turn += 1;
    this.#candidates = undefined;
    this.#unlinked = [];
    this.#access = 'read';
    this.#become({ kind: 'waiting' });
  }

  /** The form's own values again; no request. */
  async #readForm(): Promise<void> {
    const turn = this.#turn;
    try {
      const item = await this.form.read();
      if (turn === this.#turn) this.#change({ item });
    } catch {
      // The form was closed in between; the next event says what is shown now.
    }
  }

  /** In the background: the wish is for the case that nobody hears of the save, and a comfort then. */
  #keep(item: number, pending: readonly PendingClause[]): void {
    this.app.keepPendingClauses(item, pending).catch(() => undefined);
  }

  #dropPending(): void {
    if (this.#state.kind !== 'shown' || this.#state.pending.length === this.#unlinked.length) return;
    this.#keep(this.#state.item.id, this.#unlinked);
    this.#change({ pending: this.#unlinked });
  }

  #dropLostClauses(): void {
    if (this.#state.kind !== 'shown' || this.#state.pending.length === 0) return;
    const hashes = new Set(explicitClauses(this.#state.item.text).map(({ hash }) => hash));
    const pending = this.#state.pending.filter(({ hash }) => hashes.has(hash));
    this.#unlinked = this.#unlinked.filter((each) => pending.includes(each));
    this.#change({ pending });
    this.#keep(this.#state.item.id, pending);
  }

  /** Who saves may also close the form: what is known of the item is taken at once, and links are stored even so. */
  async #saved(): Promise<void> {
    const shown = this.#state;
    // A new item has its number only now.
    if (shown.kind === 'new') return this.reload();
    if (shown.kind !== 'shown') return;
    const turn = this.#turn;
    this.#unlinked = [];
    this.#change({ pending: [] });
    const saved = await this.form.read().then(
      (item) => (item.id === shown.item.id ? item : shown.item),
      () => shown.item,
    );
    const { lost, failed, trouble } = await this.#linkPending(saved, shown.pending, turn);
    if (turn === this.#turn) this.#sayWhatIsNotLinked(lost, trouble);
    if (shown.pending.length > 0) this.#keep(saved.id, this.#waiting(failed, turn));
    // A link that was stored has read everything again by itself; after a failure the reason must stay to be read.
    if (turn === this.#turn && !trouble && lost.length === shown.pending.length) await this.reload();
  }

  #sayWhatIsNotLinked(lost: readonly PendingClause[], trouble: Note | undefined): void {
    for (const { title } of lost)
      this.#say({
        tone: 'info',
        text: `The clause for “${title}” was changed before it was saved; link it here.`,
      });
    if (trouble) this.#say(trouble);
  }

  /** Links what was saved while no frame was there to hear of it. A wish whose clause is not there stays unfulfilled. */
  async #recover(): Promise<void> {
    const shown = this.#state;
    if (shown.kind !== 'shown' || shown.access === 'read' || shown.reading.pending.length === 0) return;
    const { pending } = shown.reading;
    const turn = this.#turn;
    const { lost, failed, trouble } = await this.#linkPending(shown.item, pending, turn);
    if (turn === this.#turn && trouble) this.#say(trouble);
    const waiting = this.#waiting(failed, turn);
    if (lost.length + failed.length < pending.length) this.#keep(shown.item.id, [...lost, ...waiting]);
  }

  /** Takes up what failed for the next save; answers all that waits then. Of an item that was left, only what failed. */
  #waiting(failed: readonly PendingClause[], turn: number): readonly PendingClause[] {
    if (turn !== this.#turn || this.#state.kind !== 'shown') return failed;
    this.#unlinked = [...this.#unlinked, ...failed];
    const pending = [...this.#state.pending, ...failed];
    this.#change({ pending });
    return pending;
  }

  async #linkPending(item: FormItem, pending: readonly PendingClause[], turn: number): Promise<Linked> {
    const clauses = explicitClauses(item.text);
    const lost: PendingClause[] = [];
    const failed: PendingClause[] = [];
    let trouble: Note | undefined;
    for (const each of pending) {
      const found = clauses.find((clause) => clause.hash === each.hash);
      if (!found) lost.push(each);
      const end = found && (await this.#linkTo(toTarget(item), each, found, turn));
      if (end && end.kind !== 'done') trouble = end.note;
      if (end?.kind === 'failed') failed.push(each);
    }
    return { lost, failed, trouble };
  }

  /** The form does not tell whether a field is Markdown; the stored item does. */
  async #formatOf({ id, text }: FormItem) {
    const [story] = await this.app.stories([id]);
    return story?.text.formats.description ?? text.formats.description;
  }

  #linkTo(to: LinkTarget, ref: ThreatRef, clause: ClauseAt | undefined, turn = this.#turn): Promise<End> {
    return this.#show(ref.model, `“${ref.title}” is linked.`, this.#edits.link(to, ref, clause), turn);
  }

  /** Shows how an edit ends. When the person went on meanwhile, it is done, and what is shown is not ours any more. */
  async #show(model: ModelId, text: string, edit: Promise<Done>, turn = this.#turn): Promise<End> {
    if (turn === this.#turn) this.#change({ busy: 'yes', note: undefined });
    const end = await edit.then(
      (done): End => ({ kind: 'done', note: { tone: 'info', text, undo: { model, done } } }),
      endOf,
    );
    if (turn !== this.#turn) return end;
    this.#candidates = undefined;
    this.#change({ busy: 'no', note: end.note });
    if (end.kind === 'done' || end.isOld === 'yes') await this.reload();
    return end;
  }
}

/** How an edit ended: `refused` = no later try can succeed. */
type End =
  | { readonly kind: 'done'; readonly note: Note }
  | { readonly kind: 'refused' | 'failed'; readonly note: Note; readonly isOld: 'yes' | 'no' };

const endOf = (error: unknown): End => ({
  kind: error instanceof LinkRefusedError ? 'refused' : 'failed',
  note: { tone: 'error', text: sentenceOf(error) },
  isOld: error instanceof OvertakenError ? 'yes' : 'no',
});

const toTarget = ({ id, type }: FormItem): LinkTarget => ({ id, type });
