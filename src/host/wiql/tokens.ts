/** Cuts a query into tokens that know their place. */
import { errorAt } from './wiql-error';

export type TokenKind = 'word' | 'field' | 'text' | 'number' | 'symbol' | 'macro' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Without brackets, quotes or @. */
  readonly text: string;
  readonly at: number;
  /** Behind its last character. */
  readonly end: number;
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['field', /\[([^\]]+)\]/y],
  ['text', /'((?:[^']|'')*)'/y],
  ['text', /"((?:[^"]|"")*)"/y],
  ['number', /(\d+(?:\.\d+)?)/y],
  ['macro', /@(\w+)/y],
  ['word', /([\p{L}_][\p{L}\p{N}_.]*(?:-\w+)*)/uy],
  ['symbol', /(<>|<=|>=|[=<>(),.+*-])/y],
];
const SPACE = /\s*/y;

/** @throws Problem 400 for a character that starts no token, such as an unclosed quote. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(query)?.[0].length ?? 0;
    if (at >= query.length) break;
    const token = nextToken(query, at);
    tokens.push(token);
    at = token.end;
  }
  return [...tokens, { kind: 'end', text: '', at: query.length, end: query.length }];
}

function nextToken(query: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (!match) continue;
    const quote = match[0][0];
    const raw = match[1] ?? '';
    const text = kind === 'text' && quote !== undefined ? raw.replaceAll(quote + quote, quote) : raw;
    return { kind, text, at, end: at + match[0].length };
  }
  throw errorAt('The query contains a character that cannot start anything.', query, at);
}
