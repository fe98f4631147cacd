/** Writes a clause into a description so that it is found again, and nothing else changes. */
import type { Block } from './block';
import { code, quote } from './block';
import type { TextFormat } from './clause';
import { findClauses, readBlocks } from './find-clauses';
import { languageWords } from './language';
import { sentenceEnds } from './sentence';

export interface ClauseToWrite {
  /** The description as the backlog keeps it. */
  readonly value: string;
  readonly format: TextFormat;
  /** Plain words, with or without the keyword. */
  readonly clause: string;
}

/**
 * The words as they can stand behind the keyword: one sentence, no keyword of their own. What "A. Or WITHOUT b" says
 * is kept, as "A, Or without b". Empty if nothing is left that a reader would take for a clause.
 */
export function clauseToWrite(text: string): string {
  const folded = text.replace(/[\s\p{Cc}\u00ad\u200b\u200c\u2060\ufeff]+/gu, ' ').trim();
  const own = folded.replace(/^(?:without|ohne|sans|sin|senza)(?![\p{L}\p{N}])\s*[:–—-]?\s*/iu, '');
  const lowered = own.replace(keywordInCapitals, (each) => each.toLowerCase());
  const sentence = trimmed(sentencesOf(lowered).join(', '));
  // Brackets that do not match and a story's own turns of phrase would end the clause early.
  const candidates = [sentence, sentence.replace(/[()[\]]/g, ''), sentence.replace(/[()[\],]/g, '')].map(
    trimmed,
  );
  return candidates.find((each) => readBack(each) === each) ?? readBack(candidates[2] ?? '');
}

const keywordInCapitals = /(?<![\p{L}\p{N}])(?:WITHOUT|OHNE|SANS|SIN|SENZA)(?![\p{L}\p{N}])/gu;
const trimmed = (text: string): string =>
  text
    .trim()
    .replace(/^[\s:：,;–—-]+/u, '')
    .replace(/[\s.,;:!?…–—-]{1,40}$/u, '')
    .replace(/\s+/g, ' ');

/** The clause that is found when the words stand in a paragraph of their own. */
function readBack(words: string): string {
  return words === '' ? '' : (clausesIn(paragraph(words, 'html'), 'html')[0] ?? '');
}

function sentencesOf(text: string): readonly string[] {
  let from = 0;
  return sentenceEnds(text).flatMap((end) => {
    const sentence = text
      .slice(from, end)
      .replace(/[\s.!?…]+$/u, '')
      .trimStart();
    from = end;
    return sentence === '' ? [] : [sentence];
  });
}

function escaped(words: string, format: TextFormat): string {
  if (format === 'markdown') return words.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const paragraph = (words: string, format: TextFormat): string =>
  format === 'html'
    ? `<p><b>WITHOUT</b> ${escaped(words, format)}</p>`
    : `**WITHOUT** ${escaped(words, format)}`;

function appended(value: string, own: string, format: TextFormat): string {
  if (format === 'html') return value + own;
  return value.trim() === '' ? own : `${value.replace(/\s+$/, '')}\n\n${own}`;
}

/** Where in the source the last sentence's words end, if it is a user story without a clause. */
function endOfStory(blocks: readonly Block[]): number | undefined {
  const last = blocks.at(-1);
  if (!last || last.kind === 'heading' || last.cell) return undefined;
  let first = blocks.length - 1;
  // "As a user<br>I want …<br>so that …" is one sentence on three lines; stories have no more than a few.
  while (first > 0 && blocks[first]?.before !== 'block' && blocks.length - first < 8) first -= 1;
  const text = blocks
    .slice(first)
    .map((block) => block.text)
    .join(' ');
  const ends = sentenceEnds(text);
  const sentence = text.slice(ends.at(-2) ?? 0).trim();
  const isStory = languageWords.some(({ data }) => data.storySentence.test(sentence));
  const words = last.text.replace(/[\s.!?…]+$/u, '').length;
  const isCited = ((last.marks[words - 1] ?? 0) & (code | quote)) !== 0;
  return isStory && !isCited && words > 0 ? last.ends[words - 1] : undefined;
}

/** What a reader finds: the clauses that count. */
function clausesIn(value: string, format: TextFormat): readonly string[] {
  const story = { title: '', description: value, acceptanceCriteria: '' };
  return findClauses({ ...story, formats: { description: format, acceptanceCriteria: format } })
    .filter(({ kind }) => kind === 'explicit')
    .map(({ text }) => text);
}

function addsOnly(before: readonly string[], after: readonly string[], words: string): boolean {
  const at =
    after.length === before.length + 1 ? [before.length, 0].find((each) => after[each] === words) : undefined;
  return at !== undefined && before.every((text, i) => after[at === 0 ? i + 1 : i] === text);
}

/**
 * The description with the clause: at the end of its last sentence if that is a user story without one ("…, WITHOUT
 * …"), else as a paragraph of its own at the end. Where the source would swallow it there (an unclosed code block,
 * say), it stands at the beginning. A clause without words changes nothing.
 */
export function writeClause({ value, format, clause }: ClauseToWrite): string {
  const words = clauseToWrite(clause);
  if (words === '') return value;
  const own = paragraph(words, format);
  const end = endOfStory(readBlocks(value, format));
  const inline =
    end === undefined ? [] : [`${value.slice(0, end)}, WITHOUT ${escaped(words, format)}${value.slice(end)}`];
  const atEnd = appended(value, own, format);
  const candidates = [...inline, atEnd, ...otherPlaces(value, own, format)];
  // Reading is cheaper than reasoning about every way in which a text can be broken.
  const before = clausesIn(value, format);
  return candidates.find((each) => addsOnly(before, clausesIn(each, format), words)) ?? atEnd;
}

function otherPlaces(value: string, own: string, format: TextFormat): readonly string[] {
  if (format === 'markdown') return [`${own}\n\n${value}`];
  // Plain text in an HTML field loses its line breaks as soon as the first tag stands in it.
  const withBreaks = value.replace(/\r\n?|\n/g, '<br>');
  // A comment that nobody closed would swallow what comes after it, and a clause before it may turn a list into more clauses.
  return [`${withBreaks}${own}`, `${own}${value}`, `${own}${withBreaks}`, `${value}-->${own}`];
}
