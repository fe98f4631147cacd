/**
 * Merges two edits of a model, entity by entity, against the model from which both began. Neither side's edit is
 * lost silently, and the result never refers to something that is gone.
 */
import type { Entity, EntityOf, Kind, Model, ModelInfo } from '../model/model';
import { kinds, perKind } from '../model/model';
import { referencesOf } from './references';
import { sameValue } from '../model/same-value';
import type { EntityMaps } from './stored-model';
import { modelFrom } from './stored-model';

/** Both sides touched the same thing. Undefined = not there. */
export interface EntityConflict<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly base: EntityOf[K] | undefined;
  readonly mine: EntityOf[K] | undefined;
  readonly theirs: EntityOf[K] | undefined;
}
export interface InfoConflict {
  readonly kind: 'info';
  readonly id: string;
  readonly base: ModelInfo;
  readonly mine: ModelInfo;
  readonly theirs: ModelInfo;
}
export type MergeConflict = EntityConflict | InfoConflict;
export interface Merge {
  /** Holds `theirs` for every conflict, since that is already saved, and whatever either side still refers to. */
  readonly merged: Model;
  readonly conflicts: readonly MergeConflict[];
}

type Outcome<T> = { readonly kind: 'settled'; readonly value: T } | { readonly kind: 'conflict' };

function choose<T>(base: T, mine: T, theirs: T): Outcome<T> {
  if (sameValue(mine, theirs) || sameValue(base, theirs)) return { kind: 'settled', value: mine };
  if (sameValue(base, mine)) return { kind: 'settled', value: theirs };
  return { kind: 'conflict' };
}

/** These are one statement each: half of one and half of the other would be nobody's. */
const indivisible: ReadonlySet<Kind> = new Set<Kind>([
  'realisation',
  'clause',
  'storyLink',
  'knowledge',
  'question',
  'acceptance',
  'dismissal',
  'timeEntry',
  'evidence',
  'upgrade',
  'comment',
  'review',
]);

type Parts = Readonly<Record<string, unknown>>;

/** Part by part; a conflict of one part is one of the whole. */
function chooseParts(
  sides: readonly [base: Parts, mine: Parts, theirs: Parts],
  choosePart: (name: string, sides: readonly [unknown, unknown, unknown]) => Outcome<unknown>,
): Outcome<Parts> {
  const [base, mine, theirs] = sides.map((side) => new Map(Object.entries(side)));
  const names = [...(theirs?.keys() ?? []), ...(mine?.keys() ?? []), ...(base?.keys() ?? [])];
  const merged: Record<string, unknown> = {};
  for (const name of new Set(names)) {
    const part = choosePart(name, [base?.get(name), mine?.get(name), theirs?.get(name)]);
    if (part.kind === 'conflict') return part;
    if (part.value !== undefined) merged[name] = part.value;
  }
  return { kind: 'settled', value: merged };
}

/** Who rewrote which text is one statement for each text: two people may have rewritten two of them. */
function chooseProperty(name: string, [base, mine, theirs]: readonly [unknown, unknown, unknown]) {
  const whole = choose(base, mine, theirs);
  if (whole.kind === 'settled' || name !== 'edited') return whole;
  const parts = (side: unknown): Parts => (typeof side === 'object' && side !== null ? { ...side } : {});
  const merged = chooseParts([parts(base), parts(mine), parts(theirs)], (_, each) => choose(...each));
  // Nothing left is the same as never anything.
  return merged.kind === 'settled' && Object.keys(merged.value).length === 0
    ? { kind: 'settled' as const, value: undefined }
    : merged;
}

/**
 * Two people who changed different properties of one entity both get their way: one judged the probability, the other
 * the impact. Only what both changed to different values is a conflict.
 */
function chooseEntity(kind: Kind, { base, mine, theirs }: EntityConflict): Outcome<Entity | undefined> {
  const whole = choose<Entity | undefined>(base, mine, theirs);
  if (whole.kind === 'settled' || indivisible.has(kind)) return whole;
  if (!base || !mine || !theirs) return whole;
  const merged = chooseParts([{ ...base }, { ...mine }, { ...theirs }], chooseProperty);
  // Each property comes from an entity that passed the schema, and no property constrains another.
  return merged.kind === 'conflict' ? whole : { kind: 'settled', value: merged.value as unknown as Entity };
}

