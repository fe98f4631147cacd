/**
 * The canvas of a diagram: draws a picture with X6 and tells what a person did to it. It holds nothing of its own: what
 * is done becomes an edit of the model, whose picture is then shown. `async` and `virtual`: 1,000 nodes draw what is in sight.
 */
import { Graph, Selection, Snapline, Transform } from '@antv/x6';
import type { Cell, Edge, EdgeMetadata, NodeMetadata, TerminalData } from '@antv/x6';
import type { Marks } from '../../../core/diagram/excerpt';
import { holds } from '../../../core/diagram/geometry';
import type { Picture } from '../../../core/diagram/picture';
import type { Point, Rectangle } from '../../../core/model/parts';
import { cellsOf } from './canvas-cells';
import { boxOf, sameBox, tellPull } from './canvas-deeds';
import type { CanvasEvents } from './canvas-deeds';
import { OverviewMap } from './overview-map';

const minZoom = 0.1;
const maxZoom = 4;

export class DiagramCanvas {
  readonly #graph: Graph;
  #picture: Picture = { elements: [], boundaries: [], lines: [], bounds: undefined };
  /** What each cell was drawn from: redrawn only when that changed. */
  #drawn = new Map<string, string>();
  #showing = false;
  #map: OverviewMap | undefined;
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
      this.#graph.use(new Transform({ resizing: { enabled: true, minWidth: 40, minHeight: 30 } }));
      window.addEventListener('mouseup', this.#onPointerUp);
    }
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
      if (first) this.#start(cells);
      else for (const [id, { cell, kind }] of cells) this.#put(id, cell, kind);
      this.#nest();
    });
    this.#drawn = new Map([...cells].map(([id, { cell }]) => [id, JSON.stringify(cell)]));
    this.#showing = false;
    if (first && picture.bounds) this.fit();
  }

  /** All at once: cell by cell the canvas sorts all of them for each that comes. */
  #start(cells: ReturnType<typeof cellsOf>): void {
    const made = [...cells.values()].map(({ cell, kind }) =>
      kind === 'node'
        ? this.#graph.createNode(cell as NodeMetadata)
        : this.#graph.createEdge(cell as EdgeMetadata),
    );
    this.#graph.resetCells(made);
  }

  #put(id: string, cell: NodeMetadata | EdgeMetadata, kind: 'node' | 'edge'): void {
    const there = this.#graph.getCellById(id) as Cell | null;
    if (!there) {
      if (kind === 'node') this.#graph.addNode(cell as NodeMetadata);
      else this.#graph.addEdge(cell as EdgeMetadata);
      return;
    }
    const asDrawn = this.#drawn.get(id) === JSON.stringify(cell);
    if (there.isNode()) {
      const node = cell as NodeMetadata;
      const box = { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 };
      if (!sameBox(boxOf(there), box)) {
        there.position(box.x, box.y);
        there.resize(box.width, box.height);
      }
      if (!asDrawn && node.attrs) there.setAttrs(node.attrs, { overwrite: true });
      if (!asDrawn && node.zIndex !== undefined) there.setZIndex(node.zIndex);
      return;
    }
    if (!there.isEdge()) return;
    const edge = cell as EdgeMetadata;
    if (asDrawn && JSON.stringify(there.getVertices()) === JSON.stringify(edge.vertices ?? [])) return;
    if (edge.source !== undefined) there.setSource(edge.source as TerminalData);
    if (edge.target !== undefined) there.setTarget(edge.target as TerminalData);
    there.setVertices((edge.vertices ?? []) as Point[]);
    there.setLabels(edge.labels ?? []);
    if (edge.attrs) there.setAttrs(edge.attrs, { overwrite: true });
  }

  /** What lies inside a boundary is its child: the canvas then moves both while one is pulled. */
  #nest(): void {
    const boxes = this.#picture.boundaries.flatMap(({ id, shape }) =>
      shape.kind === 'box' ? [{ id, box: shape.box }] : [],
    );
    const parts = [...this.#picture.elements.map(({ id, box }) => ({ id: id as string, box })), ...boxes];
    for (const { id, box } of parts) {
      // Boundaries come the largest first: the last that holds it is the nearest.
      const outer = boxes.filter((each) => holds(each.box, box)).at(-1);
      const cell = this.#graph.getCellById(id) as Cell | null;
      const parent = outer ? (this.#graph.getCellById(outer.id) as Cell | null) : null;
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
    this.#graph.dispose();
  }
}
