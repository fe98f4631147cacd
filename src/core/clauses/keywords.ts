/** Where the keyword is written, and whether it is meant: as a clause, as an ordinary word, or not at all. */
import type { Block } from './block';
import { allMarked, bold, boldStart, code, quote } from './block';
import type { Evidence, LanguageWords } from './language';
import { keywordAlternatives, languageEvidence, languageWords, shorthand, wordsOfKeyword } from './language';
import type { Language } from './languages/language-data';
import { languages } from './languages/language-data';
import { quotedCharacters } from './quotation';

export interface KeywordHit {
  /** Where the keyword begins. */
  readonly at: number;
  /** Just behind it and behind the colon or dash of a label. */
  readonly from: number;
  /**
   * doubtful = in capitals like the words behind it, or in bold at the beginning where no other line opens so:
   * explicit, but only if it names what nobody wants.
   */
  readonly kind: 'explicit' | 'ordinary' | 'doubtful';
  readonly words: LanguageWords;
}

export interface KeywordSearch {
  readonly block: Block;
  /** From `sentenceEnds`. */
  readonly ends: readonly number[];
  /** Of the whole story: one sentence alone may say too little. */
  readonly story: Evidence;
  /** Languages in whose words other blocks of the field open in bold, as in "**As a** donor". */
  readonly templates: ReadonlySet<Language>;
}

