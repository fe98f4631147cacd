/** Which entries of the knowledge base speak about a threat of a model, the likeliest first, and why we think so. */
import type { Model } from '../model/model';
import type { StrideCategory, Threat } from '../model/threat';
import type { Answer } from './compile-rule';
import { answerAt } from './match-threat';
import { ModelScenes } from './model-scenes';
import type { KnowledgePackage, KnowledgeThreat } from './package';
import { namedWeaknesses, searchWords } from './search-words';

export type Because =
  /** The threat was made from this very entry. */
  | { readonly kind: 'origin' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'stride'; readonly categories: readonly StrideCategory[] }
  | { readonly kind: 'weakness'; readonly cwe: readonly number[] }
  /** The rule of the entry holds, or may hold, at the place of the threat. */
  | { readonly kind: 'rule'; readonly answer: 'yes' | 'unknown' };

export interface Ranked {
  readonly threat: KnowledgeThreat;
  /** 0 to 100. */
  readonly score: number;
  readonly because: readonly Because[];
}

/** Points of a score. Words weigh most: categories and rules fit many threats, the subject only a few. */
const points = {
  weakness: 40,
  words: 55,
  stride: 12,
  otherStride: -12,
  ruleYes: 18,
  ruleUnknown: 4,
  ruleNo: -12,
};
/** Below it a likeness is chance. */
const leastScore = 24;
/** So many words of one entry alone must meet until half of the points for words are given. */
const halfway = 1.35;
/** A description counts less than a title: it tells a story, in which many words meet by chance. On both sides. */
const storyShare = 0.35;
/** Points for words below which nothing was really named: a single common word. */
const leastWords = 10;
const mostWordsTold = 5;

interface Entry {
  readonly threat: KnowledgeThreat;
  /** Stem to weight: 1 where the entry says what it is about, less where it tells the story. */
  readonly words: ReadonlyMap<string, number>;
}

function entryOf(threat: KnowledgeThreat): Entry {
  const { name, description, withoutClause = '', tags, treatments } = threat;
  const story = [description, ...treatments.map(({ mitigation }) => mitigation.name)].join(' ');
  const words = new Map([...searchWords(story).keys()].map((word) => [word, storyShare]));
  for (const word of searchWords([name, withoutClause, ...tags].join(' ')).keys()) words.set(word, 1);
  return { threat, words };
}

/** How much a word tells apart: next to nothing when all entries have it, 1 when one has, however many there are. */
function rarityIn(entries: readonly Entry[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { words } of entries)
    for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => {
    const count = counts.get(word);
    return count === undefined ? 0 : Math.log((entries.length + 1) / count) / Math.log(entries.length + 1);
  };
}

type Words = ReturnType<typeof searchWords>;

class Ranking {
  readonly #title: Words;
  readonly #description: Words;
  readonly #weaknesses: ReadonlySet<number>;

  constructor(
    private readonly wanted: Threat,
    private readonly rarity: (word: string) => number,
    private readonly answer: (threat: KnowledgeThreat) => Answer | undefined,
  ) {
    this.#title = searchWords(wanted.title);
    this.#description = searchWords(wanted.description);
    this.#weaknesses = new Set(
      namedWeaknesses(`${wanted.title} ${wanted.description} ${wanted.category ?? ''}`),
    );
  }

  rank({ threat, words }: Entry): Ranked {
    const parts = [this.words(words), this.stride(threat), this.weakness(threat), this.rule(threat)];
    const because = parts.flatMap((part) => part.because ?? []);
    if (this.isOrigin(threat)) return { threat, score: 100, because: [{ kind: 'origin' }, ...because] };
    // Category and rule alone fit half of the knowledge base: the subject must be named too.
    const named = (parts[0]?.score ?? 0) >= leastWords || because.some(({ kind }) => kind === 'weakness');
    const score = parts.reduce((sum, part) => sum + part.score, 0);
    return { threat, score: named ? Math.max(0, Math.min(100, score)) : 0, because };
  }

  private isOrigin(threat: KnowledgeThreat): boolean {
    const { origin } = this.wanted;
    return (
      origin.kind === 'import' &&
      origin.format === 'kb' &&
      origin.key.startsWith(`${threat.package}:${threat.id}@`)
    );
  }

  private words(words: Entry['words']): Part {
    const worth = (word: string) => (words.get(word) ?? 0) * this.rarity(word);
    const sum = (mine: Words) => [...mine.keys()].reduce((total, word) => total + worth(word), 0);
    const met = sum(this.#title) + storyShare * sum(this.#description);
    if (met === 0) return { score: 0 };
    const mine = new Map([...this.#description, ...this.#title]);
    const shared = [...mine]
      .filter(([word]) => worth(word) > 0)
      .sort(([a], [b]) => worth(b) - worth(a))
      .slice(0, mostWordsTold)
      .map(([, word]) => word);
    return { score: (points.words * met) / (met + halfway), because: { kind: 'words', words: shared } };
  }

  private stride({ stride }: KnowledgeThreat): Part {
    const categories = this.wanted.stride.filter((category) => stride.includes(category));
    if (categories.length > 0) return { score: points.stride, because: { kind: 'stride', categories } };
    return { score: this.wanted.stride.length > 0 ? points.otherStride : 0 };
  }

  private weakness(threat: KnowledgeThreat): Part {
    const cwe = threat.cwe.filter((number) => this.#weaknesses.has(number));
    return cwe.length === 0 ? { score: 0 } : { score: points.weakness, because: { kind: 'weakness', cwe } };
  }

  private rule(threat: KnowledgeThreat): Part {
    const answer = this.answer(threat);
    if (answer === undefined) return { score: 0 };
    if (answer === 'no') return { score: points.ruleNo };
    const score = answer === 'yes' ? points.ruleYes : points.ruleUnknown;
    return { score, because: { kind: 'rule', answer } };
  }
}
interface Part {
  readonly score: number;
  readonly because?: Because;
}

/** The entries that speak about the threat, best first. Without a model the rules are not asked. */
export function rankThreats(
  packages: readonly KnowledgePackage[],
  threat: Threat,
  model?: Model,
): readonly Ranked[] {
  const entries = packages.flatMap(({ threats }) => threats.map(entryOf));
  const scenes = new Map(
    model ? packages.map((known) => [known.id, new ModelScenes(known, model)] as const) : [],
  );
  const answer = (candidate: KnowledgeThreat) => {
    const seen = scenes.get(candidate.package);
    return seen && answerAt(candidate, seen, threat.place);
  };
  const ranking = new Ranking(threat, rarityIn(entries), answer);
  return entries
    .map((entry) => ranking.rank(entry))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.threat.id < b.threat.id ? -1 : 1));
}
