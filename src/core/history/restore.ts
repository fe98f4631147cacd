/** Restoring is an edit like any other: it shows at once, can be undone, and merges with what others do meanwhile. */
import type { Edit } from '../model/edit';
import type { Entity, Kind, Model } from '../model/model';
import { kinds, perKind } from '../model/model';
import { referencesOf } from '../store/references';
import { modelFrom } from '../store/stored-model';
import { diffModels, editOf } from './difference';

/**
 * What stays as it is when the whole model goes back: links to Tasks (a Task is not undone by forgetting it), what
 * people said and signed, and what was measured.
 */
const records: ReadonlySet<Kind> = new Set<Kind>([
  'realisation',
  'acceptance',
  'dismissal',
  'timeEntry',
  'incident',
  'evidence',
  'upgrade',
  'comment',
  'review',
]);

type Maps = Record<Kind, Map<string, Entity>>;
const copyOf = (model: Model): Maps => perKind((kind) => new Map<string, Entity>(model[kind]));

/** Takes away what refers to something missing. Referents come first, so that one pass is enough. */
function prune(maps: Maps): void {
  for (const kind of kinds) {
    for (const [id, entity] of maps[kind]) {
      const stands = referencesOf(kind, entity).every((each) => maps[each.kind].has(each.id));
      if (!stands) maps[kind].delete(id);
    }
  }
}

/** The edit that brings the whole model back to how it was, but for its records; empty when nothing differs. */
export function restoreModel(now: Model, past: Model, label: string): Edit {
  const target = copyOf(past);
  for (const kind of records) {
    // What was forgotten since comes back only with the thing that it belongs to.
    for (const [id, entity] of target[kind]) {
      const there = referencesOf(kind, entity).every((each) => has(now, each.kind, each.id));
      if (there) target[kind].delete(id);
    }
    for (const [id, entity] of now[kind] as ReadonlyMap<string, Entity>) target[kind].set(id, entity);
  }
  prune(target);
  return editOf(diffModels(now, modelFrom(past.info, target)), label);
}

const has = (model: Model, kind: Kind, id: string): boolean =>
  (model[kind] as ReadonlyMap<string, Entity>).has(id);

/** What the entity cannot be without, from then, where it is missing now. */
function bringReferents(maps: Maps, past: Maps, kind: Kind, entity: Entity): void {
  for (const { kind: of, id } of referencesOf(kind, entity)) {
    if (maps[of].has(id)) continue;
    const referent = past[of].get(id);
    if (!referent) continue;
    maps[of].set(id, referent);
    bringReferents(maps, past, of, referent);
  }
}

/** What hung on a thing that was removed comes back with it, unless it needs something else that is gone too. */
function bringDependents(maps: Maps, past: Maps, back: ReadonlySet<string>): void {
  const returned = new Set(back);
  for (const kind of kinds) {
    for (const [id, entity] of past[kind]) {
      const references = referencesOf(kind, entity);
      if (maps[kind].has(id) || !references.some((each) => returned.has(each.id))) continue;
      if (!references.every((each) => maps[each.kind].has(each.id))) continue;
      maps[kind].set(id, entity);
      returned.add(id);
    }
  }
}

export interface EntityKey {
  readonly kind: Kind;
  readonly id: string;
}

/**
 * The edit that brings one entity back to how it was: with what it refers to, and, if it was removed, with what hung
 * on it. One that was not there then goes, with all that hangs on it now.
 */
export function restoreEntity(now: Model, past: Model, { kind, id }: EntityKey): Edit {
  const [maps, old] = [copyOf(now), copyOf(past)];
  const entity = old[kind].get(id);
  const wasGone = !maps[kind].has(id);
  if (entity) {
    maps[kind].set(id, entity);
    bringReferents(maps, old, kind, entity);
    if (wasGone) bringDependents(maps, old, new Set([id]));
  } else {
    maps[kind].delete(id);
  }
  prune(maps);
  return editOf(diffModels(now, modelFrom(now.info, maps)), 'Restore from the history');
}
