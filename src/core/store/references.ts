/** Which entities an entity refers to: the one list that reading, saving and merging share. */
import type { Entity, EntityOf, Kind, Model } from '../model/model';
import { kinds } from '../model/model';

export interface Reference {
  readonly kind: Kind;
  readonly id: string;
}

type Readers = { readonly [K in Kind]: (entity: EntityOf[K]) => readonly Reference[] };

const onDiagram = (drawing: { readonly diagram: string } | undefined): Reference[] =>
  drawing ? [{ kind: 'diagram', id: drawing.diagram }] : [];

const readers: Readers = {
  diagram: () => [],
  element: ({ drawing }) => onDiagram(drawing),
  boundary: ({ drawing }) => onDiagram(drawing),
  flow: ({ drawing, source, target }) => [
    ...onDiagram(drawing),
    ...[source, target].flatMap((end): Reference[] => (end === null ? [] : [{ kind: 'element', id: end }])),
  ],
  mitigation: () => [],
  threat: ({ place }) => (place.kind === 'model' ? [] : [{ kind: place.kind, id: place.id }]),
  treatment: ({ threat, mitigation }) => [
    { kind: 'threat', id: threat },
    { kind: 'mitigation', id: mitigation },
  ],
  realisation: ({ mitigation, covers }) => [
    { kind: 'mitigation', id: mitigation },
    ...(covers === 'all' ? [] : covers.map((id): Reference => ({ kind: 'treatment', id }))),
  ],
  clause: () => [],
  requirement: () => [],
  assumption: () => [],
  acceptance: ({ threat }) => [{ kind: 'threat', id: threat }],
  dismissal: () => [],
  timeEntry: () => [],
  event: () => [],
  incident: () => [],
  evidence: () => [],
  comment: () => [],
  review: () => [],
  upgrade: () => [],
  knowledge: () => [],
  question: ({ place }) => (place.kind === 'model' ? [] : [{ kind: place.kind, id: place.id }]),
  storyLink: ({ threat, clause }) => [
    { kind: 'threat', id: threat },
    ...(clause === undefined ? [] : [{ kind: 'clause' as const, id: clause }]),
  ],
};

/** The entities that this one cannot be without. All are of kinds earlier in `kinds`. */
export function referencesOf<K extends Kind>(kind: K, entity: EntityOf[K]): readonly Reference[] {
  return readers[kind](entity);
}

/** The first reference of the entity that the model does not hold. */
export function danglingReference(
  entities: Readonly<Record<Kind, ReadonlyMap<string, Entity>>>,
  kind: Kind,
  entity: Entity,
): Reference | undefined {
  return referencesOf(kind, entity).find((reference) => !entities[reference.kind].has(reference.id));
}

/** The first entity of the model that refers to something missing, as a sentence; undefined when all is well. */
export function firstDangling(model: Model): string | undefined {
  for (const kind of kinds) {
    for (const entity of model[kind].values()) {
      const missing = danglingReference(model, kind, entity);
      if (missing)
        return `The ${kind} ${entity.id} refers to the ${missing.kind} ${missing.id}, which is not in the model.`;
    }
  }
  return undefined;
}

/** Kinds that others refer to. */
const referents: ReadonlySet<Kind> = new Set<Kind>([
  'diagram',
  'element',
  'boundary',
  'flow',
  'mitigation',
  'threat',
  'treatment',
  'clause',
]);

/**
 * True when the edit removes what somebody else may have begun to refer to, or refers to what somebody else may have
 * removed. Those are the edits that can collide although each side writes other documents, so no etag notices.
 */
export function changesReferences(before: Model, after: Model): boolean {
  return kinds.some((kind) => {
    const [old, now]: ReadonlyMap<string, Entity>[] = [before[kind], after[kind]];
    if (!old || !now || old === now) return false;
    if (referents.has(kind) && [...old.keys()].some((id) => !now.has(id))) return true;
    return [...now].some(([id, entity]) => {
      const earlier = old.get(id);
      if (earlier === entity) return false;
      const known = new Set((earlier ? referencesOf(kind, earlier) : []).map((reference) => reference.id));
      return referencesOf(kind, entity).some((reference) => !known.has(reference.id));
    });
  });
}
