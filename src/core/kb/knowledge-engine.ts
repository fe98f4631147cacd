/** All packages of a model at once: what they find, why, and why not. Follows the model from edit to edit. */
import type { Model } from '../model/model';
import type { Place } from '../model/threat';
import type { Hit } from './engine';
import { PackageEngine, wholeRule } from './engine';
import type { Explanation } from './explain';
import { Explainer } from './explain';
import { ModelGround } from './model-ground';
import type { KnowledgePackage, KnowledgeThreat } from './package';
import { isAsked } from './places';
import type { Rule } from './rule';
import type { Scene } from './scene';

/** They know nothing of a model, so that one serves all models of a package. */
const explainers = new WeakMap<KnowledgePackage, Explainer>();

function explainerOf(known: KnowledgePackage): Explainer {
  const there = explainers.get(known);
  if (there) return there;
  const made = new Explainer(known);
  explainers.set(known, made);
  return made;
}

export class KnowledgeEngine {
  readonly #engines: ReadonlyMap<string, PackageEngine>;
  readonly #explainers: ReadonlyMap<string, Explainer>;
  readonly #ground: ModelGround;

  constructor(
    readonly packages: readonly KnowledgePackage[],
    model: Model,
  ) {
    this.#ground = new ModelGround(model);
    this.#engines = new Map(
      packages.map((known) => [known.id, new PackageEngine(known, model, this.#ground)]),
    );
    this.#explainers = new Map(packages.map((known) => [known.id, explainerOf(known)]));
  }

  get model(): Model {
    return this.#ground.model;
  }

  /** The model as it is now; asks only where it changed. Nothing for the very same model. */
  follow(model: Model): void {
    if (model === this.model) return;
    const touched = this.#ground.follow(model);
    for (const engine of this.#engines.values()) engine.refresh(touched);
  }

  hits(): readonly Hit[] {
    const found: Hit[] = [];
    for (const engine of this.#engines.values()) engine.addHits(found);
    return found;
  }

  hitsAt(place: Place): readonly Hit[] {
    return [...this.#engines.values()].flatMap((engine) => engine.at(place));
  }

  /** Undefined where the place is gone, or the package is not here. */
  sceneAt(packageId: string, place: Place): Scene | undefined {
    return this.#engines.get(packageId)?.scenes.own(place);
  }

  /** Why the threat is at the place, or why not. Undefined where it cannot be asked at all. */
  explain(threat: KnowledgeThreat, place: Place): Explanation | undefined {
    const scene = isAsked(this.model, place) ? this.sceneAt(threat.package, place) : undefined;
    return scene && this.#explainers.get(threat.package)?.explain(wholeRule(threat), scene);
  }

  /** Whether a rule of a package holds at a place, with the facts. Undefined where it cannot be asked. */
  explainRule(packageId: string, rule: Rule, place: Place): Explanation | undefined {
    const scene = this.sceneAt(packageId, place);
    return scene && this.#explainers.get(packageId)?.explain(rule, scene);
  }

  threat(packageId: string, id: string): KnowledgeThreat | undefined {
    return this.#engines.get(packageId)?.known.threats.find((threat) => threat.id === id);
  }
}
