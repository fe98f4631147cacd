/** Shows a model to the rules of one package: which of its types each thing is, and which values it knows. */
import type { Element, Flow } from '../model/diagram-parts';
import type { ElementId } from '../model/ids';
import type { Model } from '../model/model';
import type { Place } from '../model/threat';
import type { Anchor, EntityType, KnowledgePackage, KnowledgeProperty } from './package';
import type { FlowScene, PlacedScene, Scene, Thing } from './scene';

/** The roots that every package shares (package schema: `base`). */
const roots = { process: 'process', store: 'data-store', external: 'external-interactor', flow: 'data-flow' };
type Drawn = Pick<Element | Flow, 'type' | 'properties'>;

const noThing: Thing = { type: '', types: new Set(), value: () => undefined, flows: () => [] };

/** The value id for what the model says; a word that the property does not know is as good as nothing. */
function valueIn(property: KnowledgeProperty, said: string): string | undefined {
  const word = said.trim().toLowerCase();
  if (word === '') return undefined;
  if (property.values.length === 0) return said.trim();
  return property.values.find(({ names }) => names.has(word))?.id;
}

export class ModelScenes {
  readonly #typeByName = new Map<string, EntityType>();
  readonly #properties: ReadonlyMap<string, KnowledgeProperty>;
  readonly #elements = new Map<ElementId, Thing>();
  readonly #flows = new Map<string, FlowScene>();
  readonly #flowsAt = new Map<Thing, FlowScene[]>();

  /** O(elements + flows). Hold on to it while the model is the same value. */
  constructor(known: KnowledgePackage, model: Model) {
    for (const type of known.entityTypes) for (const name of type.names) this.#typeByName.set(name, type);
    this.#properties = new Map(known.properties.map((property) => [property.id, property]));
    for (const element of model.element.values())
      this.#elements.set(element.id, this.thing(element, roots[element.kind]));
    for (const flow of model.flow.values()) this.addFlow(flow);
  }

  private addFlow(flow: Flow): void {
    const end = (id: Flow['source']) => (id ? this.#elements.get(id) : undefined);
    const [source, target] = [end(flow.source), end(flow.target)];
    const scene = { flow: this.thing(flow, roots.flow), source, target };
    this.#flows.set(flow.id, scene);
    for (const thing of new Set([source, target])) {
      if (thing) this.#flowsAt.set(thing, [...(this.#flowsAt.get(thing) ?? []), scene]);
    }
  }

  /** A type of another root is a name that means something else here: a flow called "Process" stays a flow. */
  private typeOf({ type }: Drawn, root: string): EntityType | undefined {
    const byName = (name: string | undefined) => {
      const found = this.#typeByName.get((name ?? '').trim().toLowerCase());
      return found?.lineage.includes(root) ? found : undefined;
    };
    return byName(type?.id) ?? byName(type?.name) ?? byName(root);
  }

  private thing(drawn: Drawn, root: string): Thing {
    const type = this.typeOf(drawn, root);
    const said = new Map(Object.entries(drawn.properties).map(([name, text]) => [name.toLowerCase(), text]));
    const value = (id: string): string | undefined => {
      const property = this.#properties.get(id);
      if (!property) return undefined;
      const fixed = type?.fixed.get(id);
      if (fixed !== undefined) return fixed;
      for (const name of property.names) {
        const found = valueIn(property, said.get(name) ?? '');
        if (found !== undefined) return found;
      }
      return type?.defaults.get(id);
    };
    const thing: Thing = {
      type: type?.id ?? root,
      types: new Set([root, ...(type?.lineage ?? [])]),
      value,
      flows: () => this.#flowsAt.get(thing) ?? [],
    };
    return thing;
  }

  private flowScene(id: string): Scene | undefined {
    const scene = this.#flows.get(id);
    return scene && { ...scene, model: noThing };
  }

  /** The scenes in which a rule of the anchor can be asked about a place. A flow's rule is also asked at its ends. */
  at(place: Place, anchor: Anchor): readonly Scene[] {
    if (anchor === 'model') return [{ model: noThing }];
    if (anchor === 'flow') {
      if (place.kind === 'flow') return [this.flowScene(place.id) ?? []].flat();
      const thing = place.kind === 'element' ? this.#elements.get(place.id) : undefined;
      return (thing?.flows() ?? []).map((scene) => ({ ...scene, model: noThing }));
    }
    if (anchor === 'element') {
      const element = place.kind === 'element' ? this.#elements.get(place.id) : undefined;
      if (element) return [{ element, model: noThing }];
      const flow = place.kind === 'flow' ? this.#flows.get(place.id) : undefined;
      return [flow?.source, flow?.target].flatMap((end) => (end ? { element: end, model: noThing } : []));
    }
    return [];
  }

  /** Every place of the model at which a rule of the anchor is asked. */
  all(model: Model, anchor: Anchor): readonly PlacedScene[] {
    const places: Place[] =
      anchor === 'flow'
        ? [...model.flow.keys()].map((id) => ({ kind: 'flow', id }))
        : anchor === 'element'
          ? [...model.element.keys()].map((id) => ({ kind: 'element', id }))
          : anchor === 'model'
            ? [{ kind: 'model' }]
            : [];
    return places.flatMap((place) => this.at(place, anchor).map((scene) => ({ place, scene })));
  }
}
