/** Lays a diagram out by itself: sources left, targets right, what a trust boundary holds stays together. */
import dagre from '@dagrejs/dagre';
import type { Edit } from '../model/edit';
import { joinEdits } from '../model/edit';
import type { DiagramId } from '../model/ids';
import type { Model } from '../model/model';
import type { Rectangle } from '../model/parts';
import { placeParts } from './edits';
import { holds } from './geometry';
import { undrawnElements } from './picture';

/** Diagram units. */
export const elementSize = { width: 140, height: 70 } as const;
/** A box needs room for its name. */
const inset = 36;

type Box = readonly [id: string, box: Rectangle];

/** The smallest box that holds this one. */
function parentOf([id, box]: Box, boxes: readonly Box[]): string | undefined {
  const outer = boxes.filter(([other, each]) => other !== id && holds(each, box));
  return outer.sort(([, a], [, b]) => a.width * a.height - b.width * b.height)[0]?.[0];
}

function graphOf(model: Model, diagram: DiagramId) {
  const graph = new dagre.graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 50, ranksep: 110, marginx: 40, marginy: 40 });
  graph.setDefaultEdgeLabel(() => ({}));
  const boundaries = [...model.boundary.values()].flatMap(({ id, drawing }): Box[] =>
    drawing.shape === 'box' && drawing.diagram === diagram ? [[id, drawing.box]] : [],
  );
  const elements = [...model.element.values()].flatMap(({ id, drawing }): Box[] =>
    drawing?.diagram === diagram ? [[id, drawing.box]] : [],
  );
  // An empty box would be laid out as a point.
  const full = boundaries.filter(([, box]) => elements.some(([, inner]) => holds(box, inner)));
  for (const [id] of full) graph.setNode(id, {});
  for (const [id, { width, height }] of elements) graph.setNode(id, { width, height });
  for (const each of [...full, ...elements]) {
    const parent = parentOf(each, full);
    if (parent !== undefined) graph.setParent(each[0], parent);
  }
  for (const { id, source, target, name } of model.flow.values()) {
    if (source === null || target === null || !graph.hasNode(source) || !graph.hasNode(target)) continue;
    // Labels need room between the ranks.
    if (source !== target)
      graph.setEdge(source, target, { width: Math.min(180, name.length * 7), height: 16 }, id);
  }
  return { graph, boundaries: new Set(full.map(([id]) => id)) };
}

/** O((elements + flows) log) for usual drawings. Bends go: they were drawn for other places. */
export function layOut(model: Model, diagram: DiagramId): Edit {
  const { graph, boundaries } = graphOf(model, diagram);
  if (graph.nodeCount() === 0) return { label: 'Lay out' };
  dagre.layout(graph);
  const boxes = new Map(
    graph.nodes().flatMap((id): Box[] => {
      const node = graph.node(id);
      const grow = boundaries.has(id) ? inset : 0;
      const [width, height] = [node.width + grow, node.height + grow];
      const place = { x: Math.round(node.x - width / 2), y: Math.round(node.y - height / 2) };
      return [[id, { ...place, width: Math.round(width), height: Math.round(height) }]];
    }),
  );
  const straight = [...model.flow.values()].flatMap((flow) => {
    const { drawing, ...rest } = flow;
    const ends = [flow.source, flow.target];
    return drawing?.diagram === diagram && ends.every((end) => end !== null && boxes.has(end)) ? [rest] : [];
  });
  return joinEdits(placeParts(model, boxes, 'Lay out'), { label: '', flow: { put: straight } });
}

/** Draws what no diagram shows yet, then lays the diagram out. */
export function drawUndrawn(
  model: Model,
  diagram: DiagramId,
  apply: (model: Model, edit: Edit) => Model,
): Edit {
  const drawn: Edit = {
    label: 'Draw',
    element: {
      put: undrawnElements(model).map((element, at) => ({
        ...element,
        drawing: { diagram, box: { x: 0, y: at * 100, ...elementSize } },
      })),
    },
  };
  return joinEdits(drawn, layOut(apply(model, drawn), diagram));
}
