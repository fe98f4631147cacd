/**
 * Finds the threats of packages in a model, and follows the model: after an edit only the places that it touched are
 * asked again. Flows that are out of scope or not connected at both ends have no threats, nor have elements out of scope.
 */
import type { Model } from '../model/model';
import type { Place } from '../model/threat';
import { compileThreat } from './match-threat';
import type { Check } from './compile-rule';
import type { Touched } from './model-scenes';
import { ModelScenes, placesOf } from './model-scenes';
import type { Anchor, KnowledgePackage, KnowledgeThreat } from './package';
import { anchors } from './package';
import { RuleIndex } from './rule-index';
import type { Rule } from './rule';
import type { Scene } from './scene';

/** A threat at a place. */
export interface Hit {
  /** Entry and place: the same threat at the same place has the same key, whatever else changes. */
  readonly key: string;
  readonly threat: KnowledgeThreat;
  readonly place: Place;
  /** `unknown`: tentative, until the model says more. */
  readonly answer: 'yes' | 'unknown';
}

interface Compiled {
  readonly threat: KnowledgeThreat;
  readonly check: Check;
  /** It looks at other flows of an element, so an edit one flow away may change it. */
  readonly looksAround: boolean;
}

export const placeKey = (place: Place): string =>
  place.kind === 'model' ? 'model' : `${place.kind}:${place.id}`;

/** Package, entry and place of a threat, as one text. Never change: keys are stored. */
export function instanceKey(threat: Pick<KnowledgeThreat, 'package' | 'id'>, place: Place): string {
  return `${threat.package}:${threat.id}@${placeKey(place)}`;
}

function looksAround(rule: Rule): boolean {
  if (rule.kind === 'exists') return true;
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.some(looksAround);
  return rule.kind === 'not' && looksAround(rule.rule);
}

/** `when` and not `unless`, as one rule. */
export function wholeRule({ when, unless }: Pick<KnowledgeThreat, 'when' | 'unless'>): Rule {
  return unless ? { kind: 'all', rules: [when, { kind: 'not', rule: unless }] } : when;
}

/** Whether anything can threaten there: the drawing must be finished and the place in scope. */
export function isAsked(model: Model, place: Place): boolean {
  if (place.kind === 'flow') {
    const flow = model.flow.get(place.id);
    if (!flow || flow.outOfScope !== undefined) return false;
    return (['source', 'target'] as const).every(
      (end) => flow[end] !== null || flow.endsAtNote?.includes(end),
    );
  }
  if (place.kind === 'element') return model.element.get(place.id)?.outOfScope === undefined;
  if (place.kind === 'boundary') return model.boundary.get(place.id)?.outOfScope === undefined;
  return true;
}

/** One package in one model. */
export class PackageEngine {
  readonly scenes: ModelScenes;
  readonly #indexes: ReadonlyMap<Anchor, RuleIndex<Compiled>>;
  readonly #around: readonly Compiled[];
  readonly #hits = new Map<string, readonly Hit[]>();
  #model: Model;

  /** O(elements + flows) for what the package says nothing about, plus the rules that may hold. */
  constructor(
    readonly known: KnowledgePackage,
    model: Model,
  ) {
    this.#model = model;
    const compiled = known.threats.map((threat): Compiled => {
      const rule = wholeRule(threat);
      return { threat, check: compileThreat(threat), looksAround: looksAround(rule) };
    });
    this.#indexes = new Map(
      anchors.map((anchor) => [
        anchor,
        new RuleIndex(
          compiled
            .filter(({ threat }) => threat.anchor === anchor)
            .map((each) => [wholeRule(each.threat), each] as const),
        ),
      ]),
    );
    this.#around = compiled.filter((each) => each.looksAround);
    this.scenes = new ModelScenes(known, model);
    for (const anchor of anchors) for (const place of placesOf(model, anchor)) this.ask(place);
  }

  /** Everything found, by place in the order of the model. */
  *hits(): Generator<Hit> {
    for (const list of this.#hits.values()) yield* list;
  }

  at(place: Place): readonly Hit[] {
    return this.#hits.get(placeKey(place)) ?? [];
  }

  /** Asks again where the model changed. Answers the keys of the places that were asked. */
  follow(model: Model): ReadonlySet<string> {
    const infoChanged = model.info !== this.#model.info;
    this.#model = model;
    const touched = this.scenes.follow(model);
    const wide = this.#around.length > 0 ? this.scenes.around(touched) : touched;
    const places = infoChanged ? anchors.flatMap((anchor) => placesOf(model, anchor)) : placesIn(wide);
    const asked = new Set<string>();
    for (const place of places) {
      this.ask(place);
      asked.add(placeKey(place));
    }
    return asked;
  }

  private ask(place: Place): void {
    const key = placeKey(place);
    const scene = isAsked(this.#model, place) ? this.scenes.own(place) : undefined;
    const hits = scene ? this.hitsAt(place, scene) : [];
    if (hits.length > 0) this.#hits.set(key, hits);
    else this.#hits.delete(key);
  }

  private hitsAt(place: Place, scene: Scene): readonly Hit[] {
    const hits: Hit[] = [];
    for (const { threat, check } of this.#indexes.get(place.kind)?.candidates(scene) ?? []) {
      const answer = check(scene);
      if (answer !== 'no') hits.push({ key: instanceKey(threat, place), threat, place, answer });
    }
    return hits;
  }
}

function placesIn({ elements, flows, boundaries }: Touched): readonly Place[] {
  return [
    ...[...elements].map((id): Place => ({ kind: 'element', id })),
    ...[...flows].map((id): Place => ({ kind: 'flow', id })),
    ...[...boundaries].map((id): Place => ({ kind: 'boundary', id })),
  ];
}

/** Every threat of the packages in the model, package by package. */
export function findThreats(packages: readonly KnowledgePackage[], model: Model): readonly Hit[] {
  return packages.flatMap((known) => [...new PackageEngine(known, model).hits()]);
}
