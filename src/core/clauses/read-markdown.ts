/** Blocks of a Markdown field: the CommonMark blocks that backlogs use, and tables. Never throws, linear time. */
import { BlockBuilder, maxDepth, maxFieldLength, quote } from './block';
import type { Block, Cell, Shape } from './block';
import { readInline } from './markdown-inline';

interface Line {
  readonly text: string;
  /** Where the line begins in the source. */
  readonly from: number;
}
interface OpenList {
  readonly marker: number;
  readonly content: number;
}

const fencePattern = /^\s*(`{3,}|~{3,})/;
const rulePattern = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const headingPattern = /^ {0,3}#{1,6}(?:\s+|$)/;
const itemPattern = /^(\s*)([-*+]|(\d{1,9})[.)])(?:\s+(?:\[[ xX]\]\s+)?|$)/;

class MarkdownReader {
  readonly builder = new BlockBuilder();
  private paragraph: Line[] = [];
  private kind: Shape['kind'] = 'paragraph';
  private lists: OpenList[] = [];
  private inQuote = false;
  private afterBlank = true;
  private fence: string | undefined;
  private table = 0;

  constructor(private readonly lines: readonly Line[]) {}

  read(): readonly Block[] {
    for (let i = 0; i < this.lines.length;) i = this.readLine(i);
    this.endParagraph();
    return this.builder.blocks;
  }

  /** Reads the line (a table: all of its lines); answers which is next. */
  private readLine(index: number): number {
    const { line, quoted } = withoutQuoteMarks(this.lines[index] ?? { text: '', from: 0 });
    if (this.fence !== undefined) {
      if (line.text.trim().startsWith(this.fence) && /^[`~\s]*$/.test(line.text)) this.fence = undefined;
      return index + 1;
    }
    // A quotation goes on without its mark as long as its paragraph does.
    const lazy = this.inQuote && !quoted && this.paragraph.length > 0 && this.continues(line.text);
    if (quoted !== this.inQuote && !lazy) {
      this.endParagraph();
      this.inQuote = quoted;
    }
    if (line.text.trim() === '') {
      this.endParagraph();
      this.afterBlank = true;
      return index + 1;
    }
    const next = this.readBlockStart(line, index);
    this.afterBlank = false;
    return next;
  }

  private continues(text: string): boolean {
    return (
      text.trim() !== '' &&
      ![fencePattern, rulePattern, headingPattern, itemPattern].some((each) => each.test(text))
    );
  }

  private readBlockStart(line: Line, index: number): number {
    const fence = fencePattern.exec(line.text)?.[1];
    if (fence) {
      this.endParagraph();
      this.fence = fence;
      return index + 1;
    }
    if (this.paragraph.length > 0 && this.kind === 'paragraph' && /^ {0,3}(?:=+|-+)\s*$/.test(line.text)) {
      this.kind = 'heading';
      this.endParagraph();
      return index + 1;
    }
    if (rulePattern.test(line.text)) {
      this.endParagraph();
      this.lists = [];
      return index + 1;
    }
    const heading = headingPattern.exec(line.text);
    if (heading) {
      this.endParagraph();
      this.lists = [];
      this.kind = 'heading';
      this.paragraph = [withoutClosingMarks(drop(line, heading[0].length))];
      this.endParagraph();
      return index + 1;
    }
    if (this.isTable(line, index)) return this.readTable(index);
    if (this.beginsItem(line)) return index + 1;
    return this.readText(line, index);
  }

  private beginsItem(line: Line): boolean {
    const item = itemPattern.exec(line.text);
    if (!item) return false;
    // "…in the year\n2024. Then": only a list that begins with 1 interrupts a paragraph.
    const number = item[3];
    if (number !== undefined && number !== '1' && this.paragraph.length > 0 && this.lists.length === 0)
      return false;
    const marker = width(item[1] ?? '');
    if (this.lists.length === 0 && this.afterBlank && marker >= 4) return false;
    this.endParagraph();
    while (this.lists.length > 0 && marker < (this.lists.at(-1)?.content ?? 0)) this.lists.pop();
    if (this.lists.length < maxDepth)
      this.lists.push({ marker, content: marker + (item[2]?.length ?? 1) + 1 });
    this.kind = 'item';
    this.paragraph = [drop(line, item[0].length)];
    return true;
  }

  private readText(line: Line, index: number): number {
    const indent = width(/^\s*/.exec(line.text)?.[0] ?? '');
    if (this.afterBlank && this.paragraph.length === 0) {
      while (this.lists.length > 0 && indent < (this.lists.at(-1)?.content ?? 0)) this.lists.pop();
      const isCode = indent >= (this.lists.at(-1)?.content ?? 0) + 4;
      if (isCode) return this.readCode(index);
    }
    this.paragraph.push(line);
    return index + 1;
  }

  /** Indented code goes on over its lines; it holds no words of the story, so it is passed over. */
  private readCode(index: number): number {
    let next = index;
    while (next < this.lines.length && /^(?: {4}|\t)/.test(this.lines[next]?.text ?? '')) next += 1;
    return Math.max(next, index + 1);
  }

  private isTable(line: Line, index: number): boolean {
    const below = this.lines[index + 1];
    if (!line.text.includes('|') || !below?.text.includes('|')) return false;
    const { line: row } = withoutQuoteMarks(below);
    return (
      cells(row).every(({ text }) => /^:?-+:?$/.test(text.trim())) && cells(row).length === cells(line).length
    );
  }

  private readTable(index: number): number {
    this.endParagraph();
    this.table += 1;
    let row = 0;
    let next = index;
    for (; next < this.lines.length; next += 1) {
      const { line } = withoutQuoteMarks(this.lines[next] ?? { text: '', from: 0 });
      if (!line.text.includes('|')) break;
      if (next === index + 1) continue;
      cells(line).forEach((each, column) =>
        this.emit([each], { table: this.table, row, column, header: row === 0 }),
      );
      row += 1;
    }
    return next;
  }

  private endParagraph(): void {
    if (this.paragraph.length > 0) this.emit(this.paragraph, undefined);
    this.paragraph = [];
    this.kind = 'paragraph';
  }

  private emit(lines: readonly Line[], cell: Cell | undefined): void {
    const marks = this.inQuote ? quote : 0;
    let line = 0;
    let lineStart = 0;
    let kind = cell ? 'paragraph' : this.kind;
    const depth = cell ? 0 : this.lists.length;
    for (const piece of readInline(lines.map(({ text }) => text).join('\n'))) {
      if (piece.kind === 'break') {
        if (this.builder.end(piece.break, { kind, depth, cell }) && kind === 'item') kind = 'paragraph';
        continue;
      }
      while (piece.end > lineStart + (lines[line]?.text.length ?? 0) && line + 1 < lines.length) {
        lineStart += (lines[line]?.text.length ?? 0) + 1;
        line += 1;
      }
      const end = (lines[line]?.from ?? 0) + piece.end - lineStart;
      for (const unit of piece.text.split('')) this.builder.add(unit, piece.marks | marks, end);
    }
    this.builder.end('block', { kind, depth, cell });
  }
}

