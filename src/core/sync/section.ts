/**
 * Our section in the description of a Task, in HTML or Markdown: found by the link that it begins with and the rule
 * line that it ends at, replaced without a touch of what people wrote beside it (S11 to S14).
 */
import { tidyLines, words } from './blocks';
import { htmlPieces } from './html-pieces';
import type { Piece, Tag } from './html-pieces';

export interface FieldText {
  readonly text: string;
  readonly format: 'html' | 'markdown';
}
export type FoundSection =
  /** From `start` to `end` of the text. */
  | ({ readonly kind: 'whole'; readonly start: number; readonly end: number } & Said)
  /** It begins, and nothing says where it ends: somebody took the rule line away. Nothing in it may be replaced. */
  | ({ readonly kind: 'open'; readonly start: number } & Said);

interface Said {
  /** What it says, for comparing. */
  readonly words: string;
  /** The same with its line breaks, for showing. */
  readonly lines: string;
}

type IsOurs = (url: string) => boolean;

/** Tags that do not part words. */
const inline = new Set(
  'a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup u'.split(' '),
);
const isTag = (piece: Piece): piece is Tag => piece.kind !== 'words';

const said = (parts: readonly string[]): Said => {
  const lines = tidyLines(parts);
  return { words: words(lines), lines };
};

function saidBy(pieces: readonly Piece[]): Said {
  // Only tags break lines: a line break in the source is a space.
  const text = pieces.map((p) => {
    if (p.kind === 'words') return p.text.replace(/\s+/g, ' ');
    return inline.has(p.name) ? '' : '\n';
  });
  return said(text.join('').split('\n'));
}

/** The piece that the section begins with: the blocks that open right before its link belong to it. */
function beginning(pieces: readonly Piece[], link: number): number {
  let first = link;
  for (let i = link - 1; i >= 0; i -= 1) {
    const piece = pieces[i];
    if (piece?.kind === 'words' && piece.text.trim() === '') continue;
    if (piece?.kind !== 'open' || !['p', 'span', 'b', 'strong'].includes(piece.name)) break;
    first = i;
    if (piece.name === 'p') break;
  }
  return first;
}

/** How many tags are open at the end of the pieces; undefined when one closes that was opened before them. */
function openAtEnd(pieces: readonly Piece[]): number | undefined {
  let open = 0;
  for (const piece of pieces) {
    if (piece.kind === 'open') open += 1;
    else if (piece.kind === 'close') open -= 1;
    if (open < 0) return undefined;
  }
  return open;
}

/** Closing tags behind the rule line that belong to what the section opened. */
function ending(pieces: readonly Piece[], first: number, rule: number): number | undefined {
  let open = openAtEnd(pieces.slice(first, rule + 1));
  let last = rule;
  for (let i = rule + 1; open !== undefined && open > 0; i += 1) {
    const piece = pieces[i];
    if (piece?.kind === 'words' && piece.text.trim() === '') continue;
    if (piece?.kind !== 'close') return undefined;
    open -= 1;
    last = i;
  }
  return open === undefined ? undefined : last;
}

function inHtml(text: string, isOurs: IsOurs): FoundSection | undefined {
  const pieces = htmlPieces(text);
  const link = pieces.findIndex((p) => p.kind === 'open' && p.name === 'a' && isOurs(p.href));
  if (link < 0) return undefined;
  const first = beginning(pieces, link);
  const start = pieces[first]?.start ?? 0;
  const rule = pieces.findIndex((p, i) => i > link && isTag(p) && p.name === 'hr' && p.kind !== 'close');
  const last = rule < 0 ? undefined : ending(pieces, first, rule);
  const end = last === undefined ? undefined : pieces[last];
  if (last === undefined || !end || !isTag(end)) {
    return { kind: 'open', start, ...saidBy(pieces.slice(first)) };
  }
  return { kind: 'whole', start, end: end.end, ...saidBy(pieces.slice(first, last + 1)) };
}

const ruleLine = /^ {0,3}([-*_])[ \t]*(\1[ \t]*){2,}$/;
/** The limits keep the time linear on hostile text; no title or address of ours comes near them. */
const linkIn = /\[((?:\\.|[^\]\\[]){0,2200})\]\((?:<([^>\n]{0,2200})>|([^)\s]{0,2200}))\)/;

function saidInMarkdown([first = '', ...rest]: readonly string[]): Said {
  const visible = [first.replace(linkIn, '$1'), ...rest].map((line) =>
    line
      .replace(/^ {0,3}(#{1,6}|[-*+])[ \t]+/, '')
      // Escapes give their character; marks of bold and of a line break give nothing.
      .replace(/\\([!-/:-@[-`{-~])|\*\*|\\$/g, (_, escaped: string | undefined) => escaped ?? ''),
  );
  return said(visible);
}

function inMarkdown(text: string, isOurs: IsOurs): FoundSection | undefined {
  const lines = text.split('\n');
  const bare = lines.map((line) => line.replace(/\r$/, ''));
  const at = (line: number) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  const first = bare.findIndex((line) => {
    const [, , pointed, plain] = linkIn.exec(line) ?? [];
    return isOurs(pointed ?? plain ?? '');
  });
  if (first < 0) return undefined;
  const rule = bare.findIndex((line, i) => i > first && ruleLine.test(line));
  if (rule < 0) return { kind: 'open', start: at(first), ...saidInMarkdown(bare.slice(first)) };
  const end = at(rule) + (bare[rule] ?? '').length;
  return { kind: 'whole', start: at(first), end, ...saidInMarkdown(bare.slice(first, rule)) };
}

/** Our section in a description, or undefined when there is none. `isOurs` knows the links to this mitigation. */
export function findSection({ text, format }: FieldText, isOurs: IsOurs): FoundSection | undefined {
  return format === 'html' ? inHtml(text, isOurs) : inMarkdown(text, isOurs);
}

/**
 * The description with the section in it: in place of the old one, else above everything that is there. An old one
 * without an end stays below the new one, since nobody can say which of its words are people's.
 */
export function withSection(field: FieldText, found: FoundSection | undefined, section: string): string {
  const { text, format } = field;
  if (found?.kind === 'whole') return text.slice(0, found.start) + section + text.slice(found.end);
  if (text.trim() === '') return section;
  return format === 'html' ? section + text : `${section}\n\n${text}`;
}

/** The description without our section. */
export function withoutSection(field: FieldText, found: FoundSection | undefined): string {
  return found?.kind === 'whole'
    ? field.text.slice(0, found.start) + field.text.slice(found.end)
    : field.text;
}

/** The first link of a description that is ours, to know a work item that lost its link by its text. */
export function linksOf({ text, format }: FieldText): readonly string[] {
  if (format === 'markdown') {
    return [...text.matchAll(new RegExp(linkIn, 'g'))].map(([, , pointed, plain]) => pointed ?? plain ?? '');
  }
  return htmlPieces(text).flatMap((piece) =>
    piece.kind === 'open' && piece.href !== '' ? [piece.href] : [],
  );
}
