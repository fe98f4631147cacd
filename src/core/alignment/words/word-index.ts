/** How alike one text is to each of many, found by the words that they share: most pairs of many texts share none. */
import { lengthOf } from './weighted-words';
import type { WeightedWords } from './weighted-words';

interface Posting {
  readonly at: number;
  /** The weight of the word in that text, for the rarity of both sides and the length of that text. */
  readonly share: number;
}

export class WordIndex {
  readonly #postings = new Map<string, Posting[]>();
  readonly #count: number;

  constructor(
    texts: readonly WeightedWords[],
    private readonly rarity: (stem: string) => number,
  ) {
    this.#count = texts.length;
    texts.forEach((words, at) => {
      const length = lengthOf(words, rarity);
      for (const [stem, weight] of words) {
        const share = length === 0 ? 0 : (weight * rarity(stem) ** 2) / length;
        const there = this.#postings.get(stem);
        if (there) there.push({ at, share });
        else this.#postings.set(stem, [{ at, share }]);
      }
    });
  }

  /** The cosine with each text, by its place; equal to `likeness` but for the rounding of its last digits. */
  scores(words: WeightedWords): Float64Array {
    const sums = new Float64Array(this.#count);
    const length = lengthOf(words, this.rarity);
    if (length === 0) return sums;
    for (const [stem, weight] of words)
      for (const { at, share } of this.#postings.get(stem) ?? [])
        sums[at] = (sums[at] ?? 0) + (weight * share) / length;
    return sums;
  }
}
