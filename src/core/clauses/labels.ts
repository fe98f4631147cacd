/** Labels over lists, tables and paragraphs: "WITHOUT:" on its own makes clauses of what stands below it. */
import type { Block } from './block';
import { allMarked, bold, boldStart, code, quote } from './block';
import { keywordAlternatives, wordsOfKeyword } from './language';
import type { LanguageWords } from './language';

/** What stands between a label and its words: a colon or a dash as a rule, but dots and arrows as well. */
const labelMarks = '[:：–—-]|…|\\.{2,3}|→|[-=]+>';
const endsWithMark = new RegExp(`(?:${labelMarks})$`, 'u');
const plural = '(?:[\\s-]?(?:clauses?|klauseln?|clausol[ae]|cl[aá]usulas?))?';
const labelOnly = new RegExp(
  `^[^\\p{L}\\p{N}]*(${keywordAlternatives})${plural}(?:\\s*\\([^)]{0,40}\\))?\\s*(?:${labelMarks})?$`,
  'iu',
);
const labelStart = new RegExp(`^[^\\p{L}\\p{N}]*(${keywordAlternatives})(?![\\p{L}\\p{N}])`, 'iu');

/** True if the line is a keyword and nothing else that matters. */
export function isLabelOnly(text: string): boolean {
  // The pattern ends at the end of the text; no label is this long.
  return text.length <= 80 && labelOnly.test(text);
}

/** True if the line begins with a keyword, in any case. */
export function startsWithKeyword(text: string): boolean {
  return labelStart.test(text);
}

const labelEnd = new RegExp(`(?<![\\p{L}\\p{N}])(?:${keywordAlternatives})\\s*[:：]$`, 'u');

/** True if the line ends with the keyword in capitals and a colon: what it is about stands below. */
export function endsWithLabel(text: string): boolean {
  return labelEnd.test(text.slice(-16));
}

/** Asked of a keyword that is also a name: does the story speak its language? */
export type Trust = (words: LanguageWords) => boolean;

interface Label {
  readonly index: number;
  readonly block: Block;
  readonly words: LanguageWords;
}

function labelAt(blocks: readonly Block[], index: number, trust: Trust): Label | undefined {
  const block = blocks[index];
  if (!block || !isLabelOnly(block.text) || allMarked(block, code | quote)) return undefined;
  const words = wordsOfKeyword(labelOnly.exec(block.text)?.[1] ?? '');
  return words && trust(words) ? { index, block, words } : undefined;
}

const isSameCell = ({ cell: a }: Block, { cell: b }: Block): boolean =>
  a?.table === b?.table && a?.row === b?.row && a?.column === b?.column;

/** Indexes of the items of the list that begins at `first`; nested ones are details of theirs. */
function itemsFrom(blocks: readonly Block[], first: number): readonly number[] {
  const start = blocks[first];
  if (start?.kind !== 'item') return [];
  const found: number[] = [];
  for (let i = first; i < blocks.length; i += 1) {
    const block = blocks[i];
    const isInList = block && block.depth >= start.depth && isSameCell(block, start);
    if (!isInList || (block.kind === 'item' && isLabelOnly(block.text) && block.depth === start.depth)) break;
    if (block.kind === 'item' && block.depth === start.depth) found.push(i);
  }
  return found;
}

function listBelow(blocks: readonly Block[], index: number): readonly number[] {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (!block || next?.kind !== 'item' || !isSameCell(block, next)) return [];
  const isBelow = block.kind === 'item' ? next.depth > block.depth : next.depth >= Math.max(1, block.depth);
  return isBelow ? itemsFrom(blocks, index + 1) : [];
}

/** "sin" or "without" alone in a paragraph, in small letters and without a colon, is no label of what follows. */
const isMarkedLabel = (block: Block): boolean =>
  block.kind === 'heading' ||
  allMarked(block, bold) ||
  endsWithMark.test(block.text) ||
  !/\p{Ll}/u.test(block.text);

/** Of each row of the table that begins at `first`, the first cell that says something; heads are none. */
function rowsFrom(blocks: readonly Block[], first: number, table: number): readonly number[] {
  const rows = new Map<number, number>();
  for (let i = first; blocks[i]?.cell?.table === table; i += 1) {
    const block = blocks[i];
    if (!block?.cell || (block.cell.row === 0 && isHead(block)) || !/\p{L}/u.test(block.text)) continue;
    if (!rows.has(block.cell.row)) rows.set(block.cell.row, i);
  }
  return [...rows.values()];
}

/** What a label that is no cell stands over: a list, a table, or the paragraph below with the lines that belong to it. */
function below(blocks: readonly Block[], { index, block }: Label): readonly number[] {
  const items = listBelow(blocks, index);
  if (items.length > 0) return items;
  const next = blocks[index + 1];
  if (next?.cell && !block.cell)
    return isMarkedLabel(block) ? rowsFrom(blocks, index + 1, next.cell.table) : [];
  if (!next || next.kind !== 'paragraph' || next.depth !== block.depth) return [];
  const list = next.text.endsWith(':') ? listBelow(blocks, index + 1) : [];
  if (list.length > 0) return list;
  if (!isMarkedLabel(block) || next.text.endsWith(':') || isNextField(blocks, index)) return [];
  return linesFrom(blocks, index + 1);
}

