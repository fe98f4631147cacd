/** Blocks of an HTML field. Any text is accepted; time is linear, whatever is open, unclosed or nested. */
import type { TokenizerCallbacks } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';
import { BlockBuilder, bold, code, maxDepth, maxFieldLength, quote } from './block';
import type { Block, Break, Cell } from './block';

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const blockTags = setOf(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
);
const headingTags = setOf('h1 h2 h3 h4 h5 h6 dt');
const listTags = setOf('ul ol dl');
const boldTags = setOf('b strong');
const codeTags = setOf('code pre kbd samp tt');
const quoteTags = setOf('blockquote q cite');
/** Struck text was taken back by its author; the rest is never shown. */
const unreadTags = setOf('del s strike script style template title textarea select head');
const countedTags = new Set([...boldTags, ...codeTags, ...quoteTags, ...unreadTags]);
const boldStyle = /font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i;

interface OpenTable {
  readonly id: number;
  /** List nesting around the table: lists inside a cell begin anew. */
  readonly depthOutside: number;
  row: number;
  column: number;
  span: number;
  header: boolean;
  inCell: boolean;
}

/**
 * Works on the tokenizer, not on htmlparser2's Parser: that keeps a stack of open elements, which costs quadratic
 * time on hostile nesting. Counters per tag name are all that reading needs.
 */
class HtmlReader implements TokenizerCallbacks {
  readonly builder = new BlockBuilder();
  private readonly open = new Map<string, number>();
  private readonly spans: boolean[] = [];
  private readonly tables: OpenTable[] = [];
  private tableCount = 0;
  private depth = 0;
  private inHeading = false;
  private itemBegins = false;
  private mark = 0;
  /** Where the last text or name of a tag ended. */
  private past = 0;
  private unread = false;
  private name = '';
  private attribute = '';
  private attributes = new Map<string, string>();

  constructor(
    private readonly source: string,
    /** Text without a single tag was typed or sent as plain text: its line breaks are meant. */
    private readonly isPlain: boolean,
  ) {}

  private end(next: Break): void {
    const table = this.tables.at(-1);
    const cell: Cell | undefined = table?.inCell
      ? { table: table.id, row: table.row, column: table.column, header: table.header }
      : undefined;
    const kind = this.inHeading ? 'heading' : this.itemBegins ? 'item' : 'paragraph';
    if (this.builder.end(next, { kind, depth: this.depth, cell })) this.itemBegins = false;
  }

  ontext(start: number, end: number): void {
    // After a tag that ends with the text at its slash ("<a/") the tokenizer gives the whole source once more.
    if (start < this.past) return;
    this.past = end;
    if (this.unread) return;
    for (let i = start; i < end; i += 1) {
      const character = this.source.charAt(i);
      if (this.isPlain && character === '\n') this.end('soft');
      else this.builder.add(character, this.mark, i + 1);
    }
  }

  ontextentity(codepoint: number, end: number): void {
    if (this.unread) return;
    for (const unit of String.fromCodePoint(codepoint).split('')) this.builder.add(unit, this.mark, end);
  }

