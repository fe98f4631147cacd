/** A picture as cells of the canvas: what X6 is told to draw. Pure. Colours come from classes, so that themes are CSS. */
import type { EdgeMetadata, NodeMetadata } from '@antv/x6';
import type { Marks } from '../../../core/diagram/excerpt';
import type { DrawnBoundary, DrawnElement, DrawnLine, Picture, Worry } from '../../../core/diagram/picture';
import { staleWords, wrap } from '../../../core/diagram/svg';
import type { Path, Point, Rectangle } from '../../../core/model/parts';

/** The word of a mark is the end of a class. */
const marked = (marks: Marks, id: string): string => {
  const mark = marks.get(id);
  return mark ? `wo-dfd-${mark}` : '';
};

/** Layers: boundaries below, then lines, then elements. */
const layers = { boundary: 1, line: 1_000_000, element: 2_000_000 };

const worryAttrs = ({ threats, worst }: Worry) => ({
  badge: {
    class: `wo-dfd-badge wo-dfd-${worst ?? 'none'}`,
    refX: '100%',
    refX2: -16,
    y: -9,
    width: 26,
    height: 18,
    rx: 9,
  },
  badgeText: {
    class: `wo-dfd-badge-text wo-dfd-${worst ?? 'none'}`,
    refX: '100%',
    refX2: -3,
    refY: 0,
    y: 0,
    textAnchor: 'middle',
    text: threats > 999 ? '999+' : String(threats),
  },
});

const markup = (body: 'rect' | 'path', lines: 'none' | 'store' = 'none') => [
  { tagName: body, selector: 'body' },
  ...(lines === 'store' ? [{ tagName: 'path', selector: 'lines' }] : []),
  { tagName: 'text', selector: 'label' },
  { tagName: 'text', selector: 'type' },
  { tagName: 'rect', selector: 'badge' },
  { tagName: 'text', selector: 'badgeText' },
];

/** Where lines are pulled from; shown when the element is hovered or selected. */
const ports = {
  groups: Object.fromEntries(
    (['top', 'right', 'bottom', 'left'] as const).map((position) => [
      position,
      { position, attrs: { circle: { r: 5, magnet: true, class: 'wo-dfd-port' } } },
    ]),
  ),
  items: ['top', 'right', 'bottom', 'left'].map((group) => ({ id: group, group })),
};

function elementBody(kind: DrawnElement['kind'], height: number) {
  if (kind === 'process') return { refWidth: '100%', refHeight: '100%', rx: height / 2, ry: height / 2 };
  return { refWidth: '100%', refHeight: '100%', rx: 0, ry: 0 };
}

const markOf = ({ outOfScope, stale }: Pick<DrawnLine, 'outOfScope' | 'stale'>): string =>
  stale ? 'wo-dfd-stale' : outOfScope ? 'wo-dfd-out' : '';

function elementCell(element: DrawnElement, marks: Marks): NodeMetadata {
  const { id, kind, name, box, stale, worry } = element;
  const type = staleWords(element.type, stale);
  const scope = `${markOf(element)} ${marked(marks, id)}`;
  return {
    id,
    shape: 'rect',
    x: box.x,
    y: box.y,
    width: box.width,
    height: box.height,
    zIndex: layers.element,
    markup: markup('rect', kind === 'store' ? 'store' : 'none'),
    attrs: {
      body: { title: name, class: `wo-dfd-body wo-dfd-${kind} ${scope}`, ...elementBody(kind, box.height) },
      ...(kind === 'store'
        ? { lines: { class: `wo-dfd-lines ${scope}`, d: `M0 0H${box.width}M0 ${box.height}H${box.width}` } }
        : {}),
      label: {
        class: 'wo-dfd-label',
        refX: '50%',
        refY: '50%',
        textAnchor: 'middle',
        textVerticalAnchor: 'middle',
        lineHeight: 16,
        text: wrap(name, box.width - 16).join('\n'),
      },
      type: { class: 'wo-dfd-type', refX: '50%', refY: '100%', refY2: 14, textAnchor: 'middle', text: type },
      ...worryAttrs(worry),
    },
    ports,
    data: { part: 'element' },
  };
}

function boundaryLine({ id, name, stale }: DrawnBoundary, path: Path, at: number): EdgeMetadata {
  return {
    id,
    shape: 'edge',
    zIndex: layers.boundary + at,
    ...ends(path),
    vertices: [...path.via],
    attrs: {
      lines: alongItsEnds,
      line: { class: 'wo-dfd-boundary-line', targetMarker: null, sourceMarker: null },
    },
    labels: [
      {
        position: 0.1,
        attrs: { text: { text: staleWords(name, stale), class: 'wo-dfd-boundary-name' }, rect: noFill },
      },
    ],
    data: { part: 'boundary-line' },
  };
}

