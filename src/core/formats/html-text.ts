/** HTML as the plain text that a reader would have seen: lines for blocks, addresses beside links, nothing hidden. */
import { Parser } from 'htmlparser2';

const blocks = 'address article blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul';
const inline =
  'a abbr acronym b base big body br button caption center cite code col colgroup del embed em font form head html ' +
  'i iframe img input ins kbd label link map mark meta nobr noscript object option q s samp select small span ' +
  'strike strong sub sup svg tbody td textarea tfoot th thead title tt u var video';
const blockTags: ReadonlySet<string> = new Set(blocks.split(' '));
/** Only these are taken for HTML: modelers also write "<Corporate Network>" and "List<String>" in plain text. */
const knownTags: ReadonlySet<string> = new Set([...blockTags, ...inline.split(' ')]);
const hiddenTags: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * Beyond this a text is taken as plain: it will be cut to half of it anyway, and reading hostile nesting takes
 * the parser quadratic time. UTF-16 code units.
 */
const maxLength = 131_072;

interface OpenTag {
  readonly name: string;
  /** The tag as written, and how long the output was when it opened. */
  readonly raw: string;
  readonly at: number;
  readonly address: string;
}

class PlainText {
  private output: string[] = [];
  private readonly open: OpenTag[] = [];

  private atLineStart = true;
  private afterBlock = false;

  add(text: string): void {
    // White space between blocks is how the source is laid out, not text.
    if (this.atLineStart && this.afterBlock && text.trim() === '') return;
    this.afterBlock = false;
    this.output.push(text);
    const lineStart = text.lastIndexOf('\n') + 1;
    if (text.slice(lineStart).trim() !== '') this.atLineStart = false;
    else if (lineStart > 0) this.atLineStart = true;
  }

  /** A block begins and ends a line; blocks inside blocks do not pile up empty ones. */
  private breakLine(): void {
    if (!this.atLineStart) this.add('\n');
    this.afterBlock = true;
  }

  private breakHard(): void {
    this.afterBlock = false;
    this.add('\n');
  }

  openTag(name: string, raw: string, href: string): void {
    if (blockTags.has(name)) this.breakLine();
    else if (name === 'br') this.breakHard();
    else if (hiddenTags.has(name)) this.open.push({ name, raw, at: this.output.length, address: '' });
    else if (name === 'a') {
      // A link inside a link ends the outer one, as in browsers; nested ones would cost quadratic time.
      if (this.open.length > 0) this.closeLink();
      this.open.push({ name, raw, at: this.output.length, address: href.trim() });
    } else if (name === 'td' || name === 'th') this.add(' ');
    else if (!knownTags.has(name)) this.add(raw);
  }

  closeTag(name: string, raw: string | undefined): void {
    if (blockTags.has(name)) this.breakLine();
    else if (hiddenTags.has(name)) this.closeHidden(raw === undefined);
    else if (name === 'a') this.closeLink();
    else if (raw !== undefined && !knownTags.has(name)) this.add(raw);
  }

  /** A script nobody closed is a text ABOUT scripts ("input containing <script> or ..."): it stays as written. */
  private closeHidden(implied: boolean): void {
    const tag = this.open.pop();
    if (!tag) return;
    if (implied) this.output.splice(tag.at, 0, tag.raw);
    else this.output.length = tag.at;
  }

  private closeLink(): void {
    const tag = this.open.pop();
    if (!tag || !/^https?:\/\/\S+$/i.test(tag.address)) return;
    const shown = this.output.slice(tag.at).join('').trim();
    if (shown === '') this.add(tag.address);
    else if (shown !== tag.address) this.add(` (${tag.address})`);
  }

  toText(): string {
    const lines = this.output.join('').split('\n');
    return foldBlankLines(lines.map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim()));
  }
}

/** At most one empty line in a row, none at the ends. */
function foldBlankLines(lines: readonly string[]): string {
  const kept = lines.filter((line, i) => line !== '' || (i > 0 && lines[i - 1] !== ''));
  return kept.join('\n').trim();
}

/**
 * The plain text of a fragment that may be HTML or plain already. Entities are decoded once, script and style
 * content is dropped, line breaks of the source stay (the tools keep plain text with line breaks in the same fields).
 */
export function htmlToText(html: string): string {
  if (html.length > maxLength || !/[<&]/.test(html))
    return foldBlankLines(html.split(/\r\n?|\n/).map((line) => line.trim()));
  const source = html.replace(/\r\n?/g, '\n');
  const plain = new PlainText();
  let read = 0;
  const raw = () => source.slice(parser.startIndex, parser.endIndex + 1);
  const parser: Parser = new Parser({
    ontext: (data) => {
      plain.add(data);
      read = parser.endIndex + 1;
    },
    onopentag: (name, attributes, isImplied) => {
      plain.openTag(name, isImplied ? '' : raw(), attributes['href'] ?? '');
      read = Math.max(read, parser.endIndex + 1);
    },
    onclosetag: (name, isImplied) => {
      plain.closeTag(name, isImplied ? undefined : raw());
      if (!isImplied) read = Math.max(read, parser.endIndex + 1);
    },
    oncomment: () => {
      read = parser.endIndex + 1;
    },
  });
  parser.write(source);
  const complete = read;
  parser.end();
  // "if a<b then": a tag that never ends is text. The parser drops it silently.
  const rest = source.slice(Math.max(read, complete));
  if (/^<[a-z]/i.test(rest)) plain.add(rest);
  return plain.toText();
}
