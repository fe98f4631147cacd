/**
 * What an import wrote, as hashes at the things themselves: with them a newer file can tell what people changed since
 * from what the file says otherwise. A model that was imported before this was kept has none, and is still updated.
 */
import { shortHash } from '../../model/canonical-json';
import type { EntityOf, Model } from '../../model/model';
import type { Treatment } from '../../model/mitigation';

export const keyedKinds = ['diagram', 'element', 'boundary', 'flow', 'mitigation', 'threat'] as const;
export type KeyedKind = (typeof keyedKinds)[number];
export type Keyed = EntityOf[KeyedKind];

/** Not of the file: what the product itself adds to a thing. */
const ours: ReadonlySet<string> = new Set(['id', 'origin', 'stale', 'found', 'tentative']);

/** The fields that a file may write, with their values. */
export const fieldsOf = (entity: Keyed): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(entity).filter(([name, value]) => !ours.has(name) && value !== undefined));

/** Key of the mitigation in the record of its threat: treatments have no key of their own. */
export const treatedBy = (mitigationKey: string): string => `treated by ${shortHash(mitigationKey)}`;
export const treatmentHash = ({ strength, status }: Pick<Treatment, 'strength' | 'status'>): string =>
  shortHash({ strength, status });

export const importKeyOf = (entity: Keyed): string | undefined =>
  entity.origin.kind === 'import' ? entity.origin.key : undefined;

function recorded<T extends Keyed>(entity: T, more: readonly (readonly [string, string])[] = []): T {
  const { origin } = entity;
  if (origin.kind !== 'import') return entity;
  const hashes = [...fieldsOf(entity)].map(([name, value]) => [name, shortHash(value)] as const);
  return { ...entity, origin: { ...origin, written: Object.fromEntries([...hashes, ...more]) } };
}

const recordedMap = <Id, T extends Keyed>(
  map: ReadonlyMap<Id, T>,
  more?: (entity: T) => readonly (readonly [string, string])[],
): ReadonlyMap<Id, T> => new Map([...map].map(([id, entity]) => [id, recorded(entity, more?.(entity))]));

/** The keys of a file's things, as one text of short hashes: a thing that is not in the model any more was deleted. */
const mostKeys = 8000;
export const keyHash = (kind: KeyedKind, key: string): string => shortHash(`${kind} ${key}`);

function keysOf(model: Model): string | undefined {
  const keys = keyedKinds.flatMap((kind) =>
    [...model[kind].values()].flatMap((entity: Keyed) => {
      const key = importKeyOf(entity);
      return key === undefined ? [] : keyHash(kind, key);
    }),
  );
  return keys.length > mostKeys ? undefined : keys.join('');
}

export const knownKeys = (keys: string | undefined): ReadonlySet<string> =>
  new Set((keys ?? '').match(/[0-9a-f]{8}/g) ?? []);

/** The imported model with the record of what its file says. O(model). */
export function withRecord(model: Model): Model {
  const treatments = new Map<string, (readonly [string, string])[]>();
  for (const treatment of model.treatment.values()) {
    const mitigation = model.mitigation.get(treatment.mitigation);
    const key = mitigation && importKeyOf(mitigation);
    if (key === undefined) continue;
    const list = treatments.get(treatment.threat) ?? [];
    treatments.set(treatment.threat, [...list, [treatedBy(key), treatmentHash(treatment)]]);
  }
  const { imported } = model.info;
  const keys = keysOf(model);
  return {
    ...model,
    info: {
      ...model.info,
      ...(imported ? { imported: { ...imported, ...(keys === undefined ? {} : { keys }) } } : {}),
    },
    diagram: recordedMap(model.diagram),
    element: recordedMap(model.element),
    boundary: recordedMap(model.boundary),
    flow: recordedMap(model.flow),
    mitigation: recordedMap(model.mitigation),
    threat: recordedMap(model.threat, ({ id }) => treatments.get(id) ?? []),
  };
}
