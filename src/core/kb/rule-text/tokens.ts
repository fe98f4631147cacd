/** Words of the text form of rules, each with the place at which it stands. */

export interface Token {
  /** `quoted`: a text between quotation marks, so never a keyword. */
  readonly kind: 'word' | 'quoted' | 'mark' | 'end';
  readonly value: string;
  /** UTF-16 code units from the beginning of the text. */
  readonly at: number;
}

/** A place in a text as an editor shows it: both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Longer texts come from nobody who types. UTF-16 code units. */
export const longestText = 20_000;

/** Letters, digits and what ids and numbers have besides. A dot divides the subject from the property. */
const word = /[\p{L}\p{N}_-][\p{L}\p{N}_:.+-]*/uy;
const plainWord = /^[\p{L}\p{N}_-][\p{L}\p{N}_:.+-]*$/u;
const quoted = /"((?:[^"\\]|\\["\\nt])*)"/y;
const mark = /!=|[()=<>,]/y;
const blank = /\s+/y;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };
const unescaped = (text: string) => text.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
const escaped = (text: string) => text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t');

/** Words that mean something: as a name or a value they are written between quotation marks. */
export const keywords: ReadonlySet<string> = new Set(
  'all always and any at contains carries crosses enters exactly exists has if in incoming inside is known leaves least never not or outgoing tagged unknown where'.split(
    ' ',
  ),
);

/** A name or value as it is written: plain where nothing speaks against it. */
export function written(text: string): string {
  return plainWord.test(text) && !keywords.has(text.toLowerCase()) ? text : `"${escaped(text)}"`;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The tokens and an end; or the place of the first character that belongs to no token. O(text). */
export function tokensOf(text: string): { readonly tokens: readonly Token[]; readonly stray?: number } {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const space = match(blank, text, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    const found = {
      word: match(word, text, at),
      quoted: match(quoted, text, at),
      mark: match(mark, text, at),
    };
    const kind = found.word ? 'word' : found.quoted ? 'quoted' : 'mark';
    const [whole, inner] = found[kind] ?? [];
    if (whole === undefined) return { tokens, stray: at };
    tokens.push({ kind, value: kind === 'quoted' ? unescaped(inner ?? '') : whole, at });
    at += whole.length;
  }
  return { tokens: [...tokens, { kind: 'end', value: '', at: text.trimEnd().length }] };
}

export function positionOf(text: string, at: number): Position {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - (before.lastIndexOf('\n') + 1) + 1 };
}
