/** The models and the backlog of a project on one desk: edits show at once, and everything done here can be undone. */
import type { App } from '../../app/app';
import type { OpenedModel } from '../../app/open-model';
import type { WorkItemChange } from '../../app/ports';
import { alignmentPicture, storyPicture } from '../../app/read-alignment';
import type { AlignmentReading } from '../../app/read-alignment';
import type { AlignmentPicture, Sprint } from '../../core/alignment/picture';
import type { Edit } from '../../core/model/edit';
import type { ModelId } from '../../core/model/ids';
import type { MergeConflict } from '../../core/store/merge';
import type { WorkItem } from '../../core/sync/backlog-picture';
import { sentenceOf } from '../../ui/words';
import { ModelSession } from '../hub/session';
import type { Saving } from '../hub/session';
import { newestItems } from './newest-items';

/** Something done, with the way back. `undo` rejects with a sentence when it cannot be undone any more. */
export interface Deed {
  readonly undo: () => Promise<void>;
}

export interface ModelConflict {
  readonly model: ModelId;
  readonly conflict: MergeConflict;
}

export interface DeskState {
  readonly picture: AlignmentPicture;
  /** One sentence for each model, or part of one, that could not be read or cannot be saved. */
  readonly problems: readonly string[];
  readonly saving: Saving;
  readonly conflicts: readonly ModelConflict[];
  /** Why the last look at the backlog failed; what is shown is then as old as the look before. */
  readonly stale: string | undefined;
}

/** The work item is not as it was when the change was decided on. */
export class OutdatedError extends Error {
  constructor(readonly id: number) {
    super(`#${id} was changed by somebody else meanwhile. It is read again now: look, and decide again.`);
    this.name = 'OutdatedError';
  }
}

export type DeskApp = Pick<
  App,
  'readAlignment' | 'readWorkItems' | 'stories' | 'changeWorkItem' | 'saveModel' | 'openModel' | 'now'
>;

/** A change of a work item, and the same fields as they were. */
export interface ItemChange {
  readonly change: WorkItemChange;
  readonly back: Pick<WorkItemChange, 'fields' | 'parent'>;
}

const revOfTask = ({ rev }: WorkItem): number => rev;

export class AlignmentDesk {
  private readonly sessions = new Map<ModelId, ModelSession>();
  private readonly listeners = new Set<() => void>();
  private stories: AlignmentPicture['stories'];
  private tasks: AlignmentPicture['tasks'];
  private problems: readonly string[];
  private stale: string | undefined;
  private readonly sprint: Sprint | undefined;
  private iterations: readonly Sprint[] | undefined;
  private marked: AlignmentPicture['marked'];
  private evidence: AlignmentPicture['evidence'];
  private state: DeskState | undefined;
  /** Readings of everything: how many began, and the newest that was taken in. */
  private readonly looks = { begun: 0, taken: 0 };

  constructor(
    private readonly app: DeskApp,
    reading: AlignmentReading,
  ) {
    this.stories = reading.picture.stories;
    this.tasks = reading.picture.tasks;
    this.problems = reading.problems;
    this.sprint = reading.picture.sprint;
    this.iterations = reading.picture.iterations;
    this.marked = reading.picture.marked;
    this.evidence = reading.picture.evidence;
    for (const opened of reading.opened) this.add(opened);
  }

