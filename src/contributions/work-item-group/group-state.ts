/** What the group shows, as a value: the session makes it, the views draw it. */
import type { WorkItemReading } from '../../app/read-work-item';
import type { FormItem } from '../../app/work-item-form';
import type { ModelId, ThreatId } from '../../core/model/ids';
import type { PendingClause } from '../../core/store/pending-clause';
import type { Done } from './model-edits';

export interface ThreatRef {
  readonly model: ModelId;
  readonly threat: ThreatId;
  /** For sentences. */
  readonly title: string;
}

export interface Note {
  readonly tone: 'info' | 'error';
  readonly text: string;
  readonly undo?: { readonly model: ModelId; readonly done: Done };
}

export interface Shown {
  readonly kind: 'shown';
  readonly item: FormItem;
  readonly reading: WorkItemReading;
  readonly access: 'read' | 'write';
  /** Clauses that get their link when the item is saved; after a link that failed, when it is saved again. */
  readonly pending: readonly PendingClause[];
  readonly note: Note | undefined;
  /** An edit is on its way; another one waits for it. */
  readonly busy: 'yes' | 'no';
}

export type GroupState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'new' }
  | { readonly kind: 'failed'; readonly reason: string }
  | Shown;
