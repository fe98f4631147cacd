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

/** Grouped when it is first asked for: who only draws never pays for what only sync wants. */
function groupBy<K, T>(items: ReadonlyMap<unknown, T>, key: (item: T) => K): (key: K) => readonly T[] {
  let groups: Map<K, T[]> | undefined;
  const none: readonly T[] = [];
  return (wanted) => {
    groups ??= grouped(items, key);
    return groups.get(wanted) ?? none;
  };
}

/** Most groups are this small, and joining makes a list of just its size: one that was pushed to keeps room for 17. */
const few = 4;

function grouped<K, T>(items: ReadonlyMap<unknown, T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items.values()) {
    const wanted = key(item);
    const group = groups.get(wanted);
    if (!group) groups.set(wanted, [item]);
    else if (group.length < few) groups.set(wanted, group.concat([item]));
    else group.push(item);
  }
  return groups;
}

const kept = new WeakMap<Model, ModelIndex>();

/**
 * The look-ups of a model, made once for each: models never change, and a page asks for them in many places. O(entities)
 * at the first question of each kind.
 */
export function indexModel(model: Model): ModelIndex {
  const known = kept.get(model);
  if (known) return known;
  const made = makeIndex(model);
  kept.set(model, made);
  return made;
}

function makeIndex(model: Model): ModelIndex {
  const treatmentsOfMitigation = groupBy(model.treatment, (t) => t.mitigation);
  const linksOfThreat = groupBy(model.storyLink, (l) => l.threat);
  const stories = new Map<MitigationId, readonly number[]>();
  const find = (id: MitigationId): readonly number[] => {
    const found = new Set<number>();
    for (const treatment of treatmentsOfMitigation(id)) {
      for (const link of linksOfThreat(treatment.threat)) found.add(link.story);
    }
    return found.size > 1 ? [...found].sort((a, b) => a - b) : [...found];
  };
  return {
    treatmentsOfThreat: groupBy(model.treatment, (t) => t.threat),
    treatmentsOfMitigation,
    linksOfThreat,
    linksOfStory: groupBy(model.storyLink, (l) => l.story),
    realisationsOfMitigation: groupBy(model.realisation, (r) => r.mitigation),
    storiesOfMitigation: (id) => {
      const known = stories.get(id) ?? find(id);
      stories.set(id, known);
      return known;
    },
  };
}

/** The stories of the threats that a part of a mitigation's work covers, ascending, each once; readable or not. */
export function storiesOfPart(
  index: ModelIndex,
  { mitigation, covers }: Pick<Realisation, 'mitigation' | 'covers'>,
): readonly number[] {
  if (covers === 'all') return index.storiesOfMitigation(mitigation);
  const covered = index.treatmentsOfMitigation(mitigation).filter(({ id }) => covers.includes(id));
  const stories = covered.flatMap(({ threat }) => index.linksOfThreat(threat).map(({ story }) => story));
  return [...new Set(stories)].sort((a, b) => a - b);
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
