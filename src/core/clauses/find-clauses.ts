/** Finds the WITHOUT clauses of a story, in five languages, in HTML, Markdown and titles. Never throws; linear time. */
import type { Block } from './block';
import type { ClauseField, FoundClause, StoryText, TextFormat } from './clause';
import { clauseFields, clauseHash } from './clause';
import { clauseWords } from './clause-words';
import type { KeywordHit } from './keywords';
import { boldTemplates, findKeywords, speaks } from './keywords';
import { labelledBlocks } from './labels';
import type { Evidence, LanguageWords } from './language';
import { languageEvidence } from './language';
import { arrangeLines } from './lines';
import { isUnwantedOutcome } from './outcome';
import { readHtml, readPlain } from './read-html';
import { readMarkdown } from './read-markdown';
import { sentenceEnds } from './sentence';

type Words = Pick<FoundClause, 'text' | 'kind' | 'language'>;

interface ReadBlock {
  readonly block: Block;
  readonly ends: readonly number[];
  readonly hits: readonly KeywordHit[];
}

/** The blocks of a field's text with its lines as they were meant; plain = a title. */
export function readBlocks(text: string, format: TextFormat | 'plain'): readonly Block[] {
  if (format === 'plain') return readPlain(text);
  return arrangeLines(format === 'html' ? readHtml(text) : readMarkdown(text));
}

const endOfSentence = (ends: readonly number[], at: number, length: number): number => {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? length) > at) high = middle;
    else low = middle + 1;
  }
  return ends[low] ?? length;
};

/** In German a comma parts a verb from what it is about: "ohne dass jemand sieht, wie ich abstimme". */
const goesOnBehindComma =
  /^\s*(?:wie|wer|wen|wem|was|wo|wann|ob|dass|warum|wohin|woher|welche[mnrs]?)(?!\p{L})/iu;

/** "Without losing data, the clerk …": an opening phrase ends at its comma. -1 = it has none. */
function openingEnd(text: string): number {
  let comma = text.indexOf(',');
  while (comma >= 0 && goesOnBehindComma.test(text.slice(comma + 1, comma + 20)))
    comma = text.indexOf(',', comma + 1);
  return comma;
}

/** The clause that a keyword opens, if it has words and, for an ordinary keyword, names an unwanted outcome. */
function clauseAt(
  { block, ends }: ReadBlock,
  hit: KeywordHit,
  next: KeywordHit | undefined,
): Words | undefined {
  const sentenceEnd = endOfSentence(ends, hit.from, block.text.length);
  const endsAtKeyword = next !== undefined && next.at < sentenceEnd;
  const before = block.text.slice(Math.max(0, hit.at - 240), hit.at);
  const sentenceBefore = before.slice(Math.max(0, endOfPrevious(ends, hit.at) - Math.max(0, hit.at - 240)));
  let to = endsAtKeyword ? next.at : sentenceEnd;
  if (hit.kind === 'ordinary') {
    const isOpening = !/[\p{L}\p{N}]/u.test(sentenceBefore);
    const comma = isOpening ? openingEnd(block.text.slice(hit.from, to)) : -1;
    if (comma >= 0) to = hit.from + comma;
  }
  const text = clauseWords({
    text: block.text,
    at: hit.at,
    from: hit.from,
    to,
    words: hit.words,
    endsAtKeyword: endsAtKeyword ? 'yes' : 'no',
  });
  const { language } = hit.words.data;
  if (text === '') return undefined;
  if (hit.kind === 'explicit') return { text, kind: 'explicit', language };
  if (!isUnwantedOutcome({ words: hit.words, text, before: sentenceBefore })) return undefined;
  return { text, kind: hit.kind === 'doubtful' ? 'explicit' : 'suggested', language };
}

function endOfPrevious(ends: readonly number[], at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return ends[low - 1] ?? 0;
}

function clausesOfBlock(read: ReadBlock, labelled: LanguageWords | undefined): readonly Words[] {
  const { block, ends, hits } = read;
  const explicit = hits.filter((hit) => hit.kind === 'explicit');
  if (labelled && explicit.length === 0) {
    const whole = { text: block.text, at: 0, from: 0, to: ends[0] ?? block.text.length };
    const text = clauseWords({ ...whole, words: labelled, endsAtKeyword: 'no' });
    return text === '' ? [] : [{ text, kind: 'explicit', language: labelled.data.language }];
  }
  const found: Words[] = [];
  let coveredTo = 0;
  let nextExplicit = 0;
  hits.forEach((hit, i) => {
    while ((explicit[nextExplicit]?.at ?? block.text.length) <= hit.at && nextExplicit < explicit.length)
      nextExplicit += 1;
    if (hit.kind === 'ordinary' && hit.at < coveredTo) return;
    // An explicit clause may contain an ordinary "without"; an ordinary one ends at any keyword.
    const clause = clauseAt(read, hit, hit.kind === 'explicit' ? explicit[nextExplicit] : hits[i + 1]);
    if (hit.kind === 'explicit') coveredTo = endOfSentence(ends, hit.from, block.text.length);
    if (clause) found.push(clause);
  });
  return found;
}

/** Blocks that end with a keyword meant as a clause: its words can only be the list below. */
function tailsOf(reads: readonly ReadBlock[]): ReadonlyMap<number, LanguageWords> {
  const tails = new Map<number, LanguageWords>();
  reads.forEach(({ block, hits }, index) => {
    const last = hits.at(-1);
    if (last?.kind === 'explicit' && !/[\p{L}\p{N}]/u.test(block.text.slice(last.from)))
      tails.set(index, last.words);
  });
  return tails;
}

function clausesOf(blocks: readonly Block[], story: Evidence): readonly Words[] {
  const templates = boldTemplates(blocks);
  const reads = blocks.map((block) => {
    const ends = sentenceEnds(block.text);
    return {
      block,
      ends,
      hits: findKeywords({ block, ends, story, templates }),
    };
  });
  const noWords = languageEvidence('');
  const trust = (words: LanguageWords): boolean =>
    words.data.ambiguous === 'no' || speaks(words, noWords, story);
  const labelled = labelledBlocks(blocks, tailsOf(reads), trust);
  return reads.flatMap((read, index) => clausesOfBlock(read, labelled.get(index)));
}

function numbered(field: ClauseField, words: readonly Words[]): readonly FoundClause[] {
  const counts = { explicit: 0, suggested: 0 };
  return words.map((each) => {
    const ordinal = counts[each.kind];
    counts[each.kind] += 1;
    return {
      field,
      text: each.text,
      kind: each.kind,
      ordinal,
      hash: clauseHash(each.text),
      language: each.language,
    };
  });
}

/**
 * The clauses of a story in reading order, title first. Explicit ones are written with the keyword in capitals or
 * as a label; suggested ones with an ordinary "without" before an unwanted outcome. At most `maxFieldLength` code
 * units of each field are read.
 */
export function findClauses(story: StoryText): readonly FoundClause[] {
  const blocks: Readonly<Record<ClauseField, readonly Block[]>> = {
    title: readBlocks(story.title, 'plain'),
    description: readBlocks(story.description, story.formats.description),
    acceptanceCriteria: readBlocks(story.acceptanceCriteria, story.formats.acceptanceCriteria),
  };
  const opening = clauseFields.map((field) =>
    blocks[field]
      .slice(0, 200)
      .map(({ text }) => text.slice(0, 4000))
      .join('\n'),
  );
  const evidence = languageEvidence(opening.join('\n'));
  return clauseFields.flatMap((field) => numbered(field, clausesOf(blocks[field], evidence)));
}
