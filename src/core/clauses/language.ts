/** The languages that clauses are found in, with their lists ready for looking up. */
import { english } from './languages/english';
import { french } from './languages/french';
import { german } from './languages/german';
import { italian } from './languages/italian';
import type { Language, LanguageData } from './languages/language-data';
import { spanish } from './languages/spanish';

const allData: readonly LanguageData[] = [english, german, french, spanish, italian];

/** A list of words in which `*` at an end stands for any letters. */
export class WordList {
  private readonly words = new Set<string>();
  private readonly beginnings: readonly string[];
  private readonly endings: readonly string[];

  constructor(list: string) {
    const entries = list.split(' ');
    for (const entry of entries) if (!entry.includes('*')) this.words.add(entry);
    this.beginnings = entries.filter((each) => each.endsWith('*')).map((each) => each.replace(/\*/g, ''));
    this.endings = entries.filter((each) => each.startsWith('*')).map((each) => each.replace(/\*/g, ''));
  }

  /** `word` in lower case. */
  has(word: string): boolean {
    return (
      this.words.has(word) ||
      this.beginnings.some((each) => word.startsWith(each)) ||
      this.endings.some((each) => word.endsWith(each))
    );
  }
}

export interface LanguageWords {
  readonly data: LanguageData;
  readonly functionWords: WordList;
  readonly mentionBefore: WordList;
  readonly strong: WordList;
  readonly weak: WordList;
  readonly byActors: WordList;
  readonly modals: WordList;
  readonly people: WordList;
  readonly mine: WordList;
  readonly assets: WordList;
  readonly predicate: WordList;
  readonly benign: WordList;
}

export const languageWords: readonly LanguageWords[] = allData.map((data) => ({
  data,
  functionWords: new WordList(data.functionWords),
  mentionBefore: new WordList(data.mentionBefore),
  strong: new WordList(data.outcome.strong),
  weak: new WordList(data.outcome.weak),
  byActors: new WordList(data.outcome.byActors),
  modals: new WordList(data.outcome.modals),
  people: new WordList(data.outcome.people),
  mine: new WordList(data.outcome.mine),
  assets: new WordList(data.outcome.assets),
  predicate: new WordList(data.outcome.predicate),
  benign: new WordList(data.outcome.benign),
}));

/** A keyword with one slip of the hand: two letters exchanged, one left out, one typed twice. */
function slipsOf(keyword: string): readonly string[] {
  // A short one with a slip is another word: OHN, SI.
  if (keyword.length < 7) return [];
  return [...keyword].flatMap((letter, i) => {
    const [before, after] = [keyword.slice(0, i), keyword.slice(i + 1)];
    return [
      `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
      before + after,
      before + letter + letter + after,
    ];
  });
}

const byKeyword = new Map(
  languageWords.flatMap((words) =>
    [words.data.keyword, ...slipsOf(words.data.keyword)].map((keyword) => [keyword, words] as const),
  ),
);
/** The keywords, ready for a pattern: `WITHOUT|OHNE|…`. */
export const keywordAlternatives = [...byKeyword.keys()].join('|');

/** Short for an ordinary "without". In capitals it is a work order. */
export const shorthand = 'w/o';

/** `keyword` in any case, or the shorthand. */
export function wordsOfKeyword(keyword: string): LanguageWords | undefined {
  return byKeyword.get(keyword === shorthand ? english.keyword : keyword.toUpperCase());
}

/** The words of a text in lower case, in order; a number is a word, a hyphen parts words. At most `limit`. */
export function wordsOf(text: string, limit: number): readonly string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (words.length >= limit) break;
    words.push(word.toLowerCase());
  }
  return words;
}

export type Evidence = Readonly<Record<Language, number>>;

/** How many words of the text speak for each language; of a long text the first 2,000 words count. */
export function languageEvidence(text: string): Evidence {
  const evidence = { en: 0, de: 0, fr: 0, es: 0, it: 0 };
  for (const word of wordsOf(text, 2000))
    for (const { data, functionWords } of languageWords)
      if (functionWords.has(word)) evidence[data.language] += 1;
  return evidence;
}
