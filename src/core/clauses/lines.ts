/** Lines as their author meant them: wrapped ones are joined, and lines that begin with a typed bullet are items. */
import type { Block } from './block';
import { dropStart } from './block';
import { endsWithLabel, isLabelOnly, startsWithKeyword } from './labels';
import { keywordAlternatives, languageWords } from './language';

/** A line at least this long was probably wrapped by an editor or a mail; a shorter one was ended by its author. */
const wrapLength = 60;
const typedBullet = /^(?:[-–*•·◦▪☐☑✓]|\d{1,2}[.)]|\[[ xX]\])\s+/u;
/** "Note: …", "Acceptance criteria: …" */
const namedLine = /^\p{L}[\p{L} ]{0,30}:/u;

const anyKeyword = new RegExp(`(?<![\\p{L}\\p{N}])(?:${keywordAlternatives})(?![\\p{L}\\p{N}])`, 'iu');
const isPurpose = ({ text }: Block): boolean =>
  languageWords.some(({ data }) => data.purposeLine.test(text.slice(0, 40)));
/** "…my badge and", "…every order,": the line cannot end there. */
const hanging = /(?:,|(?<!\p{L})(?:and|or|und|oder|et|ou|y|o|e))$/iu;

/** "WITHOUT others seeing it", then "so that I …" on a line of its own: the story goes on, the clause does not. */
const endsClause = (last: Block, next: Block): boolean => isPurpose(next) && !hanging.test(last.text);

/** True if the second line goes on with the sentence of the first. */
function goesOn(line: Block, next: Block): boolean {
  if (next.before === 'block' || next.kind === 'item') return false;
  if (typedBullet.test(next.text) || startsWithKeyword(next.text)) return false;
  if (/^[\p{Ll})\],;]/u.test(next.text) || /[,(–—]$/.test(line.text)) return true;
  return (
    next.before === 'soft' &&
    line.text.length >= wrapLength &&
    !/[.:!?;]$/.test(line.text) &&
    !namedLine.test(next.text)
  );
}

function join(lines: readonly Block[], first: Block): Block {
  if (lines.length === 1) return first;
  const length = lines.reduce((sum, line) => sum + line.text.length + 1, -1);
  const marks = new Uint8Array(length);
  const ends = new Uint32Array(length);
  let at = 0;
  for (const line of lines) {
    if (at > 0) {
      // The space that stands for the break has the marks of what follows it.
      marks[at - 1] = line.marks[0] ?? 0;
      ends[at - 1] = line.ends[0] ?? 0;
    }
    marks.set(line.marks, at);
    ends.set(line.ends, at);
    at += line.text.length + 1;
  }
  return { ...first, text: lines.map(({ text }) => text).join(' '), marks, ends };
}

function withBullet(block: Block): Block {
  const bullet = block.kind === 'heading' ? null : typedBullet.exec(block.text);
  if (!bullet || bullet[0].length === block.text.length) return block;
  const rest = dropStart(block, bullet[0].length);
  return block.depth > 0 ? rest : { ...rest, kind: 'item', depth: 1 };
}

const isLabel = ({ text }: Block): boolean => isLabelOnly(text) || endsWithLabel(text);

/** A cell right of its label in the row of a table. */
const isBesideLabel = (label: Block | undefined, { cell }: Block): boolean =>
  label?.cell !== undefined &&
  label.cell.table === cell?.table &&
  label.cell.row === cell.row &&
  label.cell.column !== cell.column &&
  isLabel(label);

/** The blocks with wrapped lines joined and typed bullets taken off; every block still has text. */
export function arrangeLines(blocks: readonly Block[]): readonly Block[] {
  const arranged: Block[] = [];
  let underLabel = false;
  for (let i = 0; i < blocks.length;) {
    const first = blocks[i];
    if (!first) break;
    if (first.before === 'block') underLabel = isBesideLabel(arranged.at(-1), first);
    const lines = [first];
    let last = first;
    let hasKeyword = anyKeyword.test(first.text);
    for (let next = blocks[i + 1]; next && !isLabel(last); next = blocks[i + lines.length]) {
      const keepsApart = underLabel && next.before === 'hard';
      if (keepsApart || !goesOn(last, next) || (hasKeyword && endsClause(last, next))) break;
      lines.push(next);
      hasKeyword ||= anyKeyword.test(next.text);
      last = next;
    }
    // Lines that somebody set below a label are a list, even without bullets.
    if (isLabel(last)) underLabel = true;
    arranged.push(withBullet(join(lines, first)));
    i += lines.length;
  }
  return arranged;
}
