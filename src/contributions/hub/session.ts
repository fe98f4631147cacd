/** One open model on a page: edits show at once, are saved one after another, and nothing a person did is dropped. */
import type { App } from '../../app/app';
import type { OpenedModel } from '../../app/open-model';
import { AccessError } from '../../app/ports';
import type { Edit } from '../../core/model/edit';
import { applyEdit, invertEdit } from '../../core/model/edit';
import { withFoundDates } from '../../core/model/found-dates';
import { kinds } from '../../core/model/model';
import type { Model } from '../../core/model/model';
import { settleParts } from '../../core/model/edits/settle-parts';
import { keptEdits, keptEditsText, mergeKeptEdits } from '../../core/store/kept-edits';
import type { KeptEdits } from '../../core/store/kept-edits';
import { mergeModels } from '../../core/store/merge';
import type { MergeConflict } from '../../core/store/merge';
import { firstDangling } from '../../core/store/references';
import { sentenceOf } from '../../ui/words';
import { editOfMine } from './conflicts/settle';

export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** `waits`: the edits are kept here and sent again by themselves. */
  | { readonly kind: 'failed'; readonly reason: string; readonly waits: boolean };

export interface SessionState {
  /** What is stored, as far as we know. */
  readonly opened: OpenedModel;
  /** What the person sees: the stored model with every edit of theirs. */
  readonly model: Model;
  readonly saving: Saving;
  readonly conflicts: readonly MergeConflict[];
  /** What Undo would take back, in the words of the edit. */
  readonly undoable: string | undefined;
  /** What Redo would bring back. */
  readonly redoable: string | undefined;
  /** Where that which is not stored would be found again if the page closed now: nowhere, if on the `page` alone. */
  readonly kept: 'browser' | 'page';
}

/** Milliseconds until a save that the network refused is tried again by itself. */
const retryAfter = 10_000;
/** More steps than anybody takes back. */
const undoDepth = 100;

/** A newer conflict about the same thing holds all of mine that the older one held. */
function withConflicts(
  before: readonly MergeConflict[],
  more: readonly MergeConflict[],
): readonly MergeConflict[] {
  const key = (conflict: MergeConflict) => `${conflict.kind}/${conflict.id}`;
  return [...new Map([...before, ...more].map((conflict) => [key(conflict), conflict])).values()];
}

const sameMaps = (a: Model, b: Model): boolean =>
  a.info === b.info && a.policy === b.policy && kinds.every((kind) => a[kind] === b[kind]);

/** Without `lookForNews` a look reads the whole model. */
export type SessionApp = Pick<App, 'saveModel' | 'openModel' | 'now'> & Partial<Pick<App, 'lookForNews'>>;

/** Keeps the text of what is not stored; undefined = nothing is left to keep. */
export type EditKeeper = (text: string | undefined) => 'kept' | 'refused';

export class ModelSession {
  private state: SessionState;
  private readonly listeners = new Set<() => void>();
  private undoStack: Edit[] = [];
  private redoStack: Edit[] = [];
  private news = false;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  constructor(
    private readonly app: SessionApp,
    opened: OpenedModel,
    private readonly keep: EditKeeper = () => 'refused',
    /** Settles when the edit is on the screen: a person waits for that, and a save is more work than the picture. */
    private readonly shown?: () => Promise<void>,
  ) {
    this.state = {
      opened,
      model: opened.model,
      saving: { kind: 'saved' },
      conflicts: [],
      undoable: undefined,
      redoable: undefined,
      kept: 'page',
    };
  }

