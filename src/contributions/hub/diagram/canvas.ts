/**
 * The canvas of a diagram: draws a picture with X6 and tells what a person did to it. It holds nothing of its own: what
 * is done becomes an edit of the model, whose picture is then shown. `async` and `virtual`: 1,000 nodes draw what is in sight.
 */
import { Graph, Selection, Snapline, Transform } from '@antv/x6';
import type { Cell, Edge, Node, TerminalData } from '@antv/x6';
import type { Marks } from '../../../core/diagram/excerpt';
import { outerBoundaries } from '../../../core/diagram/nesting';
import type { Picture } from '../../../core/diagram/picture';
import type { Point, Rectangle } from '../../../core/model/parts';
import { sameValue } from '../../../core/model/same-value';
import { cellsOf } from './canvas-cells';
import type { DrawnCell } from './canvas-cells';
import { boxOf, sameBox, tellPull } from './canvas-deeds';
import type { CanvasEvents } from './canvas-deeds';
import { OverviewMap } from './overview-map';
import { viewOf } from './part-views';
import { easeMotion } from './sheet-motion';

const minZoom = 0.1;
const maxZoom = 4;

export class DiagramCanvas {
  readonly #graph: Graph;
  #picture: Picture = { elements: [], boundaries: [], lines: [], bounds: undefined };
  /** What each cell was drawn from: redrawn only when that changed. */
  #drawn: ReadonlyMap<string, DrawnCell> = new Map();
  #showing = false;
  /** By which the node that was pressed last is made larger. */
  readonly #handles = new Transform({ resizing: { enabled: true, minWidth: 40, minHeight: 30 } });
  #handled = '';
  #map: OverviewMap | undefined;
  readonly #endMotion: () => void;
  readonly #onPointerUp = () => void setTimeout(() => tellPull(this.#graph, this.#picture, this.events), 0);