  get current(): DeskState {
    return (this.state ??= this.compute());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Stops the timers of failed saves. */
  close(): void {
    this.listeners.clear();
    for (const session of this.sessions.values()) session.close();
  }

  /** The session of a model; throws with a sentence when the model is gone or cannot be saved. */
  sessionOf(id: ModelId): ModelSession {
    const session = this.sessions.get(id);
    if (!session) throw new Error('This threat model was deleted meanwhile.');
    const { readOnly } = session.current.opened;
    if (readOnly !== undefined) throw new Error(`This threat model is read-only. ${readOnly}`);
    return session;
  }

  /** False for a model that is gone or read-only: an edit of it would throw. */
  takesEdits(id: ModelId): boolean {
    const session = this.sessions.get(id);
    return session !== undefined && session.current.opened.readOnly === undefined;
  }

  /** Shows the edit now and saves it soon. */
  edit(id: ModelId, edit: Edit): Deed {
    const session = this.sessionOf(id);
    const inverse = session.apply(edit);
    return {
      undo: async () => {
        if (session.undo(inverse) !== 'done')
          throw new Error('This cannot be undone any more: other edits came later.');
      },
    };
  }

  /** Writes to a work item, unless somebody else did meanwhile: then rejects with OutdatedError after reading it again. */
  async changeItem({ change, back }: ItemChange): Promise<Deed> {
    const rev = await this.write(change);
    return {
      undo: async () => {
        await this.write({ ...back, id: change.id, rev });
      },
    };
  }

  /** Reads single work items again, each as what it is here. */
  async reread(ids: readonly number[]): Promise<void> {
    const [stories, tasks] = await Promise.all([
      this.app.stories(ids.filter((id) => !this.tasks.has(id))),
      this.app.readWorkItems(ids.filter((id) => this.tasks.has(id))),
    ]);
    const freshStories = stories.map((story) => [story.id, storyPicture(story)] as const);
    this.takeInItems(
      { stories: this.stories, tasks: this.tasks },
      { stories: new Map([...this.stories, ...freshStories]), tasks: new Map([...this.tasks, ...tasks]) },
    );
    this.tell();
  }

  /** Takes in Tasks that were made just now. */
  addTasks(items: ReadonlyMap<number, WorkItem>): void {
    this.tasks = new Map([...this.tasks, ...items]);
    this.tell();
  }

  /** Looks at everything again. A failure leaves what is shown and says so; an answer that a later look overtook is dropped. */
  async refresh(): Promise<void> {
    const { stories, tasks } = this;
    const look = (this.looks.begun += 1);
    const before = new Map([...this.sessions].map(([id, session]) => [id, session.current.opened] as const));
    try {
      const { picture, opened, problems } = await this.app.readAlignment(this.sprint);
      if (look < this.looks.taken) return;
      this.looks.taken = look;
      this.takeInItems({ stories, tasks }, picture);
      this.iterations = picture.iterations;
      this.marked = picture.marked;
      this.evidence = picture.evidence;
      this.problems = [...problems, ...this.takeIn(opened, before)];
      this.stale = undefined;
    } catch (error) {
      if (look >= this.looks.taken) this.stale = sentenceOf(error);
    }
    this.tell();
  }

  /** Tries failed saves again. */
  retry(): void {
    for (const session of this.sessions.values()) session.retry();
  }

  settle({ model, conflict }: ModelConflict, choice: 'mine' | 'theirs'): 'done' | 'needed' {
    return this.sessions.get(model)?.settle(conflict, choice) ?? 'done';
  }

  private async write(change: WorkItemChange): Promise<number> {
    const result = await this.app.changeWorkItem(change);
    if (result.kind === 'refused') throw new Error(`#${change.id} was not changed: ${result.message}`);
    // A failed reading must not hide what became of the writing.
    await this.reread([change.id]).catch(() => undefined);
    if (result.kind === 'outdated') throw new OutdatedError(change.id);
    return result.rev;
  }

  private add(opened: OpenedModel): void {
    const session = new ModelSession(this.app, opened);
    session.subscribe(() => this.tell());
    this.sessions.set(opened.model.info.id, session);
  }

  private takeInItems(
    before: Pick<AlignmentPicture, 'stories' | 'tasks'>,
    fresh: Pick<AlignmentPicture, 'stories' | 'tasks'>,
  ): void {
    this.stories = newestItems({
      before: before.stories,
      now: this.stories,
      fresh: fresh.stories,
      revOf: ({ item }) => item.rev,
    });
    this.tasks = newestItems({ before: before.tasks, now: this.tasks, fresh: fresh.tasks, revOf: revOfTask });
  }

  /** `before`: what was stored when the reading began. Answers a sentence for each model that is kept though it is gone. */
  private takeIn(
    opened: readonly OpenedModel[],
    before: ReadonlyMap<ModelId, OpenedModel>,
  ): readonly string[] {
    const problems = this.dropAllBut(new Set(opened.map(({ model }) => model.info.id)), before);
    for (const fresh of opened) {
      const id = fresh.model.info.id;
      const session = this.sessions.get(id);
      // What is saved, or was saved while this was read, is newer than this reading: merging it in would undo the edit.
      if (!session) this.add(fresh);
      else if (session.current.saving.kind === 'saved' && session.current.opened === before.get(id))
        session.takeIn(fresh);
    }
    return problems;
  }

  /** Closes the sessions of other models, except those that hold what is stored nowhere else. */
  private dropAllBut(
    ids: ReadonlySet<ModelId>,
    before: ReadonlyMap<ModelId, OpenedModel>,
  ): readonly string[] {
    const problems: string[] = [];
    for (const [id, session] of this.sessions) {
      const { opened, model, saving, conflicts } = session.current;
      // Stored since the reading began, so it is there: the next look tells.
      if (ids.has(id) || opened !== before.get(id)) continue;
      if (saving.kind !== 'saved' || conflicts.length > 0) {
        problems.push(
          `“${model.info.name}” is deleted or damaged now; what you did in it and is not stored yet is kept here.`,
        );
        continue;
      }
      session.close();
      this.sessions.delete(id);
    }
    return problems;
  }

  /** The same picture while nothing in it changed: a save that ends must not judge everything again. */
  private pictureOf(opened: readonly OpenedModel[]): AlignmentPicture {
    const { stories, tasks, sprint, iterations, marked, evidence } = this;
    const before = this.state?.picture;
    const isSame =
      before?.stories === stories &&
      before.evidence === evidence &&
      before.tasks === tasks &&
      before.models.length === opened.length &&
      before.models.every(({ model }, i) => model === opened[i]?.model);
    if (isSame) return before;
    const today = this.app.now();
    return alignmentPicture({ opened, stories, tasks, sprint, iterations, marked, evidence, today });
  }

  private compute(): DeskState {
    const states = [...this.sessions].map(([id, session]) => [id, session.current] as const);
    const opened = states.map(([, { opened: stored, model }]) => ({ ...stored, model }));
    const savings = states.map(([, { saving }]) => saving);
    return {
      picture: this.pictureOf(opened),
      problems: this.problems,
      stale: this.stale,
      saving: savings.find(({ kind }) => kind === 'failed') ??
        savings.find(({ kind }) => kind === 'saving') ?? { kind: 'saved' },
      conflicts: states.flatMap(([model, { conflicts }]) =>
        conflicts.map((conflict) => ({ model, conflict })),
      ),
    };
  }

  private tell(): void {
    this.state = this.compute();
    for (const listener of [...this.listeners]) listener();
  }
}

/** Several deeds as one; undone last first, and the rest stays done when one of them cannot be undone. */
export function together(deeds: readonly Deed[]): Deed {
  return {
    undo: async () => {
      for (const deed of [...deeds].reverse()) await deed.undo();
    },
  };
}
