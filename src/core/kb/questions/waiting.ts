/** What tentative threats wait for: which property of which place, and which of them for each. */
import type { Model } from '../../model/model';
import type { Place } from '../../model/threat';
import { includesThreat } from '../depth';
import type { Looking } from '../depth';
import { placeKey } from '../places';
import type { Hit } from '../engine';
import type { KnowledgeEngine } from '../knowledge-engine';
import type { KnowledgePackage } from '../package';
import type { Subject } from '../rule';

/** The open facts of one property at one place. */
export interface OpenFact {
  readonly package: string;
  readonly place: Place;
  readonly property: string;
  readonly hits: readonly Hit[];
}

/** The place that a subject of a rule means; undefined for the peer, whom the rule looks for among many. */
export function placeOfSubject(model: Model, place: Place, subject: Subject): Place | undefined {
  if (subject === 'model') return { kind: 'model' };
  if (subject === 'peer') return undefined;
  if (subject === 'source' || subject === 'target') {
    const end = place.kind === 'flow' ? model.flow.get(place.id)?.[subject] : undefined;
    return end ? { kind: 'element', id: end } : undefined;
  }
  return place;
}

export class Waiting {
  readonly #facts = new Map<string, { readonly fact: OpenFact; readonly hits: Hit[] }>();

  /** Explains every tentative hit once. */
  constructor(engine: KnowledgeEngine, looking: Looking) {
    for (const hit of engine.hits()) {
      if (hit.answer !== 'unknown' || !includesThreat(looking, hit.threat)) continue;
      for (const { open } of engine.explain(hit.threat, hit.place)?.because ?? []) {
        const place = open && placeOfSubject(engine.model, hit.place, open.subject);
        if (place) this.add(hit, place, open.property);
      }
    }
  }

  private add(hit: Hit, place: Place, property: string): void {
    const key = `${hit.threat.package} ${placeKey(place)} ${property}`;
    const there = this.#facts.get(key);
    if (there) there.hits.push(hit);
    else {
      const hits = [hit];
      this.#facts.set(key, { fact: { package: hit.threat.package, place, property, hits }, hits });
    }
  }

  facts(): readonly OpenFact[] {
    return [...this.#facts.values()].map(({ fact }) => fact);
  }

  /** How many tentative threats wait for anything that one of the answers says. */
  settledBy(
    known: KnowledgePackage,
    place: Place,
    answers: readonly { readonly set: ReadonlyMap<string, string> }[],
  ): number {
    const properties = new Set(answers.flatMap(({ set }) => [...set.keys()]));
    const hits = new Set<string>();
    for (const property of properties)
      for (const { key } of this.#facts.get(`${known.id} ${placeKey(place)} ${property}`)?.hits ?? [])
        hits.add(key);
    return hits.size;
  }
}
