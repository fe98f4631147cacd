/** What sync asks of the backlog beyond reading it: Tasks whole, what changed, and writes in batches. */
import type { TaskField, TaskItem, WorkItemDraft } from '../core/sync/backlog-picture';
import type { TaskWrite } from '../core/sync/plan';

export interface ChangedItem {
  readonly id: number;
  readonly rev: number;
  readonly deleted: boolean;
  readonly tags: readonly string[];
}
export interface Changes {
  /** Where the next look goes on. */
  readonly token: string;
  /** What changed, each item once unless every revision was asked for; empty when asked without a token. */
  readonly items: readonly ChangedItem[];
}

export type TaskOperation =
  | { readonly kind: 'create'; readonly draft: WorkItemDraft }
  /** Guarded by its revision. */
  | { readonly kind: 'update'; readonly id: number; readonly rev: number; readonly write: TaskWrite }
  /** Into the recycle bin. */
  | { readonly kind: 'delete'; readonly id: number };

export type WriteResult =
  | { readonly kind: 'written'; readonly id: number; readonly rev: number }
  /** Somebody else saved in between; read again and decide again. */
  | { readonly kind: 'outdated' }
  | {
      readonly kind: 'refused';
      readonly message: string;
      /** The field that a rule of the process wants filled in, by reference name. */
      readonly required?: string;
    };

export interface TaskFieldFacts {
  /** All fields of the Task type, by reference name. */
  readonly known: ReadonlyMap<string, TaskField>;
  /** Those that must be filled in and have no default. */
  readonly required: readonly TaskField[];
}

/** The Tasks of the models. Reads skip what the reader may not see; writes answer one result per operation. */
export interface Tasks {
  /** Whole, from any project of the organisation. One request for each 200. */
  read(ids: readonly number[]): Promise<ReadonlyMap<number, TaskItem>>;
  /** All work items of the project that carry the tag, whole. One request, and one for each 200. */
  tagged(tag: string): Promise<readonly TaskItem[]>;
  /** The Tasks directly under the items, whole. One request for each 200 of either. */
  children(ids: readonly number[]): Promise<readonly TaskItem[]>;
  /** The Tasks of the project that stand under nothing, whole; the 200 that changed last. Two requests at most. */
  withoutParent(): Promise<readonly TaskItem[]>;
  /** The Tasks of the project whose title has one of the words, whole; the 200 that changed last. Two requests at most. */
  titled(words: readonly string[]): Promise<readonly TaskItem[]>;
  /**
   * What changed in the project since the token; without one, only where to begin. With `every` each revision of an
   * item is told by itself, instead of the newest alone.
   */
  changes(since: string | undefined, revisions?: 'newest' | 'every'): Promise<Changes>;
  /** What lies in the project's recycle bin. */
  deleted(): Promise<ReadonlySet<number>>;
  fields(): Promise<TaskFieldFacts>;
  /**
   * Items as they were at the revisions that are given by their ids, as far as they can be read. `changed`: when the
   * first of them was changed since, ISO; with it one request for each 200, and one for each that had gone on by then.
   */
  atRevisions(
    wanted: ReadonlyMap<number, number>,
    changed: string | undefined,
  ): Promise<ReadonlyMap<number, TaskItem>>;
  /** One request for each 100. Rejects with AccessError when it is not known what was done. */
  write(operations: readonly TaskOperation[]): Promise<readonly WriteResult[]>;
  restore(id: number): Promise<WriteResult>;
}

/** The person who acts, as Azure DevOps names them. */
export interface Person {
  readonly id: string;
  readonly name: string;
}
