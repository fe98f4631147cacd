/** Texts as weighted words, and how alike two of them are: the cosine of tf-idf vectors. */
import { isMeaning, meaningsOf } from './kin';
import type { Word } from './stem';
import { wordsOf } from './stem';

/** Stem -> how much the text speaks of it, before rarity counts. */
export type WeightedWords = ReadonlyMap<string, number>;

/** A text and how much its words count beside the others of the thing. */
export interface Part {
  readonly text: string;
  readonly weight: number;
}

/** What a meaning weighs beside the word that has it: who shares the word shares its meanings too, so counts double. */
const meaningWeight = 1;

/** A word counts once per part, with the part's weight: a text that repeats itself says no more. */
export function weigh(parts: readonly Part[]): WeightedWords {
  const weights = new Map<string, number>();
  const add = (key: string, weight: number) => weights.set(key, (weights.get(key) ?? 0) + weight);
  for (const { text, weight } of parts) {
    const stems = new Set(wordsOf(text).map((word) => word.stem));
    for (const stem of stems) add(stem, weight);
    for (const meaning of new Set([...stems].flatMap(meaningsOf))) add(meaning, weight * meaningWeight);
  }
  return weights;
}

/** How rare a stem is among the given texts: ln(1 + texts / texts with it); a word of none is the rarest. */
export function rarityIn(texts: readonly WeightedWords[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) for (const stem of text.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const rarities = new Map<string, number>();
  for (const [stem, count] of counts) rarities.set(stem, Math.log(1 + texts.length / count));
  const rarest = Math.log(1 + texts.length);
  return (stem) => rarities.get(stem) ?? rarest;
}

export interface Likeness {
  /** 0 to 1, the same both ways. */
  readonly score: number;
  /** The stems that both have, the weightiest first. */
  readonly shared: readonly string[];
}

/** The length of a text as a vector: asked for once for each text, not once for each pair. */
export function lengthOf(words: WeightedWords, rarity: (stem: string) => number): number {
  let sum = 0;
  for (const [stem, weight] of words) sum += (weight * rarity(stem)) ** 2;
  return Math.sqrt(sum);
}

/** Compares two texts; `lengths` is the product of theirs. */
export function likeness(
  a: WeightedWords,
  b: WeightedWords,
  { rarity, lengths }: { readonly rarity: (stem: string) => number; readonly lengths: number },
): Likeness {
  const products: { stem: string; product: number }[] = [];
  for (const [stem, weight] of a) {
    const other = b.get(stem);
    if (other !== undefined) products.push({ stem, product: weight * other * rarity(stem) ** 2 });
  }
  // Sorted before they are added: the sum of floating point numbers depends on the order, and so might a ranking.
  products.sort((x, y) => y.product - x.product || (x.stem < y.stem ? -1 : 1));
  const sum = products.reduce((total, { product }) => total + product, 0);
  return {
    score: lengths === 0 ? 0 : Math.min(1, sum / lengths),
    shared: products.map(({ stem }) => stem),
  };
}

/** The first way in which each stem, and each meaning, is written in a text. */
export function writtenForms(words: readonly Word[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const { stem, written } of words)
    for (const key of [stem, ...meaningsOf(stem)]) if (!forms.has(key)) forms.set(key, written);
  return forms;
}

export interface SharedWords {
  /** As the second text writes them. */
  readonly same: readonly string[];
  /** Different words for the same, the first text's before the second's. */
  readonly alike: readonly (readonly [string, string])[];
}

/** What two texts share, in words: a word that both have is not told again by its meanings. */
export function sharedWords(
  shared: readonly string[],
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): SharedWords {
  const words = shared.filter((key) => !isMeaning(key)).slice(0, 4);
  const same = words.flatMap((stem) => b.get(stem) ?? []);
  const told = new Set([...same, ...words.flatMap((stem) => a.get(stem) ?? [])]);
  const alike: [string, string][] = [];
  for (const meaning of shared.filter(isMeaning)) {
    const [one, other] = [a.get(meaning), b.get(meaning)];
    if (one === undefined || other === undefined || one === other || told.has(one) || told.has(other))
      continue;
    told.add(one).add(other);
    alike.push([one, other]);
  }
  return { same, alike: alike.slice(0, 3) };
}

/** The reason that the words give, in one sentence part each. */
export function wordReasons({ same, alike }: SharedWords): string[] {
  return [
    ...(same.length > 0 ? [`shares the ${same.length === 1 ? 'word' : 'words'} ${same.join(', ')}`] : []),
    ...(alike.length > 0
      ? [`says it in other words: ${alike.map((pair) => pair.join(' – ')).join(', ')}`]
      : []),
  ];
}