  constructor(
    container: HTMLElement,
    private readonly events: CanvasEvents,
    mode: 'edit' | 'read',
  ) {
    const edits = mode === 'edit';
    this.#graph = new Graph({
      container,
      autoResize: true,
      async: true,
      virtual: true,
      createCellView: viewOf,
      scaling: { min: minZoom, max: maxZoom },
      grid: { visible: true, size: 10, type: 'dot', args: { color: 'rgba(128,128,128,0.35)', thickness: 1 } },
      panning: { enabled: true, eventTypes: ['leftMouseDown', 'rightMouseDown', 'mouseWheelDown'] },
      mousewheel: { enabled: true, modifiers: ['ctrl', 'meta'], minScale: minZoom, maxScale: maxZoom },
      interacting: edits ? { nodeMovable: true, edgeMovable: false, edgeLabelMovable: false } : false,
      connecting: {
        snap: { radius: 24 },
        allowBlank: false,
        allowEdge: false,
        allowLoop: true,
        allowMulti: true,
        allowNode: true,
        highlight: true,
        connectionPoint: 'boundary',
        validateMagnet: () => edits,
        validateConnection: ({ targetCell }) => targetCell?.getData<{ part: string }>()?.part === 'element',
        createEdge: () =>
          this.#graph.createEdge({
            attrs: { line: { class: 'wo-dfd-line', stroke: 'currentColor', targetMarker: 'block' } },
          }),
      },
    });
    this.#graph.use(
      new Selection({
        enabled: true,
        multiple: true,
        multipleSelectionModifiers: ['ctrl', 'meta', 'shift'],
        rubberband: true,
        modifiers: ['shift'],
        movable: edits,
        showNodeSelectionBox: false,
        showEdgeSelectionBox: false,
        pointerEvents: 'none',
      }),
    );
    if (edits) {
      this.#graph.use(new Snapline({ enabled: true }));
      this.#graph.use(this.#handles);
      this.#graph.on('node:click', ({ node }: { node: Node }) => (this.#handled = node.id));
      window.addEventListener('mouseup', this.#onPointerUp);
    }
    this.#endMotion = easeMotion(this.#graph);
    this.#listen();
  }

  #listen(): void {
    this.#graph.on('selection:changed', ({ selected }: { selected: Cell[] }) => {
      if (this.#showing) return;
      this.#paintSelection(new Set(selected.map(({ id }) => id)), 'by hand');
      this.events.onSelect(new Set(selected.map(({ id }) => id)));
    });
    this.#graph.on('cell:dblclick', ({ cell }: { cell: Cell }) => this.events.onRename(cell.id));
    this.#graph.on('edge:connected', ({ edge, isNew }: { edge: Edge; isNew: boolean }) => {
      const [source, target] = [edge.getSourceCellId(), edge.getTargetCellId()];
      if (isNew) this.#graph.removeCell(edge);
      if (!source || !target) return;
      if (isNew) this.events.onConnect(source, target);
      else this.events.onReconnect(edge.id, source, target);
    });
  }

  /** Draws the picture: only what changed. */
  show(picture: Picture, marks?: Marks): void {
    const first = this.#drawn.size === 0;
    this.#picture = picture;
    this.#showing = true;
    this.#map?.show(picture);
    const cells = cellsOf(picture, marks);
    this.#graph.batchUpdate('show', () => {
      for (const id of this.#drawn.keys()) if (!cells.has(id)) this.#graph.removeCell(id);
      if (first) return this.#start(cells);
      for (const each of cells.values()) this.#put(each);
      this.#nest();
    });
    this.#drawn = cells;
    this.#showing = false;
    if (first && picture.bounds) this.fit();
  }

  /** All at once: cell by cell the canvas sorts all of them for each that comes, and tells of each that is nested. */
  #start(cells: ReadonlyMap<string, DrawnCell>): void {
    const made = new Map<string, Cell>();
    for (const each of cells.values())
      made.set(
        each.id,
        each.kind === 'node' ? this.#graph.createNode(each.cell()) : this.#graph.createEdge(each.cell()),
      );
    this.#graph.resetCells([...made.values()]);
    const inside = new Map<Cell, Cell[]>();
    for (const [id, outer] of outerBoundaries(this.#picture)) {
      const [cell, parent] = [made.get(id), made.get(outer)];
      if (!cell || !parent) continue;
      cell.setParent(parent, { silent: true });
      inside.set(parent, inside.get(parent) ?? []);
      inside.get(parent)?.push(cell);
    }
    for (const [parent, children] of inside) parent.setChildren(children, { silent: true });
  }

  #put(drawn: DrawnCell): void {
    const there = this.#graph.getCellById(drawn.id) as Cell | null;
    const asDrawn = sameValue(this.#drawn.get(drawn.id)?.from, drawn.from);
    if (drawn.kind === 'node') {
      if (!there) this.#graph.addNode(drawn.cell());
      else if (there.isNode()) this.#putNode(there, drawn, asDrawn);
    } else if (!there) this.#graph.addEdge(drawn.cell());
    else if (there.isEdge()) this.#putEdge(there, drawn, asDrawn);
  }

  /** Where somebody pulled it, it may stand elsewhere than it is drawn. */
  #putNode(node: Node, { box, cell }: Extract<DrawnCell, { kind: 'node' }>, asDrawn: boolean): void {
    if (!sameBox(boxOf(node), box)) {
      node.position(box.x, box.y);
      node.resize(box.width, box.height);
    }
    if (asDrawn) return;
    const { attrs, zIndex } = cell();
    if (attrs) node.setAttrs(attrs, { overwrite: true });
    if (zIndex !== undefined) node.setZIndex(zIndex);
  }

  #putEdge(edge: Edge, { via, cell }: Extract<DrawnCell, { kind: 'edge' }>, asDrawn: boolean): void {
    if (asDrawn && sameValue(edge.getVertices(), via)) return;
    const { source, target, vertices = [], labels = [], attrs } = cell();
    if (source !== undefined) edge.setSource(source as TerminalData);
    if (target !== undefined) edge.setTarget(target as TerminalData);
    edge.setVertices(vertices as Point[]);
    edge.setLabels(labels);
    if (attrs) edge.setAttrs(attrs, { overwrite: true });
  }

  /** What lies inside a boundary is its child: the canvas then moves both while one is pulled. */
  #nest(): void {
    const parents = outerBoundaries(this.#picture);
    for (const { id } of [...this.#picture.elements, ...this.#picture.boundaries]) {
      const outer = parents.get(id);
      const cell = this.#graph.getCellById(id) as Cell | null;
      const parent = outer === undefined ? null : (this.#graph.getCellById(outer) as Cell | null);
      if (!cell || cell.getParent() === parent) continue;
      cell.getParent()?.unembed(cell);
      if (parent) parent.embed(cell);
    }
  }

  /**
   * A line that somebody pressed can be pulled to other ends. One that was just made cannot: its handles would lie on the
   * dots from which the next line is pulled.
   */
  #paintSelection(ids: ReadonlySet<string>, how: 'by hand' | 'by the page'): void {
    for (const cell of this.#graph.getCells()) {
      const view = this.#graph.findViewByCell(cell);
      view?.container.classList.toggle('wo-dfd-selected', ids.has(cell.id));
      if (!cell.isEdge()) continue;
      const only = ids.size === 1 && ids.has(cell.id);
      if (only && how === 'by hand') cell.addTools(['vertices', 'source-arrowhead', 'target-arrowhead']);
      else if (!only && cell.hasTools()) cell.removeTools();
    }
  }

  select(ids: ReadonlySet<string>): void {
    const now = new Set(this.#graph.getSelectedCells().map(({ id }) => id));
    if (now.size !== ids.size || [...ids].some((id) => !now.has(id))) {
      this.#showing = true;
      this.#graph.resetSelection([...ids].filter((id) => this.#graph.hasCell(id)));
      this.#showing = false;
    }
    this.#paintSelection(ids, 'by the page');
    // X6 takes them away only for a press beside all parts.
    if (ids.size !== 1 || !ids.has(this.#handled)) this.#handles.clearWidgets();
  }

  /** Brings a part into sight, if it is not. */
  reveal(id: string): void {
    const cell = this.#graph.getCellById(id) as Cell | null;
    if (!cell) return;
    const box = cell.getBBox();
    const view = this.#graph.getGraphArea();
    if (!view.containsRect(box)) this.#graph.centerCell(cell);
  }

  fit(): void {
    const { bounds } = this.#picture;
    if (!bounds) return;
    this.#graph.zoomToRect(
      { x: bounds.x - 40, y: bounds.y - 40, width: bounds.width + 80, height: bounds.height + 80 },
      { maxScale: 1 },
    );
  }

  zoom(by: number): void {
    this.#graph.zoom(by, { minScale: minZoom, maxScale: maxZoom });
  }

  /** 1 = diagram units are pixels. */
  get scale(): number {
    return this.#graph.zoom();
  }

  pan(dx: number, dy: number): void {
    const { tx, ty } = this.#graph.translate();
    this.#graph.translate(tx + dx, ty + dy);
  }

  onScale(listener: (scale: number) => void): void {
    this.#graph.on('scale', ({ sx }: { sx: number }) => listener(sx));
  }

  /** The middle of what is in sight, in diagram units. */
  get middle(): Point {
    const { x, y, width, height } = this.#graph.getGraphArea();
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Diagram units of a point of the window. */
  at(clientX: number, clientY: number): Point {
    const { x, y } = this.#graph.clientToLocal(clientX, clientY);
    return { x, y };
  }

  /** Where a part stands in the canvas, in pixels of the page. Undefined when it is not drawn. */
  boxOnPage(id: string): Rectangle | undefined {
    const cell = this.#graph.getCellById(id) as Cell | null;
    if (!cell) return undefined;
    const { x, y, width, height } = this.#graph.localToGraph(cell.getBBox());
    return { x, y, width, height };
  }

  showMap(container: HTMLElement): void {
    const map = new OverviewMap(container, ({ x, y }) => this.#graph.centerPoint(x, y));
    this.#map = map;
    const look = () => map.see(this.#graph.getGraphArea());
    for (const what of ['translate', 'scale', 'resize'] as const) this.#graph.on(what, look);
    look();
  }

  dispose(): void {
    window.removeEventListener('mouseup', this.#onPointerUp);
    this.#map?.dispose();
    this.#endMotion();
    this.#graph.dispose();
  }
}
