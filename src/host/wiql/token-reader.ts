/** Walks over the tokens of a query, one of them at hand. */
import type { Problem } from '../kernel/problem';
import { tokenize, type Token } from './tokens';
import { errorAt } from './wiql-error';

export class TokenReader {
  private readonly tokens: readonly Token[];
  private index = 0;

  /** @throws Problem 400 for a character that starts no token. */
  constructor(private readonly text: string) {
    this.tokens = tokenize(text);
  }

  peek(ahead = 0): Token {
    const end = this.text.length;
    return this.tokens[this.index + ahead] ?? { kind: 'end', text: '', at: end, end };
  }

  /** The token at hand, which is then behind. */
  take(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  /** What the query says from this place to the end of the last token that was taken. */
  writtenSince(at: number): string {
    return this.text.slice(at, this.tokens[this.index - 1]?.end ?? at);
  }

  isSymbol(symbol: string): boolean {
    return this.peek().kind === 'symbol' && this.peek().text === symbol;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && token.text.toLowerCase() === word;
  }

  acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.take();
    return true;
  }

  acceptWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.take();
    return true;
  }

  expectWord(word: string, message: string): void {
    if (!this.acceptWord(word)) throw this.error(message);
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) throw this.error(`Expecting ${symbol}.`);
  }

  /** One or more, with commas between them. */
  listOf<T>(read: () => T): readonly T[] {
    const items = [read()];
    while (this.acceptSymbol(',')) items.push(read());
    return items;
  }

  error(message: string): Problem {
    return errorAt(message, this.text, this.peek().at);
  }
}
