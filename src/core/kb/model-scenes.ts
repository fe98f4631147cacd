/**
 * Shows a model to the rules of one package: which of its types each thing is, which values it knows, what it crosses.
 * It follows a model that changes: `follow` rebuilds only what an edit touched and says what that was.
 */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { BoundaryId, ElementId, FlowId } from '../model/ids';
import type { Model } from '../model/model';
import { placeName } from '../model/model-index';
import type { Place } from '../model/threat';
import { boxesAround, crossingsOf, drawnFlow } from './crossings';
import type { Anchor, KnowledgePackage } from './package';
import type { BoundaryThing, Crossing, FlowScene, PlacedScene, Scene, Thing } from './scene';
import { ThingReader } from './thing-reader';

/** What changed since the model before: the places whose rules must be asked again. */
export interface Touched {
  readonly elements: ReadonlySet<ElementId>;
  readonly flows: ReadonlySet<FlowId>;
  readonly boundaries: ReadonlySet<BoundaryId>;
}

/** The property by which a person says what the drawing does not: yes, no, or the types of the boundaries. */
export const crossesProperty = 'crosses-trust-boundary';
const crossesNames: ReadonlySet<string> = new Set([crossesProperty, 'crosses trust boundary']);

/** What a flow may end at besides elements: a thing of no type. */
const note: Thing = { type: '', types: new Set(), value: () => undefined, flows: () => [] };

/** Keys whose value differs between two maps, in either direction. O(entities), nothing when it is the same map. */
function changed<K, V>(before: ReadonlyMap<K, V> | undefined, after: ReadonlyMap<K, V>): Set<K> {
  const keys = new Set<K>();
  if (before === after) return keys;
  for (const [key, value] of after) if (before?.get(key) !== value) keys.add(key);
  for (const key of before?.keys() ?? []) if (!after.has(key)) keys.add(key);
  return keys;
}

export class ModelScenes {
  readonly #reader: ThingReader;
  #model: Model | undefined;
  readonly #elements = new Map<ElementId, Thing>();
  readonly #boundaries = new Map<BoundaryId, Thing>();
  readonly #flows = new Map<FlowId, FlowScene>();
  readonly #flowsAt = new Map<ElementId, Set<FlowId>>();
  #whole: Thing;

  /** O(elements + flows). */
  constructor(known: KnowledgePackage, model: Model) {
    this.#reader = new ThingReader(known);
    this.#whole = this.#reader.model(model.info);
    this.follow(model);
  }

