/** Who refers to whom: the look-ups that risk, sync and views need, built in one pass over a model. */
import type { MitigationId, ThreatId } from './ids';
import type { Realisation, StoryLink, Treatment } from './mitigation';
import type { Model } from './model';
import type { Place } from './threat';

export interface ModelIndex {
  readonly treatmentsOfThreat: (id: ThreatId) => readonly Treatment[];
  readonly treatmentsOfMitigation: (id: MitigationId) => readonly Treatment[];
  readonly linksOfThreat: (id: ThreatId) => readonly StoryLink[];
  readonly linksOfStory: (story: number) => readonly StoryLink[];
  readonly realisationsOfMitigation: (id: MitigationId) => readonly Realisation[];
  /** The stories of all threats that the mitigation treats, ascending, each once. */
  readonly storiesOfMitigation: (id: MitigationId) => readonly number[];
}

function groupBy<K, T>(items: Iterable<T>, key: (item: T) => K): (key: K) => readonly T[] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  const none: readonly T[] = [];
  return (wanted) => groups.get(wanted) ?? none;
}

/** Builds the look-ups. O(entities); hold on to the result for as long as the model is the same value. */
export function indexModel(model: Model): ModelIndex {
  const treatmentsOfMitigation = groupBy(model.treatment.values(), (t) => t.mitigation);
  const linksOfThreat = groupBy(model.storyLink.values(), (l) => l.threat);
  return {
    treatmentsOfThreat: groupBy(model.treatment.values(), (t) => t.threat),
    treatmentsOfMitigation,
    linksOfThreat,
    linksOfStory: groupBy(model.storyLink.values(), (l) => l.story),
    realisationsOfMitigation: groupBy(model.realisation.values(), (r) => r.mitigation),
    storiesOfMitigation: (id) => {
      const stories = new Set<number>();
      for (const treatment of treatmentsOfMitigation(id)) {
        for (const link of linksOfThreat(treatment.threat)) stories.add(link.story);
      }
      return [...stories].sort((a, b) => a - b);
    },
  };
}

/** The name of a place for a person: an element, "source → target" for an unnamed flow, or the whole model. */
export function placeName(model: Model, place: Place): string {
  switch (place.kind) {
    case 'element':
      return model.element.get(place.id)?.name ?? 'An element that is gone';
    case 'boundary':
      return model.boundary.get(place.id)?.name ?? 'A trust boundary that is gone';
    case 'model':
      return 'The whole model';
    case 'flow': {
      const flow = model.flow.get(place.id);
      if (!flow) return 'A data flow that is gone';
      const end = (id: typeof flow.source) => (id && model.element.get(id)?.name) || '?';
      return `${flow.name || 'Data flow'} (${end(flow.source)} → ${end(flow.target)})`;
    }
  }
}
