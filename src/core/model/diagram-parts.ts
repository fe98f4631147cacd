/** The drawn system: diagrams, elements, flows and trust boundaries. */
import * as v from 'valibot';
import { boundaryId, diagramId, elementId, flowId } from './ids';
import { line, origin, path, properties, prose, rectangle, typeName, workItemId } from './parts';

export const diagram = v.object({ id: diagramId, origin, name: line });
export type Diagram = v.InferOutput<typeof diagram>;

const shared = {
  origin,
  name: line,
  type: v.exactOptional(typeName),
  /** Present when the thing is out of scope; holds the reason, which may be empty. */
  outOfScope: v.exactOptional(prose),
  notes: v.exactOptional(prose),
  /** Present when a newer version of the imported file does not have it any more: why. */
  stale: v.exactOptional(prose),
  properties,
};

export const element = v.object({
  id: elementId,
  ...shared,
  kind: v.picklist(['process', 'store', 'external']),
  /** Where on the backlog it is built: the stories there are the first ones that its threats look for. */
  backlog: v.exactOptional(
    v.variant('kind', [
      v.object({ kind: v.literal('feature'), workItem: workItemId }),
      v.object({ kind: v.literal('area'), path: line }),
    ]),
  ),
  drawing: v.exactOptional(v.object({ diagram: diagramId, box: rectangle })),
});
export type Element = v.InferOutput<typeof element>;

export const flow = v.object({
  id: flowId,
  ...shared,
  /** Null when the end is not connected to an element. */
  source: v.nullable(elementId),
  target: v.nullable(elementId),
  /** Ends that are null because the line ends at a note on the drawing: not an element, yet not loose either. */
  endsAtNote: v.exactOptional(v.array(v.picklist(['source', 'target']))),
  drawing: v.exactOptional(v.object({ diagram: diagramId, path })),
});
export type Flow = v.InferOutput<typeof flow>;

export const boundary = v.object({
  id: boundaryId,
  ...shared,
  drawing: v.variant('shape', [
    v.object({ shape: v.literal('box'), diagram: diagramId, box: rectangle }),
    v.object({ shape: v.literal('line'), diagram: diagramId, path }),
  ]),
});
export type Boundary = v.InferOutput<typeof boundary>;