interface Merging {
  readonly sides: { readonly base: Model; readonly mine: Model; readonly theirs: Model };
  readonly merged: Record<Kind, Map<string, Entity>>;
  readonly conflicts: Record<Kind, Map<string, EntityConflict>>;
}

function conflictAt({ sides }: Merging, kind: Kind, id: string): EntityConflict {
  const at = (map: ReadonlyMap<string, Entity>) => map.get(id);
  return { kind, id, base: at(sides.base[kind]), mine: at(sides.mine[kind]), theirs: at(sides.theirs[kind]) };
}

function mergeKind(merging: Merging, kind: Kind): void {
  const { base, mine, theirs } = merging.sides;
  for (const id of new Set<string>([...theirs[kind].keys(), ...mine[kind].keys(), ...base[kind].keys()])) {
    const conflict = conflictAt(merging, kind, id);
    const outcome = chooseEntity(kind, conflict);
    if (outcome.kind === 'conflict') merging.conflicts[kind].set(id, conflict);
    const value = outcome.kind === 'settled' ? outcome.value : conflict.theirs;
    if (value) merging.merged[kind].set(id, value);
  }
}

/**
 * Brings back what one side removed while the other side's work needs it. For a conflict both versions count, so that
 * the person may choose either; that also makes the result the same whoever saves second.
 */
function keepReferents(merging: Merging, kind: Kind): void {
  const needed: Entity[] = [];
  for (const [id, entity] of merging.merged[kind]) if (!merging.conflicts[kind].has(id)) needed.push(entity);
  for (const { mine, theirs } of merging.conflicts[kind].values()) {
    for (const version of [mine, theirs]) if (version) needed.push(version);
  }
  for (const { kind: of, id } of needed.flatMap((entity) => referencesOf(kind, entity))) {
    if (merging.merged[of].has(id)) continue;
    const conflict = conflictAt(merging, of, id);
    const survivor = conflict.theirs ?? conflict.mine;
    if (!survivor) continue;
    merging.merged[of].set(id, survivor);
    merging.conflicts[of].set(id, conflict);
  }
}

/** Untouched kinds keep the map of `mine`, so that views can compare by reference. */
function reuseMaps(merged: EntityMaps, mine: EntityMaps): EntityMaps {
  const reused: Record<Kind, ReadonlyMap<string, Entity>> = { ...merged };
  for (const kind of kinds) {
    const same =
      merged[kind].size === mine[kind].size && [...merged[kind]].every(([id, e]) => mine[kind].get(id) === e);
    if (same) reused[kind] = mine[kind];
  }
  return reused;
}

/** Of the project's policy the newer reading counts; an equal one is the very object that views know. */
function underPolicy(model: Model, mine: Model['policy'], theirs: Model['policy']): Model {
  const policy = sameValue(mine, theirs) ? mine : theirs;
  return policy ? { ...model, policy } : model;
}

/** Merges `mine` and `theirs`, both made from `base`. All three must be valid models. */
export function mergeModels(base: Model, mine: Model, theirs: Model): Merge {
  const merging: Merging = {
    sides: { base, mine, theirs },
    merged: perKind(() => new Map<string, Entity>()),
    conflicts: perKind(() => new Map<string, EntityConflict>()),
  };
  for (const kind of kinds) mergeKind(merging, kind);
  // Referrers first: bringing back a threat may in turn bring back its element.
  for (const kind of [...kinds].reverse()) keepReferents(merging, kind);
  const info = choose(base.info, mine.info, theirs.info);
  const conflicts: MergeConflict[] = kinds.flatMap((kind) => [...merging.conflicts[kind].values()]);
  if (info.kind === 'conflict') {
    conflicts.unshift({
      kind: 'info',
      id: base.info.id,
      base: base.info,
      mine: mine.info,
      theirs: theirs.info,
    });
  }
  const mergedInfo = info.kind === 'settled' ? info.value : theirs.info;
  const merged = modelFrom(mergedInfo, reuseMaps(merging.merged, mine));
  return { merged: underPolicy(merged, mine.policy, theirs.policy), conflicts };
}
