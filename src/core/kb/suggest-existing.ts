/**
 * Where the drawing says that a mitigation seems to exist already (`satisfiedWhen` of its entry): said with the facts,
 * never set silently. Places that somebody decided on, and mitigations that are decided as a whole, are left alone.
 */
import type { TreatmentId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { ModelIndex } from '../model/model-index';
import { isAsked } from './places';
import type { KnowledgeEngine } from './knowledge-engine';
import type { KnowledgeMitigation } from './package';
import { entryNameOf } from './mitigation-key';

export interface ExistingSuggestion {
  readonly mitigation: Mitigation;
  /** The places where it seems to exist, in the order of the model. */
  readonly treatments: readonly TreatmentId[];
  /** What the drawing says, each fact once. */
  readonly because: readonly string[];
}

function entriesOf(engine: KnowledgeEngine): ReadonlyMap<string, KnowledgeMitigation> {
  const entries = engine.packages.flatMap(({ mitigations }) => mitigations);
  return new Map(entries.map((entry) => [`${entry.package}:${entry.id}`, entry]));
}

function suggestionFor(
  engine: KnowledgeEngine,
  index: ModelIndex,
  given: { readonly mitigation: Mitigation; readonly entry: KnowledgeMitigation },
): ExistingSuggestion | undefined {
  const { mitigation, entry } = given;
  const { satisfiedWhen } = entry;
  if (!satisfiedWhen || mitigation.status.kind === 'existing') return undefined;
  const because = new Set<string>();
  const treatments = index.treatmentsOfMitigation(mitigation.id).flatMap((treatment) => {
    const threat = engine.model.threat.get(treatment.threat);
    if (!threat || threat.status.kind === 'not-applicable' || treatment.status) return [];
    const explained = isAsked(engine.model, threat.place)
      ? engine.explainRule(entry.package, satisfiedWhen, threat.place)
      : undefined;
    if (explained?.answer !== 'yes') return [];
    for (const { sentence } of explained.because) because.add(sentence);
    return [treatment.id];
  });
  return treatments.length > 0 ? { mitigation, treatments, because: [...because] } : undefined;
}

/** O(treatments of mitigations whose entry says when it is satisfied). The engine must have followed the model. */
export function suggestExisting(engine: KnowledgeEngine, index: ModelIndex): readonly ExistingSuggestion[] {
  const entries = entriesOf(engine);
  return [...engine.model.mitigation.values()].flatMap((mitigation) => {
    const name = entryNameOf(mitigation);
    const entry = name === undefined ? undefined : entries.get(name);
    return (entry && suggestionFor(engine, index, { mitigation, entry })) ?? [];
  });
}
