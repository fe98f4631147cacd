/** What differs between two models, entity by entity, and the edit that turns the one into the other. */
import type { Edit } from '../model/edit';
import type { Entity, EntityOf, Kind, Model, ModelInfo } from '../model/model';
import { kinds } from '../model/model';
import { sameValue } from '../model/same-value';

/** One entity that differs. Undefined = not there. */
export interface EntityDifference<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly before: EntityOf[K] | undefined;
  readonly after: EntityOf[K] | undefined;
}
/** What the model says about itself. */
export interface InfoDifference {
  readonly kind: 'info';
  readonly id: string;
  readonly before: ModelInfo;
  readonly after: ModelInfo;
}
export type Difference = EntityDifference | InfoDifference;

function differencesOf(
  kind: Kind,
  before: ReadonlyMap<string, Entity>,
  after: ReadonlyMap<string, Entity>,
): EntityDifference[] {
  if (before === after) return [];
  const found: EntityDifference[] = [];
  for (const [id, entity] of after) {
    const old = before.get(id);
    if (old !== entity && !sameValue(old, entity)) found.push({ kind, id, before: old, after: entity });
  }
  for (const [id, entity] of before) {
    if (!after.has(id)) found.push({ kind, id, before: entity, after: undefined });
  }
  return found;
}

/** Every entity that differs, referents before what refers to them. O(entities); untouched maps cost nothing. */
export function diffModels(before: Model, after: Model): readonly Difference[] {
  const info: Difference[] = sameValue(before.info, after.info)
    ? []
    : [{ kind: 'info', id: after.info.id, before: before.info, after: after.info }];
  return [...info, ...kinds.flatMap((kind) => differencesOf(kind, before[kind], after[kind]))];
}

/** The differences seen from the other side. */
export function reversed(differences: readonly Difference[]): readonly Difference[] {
  const turn = (each: Difference): Difference =>
    each.kind === 'info'
      ? { ...each, before: each.after, after: each.before }
      : { ...each, before: each.after, after: each.before };
  return differences.map(turn).reverse();
}

interface Part {
  readonly put: Entity[];
  readonly remove: string[];
}

/** The edit that makes every `after` true. Applied to the model before, it gives the model after. */
export function editOf(differences: readonly Difference[], label: string): Edit {
  const parts = new Map<Kind, Part>();
  let info: ModelInfo | undefined;
  for (const each of differences) {
    if (each.kind === 'info') {
      info = each.after;
      continue;
    }
    const part = parts.get(each.kind) ?? { put: [], remove: [] };
    parts.set(each.kind, part);
    if (each.after) part.put.push(each.after);
    else part.remove.push(each.id);
  }
  // A difference holds an entity of its own kind; the compiler cannot follow that pairing through a map.
  return { ...Object.fromEntries(parts), label, ...(info ? { info } : {}) };
}
