/**
 * Moving the sheet with 1,000 parts on it. X6 moves and scales all parts by one matrix, so that the browser paints every
 * part again for each pixel. Here the way is that of the drawing as a whole, an element of the page that the browser
 * moves as it was painted, and the scale is the inner layers'; what X6 reckons with its matrix stays as it is.
 */
import { Dom, Point } from '@antv/x6';
import type { Graph } from '@antv/x6';

/** The sheet as one layer that moves; the style sheet says that it will. */
function moveAsOne(graph: Graph): void {
  const { svg, viewport } = graph.view;
  // Around the drawing: of one that is moved itself, the browser lays out every text anew.
  const sheet = document.createElement('div');
  sheet.className = 'wo-dfd-moved';
  svg.replaceWith(sheet);
  sheet.append(svg);
  // In place of the attribute that X6 sets.
  viewport.style.transform = 'none';
  const move = () => {
    const { tx, ty } = graph.translate();
    // Between two pixels the browser would blur what it has painted.
    sheet.style.transform = `translate(${Math.round(tx)}px, ${Math.round(ty)}px)`;
  };
  const scale = () => {
    move();
    for (const layer of viewport.children)
      if (layer instanceof SVGElement) layer.style.transform = `scale(${graph.zoom()})`;
  };
  graph.on('translate', move);
  graph.on('scale', scale);
  scale();
}

/** Pixels of the grid that are drawn beyond the sight on every side, at least. */
const spareGrid = 400;

/**
 * X6 makes a new picture of the grid for each pixel of the way. Here one picture, larger than the sight, goes along with
 * the drawing until it is used up.
 */
function moveGridAlong(graph: Graph): void {
  const { grid } = graph.view;
  const way = () => {
    const { tx, ty } = graph.translate();
    return { x: Math.round(tx), y: Math.round(ty) };
  };
  let drawnAt = way();
  const draw = () => {
    // Whole squares of the grid, so that it begins where X6 reckons that it does.
    const square = graph.getGridSize() * graph.zoom();
    grid.style.inset = `${-Math.ceil(spareGrid / square) * square}px`;
    grid.style.transform = 'none';
    drawnAt = way();
    graph.grid.update();
  };
  graph.off('translate', graph.grid.update, graph.grid);
  graph.on('translate', () => {
    const { x, y } = way();
    const [dx, dy] = [x - drawnAt.x, y - drawnAt.y];
    if (Math.max(Math.abs(dx), Math.abs(dy)) > spareGrid) draw();
    else grid.style.transform = `translate(${dx}px, ${dy}px)`;
  });
  graph.on('scale', draw);
  draw();
}

/** X6 asks the drawing where it is, to find a place on the sheet; it is the container that stands still. */
function measureByContainer(graph: Graph): void {
  const corner = () => {
    const { left, top } = graph.container.getBoundingClientRect();
    return new Point(left, top);
  };
  graph.coord.getClientOffset = corner;
  graph.coord.getClientMatrix = () => {
    const { x, y } = corner();
    return Dom.createSVGMatrix().translate(x, y).multiply(graph.matrix());
  };
}

/**
 * Draws half a sight further on every side, and looks for what must come and go only when that is used up: X6 by itself
 * looks through all parts five times in a second. Answers what ends it.
 */
function drawAhead(graph: Graph): () => void {
  let drawn: ReturnType<Graph['getGraphArea']> | undefined;
  let frame = 0;
  const look = () => {
    frame = 0;
    const sight = graph.getGraphArea();
    // After zooming in, most of what is drawn lies far out of sight.
    if (drawn?.containsRect(sight) && drawn.width <= 4 * sight.width) return;
    drawn = sight.clone().inflate(sight.width / 2, sight.height / 2);
    graph.renderer.setRenderArea(drawn);
  };
  for (const what of ['translate', 'scale', 'resize'] as const) {
    graph.off(what, undefined, graph.virtualRender);
    graph.on(what, () => {
      frame ||= requestAnimationFrame(look);
    });
  }
  look();
  return () => cancelAnimationFrame(frame);
}

/** Makes moving cheap. Answers what ends it, before the graph is disposed of. */
export function easeMotion(graph: Graph): () => void {
  moveAsOne(graph);
  moveGridAlong(graph);
  measureByContainer(graph);
  return drawAhead(graph);
}
