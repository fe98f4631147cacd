/** A picture as an SVG document: to export, to print, and to show on pages that need no canvas. */
import type { Path, Rectangle } from '../model/parts';
import type { SeverityName } from '../risk/severity';
import type { Marks } from './excerpt';
import type { DrawnBoundary, DrawnElement, DrawnLine, Picture, Worry } from './picture';

/** CSS colours. */
export interface Palette {
  readonly background: string;
  readonly ink: string;
  readonly quiet: string;
  readonly fill: string;
  readonly boundary: string;
  readonly severity: Readonly<Record<SeverityName, string>>;
}
export const lightPalette: Palette = {
  background: '#ffffff',
  ink: '#1f1f1f',
  quiet: '#5c5c5c',
  fill: '#f7f9fc',
  boundary: '#b3261e',
  severity: { critical: '#a4262c', high: '#ca5010', medium: '#8a6d00', low: '#4f6b4f' },
};

export const darkPalette: Palette = {
  background: '#252423',
  ink: '#f3f2f1',
  quiet: '#b3b0ad',
  fill: '#323130',
  boundary: '#f1707b',
  severity: { critical: '#d13438', high: '#d0651f', medium: '#9a7b12', low: '#5f8a5f' },
};

/** The colours of the page that the drawing stands on, whatever its theme: for drawings inside a page. */
export const themePalette: Palette = {
  background: 'var(--background-color, #ffffff)',
  ink: 'var(--text-primary-color, #1f1f1f)',
  quiet: 'var(--text-secondary-color, #5c5c5c)',
  fill: 'rgba(var(--palette-neutral-4, 244, 244, 244), 1)',
  boundary: 'var(--status-error-text, #b3261e)',
  // White figures stand on them, in every theme.
  severity: { critical: '#c4314b', high: '#b8500f', medium: '#8a6d00', low: '#4f6b4f' },
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** What XML 1.0 can hold: no control characters, no halves of a surrogate pair. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
/** Text for content and attributes: nothing of it means anything there. */
const xml = (text: string): string =>
  [...text]
    .filter(isXmlCharacter)
    .map((character) => escapes[character] ?? character)
    .join('');

/** Units of a line of text. */
const lineHeight = 16;
const characterWidth = 7;

/** The name in lines that fit the width; the last is cut with "…". */
export function wrap(text: string, width: number, most = 3): readonly string[] {
  const room = Math.max(4, Math.floor(width / characterWidth));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= room || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  const shown = lines.slice(0, most);
  const cut = (each: string) => (each.length > room ? `${each.slice(0, room - 1)}…` : each);
  if (lines.length > most) shown[most - 1] = `${(shown[most - 1] ?? '').slice(0, room - 1)}…`;
  return shown.map(cut);
}

function label(
  lines: readonly string[],
  at: { readonly x: number; readonly y: number },
  fill: string,
  more = '',
): string {
  const top = at.y - ((lines.length - 1) * lineHeight) / 2 + 4;
  const spans = lines.map((line, i) => `<tspan x="${at.x}" y="${top + i * lineHeight}">${xml(line)}</tspan>`);
  return `<text text-anchor="middle" fill="${fill}" ${more}>${spans.join('')}</text>`;
}

function worryMark(
  { threats, worst }: Worry,
  at: { readonly x: number; readonly y: number },
  colours: Palette,
): string {
  if (threats === 0 || worst === undefined) return '';
  const width = 14 + String(threats).length * 7;
  return (
    `<g><title>${threats} open threats, the worst ${worst}</title>` +
    `<rect x="${at.x - width / 2}" y="${at.y - 9}" width="${width}" height="18" rx="9" fill="${colours.severity[worst]}"/>` +
    `<text x="${at.x}" y="${at.y + 4}" text-anchor="middle" fill="#ffffff" font-size="11" font-weight="600">${threats}</text></g>`
  );
}

function outline({ kind, box }: DrawnElement, paint: string, fill: string): string {
  const { x, y, width, height }: Rectangle = box;
  if (kind === 'process')
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.min(width, height) / 2}" ${paint}/>`;
  if (kind === 'external') return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${paint}/>`;
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>` +
    `<path d="M${x} ${y}h${width}M${x} ${y + height}h${width}" ${paint}/>`
  );
}

/** What nobody models, and what the file does not have any more, is drawn with a broken line. */
const dashOf = ({ outOfScope, stale }: Pick<DrawnLine, 'outOfScope' | 'stale'>): string =>
  stale ? 'stroke-dasharray="1 4"' : outOfScope ? 'stroke-dasharray="4 3"' : '';

/** The words of a part, and that it is stale: a broken line alone is not seen by everybody. */
export const staleWords = (words: string, stale: boolean): string =>
  stale ? (words === '' ? '(stale)' : `${words} (stale)`) : words;

interface Stroke {
  readonly colour: string;
  readonly width: number;
}
/** What stands out is wider too, for those who see no difference of the colours. */
function strokeOf(
  { id, outOfScope, stale }: DrawnElement | DrawnLine,
  { colours, marks }: { readonly colours: Palette; readonly marks: Marks },
): Stroke {
  const mark = marks.get(id);
  if (mark === 'strike') return { colour: colours.severity.critical, width: 4 };
  if (mark === 'reached') return { colour: colours.severity.high, width: 3 };
  return { colour: outOfScope || stale ? colours.quiet : colours.ink, width: 1.5 };
}

