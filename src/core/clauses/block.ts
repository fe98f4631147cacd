/** Text as a reader sees it: blocks in reading order, each character with its marks and its place in the source. */

/** Marks of a character, as bits. */
export const bold = 1;
/** Code of any kind: a keyword in it is quoted, not written. */
export const code = 2;
/** Somebody else's words. */
export const quote = 4;

/** How a block is set apart from the one before: a new block, a line break somebody made, or a break that may only wrap. */
export type Break = 'block' | 'hard' | 'soft';

export interface Cell {
  /** Counts the tables of the text. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly header: boolean;
}

export interface Shape {
  readonly kind: 'paragraph' | 'heading' | 'item';
  /** Nesting of lists; 0 outside, at least 1 for an item and for what else stands in it. */
  readonly depth: number;
  readonly cell: Cell | undefined;
}

export interface Block extends Shape {
  /** Never empty; white space folded, none at the ends. */
  readonly text: string;
  /** One byte per UTF-16 code unit of the text. */
  readonly marks: Uint8Array;
  /** Where in the source each code unit ends. */
  readonly ends: Uint32Array;
  readonly before: Break;
}

/** Characters beyond this are not read: the fields of a work item are far smaller, and hostile ones must cost little. */
export const maxFieldLength = 1_048_576;
/** Deeper nesting is read as this deep. */
export const maxDepth = 64;

/** Soft hyphens and zero-width marks come in by pasting and would split a keyword that looks whole. */
const invisible = /[\u00ad\u200b\u200c\u2060\ufeff]/;
const space = /\s/;

/** Collects characters and folds their white space as they come: linear, whatever the source. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  private characters: string[] = [];
  private marks: number[] = [];
  private ends: number[] = [];
  private pendingSpace = false;
  private before: Break = 'block';

  /** One UTF-16 code unit, which ends at `end` in the source. */
  add(character: string, mark: number, end: number): void {
    if (invisible.test(character)) return;
    if (space.test(character)) {
      this.pendingSpace = this.characters.length > 0;
      return;
    }
    // A folded space belongs to what follows, so that a keyword's marks do not end at it.
    if (this.pendingSpace) this.push(' ', mark, end - 1);
    this.push(character, mark, end);
  }

  private push(character: string, mark: number, end: number): void {
    this.pendingSpace = false;
    this.characters.push(character);
    this.marks.push(mark);
    this.ends.push(end);
  }

  /** Ends the block, if it has any text. True = there was one. */
  end(next: Break, shape: Shape): boolean {
    this.pendingSpace = false;
    if (this.characters.length === 0) {
      // An empty line between two breaks sets apart like a paragraph.
      this.before = 'block';
      return false;
    }
    this.blocks.push({
      ...shape,
      text: this.characters.join(''),
      marks: Uint8Array.from(this.marks),
      ends: Uint32Array.from(this.ends),
      before: this.before,
    });
    this.characters = [];
    this.marks = [];
    this.ends = [];
    this.before = next;
    return true;
  }
}

/** The block without its first `from` code units. */
export function dropStart(block: Block, from: number): Block {
  return {
    ...block,
    text: block.text.slice(from),
    marks: block.marks.subarray(from),
    ends: block.ends.subarray(from),
  };
}

/** How many code units are bold at its beginning, if the rest is not bold: "**As a** donor". 0 = it has no such beginning. */
export function boldStart(block: Block): number {
  const end = block.marks.findIndex((mark) => (mark & bold) === 0);
  return Math.max(0, end);
}

/** True if every character between the two places carries one of the marks. */
export function allMarked(block: Block, marks: number, range?: { from: number; to: number }): boolean {
  const { from, to } = range ?? { from: 0, to: block.text.length };
  for (let i = from; i < to; i += 1)
    if (block.text[i] !== ' ' && ((block.marks[i] ?? 0) & marks) === 0) return false;
  return true;
}
