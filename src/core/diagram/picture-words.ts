/** A picture as sentences: for those who do not see it, and for reports that are read aloud. */
import type { Rectangle } from '../model/parts';
import type { Marks } from './excerpt';
import { centreOf } from './geometry';
import type { DrawnBoundary, DrawnElement, DrawnLine, Picture, Worry } from './picture';

const kindWords = { process: 'process', store: 'data store', external: 'external entity' } as const;

const threatWords = ({ threats, worst }: Worry): readonly string[] =>
  threats === 0 || worst === undefined
    ? []
    : [`${threats} open ${threats === 1 ? 'threat' : 'threats'}, the worst ${worst}`];

const within = (
  { x, y, width, height }: Rectangle,
  at: { readonly x: number; readonly y: number },
): boolean => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;

/** By their middles: what is drawn of a boundary may be cut to the picture. */
function wallsAround(element: DrawnElement, boundaries: readonly DrawnBoundary[]): readonly string[] {
  const middle = centreOf(element.box);
  const around = boundaries.filter(({ shape }) => shape.kind === 'box' && within(shape.box, middle));
  return around.length === 0 ? [] : [`inside ${around.map(({ name }) => name || 'a boundary').join(', ')}`];
}

const struck = (id: string, marks: Marks): readonly string[] =>
  marks.has(id) ? ['marked in the picture'] : [];
const stateOf = ({ stale, outOfScope }: Pick<DrawnLine, 'stale' | 'outOfScope'>): readonly string[] => [
  ...(outOfScope ? ['out of scope'] : []),
  ...(stale ? ['stale'] : []),
];

const sentence = (subject: string, facts: readonly string[]): string => `${subject}: ${facts.join('; ')}.`;

/** A sentence for each element, flow and boundary, in the order in which they are drawn. */
export function pictureInWords({ elements, lines, boundaries }: Picture, marks: Marks): readonly string[] {
  const names = new Map(elements.map(({ id, name }) => [id as string, name || 'without a name']));
  const end = (id: string | undefined): string => (id !== undefined && names.get(id)) || 'somewhere else';
  return [
    ...elements.map((each) =>
      sentence(each.name || 'Without a name', [
        each.type || kindWords[each.kind],
        ...wallsAround(each, boundaries),
        ...struck(each.id, marks),
        ...stateOf(each),
        ...threatWords(each.worry),
      ]),
    ),
    ...lines.map((each) =>
      sentence(each.name || 'Data flow', [
        each.bothWays
          ? `between ${end(each.source)} and ${end(each.target)}`
          : `from ${end(each.source)} to ${end(each.target)}`,
        ...struck(each.id, marks),
        ...stateOf(each),
        ...threatWords(each.worry),
      ]),
    ),
    ...boundaries.map((each) =>
      sentence(each.name || 'A boundary', [
        'trust boundary',
        ...struck(each.id, marks),
        ...(each.stale ? ['stale'] : []),
        ...threatWords(each.worry),
      ]),
    ),
  ];
}
