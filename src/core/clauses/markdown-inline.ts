/** The inline marks of one Markdown block: which characters are text, which are bold or code, where lines break. */
import { bold, code } from './block';

/** What becomes of a code unit of the source. `text` differs from the source only for entities. */
export type InlinePiece =
  | { readonly kind: 'text'; readonly text: string; readonly marks: number; readonly end: number }
  | { readonly kind: 'break'; readonly break: 'hard' | 'soft' };

const punctuation = /[!-/:-@[-`{-~]/;
const letterOrDigit = /[\p{L}\p{N}]/u;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
/** Openers that wait for their closer. More would only be met in hostile text, where searching them costs time. */
const maxOpen = 64;

interface Delimiter {
  readonly mark: string;
  /** First character of the run that is still unused, and how many are. */
  at: number;
  left: number;
}

class InlineReader {
  /** 1 = the character is markup and is dropped. */
  private readonly dropped: Uint8Array;
  private readonly codeMarks: Uint8Array;
  private readonly hardBreaks = new Set<number>();
  private readonly replaced = new Map<number, { readonly text: string; readonly end: number }>();
  /** +1 where bold (or struck) text begins, -1 where it ends: sums cost nothing for nested ranges. */
  private readonly boldSteps: Int32Array;
  private readonly struckSteps: Int32Array;
  private readonly delimiters: Delimiter[] = [];
  private readonly brackets: number[] = [];
  private readonly tickRuns = new Map<number, number[]>();

  constructor(private readonly source: string) {
    this.dropped = new Uint8Array(source.length);
    this.codeMarks = new Uint8Array(source.length);
    this.boldSteps = new Int32Array(source.length + 1);
    this.struckSteps = new Int32Array(source.length + 1);
    for (const run of source.matchAll(/`+/g)) {
      const known = this.tickRuns.get(run[0].length);
      if (known) known.push(run.index);
      else this.tickRuns.set(run[0].length, [run.index]);
    }
    // Read from their ends, so that the next run is a pop away.
    for (const runs of this.tickRuns.values()) runs.reverse();
  }

  read(): readonly InlinePiece[] {
    for (let i = 0; i < this.source.length;) i = Math.max(i + 1, this.step(i));
    return this.pieces();
  }

  /** Reads what begins at `i`; answers where to go on. */
  private step(i: number): number {
    switch (this.source[i]) {
      case '\\':
        return this.escape(i);
      case '`':
        return this.ticks(i);
      case '<':
        return this.tag(i);
      case '[':
        return this.openBracket(i);
      case ']':
        return this.closeBracket(i);
      case '&':
        return this.entity(i);
      case '*':
      case '_':
      case '~':
        return this.delimiterRun(i);
      default:
        return i + 1;
    }
  }

  private drop(from: number, to: number): void {
    this.dropped.fill(1, from, to);
  }

  private escape(i: number): number {
    const next = this.source[i + 1];
    if (next === '\n') this.hardBreaks.add(i + 1);
    else if (next === undefined || !punctuation.test(next)) return i + 1;
    this.drop(i, i + 1);
    return next === '\n' ? i + 1 : i + 2;
  }

  private ticks(i: number): number {
    let end = i;
    while (this.source[end] === '`') end += 1;
    const runs = this.tickRuns.get(end - i) ?? [];
    while ((runs.at(-1) ?? Number.POSITIVE_INFINITY) < end) runs.pop();
    const closer = runs.at(-1);
    if (closer === undefined) return end;
    this.drop(i, end);
    this.codeMarks.fill(1, end, closer);
    this.drop(closer, closer + end - i);
    return closer + end - i;
  }

  private match(pattern: RegExp, i: number): RegExpExecArray | null {
    pattern.lastIndex = i;
    return pattern.exec(this.source);
  }

  /** Tags of HTML may stand in Markdown; only line breaks and bold matter here. */
  private tag(i: number): number {
    const address = this.match(/<(?:https?:|mailto:)[^\s<>]*>/iy, i);
    if (address) {
      this.drop(i, i + 1);
      this.drop(i + address[0].length - 1, i + address[0].length);
      return i + address[0].length;
    }
    const tag = this.match(/<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>/iy, i) ?? this.match(/<!--[^<]*-->/y, i);
    if (!tag) return i + 1;
    const end = i + tag[0].length;
    this.drop(i, end);
    const name = tag[2]?.toLowerCase();
    if (name === 'br') this.replaced.set(i, { text: '\n', end });
    if (name === 'b' || name === 'strong')
      this.boldSteps[i] = (this.boldSteps[i] ?? 0) + (tag[1] === '/' ? -1 : 1);
    return end;
  }

  private openBracket(i: number): number {
    const footnote = this.match(/\[\^[^[\]\s]{1,40}\]/y, i);
    if (footnote) this.drop(i, i + footnote[0].length);
    else if (this.brackets.length < maxOpen) this.brackets.push(i);
    return i + (footnote?.[0].length ?? 1);
  }

  private closeBracket(i: number): number {
    const opener = this.brackets.pop();
    if (opener === undefined) return i + 1;
    const target = this.match(/\](?:\([^()\n]{0,2048}\)|\[[^[\]\n]{0,200}\])/y, i);
    if (!target) return i + 1;
    const end = i + target[0].length;
    const isImage = this.source[opener - 1] === '!';
    // A picture's alternative text is no part of the story as it is read.
    if (isImage) this.drop(opener - 1, end);
    else {
      this.drop(opener, opener + 1);
      this.drop(i, end);
    }
    return end;
  }

  private entity(i: number): number {
    const found = this.match(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/iy, i);
    if (!found) return i + 1;
    const number = found[1] ? Number.parseInt(found[1], 10) : Number.parseInt(found[2] ?? '', 16);
    const isCharacter = number > 0 && number < 0x110000;
    const text = found[3]
      ? entities[found[3].toLowerCase()]
      : isCharacter
        ? String.fromCodePoint(number)
        : undefined;
    if (text === undefined) return i + 1;
    this.drop(i, i + found[0].length);
    this.replaced.set(i, { text, end: i + found[0].length });
    return i + found[0].length;
  }

  /** The CommonMark rules for emphasis, without the rule of three: what is left over stays as written. */
  private delimiterRun(i: number): number {
    const mark = this.source.charAt(i);
    let end = i;
    while (this.source[end] === mark) end += 1;
    const before = this.source[i - 1] ?? ' ';
    const after = this.source[end] ?? ' ';
    const opens = !/\s/.test(after) && (letterOrDigit.test(after) || !letterOrDigit.test(before));
    const closes = !/\s/.test(before) && (letterOrDigit.test(before) || !letterOrDigit.test(after));
    const inWord = mark === '_' && letterOrDigit.test(before) && letterOrDigit.test(after);
    if (inWord || (mark === '~' && end - i !== 2)) return end;
    const run: Delimiter = { mark, at: i, left: end - i };
    if (closes) this.close(run);
    if (opens && run.left > 0) {
      if (this.delimiters.length >= maxOpen) this.delimiters.shift();
      this.delimiters.push(run);
    }
    return end;
  }

  private close(run: Delimiter): void {
    while (run.left > 0) {
      let index = this.delimiters.length - 1;
      while (index >= 0 && this.delimiters[index]?.mark !== run.mark) index -= 1;
      const opener = this.delimiters[index];
      if (!opener) return;
      this.delimiters.length = index + 1;
      const used = opener.left >= 2 && run.left >= 2 ? 2 : 1;
      const inside = opener.at + opener.left;
      this.drop(inside - used, inside);
      this.drop(run.at, run.at + used);
      const steps = run.mark === '~' ? this.struckSteps : this.boldSteps;
      if (used === 2) {
        steps[inside] = (steps[inside] ?? 0) + 1;
        steps[run.at] = (steps[run.at] ?? 0) - 1;
      }
      opener.left -= used;
      run.at += used;
      run.left -= used;
      if (opener.left === 0) this.delimiters.pop();
    }
  }

  private pieces(): readonly InlinePiece[] {
    const pieces: InlinePiece[] = [];
    let boldness = 0;
    let struck = 0;
    for (let i = 0; i < this.source.length; i += 1) {
      boldness = Math.max(0, boldness + (this.boldSteps[i] ?? 0));
      struck += this.struckSteps[i] ?? 0;
      const marks = (boldness > 0 ? bold : 0) | (this.codeMarks[i] === 1 ? code : 0);
      const written = this.source.charAt(i);
      const replaced = this.replaced.get(i);
      const text = replaced?.text ?? (this.dropped[i] === 1 ? '' : written);
      if (text === '\n')
        pieces.push({ kind: 'break', break: written === '\n' && !this.isHard(i) ? 'soft' : 'hard' });
      else if (struck <= 0 && text !== '')
        pieces.push({ kind: 'text', text, marks, end: replaced?.end ?? i + 1 });
    }
    return pieces;
  }

  private isHard(i: number): boolean {
    return this.hardBreaks.has(i) || (this.source[i - 1] === ' ' && this.source[i - 2] === ' ');
  }
}

/** Reads the source of one block, its lines joined by line feeds. `end` counts from the start of that source. */
export function readInline(source: string): readonly InlinePiece[] {
  return new InlineReader(source).read();
}
