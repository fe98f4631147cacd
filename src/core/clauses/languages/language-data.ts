/** What has to be known of a language to find its clauses: lists of words, no code. */

export const languages = ['en', 'de', 'fr', 'es', 'it'] as const;
export type Language = (typeof languages)[number];

/**
 * Lists are words in lower case, parted by spaces; a `*` stands for any ending, or any beginning. Patterns are matched
 * case-insensitively, in Unicode mode.
 */
export interface LanguageData {
  readonly language: Language;
  /** In capitals. */
  readonly keyword: string;
  /** True where the keyword in capitals is also a name or a word of another language (SANS Institute, SIN code). */
  readonly ambiguous: 'yes' | 'no';
  /** Frequent words which the other languages do not have: they tell which language a text is in. */
  readonly functionWords: string;
  /** Words right before the keyword which make it a thing that is talked about, or negate it. */
  readonly mentionBefore: string;
  /** What right after the keyword makes it a thing that is talked about, or a name. */
  readonly mentionAfter: RegExp;
  /** "with or without": no clause. Matched against the text right before the keyword. */
  readonly withOr: RegExp;
  /** Conjunctions that may be left hanging before the next keyword. */
  readonly conjunctions: string;
  /** Where a clause in the middle of a story ends, because the story goes on: begins with a comma. */
  readonly storyGoesOn: RegExp;
  /** How a user story sentence begins, and what else it must have. */
  readonly storySentence: RegExp;
  /** How the lines of a story's template and of a scenario begin: "As a", "Given". */
  readonly templateOpening: RegExp;
  /** How the line begins that says what the story is good for: "so that". */
  readonly purposeLine: RegExp;
  /**
   * "must not be shipped WITHOUT": what follows is wanted, not unwanted. Matched against the words right before the
   * keyword, and narrow: a clause that is missed costs more than one too many.
   */
  readonly forbidsWithout: RegExp;
  /** Abbreviations, without their last full stop, that do not end a sentence. */
  readonly abbreviations: string;
  readonly outcome: OutcomeWords;
}

/** How an ordinary "without" is told from one that names an unwanted outcome for security or privacy. */
export interface OutcomeWords {
  /** What right after the keyword makes it harmless, whatever follows. */
  readonly harmless: RegExp;
  /** In the sentence before the keyword: "nobody can … without …" is a condition, not an outcome. */
  readonly negatedBefore: RegExp;
  /** Enough by themselves. */
  readonly strong: string;
  /** Enough beside somebody who must not (`actors`) or something to protect (`assets`). */
  readonly weak: string;
  /** Turns of phrase that are enough by themselves. Matched against words in lower case, parted by spaces. */
  readonly phrases: RegExp;
  /** Ordinary acts: enough only when somebody who must not does them, or somebody else than the story's own person. */
  readonly byActors: string;
  /** "can": as `byActors`, but only beside `actors`. */
  readonly modals: string;
  /** How words begin that have a subject of their own ("students altering …", "dass Schüler …"). */
  readonly ownSubject: RegExp;
  /** The subjects that do no harm: the story's own person, and the product itself. */
  readonly harmlessSubject: RegExp;
  readonly actors: RegExp;
  /** Nouns for persons: as the subject of the words each is somebody who must not. */
  readonly people: string;
  /** "my", "me": what somebody else had better leave alone. */
  readonly mine: string;
  readonly assets: string;
  /** Something is done to a thing ("being mixed up", "dass … werden"): enough for what is mine to protect. */
  readonly passive: RegExp;
  /** What may be done to anything: "my address being asked". */
  readonly benign: string;
  /** Verbs of the sentence's own predicate: what follows is not what the keyword is about. */
  readonly predicate: string;
}