const drop = (line: Line, from: number): Line => ({ text: line.text.slice(from), from: line.from + from });
/** "## Title ##": by hand, since a pattern for it takes quadratic time on a line of spaces. */
function withoutClosingMarks(line: Line): Line {
  const text = line.text.trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return end === 0 || /\s/.test(text.charAt(end - 1))
    ? { ...line, text: text.slice(0, end).trimEnd() }
    : { ...line, text };
}
/** Columns of leading white space; a tab counts as four, as in CommonMark. */
const width = (indent: string): number => indent.replace(/\t/g, '    ').length;

function withoutQuoteMarks(line: Line): { line: Line; quoted: boolean } {
  const marks = /^(?: {0,3}> ?){1,64}/.exec(line.text)?.[0];
  return marks === undefined ? { line, quoted: false } : { line: drop(line, marks.length), quoted: true };
}

/** The cells of a table row; a bar that is escaped or in code does not part them. */
function cells(line: Line): readonly Line[] {
  const found: Line[] = [];
  let from = /^\s*\|?/.exec(line.text)?.[0].length ?? 0;
  let inCode = false;
  for (let i = from; i < line.text.length; i += 1) {
    const character = line.text[i];
    if (character === '\\') i += 1;
    else if (character === '`') inCode = !inCode;
    else if (character === '|' && !inCode) {
      found.push({ text: line.text.slice(from, i), from: line.from + from });
      from = i + 1;
    }
  }
  if (line.text.slice(from).trim() !== '') found.push(drop(line, from));
  return found;
}

function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  for (const { 1: text, index } of source.matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g))
    lines.push({ text: text ?? '', from: index });
  return lines;
}

/** The blocks of a Markdown text; code blocks are left out. At most `maxFieldLength` code units are read. */
export function readMarkdown(markdown: string): readonly Block[] {
  return new MarkdownReader(linesOf(markdown.slice(0, maxFieldLength))).read();
}