  /** The model as it is now. O(entities) to compare references, then only what changed. */
  follow(model: Model): Touched {
    const before = this.#model;
    this.#model = model;
    if (before?.info !== model.info) this.#whole = this.#reader.model(model.info);
    const elements = changed(before?.element, model.element);
    const flows = changed(before?.flow, model.flow);
    const boundaries = changed(before?.boundary, model.boundary);
    for (const id of boundaries) this.putBoundary(id, model.boundary.get(id));
    for (const id of elements) {
      this.putElement(id, model.element.get(id));
      for (const flow of this.#flowsAt.get(id) ?? []) flows.add(flow);
    }
    // A boundary that moved may be crossed by any flow: their crossings are computed again when somebody asks.
    if (boundaries.size > 0) {
      for (const id of model.flow.keys()) flows.add(id);
      for (const [id, element] of model.element) {
        elements.add(id);
        this.putElement(id, element);
      }
    }
    for (const id of flows) this.putFlow(id, before?.flow.get(id), model.flow.get(id));
    return { elements, flows, boundaries };
  }

  /** Elements one flow away from these, and the flows at any of them: where a rule with `exists` may have changed. */
  around(touched: Touched): Touched {
    const elements = new Set(touched.elements);
    for (const id of touched.flows) {
      const flow = this.#model?.flow.get(id);
      for (const end of [flow?.source, flow?.target]) if (end) elements.add(end);
    }
    const flows = new Set(touched.flows);
    for (const id of elements) for (const flow of this.#flowsAt.get(id) ?? []) flows.add(flow);
    return { ...touched, elements, flows };
  }

  private putBoundary(id: BoundaryId, boundary: Boundary | undefined): void {
    if (boundary) this.#boundaries.set(id, this.#reader.boundary(boundary));
    else this.#boundaries.delete(id);
  }

  private putElement(id: ElementId, element: Element | undefined): void {
    if (!element) {
      this.#elements.delete(id);
      return;
    }
    const flows = () => [...(this.#flowsAt.get(id) ?? [])].flatMap((flow) => this.#flows.get(flow) ?? []);
    let boxes: readonly BoundaryThing[] | undefined | 'unasked' = 'unasked';
    const inside = () => {
      if (boxes === 'unasked')
        boxes = boxesAround(element, this.#model?.boundary.values() ?? [])?.map(this.boundaryThing);
      return boxes;
    };
    this.#elements.set(id, this.#reader.element(element, { flows, inside }));
  }

  private readonly boundaryThing = (boundary: Boundary): BoundaryThing => ({
    types: this.#boundaries.get(boundary.id)?.types ?? new Set(),
    name: boundary.name,
  });

  private putFlow(id: FlowId, before: Flow | undefined, flow: Flow | undefined): void {
    for (const end of [before?.source, before?.target]) if (end) this.#flowsAt.get(end)?.delete(id);
    if (!flow) {
      this.#flows.delete(id);
      return;
    }
    for (const end of [flow.source, flow.target]) if (end) this.addFlowAt(end, id);
    const end = (at: 'source' | 'target') => {
      const element = flow[at];
      if (element === null) return flow.endsAtNote?.includes(at) ? note : undefined;
      return this.#elements.get(element);
    };
    let found: readonly Crossing[] | undefined | 'unasked' = 'unasked';
    const crossings = () => {
      if (found === 'unasked') found = this.crossings(flow);
      return found;
    };
    const thing = this.#reader.flow(flow, { crossings });
    this.#flows.set(id, { flow: thing, source: end('source'), target: end('target') });
  }

  private addFlowAt(end: ElementId, id: FlowId): void {
    const there = this.#flowsAt.get(end);
    if (there) there.add(id);
    else this.#flowsAt.set(end, new Set([id]));
  }

  private crossings(flow: Flow): readonly Crossing[] | undefined {
    const model = this.#model;
    if (!model) return undefined;
    const said = Object.entries(flow.properties).find(([name]) => crossesNames.has(name.toLowerCase()))?.[1];
    if (said !== undefined) return this.#reader.saidCrossings(said);
    const drawn = drawnFlow(flow, model.element);
    return (
      drawn &&
      crossingsOf(drawn, model.boundary.values()).map(({ boundary, direction }) => ({
        boundary: this.boundaryThing(boundary),
        direction,
      }))
    );
  }

  private flowScene(id: FlowId): Scene | undefined {
    const scene = this.#flows.get(id);
    return scene && { ...scene, model: this.#whole };
  }

  private boundaryScene(id: BoundaryId): Scene | undefined {
    const element = this.#boundaries.get(id);
    return element && { element, model: this.#whole };
  }

  /** The scenes in which a rule of the anchor can be asked about a place. A flow's rule is also asked at its ends. */
  at(place: Place, anchor: Anchor): readonly Scene[] {
    const model = this.#whole;
    if (anchor === 'model') return [{ model }];
    if (anchor === 'flow') {
      if (place.kind === 'flow') return [this.flowScene(place.id) ?? []].flat();
      const thing = place.kind === 'element' ? this.#elements.get(place.id) : undefined;
      return (thing?.flows() ?? []).map((scene) => ({ ...scene, model }));
    }
    if (anchor === 'boundary')
      return place.kind === 'boundary' ? [this.boundaryScene(place.id) ?? []].flat() : [];
    const element = place.kind === 'element' ? this.#elements.get(place.id) : undefined;
    if (element) return [{ element, model }];
    const flow = place.kind === 'flow' ? this.#flows.get(place.id) : undefined;
    return [flow?.source, flow?.target].flatMap((end) => (end ? { element: end, model } : []));
  }

  /** The one scene of a place for rules of its own anchor; undefined where there is nothing to ask about. */
  own(place: Place): Scene | undefined {
    switch (place.kind) {
      case 'flow':
        return this.flowScene(place.id);
      case 'boundary':
        return this.boundaryScene(place.id);
      case 'element': {
        const element = this.#elements.get(place.id);
        return element && { element, model: this.#whole };
      }
      case 'model':
        return { model: this.#whole };
    }
  }

  /** Every place of the model at which a rule of the anchor is asked. */
  all(model: Model, anchor: Anchor): readonly PlacedScene[] {
    return placesOf(model, anchor).flatMap((place) =>
      this.at(place, anchor).map((scene) => ({ place, scene })),
    );
  }

  /** The name of a place, for explanations. */
  nameOf(place: Place): string {
    return this.#model ? placeName(this.#model, place) : '';
  }
}

/** The places of a model that an anchor stands for. */
export function placesOf(model: Model, anchor: Anchor): readonly Place[] {
  switch (anchor) {
    case 'flow':
      return [...model.flow.keys()].map((id) => ({ kind: 'flow', id }));
    case 'element':
      return [...model.element.keys()].map((id) => ({ kind: 'element', id }));
    case 'boundary':
      return [...model.boundary.keys()].map((id) => ({ kind: 'boundary', id }));
    case 'model':
      return [{ kind: 'model' }];
  }
}
