/** Which entities an entity refers to: the one list that reading, saving and merging share. */
import type { Entity, EntityOf, Kind, Model } from '../model/model';
import { kinds } from '../model/model';
import type { Threat } from '../model/threat';

export interface Reference {
  readonly kind: Kind;
  readonly id: string;
}

/** Told of each: a list of them for every entity of a large model would be thrown away at once. */
type See = (kind: Kind, id: string) => void;
type Readers = { readonly [K in Kind]: (entity: EntityOf[K], see: See) => void };

const none = (): void => undefined;
const onDiagram = (drawing: { readonly diagram: string } | undefined, see: See): void => {
  if (drawing) see('diagram', drawing.diagram);
};
const atPlace = ({ place }: Pick<Threat, 'place'>, see: See): void => {
  if (place.kind !== 'model') see(place.kind, place.id);
};

const readers: Readers = {
  diagram: none,
  element: ({ drawing }, see) => onDiagram(drawing, see),
  boundary: ({ drawing }, see) => onDiagram(drawing, see),
  flow: ({ drawing, source, target }, see) => {
    onDiagram(drawing, see);
    if (source !== null) see('element', source);
    if (target !== null) see('element', target);
  },
  mitigation: none,
  threat: atPlace,
  treatment: ({ threat, mitigation }, see) => {
    see('threat', threat);
    see('mitigation', mitigation);
  },
  realisation: ({ mitigation, covers }, see) => {
    see('mitigation', mitigation);
    if (covers !== 'all') for (const id of covers) see('treatment', id);
  },
  clause: none,
  requirement: none,
  assumption: none,
  acceptance: ({ threat }, see) => see('threat', threat),
  dismissal: none,
  timeEntry: none,
  event: none,
  incident: none,
  evidence: none,
  comment: none,
  review: none,
  upgrade: none,
  knowledge: none,
  question: atPlace,
  storyLink: ({ threat, clause }, see) => {
    see('threat', threat);
    if (clause !== undefined) see('clause', clause);
  },
};

/** The entities that this one cannot be without. All are of kinds earlier in `kinds`. */
export function referencesOf<K extends Kind>(kind: K, entity: EntityOf[K]): readonly Reference[] {
  const found: Reference[] = [];
  readers[kind](entity, (referred, id) => found.push({ kind: referred, id }));
  return found;
}

/** The first reference of the entity that the model does not hold. */
export function danglingReference<K extends Kind>(
  entities: Readonly<Record<Kind, ReadonlyMap<string, Entity>>>,
  kind: K,
  entity: EntityOf[K],
): Reference | undefined {
  let missing: Reference | undefined;
  readers[kind](entity, (referred, id) => {
    if (!missing && !entities[referred].has(id)) missing = { kind: referred, id };
  });
  return missing;
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
