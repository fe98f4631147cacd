/** What the planner knows of the backlog: plain facts about work items, read before anything is decided. */
import type { StateCategory } from '../model/state-category';
import type { FieldText } from './section';

export interface WorkItem {
  readonly id: number;
  readonly rev: number;
  readonly type: string;
  readonly title: string;
  readonly state: string;
  /** Undefined when the process does not know the state (a renamed or foreign type). */
  readonly category: StateCategory | undefined;
  readonly tags: readonly string[];
  readonly areaPath: string;
  readonly iterationPath: string;
  readonly parent: number | undefined;
  /** Order on the backlog; smaller is first. */
  readonly order: number | undefined;
  readonly hyperlinks: readonly string[];
  /** When it was made, ISO; absent where nobody says. */
  readonly created?: string;
  /** Hours: what is left, else what was estimated; absent where nobody said. */
  readonly effort?: number;
}

/** A work item read whole: with its relations and its description. */
export interface TaskItem extends WorkItem {
  /** The name of its project. */
  readonly project: string;
  readonly description: FieldText;
  /** Items that it is Related to. */
  readonly related: readonly number[];
  /** When it was changed last, ISO; absent where nobody says. */
  readonly changed?: string;
}

/** A work item to make. `fields` by reference name; texts are HTML where the field is. */
export interface WorkItemDraft {
  readonly type: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly parent: number | undefined;
  readonly related: readonly number[];
  readonly hyperlink: { readonly url: string; readonly comment: string } | undefined;
  /** Items that it tests; a Test Case alone has some. */
  readonly tests?: readonly number[];
}

/** A field of the Task's type that somebody must fill in. */
export interface TaskField {
  readonly field: string;
  readonly name: string;
  /** The values that the process allows; absent = any. */
  readonly allowed?: readonly string[];
}

export interface BacklogPicture {
  /** Every story that a link of the model names, and that the reader may see; Tasks may be there too. */
  readonly items: ReadonlyMap<number, WorkItem>;
  /** The Tasks of the model's realisations, wherever they are now. */
  readonly tasks: ReadonlyMap<number, TaskItem>;
  /** Work items with our tag that no realisation of the model names. */
  readonly ours: readonly TaskItem[];
  /** Ids of the model that lie in the recycle bin. */
  readonly deleted: ReadonlySet<number>;
  /** Tasks that were not read because neither they nor what the model says of them has changed since both agreed. */
  readonly unread: ReadonlySet<number>;
  /** Tasks of other people that a choice names. */
  readonly others?: ReadonlyMap<number, TaskItem>;
}

/** A picture of nothing. */
export const emptyPicture: BacklogPicture = {
  items: new Map(),
  tasks: new Map(),
  ours: [],
  deleted: new Set(),
  unread: new Set(),
};
