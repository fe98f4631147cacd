/**
 * Finds the threats of packages in a model, and follows the model: after an edit only the places that it touched are
 * asked again. Flows that are out of scope or not connected at both ends have no threats, nor have elements out of scope.
 */
import type { Model } from '../model/model';
import type { Place } from '../model/threat';
import { compileThreat } from './match-threat';
import type { Check } from './compile-rule';
import { ModelGround } from './model-ground';
import type { Touched } from './model-ground';
import { ModelScenes } from './model-scenes';
import type { Anchor, KnowledgePackage, KnowledgeThreat } from './package';
import { anchors } from './package';
import { isAsked, placeKey, placesOf } from './places';
import type { AskedPlace } from './places';
import { RuleIndex } from './rule-index';
import type { Rule } from './rule';

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
  /** Its keys begin so. */
  readonly prefix: string;
  readonly check: Check;
}

const keyPrefix = (threat: Pick<KnowledgeThreat, 'package' | 'id'>): string =>
  `${threat.package}:${threat.id}@`;

/** Package, entry and place of a threat, as one text. Never change: keys are stored. */
export function instanceKey(threat: Pick<KnowledgeThreat, 'package' | 'id'>, place: Place): string {
  return keyPrefix(threat) + placeKey(place);
}

/** It looks at other flows of an element, so an edit one flow away may change it. */
function looksAround(rule: Rule): boolean {
  if (rule.kind === 'exists') return true;
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.some(looksAround);
  return rule.kind === 'not' && looksAround(rule.rule);
}

type Ruled = Pick<KnowledgeThreat, 'when' | 'unless'>;
const wholeRules = new WeakMap<Ruled, Rule>();

/** `when` and not `unless`, as one rule: the very same each time, since checks are kept by the rule. */
export function wholeRule(threat: Ruled): Rule {
  const { when, unless } = threat;
  if (!unless) return when;
  const made = wholeRules.get(threat) ?? { kind: 'all', rules: [when, { kind: 'not', rule: unless }] };
  wholeRules.set(threat, made);
  return made;
}

interface CompiledPackage {
  readonly indexes: ReadonlyMap<Anchor, RuleIndex<Compiled>>;
  /** Whether any of its rules looks at other flows of an element. */
  readonly looksAround: boolean;
}

/** Once for all models of a package. */
const compiledPackages = new WeakMap<KnowledgePackage, CompiledPackage>();

function compiled(known: KnowledgePackage): CompiledPackage {
  const there = compiledPackages.get(known);
  if (there) return there;
  const all = known.threats.map((threat): Compiled => ({
    threat,
    prefix: keyPrefix(threat),
    check: compileThreat(threat),
  }));
  const indexOf = (anchor: Anchor) =>
    new RuleIndex(
      all
        .filter(({ threat }) => threat.anchor === anchor)
        .map((each) => [wholeRule(each.threat), each] as const),
    );
  const made = {
    indexes: new Map(anchors.map((anchor) => [anchor, indexOf(anchor)] as const)),
    looksAround: known.threats.some((threat) => looksAround(wholeRule(threat))),
  };
  compiledPackages.set(known, made);
  return made;
}

/** One package in one model. */
export class PackageEngine {
  readonly scenes: ModelScenes;
  readonly #compiled: CompiledPackage;
  readonly #hits = new Map<string, readonly Hit[]>();
  /** Of the place that is being asked. Lists that grow keep room for more: each place is given a copy of just its size. */
  readonly #found: Hit[] = [];

  /**
   * O(elements + flows) for what the package says nothing about, plus the rules that may hold. `ground` may be shared
   * by the packages of a model; whoever shares it calls `refresh`.
   */
  constructor(
    readonly known: KnowledgePackage,
    model: Model,
    private readonly ground: ModelGround = new ModelGround(model),
  ) {
    this.#compiled = compiled(known);
    this.scenes = new ModelScenes(known, model, ground);
    for (const anchor of anchors) this.askAll(anchor);
  }

  /** Puts everything found behind what is there, by place in the order of the model. */
  addHits(found: Hit[]): void {
    for (const list of this.#hits.values()) for (const hit of list) found.push(hit);
  }

  at(place: Place): readonly Hit[] {
    return this.#hits.get(placeKey(place)) ?? [];
  }

  /** Asks again where the model changed, where nobody shares the ground. Answers the keys of the places asked. */
  follow(model: Model): ReadonlySet<string> {
    return this.refresh(this.ground.follow(model));
  }

  /** Asks again what an edit touched. */
  refresh(touched: Touched): ReadonlySet<string> {
    this.scenes.refresh(touched);
    const wide = this.#compiled.looksAround ? this.scenes.around(touched) : touched;
    const { model } = this.ground;
    const places = touched.info ? anchors.flatMap((anchor) => placesOf(model, anchor)) : placesIn(wide);
    const asked = new Set<string>();
    for (const place of places) {
      this.ask(place);
      asked.add(placeKey(place));
    }
    // What is gone is in no list of places any more.
    if (touched.info) for (const place of placesIn(wide)) this.ask(place);
    return asked;
  }

  /** A package of which no rule has this anchor has nothing to ask. */
  private askAll(anchor: Anchor): void {
    if (this.#compiled.indexes.get(anchor)?.isEmpty !== false) return;
    for (const asked of this.ground.askedPlaces(anchor)) {
      const hits = this.hitsAt(asked);
      if (hits.length > 0) this.#hits.set(asked.key, hits);
    }
  }

  private ask(place: Place): void {
    const key = placeKey(place);
    const hits = isAsked(this.ground.model, place) ? this.hitsAt({ place, key }) : none;
    if (hits.length > 0) this.#hits.set(key, hits);
    else this.#hits.delete(key);
  }

  private hitsAt({ place, key }: AskedPlace): readonly Hit[] {
    const scene = this.scenes.own(place);
    const index = this.#compiled.indexes.get(place.kind);
    if (!scene || !index) return none;
    let count = 0;
    for (const candidates of index.candidates(scene))
      for (const { threat, prefix, check } of candidates) {
        const answer = check(scene);
        if (answer === 'no') continue;
        this.#found[count] = { key: prefix + key, threat, place, answer };
        count += 1;
      }
    return count === 0 ? none : this.#found.slice(0, count);
  }
}

const none: readonly Hit[] = [];

function placesIn({ elements, flows, boundaries }: Touched): readonly Place[] {
  return [
    ...[...elements].map((id): Place => ({ kind: 'element', id })),
    ...[...flows].map((id): Place => ({ kind: 'flow', id })),
    ...[...boundaries].map((id): Place => ({ kind: 'boundary', id })),
  ];
}

/** Every threat of the packages in the model, package by package. */
export function findThreats(packages: readonly KnowledgePackage[], model: Model): readonly Hit[] {
  const ground = new ModelGround(model);
  const found: Hit[] = [];
  for (const known of packages) new PackageEngine(known, model, ground).addHits(found);
  return found;
}
