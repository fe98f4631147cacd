/** WITHOUT clauses as they are found: what a story says must not happen. */
import { textHash } from '../model/text-hash';
import type { Language } from './languages/language-data';

export type ClauseField = 'title' | 'description' | 'acceptanceCriteria';
export const clauseFields: readonly ClauseField[] = ['title', 'description', 'acceptanceCriteria'];
export type TextFormat = 'html' | 'markdown';

/** The fields of a work item that may hold clauses, as the backlog keeps them. Titles are plain text. */
export interface StoryText {
  readonly title: string;
  readonly description: string;
  readonly acceptanceCriteria: string;
  readonly formats: { readonly description: TextFormat; readonly acceptanceCriteria: TextFormat };
}

export interface FoundClause {
  readonly field: ClauseField;
  /** Plain text, white space folded, without keyword, formatting and final full stop; never empty. */
  readonly text: string;
  /** `suggested` = an ordinary "without" that seems to name an unwanted outcome; a person decides. */
  readonly kind: 'explicit' | 'suggested';
  /** 0-based among the clauses of the same kind in the field. */
  readonly ordinal: number;
  /** `clauseHash(text)`. */
  readonly hash: string;
  /** The keyword's language. */
  readonly language: Language;
}

/** The text as it is compared: letter case, white space and marks at the ends do not make another clause. */
export function normalClauseText(text: string): string {
  const folded = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  let from = 0;
  let to = folded.length;
  while (from < to && /[^\p{L}\p{N}]/u.test(folded.charAt(from))) from += 1;
  while (to > from && /[^\p{L}\p{N}]/u.test(folded.charAt(to - 1))) to -= 1;
  // Words of nothing but marks, or of letters beyond the basic plane, stay as they are.
  return from < to ? folded.slice(from, to) : folded.trim();
}

/** 16 hex digits; what a link keeps of a clause, since the text of a work item is not stored. */
export function clauseHash(text: string): string {
  return textHash(normalClauseText(text));
}