const keyword = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${keywordAlternatives}|${shorthand})(?![\\p{L}\\p{N}_])`,
  'giu',
);
/** Letters that make the keyword a part of an address, a name or a formula. */
const gluedBefore = /[./@#\\=&$%]$|\p{L}[-'’]$/u;
const gluedAfter = /^(?:[/@#\\=&®™*+(]|[.\-'’]\p{L}|[.-]\p{N})/u;
const labelMark = /^(?:\s*clauses?)?\s*(?:[:：]|(?:[–—→-]|[-=]+>|…|\.{2,3})(?=\s|$))/iu;
/** "WITHOUT 1 and 2": the number of a clause, not its words. */
const clauseNumber = /^\s*#?\d{1,3}\s*(?:$|[.,;)]|(?:and|or|is|are|und|ist|et|est|y|es|e|è)(?!\p{L}))/iu;
/** Neighbours that are read: enough for every pattern here, and bounded. */
const reach = 80;

const shouted = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}{2,}$/u.test(word);

/** "TIMESTAMP WITHOUT TIME ZONE": the keyword of another language, in capitals like its neighbours. */
function isAmongCapitals(before: string, after: string): boolean {
  const previous = /(\p{L}+)\s*$/u.exec(before)?.[1];
  const [next, second] = after.match(/\p{L}+/gu) ?? [];
  return shouted(previous) && shouted(next) && shouted(second);
}

/** "WITHOUT BATTERY": capitals that go on behind the keyword. Up to four letters may be an acronym that is spoken of. */
function goesOnInCapitals(after: string): boolean {
  const [first = '', second] = after.match(/\p{L}+/gu) ?? [];
  if (!/^\p{Lu}+$/u.test(first)) return false;
  return first.length > 4 || shouted(second);
}

/** True if the sentence is written in capitals throughout: then those of the keyword say nothing. */
function isShouting(sentence: string): boolean {
  const letters = sentence.replace(keyword, '').match(/\p{L}/gu) ?? [];
  const small = letters.filter((letter) => /\p{Ll}/u.test(letter)).length;
  return letters.length >= 8 && small * 10 <= letters.length;
}

/** Does the text speak the keyword's language? `local` decides where it is clear, else the story. */
export function speaks(words: LanguageWords, local: Evidence, story: Evidence): boolean {
  const own = words.data.language;
  const strongest = (evidence: Evidence): number =>
    Math.max(...languages.filter((each) => each !== own).map((each) => evidence[each]));
  if (local[own] >= 2 && local[own] > strongest(local)) return true;
  if (strongest(local) >= 2 && strongest(local) > local[own]) return false;
  return local[own] + story[own] >= strongest(local) + strongest(story);
}

class BlockSearch {
  private readonly quoted: Uint8Array;
  private sentence = 0;
  private readonly shouting = new Map<number, boolean>();

  constructor(private readonly given: KeywordSearch) {
    this.quoted = quotedCharacters(given.block.text);
  }

  find(): readonly KeywordHit[] {
    const hits: KeywordHit[] = [];
    for (const { 0: written, index } of this.given.block.text.matchAll(keyword)) {
      const hit = this.judge(written, index);
      if (hit) hits.push(hit);
    }
    return hits;
  }

  private judge(written: string, at: number): KeywordHit | undefined {
    const { block, ends } = this.given;
    const words = wordsOfKeyword(written);
    if (!words || this.isCited(at, written.length)) return undefined;
    const before = block.text.slice(Math.max(0, at - reach), at);
    const end = at + written.length;
    const after = block.text.slice(end, end + reach);
    if (gluedBefore.test(before) || gluedAfter.test(after)) return undefined;
    if (words.data.ambiguous === 'yes' && !speaks(words, languageEvidence(before + after), this.given.story))
      return undefined;
    while ((ends[this.sentence] ?? block.text.length) <= at && this.sentence < ends.length)
      this.sentence += 1;
    if (written === shorthand) return { at, from: end, kind: 'ordinary', words };
    const label = this.labelLength(at, end, after);
    if (label > 0) return { at, from: end + label, kind: 'explicit', words };
    if (written !== written.toUpperCase())
      return { at, from: end, kind: this.isBoldStart(at, end) ? this.boldKind(words) : 'ordinary', words };
    if (isMention(words, before, after) || words.data.forbidsWithout.test(before)) return undefined;
    if (this.isShouted()) return { at, from: end, kind: 'ordinary', words };
    if (isAmongCapitals(before, after)) return undefined;
    return { at, from: end, kind: goesOnInCapitals(after) ? 'doubtful' : 'explicit', words };
  }

  private isCited(at: number, length: number): boolean {
    // Mails are pasted with their marks.
    if (this.given.block.text.startsWith('> ')) return true;
    for (let i = at; i < at + length; i += 1)
      if (this.quoted[i] === 1 || ((this.given.block.marks[i] ?? 0) & (code | quote)) !== 0) return true;
    return false;
  }

  /** Length of the colon or dash that makes it a label: at the start of a block or sentence, or in bold. 0 = none. */
  private labelLength(at: number, end: number, after: string): number {
    const { block } = this.given;
    const mark = labelMark.exec(after)?.[0];
    if (mark === undefined) return 0;
    const isStart = !/[\p{L}\p{N}]/u.test(block.text.slice(this.sentenceStart(), at));
    const isBold = mark.trim().endsWith(':') && allMarked(block, bold, { from: at, to: end });
    return isStart || isBold ? mark.length : 0;
  }

  /** "**Without** my name being shown" below "**As a** donor": a label whose colon nobody wrote. */
  private isBoldStart(at: number, end: number): boolean {
    const { block } = this.given;
    const isStart = !/[\p{L}\p{N}]/u.test(block.text.slice(0, at));
    if (!isStart || !allMarked(block, bold, { from: at, to: end })) return false;
    return !allMarked(block, bold, { from: end + 1, to: end + 2 });
  }

  private boldKind({ data }: LanguageWords): KeywordHit['kind'] {
    return this.given.templates.has(data.language) ? 'explicit' : 'doubtful';
  }

  private sentenceStart(): number {
    return this.given.ends[this.sentence - 1] ?? 0;
  }

  private isShouted(): boolean {
    const known = this.shouting.get(this.sentence);
    if (known !== undefined) return known;
    const shouting = isShouting(
      this.given.block.text.slice(this.sentenceStart(), this.given.ends[this.sentence]),
    );
    this.shouting.set(this.sentence, shouting);
    return shouting;
  }
}

function isMention(words: LanguageWords, before: string, after: string): boolean {
  const previous = /(\p{L}+)['’]?\s*$/u.exec(before)?.[1]?.toLowerCase();
  if (previous !== undefined && words.mentionBefore.has(previous)) return true;
  // "Can we ship this WITHOUT a WITHOUT clause?"
  const again = /^\s*(?:\p{L}{1,4}\s+)?(\p{Lu}{3,})(?!\p{L})/u.exec(after)?.[1];
  if (again === words.data.keyword) return true;
  return words.data.mentionAfter.test(after) || words.data.withOr.test(before) || clauseNumber.test(after);
}

/** The languages in whose words a story's template or a scenario is written, line by line with its openings in bold. */
export function boldTemplates(blocks: readonly Block[]): ReadonlySet<Language> {
  const found = new Set<Language>();
  for (const block of blocks) {
    const opening = block.text.slice(0, Math.min(reach, boldStart(block)));
    if (opening === '') continue;
    for (const { data } of languageWords) if (data.templateOpening.test(opening)) found.add(data.language);
  }
  return found;
}

/** The keywords of a block that are meant, in order. Cited ones and names are left out. */
export function findKeywords(given: KeywordSearch): readonly KeywordHit[] {
  return new BlockSearch(given).find();
}