function boundaryBox({ id, name, stale, worry }: DrawnBoundary, box: Rectangle, at: number): NodeMetadata {
  return {
    id,
    shape: 'rect',
    x: box.x,
    y: box.y,
    width: box.width,
    height: box.height,
    zIndex: layers.boundary + at,
    markup: markup('rect'),
    attrs: {
      body: { class: 'wo-dfd-boundary', refWidth: '100%', refHeight: '100%', rx: 6, ry: 6 },
      label: {
        class: 'wo-dfd-boundary-name',
        refX: 10,
        refY: 16,
        textAnchor: 'start',
        text: staleWords(name, stale),
      },
      type: { text: '' },
      ...worryAttrs(worry),
    },
    data: { part: 'boundary' },
  };
}

const noFill = { fill: 'none' };
/** Said of every edge: the attributes of one that changed replace those with which the canvas made it. */
const alongItsEnds = { connection: true };
const ends = ({ from, to }: Path) => ({ source: { x: from.x, y: from.y }, target: { x: to.x, y: to.y } });

function lineCell(line: DrawnLine, marks: Marks): EdgeMetadata {
  const { id, source, target, path, bothWays, stale, worry } = line;
  const name = staleWords(line.name, stale);
  const count = worry.threats > 0 ? ` (${worry.threats})` : '';
  const marker = { name: 'block', width: 10, height: 8 };
  const loose = ends(path);
  return {
    id,
    shape: 'edge',
    zIndex: layers.line,
    source: source ? { cell: source } : loose.source,
    target: target ? { cell: target } : loose.target,
    vertices: [...path.via],
    connector: { name: 'rounded', args: { radius: 8 } },
    attrs: {
      lines: alongItsEnds,
      line: {
        title: name,
        class: `wo-dfd-line ${markOf(line)} ${marked(marks, id)}`,
        stroke: 'currentColor',
        targetMarker: marker,
        // One that was there before goes only when the attribute itself says so.
        ...(bothWays ? { sourceMarker: marker } : { markerStart: 'none' }),
      },
    },
    labels: [
      {
        position: 0.5,
        attrs: {
          text: {
            text: [...wrap(name, 150, 2), ...(count === '' ? [] : [count.trim()])].join('\n'),
            lineHeight: 15,
            class: `wo-dfd-line-name wo-dfd-text-${worry.worst ?? 'none'}`,
          },
          rect: { class: 'wo-dfd-line-ground' },
        },
      },
    ],
    data: { part: 'line' },
  };
}

/** A part to draw. Of 1,000 parts an edit changes one, so its cell is made only where `from` is another than before. */
export type DrawnCell = {
  readonly id: string;
  /** All that the drawing of the cell depends on. */
  readonly from: readonly unknown[];
} & (
  | { readonly kind: 'node'; readonly box: Rectangle; readonly cell: () => NodeMetadata }
  | { readonly kind: 'edge'; readonly via: readonly Point[]; readonly cell: () => EdgeMetadata }
);

function drawnBoundary(boundary: DrawnBoundary, at: number): DrawnCell {
  const { id, shape } = boundary;
  const shared = { id, from: [boundary, at] };
  return shape.kind === 'line'
    ? { ...shared, kind: 'edge', via: shape.path.via, cell: () => boundaryLine(boundary, shape.path, at) }
    : { ...shared, kind: 'node', box: shape.box, cell: () => boundaryBox(boundary, shape.box, at) };
}

/** Everything to draw, by id. */
export function cellsOf(picture: Picture, marks: Marks = new Map()): ReadonlyMap<string, DrawnCell> {
  const cells = [
    ...picture.boundaries.map(drawnBoundary),
    ...picture.elements.map((element): DrawnCell => {
      const { id, box } = element;
      return {
        kind: 'node',
        id,
        box,
        from: [element, marks.get(id)],
        cell: () => elementCell(element, marks),
      };
    }),
    ...picture.lines.map((line): DrawnCell => {
      const { id, path } = line;
      const cell = () => lineCell(line, marks);
      return { kind: 'edge', id, via: path.via, from: [line, marks.get(id)], cell };
    }),
  ];
  return new Map(cells.map((each) => [each.id, each]));
}