  get current(): SessionState {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows the edit now and saves it soon; answers its inverse. A read-only model takes no edits. */
  apply(edit: Edit): Edit {
    const inverse = invertEdit(this.state.model, edit);
    if (this.state.opened.readOnly !== undefined) return inverse;
    this.undoStack = [...this.undoStack, inverse].slice(-undoDepth);
    this.redoStack = [];
    const next = applyEdit(this.state.model, edit);
    this.change(withFoundDates(this.state.opened.model, next, this.app.now()));
    return inverse;
  }

  /**
   * Takes the last edit back, or nothing if that is not the one meant. `needed`: what came later, by others, stands
   * on what the edit made.
   */
  undo(meant?: Edit): 'done' | 'nothing' | 'needed' {
    const inverse = this.undoStack[this.undoStack.length - 1];
    if (!inverse || (meant && meant !== inverse)) return 'nothing';
    this.undoStack.pop();
    const next = applyEdit(this.state.model, inverse);
    const dangling = firstDangling(next);
    if (!dangling) this.redoStack.push(invertEdit(this.state.model, inverse));
    this.change(dangling ? this.state.model : next);
    return dangling ? 'needed' : 'done';
  }

  /** Brings back what the last undo took away. */
  redo(): 'done' | 'nothing' {
    const edit = this.redoStack.pop();
    if (!edit) return 'nothing';
    this.undoStack.push(invertEdit(this.state.model, edit));
    this.change(applyEdit(this.state.model, edit));
    return 'done';
  }

  /** Tries a failed save again. */
  retry(): void {
    this.startSaving();
  }

  /** Ends a conflict: theirs is stored already; mine is a new edit. `needed` = others' work stands on theirs. */
  settle(conflict: MergeConflict, choice: 'mine' | 'theirs'): 'done' | 'needed' {
    const next =
      choice === 'mine'
        ? applyEdit(this.state.model, editOfMine(this.state.model, conflict))
        : this.state.model;
    if (firstDangling(next)) return 'needed';
    this.set({ conflicts: this.state.conflicts.filter((other) => other !== conflict) });
    this.change(next);
    return 'done';
  }

  /** Takes in what is stored now, after another verb or another person wrote; own edits stay on top. */
  takeIn(opened: OpenedModel): void {
    const { model: mine, opened: before } = this.state;
    const { merged, conflicts } = mergeModels(before.model, mine, opened.model);
    const model = sameMaps(merged, mine) ? mine : merged;
    if (model !== mine) this.forgetSteps();
    const clean = mine === before.model;
    // A fresh reading has new objects everywhere; the merge keeps ours where nothing changed, so views do not redraw.
    this.set({
      opened: clean ? { ...opened, model } : opened,
      model,
      conflicts: withConflicts(this.state.conflicts, conflicts),
    });
    if (!clean) this.startSaving();
  }

  /** What would be lost if the page closed now, as text for a file; undefined = nothing. */
  unsavedText(): string | undefined {
    const edits = this.unsaved(this.state);
    return edits && keptEditsText(edits);
  }

  /** Brings back edits that were kept, and saves them; those that met somebody else's are asked about. */
  takeEdits(edits: KeptEdits): 'done' | 'read-only' {
    if (this.state.opened.readOnly !== undefined) return 'read-only';
    const { merged, conflicts } = mergeKeptEdits(edits, this.state.model);
    const settled = settleParts(merged);
    this.forgetSteps();
    const model = settled ? applyEdit(merged, settled) : merged;
    this.set({ conflicts: withConflicts(this.state.conflicts, conflicts) });
    if (!sameMaps(model, this.state.model)) this.change(model);
    return 'done';
  }

  /** Looks whether others left a note that they saved, and only then reads the model. Rejects with AccessError. */
  async lookForNews(): Promise<void> {
    const answer = (await this.app.lookForNews?.(this.state.opened.model.info.id)) ?? 'news';
    // News that come while a save is under way are still news after it.
    this.news = this.news || answer === 'news';
    if (this.news) await this.refresh();
  }

  /** Looks whether others saved. Failures are silent: the next save or look will tell. */
  async refresh(): Promise<void> {
    if (this.running || this.state.saving.kind !== 'saved') return;
    const before = this.state.opened;
    const opened = await this.app.openModel(before.model.info.id).catch(() => undefined);
    // An edit may have come meanwhile; its own save then meets the other person's.
    if (!opened || this.running || this.state.opened !== before) return;
    this.news = false;
    this.takeIn(opened);
  }

  /** Settles when no save is under way. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Stops the retry timer, that of a save under way as well; the page is gone. */
  close(): void {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    this.listeners.clear();
  }

  private forgetSteps(): void {
    this.undoStack = [];
    this.redoStack = [];
  }

  private change(model: Model): void {
    this.set({ model });
    this.startSaving();
  }

  private set(change: Partial<SessionState>): void {
    const label = (stack: readonly Edit[]) => stack[stack.length - 1]?.label;
    const steps = { undoable: label(this.undoStack), redoable: label(this.redoStack) };
    const next = { ...this.state, ...change, ...steps };
    this.state = { ...next, kept: this.keepUnsaved(next) };
    for (const listener of [...this.listeners]) listener();
  }

  private unsaved({ opened, model, conflicts }: SessionState): KeptEdits | undefined {
    const { projectId, model: base } = opened;
    return keptEdits({ projectId, base, mine: model, conflicts }, this.app.now());
  }

  private keepUnsaved(next: SessionState): SessionState['kept'] {
    const { opened, model, conflicts, kept } = this.state;
    if (next.opened === opened && next.model === model && next.conflicts === conflicts) return kept;
    const edits =
      next.model === next.opened.model && next.conflicts.length === 0 ? undefined : this.unsaved(next);
    return this.keep(edits && keptEditsText(edits)) === 'kept' ? 'browser' : 'page';
  }

  private startSaving(): void {
    if (this.timer) clearTimeout(this.timer);
    // Edits made while a save is under way wait for it and go together in the next one.
    if (this.running || this.state.model === this.state.opened.model) return;
    this.running = this.saveAll().finally(() => {
      this.running = undefined;
    });
  }

  private async saveAll(): Promise<void> {
    try {
      while (this.state.model !== this.state.opened.model) {
        this.set({ saving: { kind: 'saving' } });
        if (this.shown) await this.shown();
        await this.saveOnce();
      }
      this.set({ saving: { kind: 'saved' } });
    } catch (error) {
      const waits = error instanceof AccessError;
      this.set({ saving: { kind: 'failed', reason: sentenceOf(error), waits } });
      if (waits && !this.isClosed) this.timer = setTimeout(() => this.startSaving(), retryAfter);
    }
  }

  private async saveOnce(): Promise<void> {
    const sent = this.state.model;
    const { opened, conflicts } = await this.app.saveModel(this.state.opened, sent);
    // Undo holds whole entities: after a merge it would silently write over what others saved.
    if (opened.model !== sent) this.forgetSteps();
    const later = this.state.model;
    const merge =
      later === sent ? { merged: opened.model, conflicts: [] } : mergeModels(sent, later, opened.model);
    const model = sameMaps(merge.merged, opened.model) ? opened.model : merge.merged;
    this.set({
      opened,
      model,
      conflicts: withConflicts(this.state.conflicts, [...conflicts, ...merge.conflicts]),
    });
  }
}
