/** The words of a clause: from the keyword to where its sentence ends, without what only holds sentences together. */
import type { LanguageWords } from './language';

const atStart = /^(?:[-=]+>|\.{2,}|[\s:：,;–—…→-])+/;
/** Said to be empty, or a template nobody filled in. */
const placeholder =
  /^(?:n\/?a|n\. ?a|not applicable|none|nothing(?: yet)?|tb[cd]|todo|to be (?:defined|decided|done)|keine?s?|keine angaben?|k\. ?a|nichts|entfällt|nicht zutreffend|aucune?|rien|sans objet|non applicable|à définir|ningun[oa]|nada|no (?:aplica|procede)|por definir|nessun[oa]?|niente|non applicabile|da definire|x{3,}|[?.…_-]+|[<[{][^<>[\]{}]*[>\]}])$/iu;
const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

export interface ClauseSpan {
  readonly text: string;
  /** Where the keyword begins, and just behind it. */
  readonly at: number;
  readonly from: number;
  /** Just behind the sentence, or the next keyword's beginning. */
  readonly to: number;
  readonly words: LanguageWords;
}

/** Where a bracket closes that was opened before the clause, as in "(WITHOUT …)"; else `to`. */
function bracketEnd(text: string, from: number, to: number): number {
  const open = new Map<string, number>();
  for (let i = from; i < to; i += 1) {
    const character = text.charAt(i);
    if (character === '(' || character === '[') open.set(character, (open.get(character) ?? 0) + 1);
    const opener = closers[character];
    if (opener === undefined) continue;
    const left = open.get(opener) ?? 0;
    if (left === 0) return i;
    open.set(opener, left - 1);
  }
  return to;
}

/** "I want to pay – WITHOUT … – so that": the second dash of a pair ends the clause. */
function dashEnd({ text, at, from, to }: ClauseSpan): number {
  const dash = / ([–—~-]) $/.exec(text.slice(Math.max(0, at - 3), at))?.[1];
  if (dash === undefined) return to;
  const end = text.slice(0, to).indexOf(` ${dash} `, from);
  return end < 0 ? to : end;
}

/** Takes off what was left hanging before the next keyword, or at the end of an item: ", or". `parted` by what. */
function withoutConjunction(text: string, words: LanguageWords, parted: string): string {
  const conjunctions = words.data.conjunctions.split(' ').join('|');
  const hanging = new RegExp(`${parted}(?:(?:${conjunctions})(?:\\s+|$)){1,3}$`, 'iu');
  const end = text.trimEnd();
  // Only its last words can hang; a pattern over the whole would take quadratic time.
  const start = Math.max(0, end.length - 40);
  return end.slice(0, start) + end.slice(start).replace(hanging, '');
}

function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.,;:!?…–—-]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Where the story goes on: with its own purpose, or behind a semicolon with a sentence about something else. */
function goesOnAt(raw: string, words: LanguageWords): number {
  const semicolon = /;\s/u.exec(raw)?.index ?? -1;
  const story = words.data.storyGoesOn.exec(raw)?.index ?? -1;
  return semicolon > 0 && (story < 0 || semicolon < story) ? semicolon : story;
}

/** The words, or the empty string where there are none to speak of. */
export function clauseWords(span: ClauseSpan & { readonly endsAtKeyword: 'yes' | 'no' }): string {
  const { text, from, words } = span;
  const to = Math.min(bracketEnd(text, from, span.to), dashEnd(span));
  const raw = text.slice(from, to);
  const storyAt = goesOnAt(raw, words);
  const cut = storyAt > 0 ? raw.slice(0, storyAt) : raw;
  // "vitamin E" ends in no Italian conjunction: without a keyword behind it, one hangs behind a comma only.
  const parted = span.endsAtKeyword === 'yes' ? '(?:^|[\\s,;:–—-]+)' : '[,;]\\s*';
  const own = withoutConjunction(cut, words, parted);
  const trimmed = withoutEndMarks(own.replace(atStart, ''));
  return placeholder.test(trimmed) || !/\p{L}/u.test(trimmed) ? '' : trimmed;
}
