/**
 * Shows a model to the rules of one package: which of its types each thing is, which values it knows, what it crosses.
 * It follows a model that changes: `follow` rebuilds only what an edit touched and says what that was.
 */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { BoundaryId, ElementId, FlowId } from '../model/ids';
import type { Model } from '../model/model';
import { placeName } from '../model/model-index';
import type { Place } from '../model/threat';
import { placesOf } from './places';
import { ModelGround } from './model-ground';
import type { Touched } from './model-ground';
import type { Anchor, KnowledgePackage } from './package';
import type { BoundaryThing, Crossing, FlowScene, PlacedScene, Scene, Thing } from './scene';
import type { Surroundings } from './thing-reader';
import { saidIn, ThingReader } from './thing-reader';

/** The property by which a person says what the drawing does not: yes, no, or the types of the boundaries. */
export const crossesProperty = 'crosses-trust-boundary';
const crossesName = 'crosses trust boundary';

/** What a flow may end at besides elements: a thing of no type. */
const note: Thing = { type: '', types: new Set(), value: () => undefined, flows: () => [] };

/** Readers know nothing of a model, so that one serves all models of a package. */
const readers = new WeakMap<KnowledgePackage, ThingReader>();

function readerOf(known: KnowledgePackage): ThingReader {
  const there = readers.get(known);
  if (there) return there;
  const made = new ThingReader(known);
  readers.set(known, made);
  return made;
}

function saidCrossing({ properties }: Flow): string | undefined {
  const said = saidIn(properties);
  return said.get(crossesProperty) ?? said.get(crossesName);
}

export class ModelScenes implements Surroundings {
  readonly #reader: ThingReader;
  readonly #elements = new Map<ElementId, Thing>();
  readonly #boundaries = new Map<BoundaryId, Thing & BoundaryThing>();
  readonly #flows = new Map<FlowId, FlowScene & Scene>();
  #whole: Thing;

  /** O(elements + flows). `ground` may be shared by the packages of a model; whoever shares it calls `refresh`. */
  constructor(
    known: KnowledgePackage,
    model: Model,
    private readonly ground: ModelGround = new ModelGround(model),
  ) {
    this.#reader = readerOf(known);
    this.#whole = this.#reader.model(model.info);
    for (const [id, boundary] of model.boundary) this.putBoundary(id, boundary);
    for (const [id, element] of model.element) this.putElement(id, element);
    for (const [id, flow] of model.flow) this.putFlow(id, flow);
  }

  /** The model as it is now, where nobody shares the ground. */
  follow(model: Model): Touched {
    const touched = this.ground.follow(model);
    this.refresh(touched);
    return touched;
  }

  /** Sees again what an edit touched. */
  refresh({ elements, flows, boundaries, info }: Touched): void {
    const { model } = this.ground;
    if (info) {
      this.#whole = this.#reader.model(model.info);
      for (const [id, scene] of this.#flows) this.#flows.set(id, { ...scene, model: this.#whole });
    }
    for (const id of boundaries) this.putBoundary(id, model.boundary.get(id));
    for (const id of elements) this.putElement(id, model.element.get(id));
    for (const id of flows) this.putFlow(id, model.flow.get(id));
  }

  /** Elements one flow away from these, and the flows at any of them: where a rule with `exists` may have changed. */
  around(touched: Touched): Touched {
    const elements = new Set([...touched.elements, ...touched.ends]);
    const flows = new Set(touched.flows);
    for (const id of elements) for (const flow of this.ground.flowsAt(id)) flows.add(flow);
    return { ...touched, elements, flows };
  }

  flowsAt(id: ElementId): readonly FlowScene[] {
    const found: FlowScene[] = [];
    for (const flow of this.ground.flowsAt(id)) {
      const scene = this.#flows.get(flow);
      if (scene) found.push(scene);
    }
    return found;
  }

  boxesAround(element: Element): readonly BoundaryThing[] | undefined {
    return this.ground.boxesAround(element)?.map(this.boundaryThing);
  }

  crossingsOf(flow: Flow): readonly Crossing[] | undefined {
    const said = saidCrossing(flow);
    if (said !== undefined) return this.#reader.saidCrossings(said);
    return this.ground.crossingsOf(flow)?.map(({ boundary, direction }) => ({
      boundary: this.boundaryThing(boundary),
      direction,
    }));
  }

  private putBoundary(id: BoundaryId, boundary: Boundary | undefined): void {
    if (boundary) this.#boundaries.set(id, this.#reader.boundary(boundary));
    else this.#boundaries.delete(id);
  }

  private putElement(id: ElementId, element: Element | undefined): void {
    if (element) this.#elements.set(id, this.#reader.element(element, this));
    else this.#elements.delete(id);
  }

  private readonly boundaryThing = ({ id, name }: Boundary): BoundaryThing =>
    this.#boundaries.get(id) ?? { types: new Set(), name };

  private putFlow(id: FlowId, flow: Flow | undefined): void {
    if (!flow) {
      this.#flows.delete(id);
      return;
    }
    this.#flows.set(id, {
      flow: this.#reader.flow(flow, this),
      source: this.endOf(flow, 'source'),
      target: this.endOf(flow, 'target'),
      model: this.#whole,
    });
  }

  private endOf(flow: Flow, at: 'source' | 'target'): Thing | undefined {
    const element = flow[at];
    if (element === null) return flow.endsAtNote?.includes(at) ? note : undefined;
    return this.#elements.get(element);
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
      if (place.kind === 'flow') return [this.#flows.get(place.id) ?? []].flat();
      return place.kind === 'element' ? this.flowsAt(place.id) : [];
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
        return this.#flows.get(place.id);
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
    return placeName(this.ground.model, place);
  }
}
