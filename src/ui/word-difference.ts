/** Which words of two texts the other does not have, for showing both side by side. Pure. */

export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** Pairs of words that are compared at most; of longer texts all between the common ends differs. */
const mostPairs = 250_000;

const wordsOf = (text: string): readonly string[] => text.match(/\s*\S+\s*$|\s*\S+/g) ?? (text ? [text] : []);
const same = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim();

/** How many words of the longest common subsequence are left from each place on, by row and column. */
function commonFrom(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [here, below] = [table[i], table[i + 1]];
      if (!here || !below) continue;
      here[j] = same(a[i], b[j]) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return table;
}

/** For each word of both sides, whether the other side lacks it: a longest common subsequence has the rest. */
function lacking(a: readonly string[], b: readonly string[]): readonly [boolean[], boolean[]] {
  const [left, right] = [a.map(() => true), b.map(() => true)];
  if (a.length * b.length > mostPairs) return [left, right];
  const table = commonFrom(a, b);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (same(a[i], b[j])) {
      left[i] = right[j] = false;
      i += 1;
      j += 1;
    } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return [left, right];
}

function pieces(words: readonly string[], differs: readonly boolean[]): readonly Piece[] {
  const found: { text: string; differs: boolean }[] = [];
  const add = (text: string, isOther: boolean) => {
    const last = found.at(-1);
    if (last?.differs === isOther) last.text += text;
    else if (text !== '') found.push({ text, differs: isOther });
  };
  words.forEach((text, i) => {
    const isOther = differs[i] ?? false;
    // What stands before a word that differs is marked only between two of them.
    const word = isOther && !found.at(-1)?.differs ? text.trimStart() : text;
    add(text.slice(0, text.length - word.length), false);
    add(word, isOther);
  });
  return found;
}

/** Both texts in pieces, which joined give the text again; white space alone is no difference. */
export function differingWords(
  left: string,
  right: string,
): readonly [left: readonly Piece[], right: readonly Piece[]] {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && same(a[head], b[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail += 1;
  const middle = (words: readonly string[]) => words.slice(head, words.length - tail);
  const [lacksLeft, lacksRight] = lacking(middle(a), middle(b));
  const whole = (inside: readonly boolean[]) => [
    ...Array.from({ length: head }, () => false),
    ...inside,
    ...Array.from({ length: tail }, () => false),
  ];
  return [pieces(a, whole(lacksLeft)), pieces(b, whole(lacksRight))];
}
