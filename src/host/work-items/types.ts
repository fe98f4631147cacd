/** A work item as the store keeps it. */
import { kind } from '../store/store';

/** Identities are kept as user ids, dates as ISO texts; both become something else only on the wire. */
export type FieldValue = string | number | boolean;
export type Fields = Readonly<Record<string, FieldValue>>;

export interface LinkRelation {
  readonly kind: 'link';
  readonly rel: string;
  readonly target: number;
  readonly comment?: string;
}

/** A hyperlink or artifact link: one end only. */
export interface ExternalRelation {
  readonly kind: 'external';
  readonly rel: 'Hyperlink' | 'ArtifactLink';
  readonly url: string;
  /** Unique per organisation, as clients see it in the attributes. */
  readonly id: number;
  readonly addedAt: string;
  readonly name?: string;
  readonly comment?: string;
}

export type Relation = LinkRelation | ExternalRelation;

export interface WorkItem {
  readonly id: number;
  readonly rev: number;
  readonly fields: Fields;
  readonly relations: readonly Relation[];
  /** Long text fields written in Markdown; all others are HTML. */
  readonly markdown: readonly string[];
  /** The comment this very revision made, if any. */
  readonly commentId?: number;
  /** The place of this revision among all that were ever written; data of earlier versions has none. */
  readonly watermark?: number;
  /** Set while the item lies in the recycle bin. */
  readonly deleted?: { readonly by: string; readonly at: string };
}

export interface Comment {
  readonly id: number;
  readonly workItemId: number;
  readonly version: number;
  readonly text: string;
  readonly format: 'markdown' | 'html';
  /** The revision that made it. */
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly modifiedBy: string;
  readonly modifiedAt: string;
  readonly isDeleted?: true;
}

export const workItems = kind<WorkItem>('workItem');
/** Every revision ever, by `${id}/${rev}`. */
export const revisions = kind<WorkItem>('revision');
export const comments = kind<Comment>('comment');

export function revisionKey(id: number, rev: number): string {
  return `${id}/${rev}`;
}