  onopentagname(start: number, end: number): void {
    this.past = end;
    this.name = this.source.slice(start, end).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end).toLowerCase();
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== 'style' && this.attribute !== 'colspan') return;
    const known = this.attributes.get(this.attribute) ?? '';
    // Entities split a value into many pieces; beyond this no style says "bold".
    if (known.length < 4096) this.attributes.set(this.attribute, known + this.source.slice(start, end));
  }

  onopentagend(): void {
    const { name } = this;
    if (name === 'br') this.end('hard');
    if (blockTags.has(name)) this.openBlock(name);
    if (countedTags.has(name)) this.count(name, 1);
    if (name === 'span') this.openSpan();
  }

  onselfclosingtag(): void {
    if (this.name === 'br') this.end('hard');
    else if (blockTags.has(this.name)) this.end('block');
  }

  onclosetag(start: number, end: number): void {
    this.past = end;
    const name = this.source.slice(start, end).trimEnd().toLowerCase();
    if (blockTags.has(name)) this.closeBlock(name);
    if (countedTags.has(name)) this.count(name, -1);
    if (name === 'span') {
      this.spans.pop();
      this.updateMark();
    }
  }

  private openBlock(name: string): void {
    this.end('block');
    // A heading somebody forgot to close ends where the next block begins.
    this.inHeading = headingTags.has(name);
    if (listTags.has(name)) this.depth = Math.min(maxDepth, this.depth + 1);
    else if (name === 'li' || name === 'dd') this.itemBegins = true;
    else if (name === 'table') this.openTable();
    else this.openTablePart(name);
  }

  private closeBlock(name: string): void {
    this.end('block');
    const table = this.tables.at(-1);
    if (headingTags.has(name)) this.inHeading = false;
    else if (listTags.has(name)) this.depth = Math.max(0, this.depth - 1);
    else if (name === 'li' || name === 'dd') this.itemBegins = false;
    else if (name === 'table') this.depth = this.tables.pop()?.depthOutside ?? this.depth;
    else if (table && (name === 'td' || name === 'th')) table.inCell = false;
  }

  private openTable(): void {
    if (this.tables.length >= maxDepth) return;
    this.tableCount += 1;
    const start = { row: -1, column: -1, span: 1, header: false, inCell: false };
    this.tables.push({ id: this.tableCount, depthOutside: this.depth, ...start });
  }

  private openTablePart(name: string): void {
    const table = this.tables.at(-1);
    if (!table) return;
    if (name === 'tr') {
      table.row += 1;
      table.column = -1;
      table.span = 1;
      table.inCell = false;
    } else if (name === 'td' || name === 'th') {
      table.column += table.span;
      table.span = Math.min(100, Math.max(1, Number.parseInt(this.attributes.get('colspan') ?? '', 10) || 1));
      table.header = name === 'th';
      table.inCell = true;
      this.depth = 0;
      this.itemBegins = false;
    }
  }

  private openSpan(): void {
    const isBold = this.spans.at(-1) === true || boldStyle.test(this.attributes.get('style') ?? '');
    if (this.spans.length < 4096) this.spans.push(isBold);
    this.updateMark();
  }

  private count(name: string, change: 1 | -1): void {
    this.open.set(name, Math.max(0, (this.open.get(name) ?? 0) + change));
    this.updateMark();
  }

  private updateMark(): void {
    const anyOpen = (tags: ReadonlySet<string>): boolean =>
      [...tags].some((tag) => (this.open.get(tag) ?? 0) > 0);
    const isBold = anyOpen(boldTags) || this.spans.at(-1) === true;
    this.mark = (isBold ? bold : 0) | (anyOpen(codeTags) ? code : 0) | (anyOpen(quoteTags) ? quote : 0);
    this.unread = anyOpen(unreadTags);
  }

  onend(): void {
    this.end('block');
  }

  // The tokenizer wants all of its callbacks; these say nothing that a reader sees.
  onattribentity(): void {}
  onattribend(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
}

/** The blocks of a fragment of HTML, or of plain text in an HTML field. At most `maxFieldLength` code units are read. */
export function readHtml(html: string): readonly Block[] {
  const source = html.slice(0, maxFieldLength);
  const reader = new HtmlReader(source, !/<[a-z/!]/i.test(source));
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(source);
  tokenizer.end();
  return reader.builder.blocks;
}

/** The blocks of a title, which is plain text: markup in it is only letters. */
export function readPlain(text: string): readonly Block[] {
  const builder = new BlockBuilder();
  const source = text.slice(0, maxFieldLength);
  for (let i = 0; i < source.length; i += 1) builder.add(source.charAt(i), 0, i + 1);
  builder.end('block', { kind: 'paragraph', depth: 0, cell: undefined });
  return builder.blocks;
}
