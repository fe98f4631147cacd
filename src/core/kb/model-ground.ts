/**
 * What every package sees alike of a model: which flows are at an element, which boundaries hold or cut what, and what
 * an edit touched. It is found once for all packages, and only where somebody asks.
 */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { BoundaryId, ElementId, FlowId } from '../model/ids';
import type { Model } from '../model/model';
import { boxesAround, crossingsOf, drawnFlow } from './crossings';
import type { DrawnCrossing } from './crossings';
import type { Anchor } from './package';
import { askedPlaces } from './places';
import type { AskedPlace } from './places';

/** What changed since the model before: the places whose rules must be asked again. */
export interface Touched {
  readonly elements: ReadonlySet<ElementId>;
  readonly flows: ReadonlySet<FlowId>;
  readonly boundaries: ReadonlySet<BoundaryId>;
  /** Elements at the flows, before the edit and after it: rules there may count flows. */
  readonly ends: ReadonlySet<ElementId>;
  /** Properties or context of the whole model. */
  readonly info: boolean;
}

/** Keys whose value differs between two maps, in either direction. O(entities), nothing when it is the same map. */
function changed<K, V>(before: ReadonlyMap<K, V> | undefined, after: ReadonlyMap<K, V>): Set<K> {
  if (before === undefined) return new Set(after.keys());
  const keys = new Set<K>();
  if (before === after) return keys;
  for (const [key, value] of after) if (before.get(key) !== value) keys.add(key);
  for (const key of before.keys()) if (!after.has(key)) keys.add(key);
  return keys;
}

const none: ReadonlySet<FlowId> = new Set();

export class ModelGround {
  #model: Model;
  /** Found when it is first asked for: many packages have no rule that looks around. */
  #flowsAt: FlowsAt | undefined;
  #boundaries: ReadonlyMap<string, readonly Boundary[]>;
  readonly #boxes = new Map<ElementId, readonly Boundary[] | undefined>();
  readonly #crossings = new Map<FlowId, readonly DrawnCrossing[] | undefined>();
  readonly #places = new Map<Anchor, readonly AskedPlace[]>();

  /** O(boundaries). */
  constructor(model: Model) {
    this.#model = model;
    this.#boundaries = byDiagram(model);
  }

  get model(): Model {
    return this.#model;
  }

  /** The model as it is now. O(entities) to compare references, then only what changed. */
  follow(model: Model): Touched {
    const before = this.#model;
    const flowsAt = (this.#flowsAt ??= connected(before));
    this.#model = model;
    this.#places.clear();
    const elements = changed(before.element, model.element);
    const flows = changed(before.flow, model.flow);
    const boundaries = changed(before.boundary, model.boundary);
    for (const id of flows) {
      disconnect(flowsAt, before.flow.get(id));
      connect(flowsAt, model.flow.get(id));
    }
    for (const id of elements) for (const flow of this.flowsAt(id)) flows.add(flow);
    const ends = this.endsOf(flows, before);
    // A boundary that moved may hold any element and be crossed by any flow.
    if (boundaries.size > 0) {
      this.#boundaries = byDiagram(model);
      for (const id of model.flow.keys()) flows.add(id);
      for (const id of model.element.keys()) elements.add(id);
    }
    for (const id of elements) this.#boxes.delete(id);
    for (const id of flows) this.#crossings.delete(id);
    return { elements, flows, boundaries, ends, info: before.info !== model.info };
  }

  private endsOf(flows: ReadonlySet<FlowId>, before: Model): ReadonlySet<ElementId> {
    const ends = new Set<ElementId>();
    for (const id of flows)
      for (const flow of [before.flow.get(id), this.#model.flow.get(id)])
        for (const end of [flow?.source, flow?.target]) if (end) ends.add(end);
    return ends;
  }

  /** Where rules of the anchor are asked. O(places) once per model. */
  askedPlaces(anchor: Anchor): readonly AskedPlace[] {
    const there = this.#places.get(anchor);
    if (there) return there;
    const made = askedPlaces(this.#model, anchor);
    this.#places.set(anchor, made);
    return made;
  }

  flowsAt(id: ElementId): ReadonlySet<FlowId> {
    this.#flowsAt ??= connected(this.#model);
    return this.#flowsAt.get(id) ?? none;
  }

  /** The boxes that hold the element; undefined when it is not drawn. O(boundaries) once per element. */
  boxesAround(element: Element): readonly Boundary[] | undefined {
    if (!this.#boxes.has(element.id)) {
      const { drawing } = element;
      const near = drawing && (this.#boundaries.get(drawing.diagram) ?? []);
      this.#boxes.set(element.id, near && boxesAround(element, near));
    }
    return this.#boxes.get(element.id);
  }

  /** What the flow crosses; undefined when it is not drawn. O(boundaries) once per flow. */
  crossingsOf(flow: Flow): readonly DrawnCrossing[] | undefined {
    if (!this.#crossings.has(flow.id)) {
      const drawn = drawnFlow(flow, this.#model.element);
      const near = drawn && (this.#boundaries.get(drawn.diagram) ?? []);
      this.#crossings.set(flow.id, drawn && near && crossingsOf(drawn, near));
    }
    return this.#crossings.get(flow.id);
  }
}

type FlowsAt = Map<ElementId, Set<FlowId>>;

function connect(flowsAt: FlowsAt, flow: Flow | undefined): void {
  for (const end of [flow?.source, flow?.target]) {
    if (!end || !flow) continue;
    const there = flowsAt.get(end);
    if (there) there.add(flow.id);
    else flowsAt.set(end, new Set([flow.id]));
  }
}

function disconnect(flowsAt: FlowsAt, flow: Flow | undefined): void {
  for (const end of [flow?.source, flow?.target]) if (end && flow) flowsAt.get(end)?.delete(flow.id);
}

/** O(flows). */
function connected(model: Model): FlowsAt {
  const flowsAt: FlowsAt = new Map();
  for (const flow of model.flow.values()) connect(flowsAt, flow);
  return flowsAt;
}

function byDiagram(model: Model): ReadonlyMap<string, readonly Boundary[]> {
  const found = new Map<string, Boundary[]>();
  for (const boundary of model.boundary.values()) {
    const { diagram } = boundary.drawing;
    const there = found.get(diagram);
    if (there) there.push(boundary);
    else found.set(diagram, [boundary]);
  }
  return found;
}