function elementSvg(element: DrawnElement, colours: Palette, marks: Marks): string {
  const stroke = strokeOf(element, { colours, marks });
  const { box, name, stale, worry } = element;
  const dash = dashOf(element);
  const type = staleWords(element.type, stale);
  const paint = `fill="${colours.fill}" stroke="${stroke.colour}" stroke-width="${stroke.width}" ${dash}`;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const lines = wrap(name, box.width - 16);
  const below =
    type === ''
      ? ''
      : label([type], { x: centre.x, y: box.y + box.height + 12 }, colours.quiet, 'font-size="11"');
  const mark = worryMark(worry, { x: box.x + box.width - 6, y: box.y + 2 }, colours);
  return `<g>${outline(element, paint, colours.fill)}${label(lines, centre, colours.ink)}${below}${mark}</g>`;
}

/** Straight through the bends: what the canvas draws. */
const pathData = ({ from, to, via }: Path): string =>
  [from, ...via, to].map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** In the middle of the way. */
export function middleOf({ from, to, via }: Path): { readonly x: number; readonly y: number } {
  const points = [from, ...via, to];
  const lengths = points.slice(1).map((point, at) => {
    const before = points[at] ?? from;
    return Math.hypot(point.x - before.x, point.y - before.y);
  });
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const [a, b] = [points[at] ?? from, points[at + 1] ?? to];
    if (rest <= length && length > 0)
      return { x: a.x + ((b.x - a.x) * rest) / length, y: a.y + ((b.y - a.y) * rest) / length };
    rest -= length;
  }
  return from;
}

interface Pen {
  readonly colours: Palette;
  readonly marks: Marks;
  /** The id of the arrow head. */
  readonly arrow: string;
}
function lineSvg(line: DrawnLine, { colours, marks, arrow }: Pen): string {
  const stroke = strokeOf(line, { colours, marks });
  const { path, bothWays, outOfScope, stale, worry } = line;
  const colour = outOfScope || stale ? colours.quiet : colours.ink;
  const middle = middleOf(path);
  const lines = wrap(staleWords(line.name, stale), 150, 2);
  const halo = `stroke="${colours.background}" stroke-width="4" paint-order="stroke" font-size="12"`;
  return (
    `<g><path d="${pathData(path)}" fill="none" stroke="${stroke.colour}" stroke-width="${stroke.width}" ${dashOf(line)} ` +
    `marker-end="url(#${arrow})" ${bothWays ? `marker-start="url(#${arrow})"` : ''}/>` +
    `${label(lines, { x: middle.x, y: middle.y - 8 }, colour, halo)}${worryMark(worry, { x: middle.x, y: middle.y + 14 }, colours)}</g>`
  );
}

function boundarySvg({ name: plain, shape, stale, worry }: DrawnBoundary, colours: Palette): string {
  const name = staleWords(plain, stale);
  const paint = `fill="none" stroke="${colours.boundary}" stroke-width="1.5" stroke-dasharray="8 5"`;
  const text = (x: number, y: number) =>
    `<text x="${x}" y="${y}" fill="${colours.boundary}" font-size="12">${xml(name)}</text>`;
  if (shape.kind === 'line') {
    const { from } = shape.path;
    return `<g><path d="${pathData(shape.path)}" ${paint}/>${text(from.x + 6, from.y + 14)}</g>`;
  }
  const { x, y, width, height } = shape.box;
  const mark = worryMark(worry, { x: x + width - 6, y: y + 2 }, colours);
  return `<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" ${paint}/>${text(x + 10, y + 18)}${mark}</g>`;
}

export interface SvgOptions {
  readonly title: string;
  /** What the picture says, or what it belongs to: for programs and for those who do not see it. */
  readonly description?: string;
  /** Begins every id of the document: two drawings on one page must not share theirs. Letters and digits. */
  readonly name?: string;
  readonly colours?: Palette;
  /** Parts that stand out. */
  readonly marks?: Marks;
}

const noMarks: Marks = new Map();

/** A whole SVG document. Every text of the picture is hostile: it is escaped, and nothing of it is a link or a script. */
export function pictureSvg({ elements, boundaries, lines, bounds }: Picture, options: SvgOptions): string {
  const { title, description, name = '', colours = lightPalette, marks = noMarks } = options;
  const margin = 30;
  const box = bounds ?? { x: 0, y: 0, width: 200, height: 60 };
  const [x, y] = [box.x - margin, box.y - margin];
  const [width, height] = [box.width + 2 * margin, box.height + 2 * margin];
  const arrow = `${name}arrow`;
  const [titleId, descriptionId] = [`${name}title`, `${name}description`];
  const labels = description === undefined ? '' : ` aria-describedby="${descriptionId}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${titleId}"${labels} font-family="Segoe UI, system-ui, sans-serif" font-size="13">`,
    `<title id="${titleId}">${xml(title)}</title>`,
    ...(description === undefined ? [] : [`<desc id="${descriptionId}">${xml(description)}</desc>`]),
    `<defs><marker id="${arrow}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="${colours.ink}"/></marker></defs>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours.background}"/>`,
    ...boundaries.map((each) => boundarySvg(each, colours)),
    ...lines.map((each) => lineSvg(each, { colours, marks, arrow })),
    ...elements.map((each) => elementSvg(each, colours, marks)),
    '</svg>',
  ].join('\n');
}
