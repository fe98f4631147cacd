/** Texts as weighted words, and how alike two of them are: the cosine of tf-idf vectors. */
import type { Word } from './stem';
import { wordsOf } from './stem';

/** Stem -> how much the text speaks of it, before rarity counts. */
export type WeightedWords = ReadonlyMap<string, number>;

/** A text and how much its words count beside the others of the thing. */
export interface Part {
  readonly text: string;
  readonly weight: number;
}

/** A word counts once per part, with the part's weight: a text that repeats itself says no more. */
export function weigh(parts: readonly Part[]): WeightedWords {
  const weights = new Map<string, number>();
  for (const { text, weight } of parts)
    for (const stem of new Set(wordsOf(text).map((word) => word.stem)))
      weights.set(stem, (weights.get(stem) ?? 0) + weight);
  return weights;
}

/** How rare a stem is among the given texts: ln(1 + texts / texts with it); a word of none is the rarest. */
export function rarityIn(texts: readonly WeightedWords[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) for (const stem of text.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + texts.length / (counts.get(stem) ?? 1));
}

export interface Likeness {
  /** 0 to 1, the same both ways. */
  readonly score: number;
  /** The stems that both have, the weightiest first. */
  readonly shared: readonly string[];
}

function length(words: WeightedWords, rarity: (stem: string) => number): number {
  let sum = 0;
  for (const [stem, weight] of words) sum += (weight * rarity(stem)) ** 2;
  return Math.sqrt(sum);
}

/** Compares two texts. */
export function likeness(a: WeightedWords, b: WeightedWords, rarity: (stem: string) => number): Likeness {
  const products: { stem: string; product: number }[] = [];
  for (const [stem, weight] of a) {
    const other = b.get(stem);
    if (other !== undefined) products.push({ stem, product: weight * other * rarity(stem) ** 2 });
  }
  // Sorted before they are added: the sum of floating point numbers depends on the order, and so might a ranking.
  products.sort((x, y) => y.product - x.product || (x.stem < y.stem ? -1 : 1));
  const lengths = length(a, rarity) * length(b, rarity);
  const sum = products.reduce((total, { product }) => total + product, 0);
  return {
    score: lengths === 0 ? 0 : Math.min(1, sum / lengths),
    shared: products.map(({ stem }) => stem),
  };
}

/** The stems as they are written in the text; those that it does not have are left out. */
export function asWritten(stems: readonly string[], words: readonly Word[]): readonly string[] {
  const written = new Map<string, string>();
  for (const word of words) if (!written.has(word.stem)) written.set(word.stem, word.written);
  return stems.flatMap((stem) => written.get(stem) ?? []);
}
