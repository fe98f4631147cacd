/** The open work item form as our group sees it: its unsaved values, one field to write, and what happens to it. */
import type { StoryText } from '../core/clauses/clause';

export interface FormItem {
  /** 0 while the item was never saved. */
  readonly id: number;
  readonly type: string;
  /** As the form shows them, saved or not; the formats are a guess, because the form does not tell them. */
  readonly text: StoryText;
  readonly iterationPath: string;
}

export type FormEvent =
  | { readonly kind: 'loaded'; readonly id: number; readonly access: 'read' | 'write' }
  | { readonly kind: 'unloaded' | 'saved' | 'refreshed' | 'reset'; readonly id: number }
  /** `fields` by reference name. */
  | { readonly kind: 'changed'; readonly id: number; readonly fields: readonly string[] };

export interface WorkItemForm {
  /** Rejects when no item is open. */
  read(): Promise<FormItem>;
  /** An unsaved edit, as if the person had typed it. False when the field does not take it. */
  writeDescription(value: string): Promise<boolean>;
  /** From now on events come here; only the last listener hears them. */
  listen(listener: (event: FormEvent) => void): void;
}
