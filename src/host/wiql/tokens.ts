/** Cuts a query into tokens that know their place. */
import { syntaxError } from './wiql-error';

export type TokenKind = 'word' | 'field' | 'text' | 'number' | 'symbol' | 'macro' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Without brackets, quotes or @. */
  readonly text: string;
  readonly at: number;
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['field', /\[([^\]]+)\]/y],
  ['text', /'((?:[^']|'')*)'/y],
  ['text', /"((?:[^"]|"")*)"/y],
  ['number', /(\d+(?:\.\d+)?)/y],
  ['macro', /@(\w+)/y],
  ['word', /([A-Za-z_][\w.-]*)/y],
  ['symbol', /(<>|<=|>=|[=<>(),.+*-])/y],
];

/** @throws Problem 400 for a character that starts no token, such as an unclosed quote. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(query.slice(at))?.[0].length ?? 0;
    if (at >= query.length) break;
    const [token, length] = nextToken(query, at);
    tokens.push(token);
    at += length;
  }
  return [...tokens, { kind: 'end', text: '', at: query.length }];
}

function nextToken(query: string, at: number): readonly [Token, number] {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (!match) continue;
    const quote = match[0][0];
    const raw = match[1] ?? '';
    const text = kind === 'text' && quote !== undefined ? raw.replaceAll(quote + quote, quote) : raw;
    return [{ kind, text, at }, match[0].length];
  }
  throw syntaxError('The query contains a character that cannot start anything.', query, at);
}
