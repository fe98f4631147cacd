/** What stands in quotation marks: a keyword there is cited, not used. */

interface Pair {
  readonly open: string;
  readonly close: string;
}

/** German opens with what English closes with, and both ways of writing guillemets exist. */
const pairs: readonly Pair[] = [
  { open: '"', close: '"' },
  { open: '“', close: '”“"' },
  { open: '„', close: '“”"' },
  { open: '«', close: '»' },
  { open: '»', close: '«' },
  { open: '‘', close: '’' },
  { open: '‚', close: '‘’' },
  { open: "'", close: "'" },
  { open: '`', close: '`' },
];
const pairOf = new Map(pairs.map((pair) => [pair.open, pair]));
const letterOrDigit = /[\p{L}\p{N}]/u;

/** The marks that are also apostrophes and inches open only before a word and close only behind one. */
function mayOpen(text: string, at: number): boolean {
  const before = text[at - 1];
  // French sets its guillemets apart from the words.
  const after = text[at] === '«' ? 'x' : text[at + 1];
  return (before === undefined || !letterOrDigit.test(before)) && after !== undefined && after !== ' ';
}

function findClose(text: string, at: number, close: string): number {
  for (let i = at + 1; i < text.length; i += 1) {
    if (!close.includes(text.charAt(i))) continue;
    const after = text[i + 1];
    const isApostrophe = after !== undefined && letterOrDigit.test(after);
    if (i > at + 1 && !isApostrophe) return i;
  }
  return -1;
}

/** One byte per code unit of the text: 1 = in quotation marks. A mark that nobody closed quotes nothing. */
export function quotedCharacters(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length);
  /** Openers without a closer behind them are not searched for twice: hostile text has millions. */
  const hopeless = new Set<string>();
  for (let i = 0; i < text.length; i += 1) {
    const pair = pairOf.get(text.charAt(i));
    if (!pair || hopeless.has(pair.open) || !mayOpen(text, i)) continue;
    const end = findClose(text, i, pair.close);
    if (end < 0) {
      hopeless.add(pair.open);
      continue;
    }
    quoted.fill(1, i, end + 1);
    i = end;
  }
  return quoted;
}