/** "**I want** …", "**WITHOUT**", "**Estimate** 3": nobody filled in the field, and what follows is another one. */
function isNextField(blocks: readonly Block[], index: number): boolean {
  const [previous, label, next] = blocks.slice(Math.max(0, index - 1), index + 2);
  if (!previous || !label || !next || !allMarked(label, bold)) return false;
  return boldStart(previous) > 0 && boldStart(next) > 0;
}

/** The block and the lines that its author set below it, up to the next label. */
function linesFrom(blocks: readonly Block[], first: number): readonly number[] {
  const lines = [first];
  for (let i = first + 1; blocks[i]?.before === 'hard' && !isLabelOnly(blocks[i]?.text ?? ''); i += 1)
    lines.push(i);
  return lines;
}

const isHead = (block: Block): boolean => block.cell?.header === true || allMarked(block, bold);

const wordCount = ({ text }: Block): number => text.split(' ').length;

/**
 * A first row that is no head: "WITHOUT | …" above another "WITHOUT", or beside a sentence while what stands below is
 * as short as a name ("As a", "Note"). Markdown makes a head of every first row, and many tables have none.
 */
function isRowOfItsOwn(inRow: readonly Block[], inColumn: readonly Block[]): boolean {
  if (inColumn.some(({ text }) => isLabelOnly(text))) return true;
  const beside = Math.max(0, ...inRow.map(wordCount));
  return beside >= 4 && inColumn.every((block) => wordCount(block) <= 3);
}

/** The cells that a label in a table names: the rest of its column, or of its row where it heads a row. */
function cellsOf(table: readonly number[], blocks: readonly Block[], label: Label): readonly number[] {
  const { cell } = label.block;
  if (!cell) return [];
  const others = table.filter((i) => i !== label.index);
  const inRow = others.filter((i) => blocks[i]?.cell?.row === cell.row);
  const inColumn = others.filter(
    (i) => blocks[i]?.cell?.column === cell.column && (blocks[i]?.cell?.row ?? 0) > cell.row,
  );
  const at = (indexes: readonly number[]) => indexes.flatMap((i) => blocks[i] ?? []);
  const isFirstHead =
    inColumn.length > 0 &&
    !isRowOfItsOwn(at(inRow), at(inColumn)) &&
    (!isHead(label.block) || inRow.some((i) => isHead(blocks[i] ?? label.block)));
  const headsRow = cell.column === 0 && inRow.length > 0 && (cell.row > 0 || !isFirstHead);
  if (headsRow) return inRow;
  return cell.row === 0 || isHead(label.block) ? inColumn : [];
}

function tablesOf(blocks: readonly Block[]): ReadonlyMap<number, readonly number[]> {
  const tables = new Map<number, number[]>();
  blocks.forEach((block, index) => {
    if (!block.cell) return;
    const known = tables.get(block.cell.table);
    if (known) known.push(index);
    else tables.set(block.cell.table, [index]);
  });
  return tables;
}

/**
 * The blocks that labels make clauses as a whole: their index and the label's language. `tails` are blocks that end
 * with a keyword of their own ("…so that I can buy WITHOUT:"), which stands over a list as a label does.
 */
export function labelledBlocks(
  blocks: readonly Block[],
  tails: ReadonlyMap<number, LanguageWords>,
  trust: Trust,
): ReadonlyMap<number, LanguageWords> {
  const labelled = new Map<number, LanguageWords>();
  const tables = tablesOf(blocks);
  /** Labels per table are bounded: each looks over the whole table. */
  const labelsLeft = new Map([...tables.keys()].map((table) => [table, 8]));
  for (let i = 0; i < blocks.length; i += 1) {
    const label = labelAt(blocks, i, trust);
    const tail = tails.get(i);
    if (label) for (const index of namedBy(label)) labelled.set(index, label.words);
    else if (tail) for (const index of namedByTail(i)) labelled.set(index, tail);
  }
  return labelled;

  function namedByTail(index: number): readonly number[] {
    const items = listBelow(blocks, index);
    return items.length === 0 && blocks[index + 1]?.before === 'hard' ? linesFrom(blocks, index + 1) : items;
  }

  function namedBy(label: Label): readonly number[] {
    const table = label.block.cell?.table;
    if (table === undefined) return below(blocks, label);
    const left = labelsLeft.get(table) ?? 0;
    labelsLeft.set(table, left - 1);
    const inCell = listBelow(blocks, label.index);
    if (inCell.length > 0) return inCell;
    return left > 0 ? cellsOf(tables.get(table) ?? [], blocks, label) : [];
  }
}
