/**
 * Whether somebody really said what a model claims. Anybody can write a name into a model; a comment on a work item
 * has the author that the server recorded (design: storage).
 */
import type { Acceptance } from './decisions';
import { sameName } from './project-policy';

/** What a look at the comment told; gone: deleted, or the reader may not see it. */
export type ReadComment = { readonly kind: 'written'; readonly by: string } | { readonly kind: 'gone' };

export type Doubt =
  | { readonly kind: 'no-evidence' | 'gone' }
  /** Somebody else wrote the comment. */
  | { readonly kind: 'other-author'; readonly author: string };

/** Undefined where the comment proves it, or nobody looked. */
export function doubtOf(
  { by, evidence }: Pick<Acceptance, 'by' | 'evidence'>,
  read: ReadComment | undefined,
): Doubt | undefined {
  if (!evidence) return { kind: 'no-evidence' };
  if (read?.kind === 'gone') return { kind: 'gone' };
  if (read && !sameName(read.by, by)) return { kind: 'other-author', author: read.by };
  return undefined;
}
