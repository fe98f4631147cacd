/** What the planner knows of the backlog: plain facts about work items, read before anything is decided. */
import type { StateCategory } from '../model/state-category';

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
  /** Hours: what is left, else what was estimated; absent where nobody said. */
  readonly effort?: number;
}

/** A work item to make. `fields` by reference name; texts are HTML where the field is. */
export interface WorkItemDraft {
  readonly type: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly parent: number | undefined;
  readonly related: readonly number[];
  readonly hyperlink: { readonly url: string; readonly comment: string } | undefined;
}

export interface BacklogPicture {
  /** Every work item that a realisation or a story link of the model names, and that the reader may see. */
  readonly items: ReadonlyMap<number, WorkItem>;
  /** Every work item with our tag, to find those whose number was never saved. */
  readonly ours: readonly WorkItem[];
}
