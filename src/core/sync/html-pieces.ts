/** A fragment of HTML as a row of tags and texts with their places. Any text is accepted; time is linear. */
import type { TokenizerCallbacks } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';

export interface Tag {
  readonly kind: 'open' | 'close' | 'void';
  readonly name: string;
  /** From `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
  /** Decoded; links only. */
  readonly href: string;
}
export interface Words {
  readonly kind: 'words';
  readonly start: number;
  readonly text: string;
}
export type Piece = Tag | Words;

const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const unreadTags = new Set(['script', 'style', 'template', 'textarea', 'title']);
/** More than any address of ours; entities split a value into many pieces. */
const longestHref = 4096;

class PieceReader implements TokenizerCallbacks {
  readonly pieces: Piece[] = [];
  #name = '';
  #start = 0;
  #attribute = '';
  #href = '';
  #unread: string | undefined;

  constructor(private readonly source: string) {}

  #text(start: number, text: string): void {
    if (this.#unread === undefined) this.pieces.push({ kind: 'words', start, text });
  }
  ontext(start: number, end: number): void {
    this.#text(start, this.source.slice(start, end));
  }
  ontextentity(codepoint: number, end: number): void {
    this.#text(end, String.fromCodePoint(codepoint));
  }
  onopentagname(start: number, end: number): void {
    this.#name = this.source.slice(start, end).toLowerCase();
    this.#start = start - 1;
    this.#href = '';
  }
  onattribname(start: number, end: number): void {
    this.#attribute = this.source.slice(start, end).toLowerCase();
  }
  onattribdata(start: number, end: number): void {
    if (this.#attribute === 'href' && this.#href.length < longestHref)
      this.#href += this.source.slice(start, end);
  }
  onattribentity(codepoint: number): void {
    if (this.#attribute === 'href' && this.#href.length < longestHref)
      this.#href += String.fromCodePoint(codepoint);
  }
  #opened(end: number, kind: 'open' | 'void'): void {
    if (kind === 'open' && unreadTags.has(this.#name)) this.#unread ??= this.#name;
    this.pieces.push({ kind, name: this.#name, start: this.#start, end: end + 1, href: this.#href });
  }
  onopentagend(end: number): void {
    this.#opened(end, voidTags.has(this.#name) ? 'void' : 'open');
  }
  onselfclosingtag(end: number): void {
    // HTML knows no self-closing of other tags: the slash is read over.
    this.#opened(end, voidTags.has(this.#name) ? 'void' : 'open');
  }
  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end).trimEnd().toLowerCase();
    if (name === this.#unread) this.#unread = undefined;
    this.pieces.push({ kind: 'close', name, start: start - 2, end: end + 1, href: '' });
  }

  // The tokenizer wants all of its callbacks; these say nothing that a reader sees.
  onattribend(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}

/** The tags and texts of a fragment, in order. */
export function htmlPieces(html: string): readonly Piece[] {
  const reader = new PieceReader(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return reader.pieces;
}
