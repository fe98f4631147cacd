/**
 * Plans a save as a list of writes. Referents are written first and things disappear last, in reverse order: a save
 * that stops after any of its writes leaves a valid model, and the next save completes it.
 */
import * as v from 'valibot';
import type { Entity, Kind, Model } from '../model/model';
import { kinds, modelInfo } from '../model/model';
import { arrangeShards } from './arrange-shards';
import { complaint, indexDocument } from './read-index';
import { firstDangling } from './references';
import { sameValue } from '../model/same-value';
import type { ShardContent } from './shard';
import { maxShardBytes, schemaOf, storedForm } from './shard';
import type { StoredModel, Write } from './stored-model';

/** The model cannot be stored as it is: a fault in the edit that made it. `message` is one sentence. */
export class UnsavableModel extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UnsavableModel';
  }
}

/** Entities that are new or differ, in stored form. What a later reading would leave out is refused here. */
function changedEntities(
  kind: Kind,
  before: ReadonlyMap<string, Entity>,
  after: ReadonlyMap<string, Entity>,
) {
  const puts = new Map<string, unknown>();
  for (const [id, entity] of after) {
    const old = before.get(id);
    if (old === entity || sameValue(old, entity)) continue;
    const parsed = v.safeParse(schemaOf(kind), entity);
    if (!parsed.success) {
      throw new UnsavableModel(`The ${kind} ${id} cannot be saved (${complaint(parsed.issues)}).`);
    }
    puts.set(id, storedForm(parsed.output));
  }
  return puts;
}

/** What the person removed between two models. Ids are UUIDs, so one set does for all kinds. */
export function removedIds(before: Model, after: Model): ReadonlySet<string> {
  return new Set(kinds.flatMap((kind) => missingIds(before[kind], after[kind])));
}

function missingIds(before: ReadonlyMap<string, Entity>, after: ReadonlyMap<string, Entity>): string[] {
  return [...before.keys()].filter((id) => !after.has(id));
}

function removalWrites(shards: readonly ShardContent[], gone: ReadonlySet<string>): Write[] {
  if (gone.size === 0) return [];
  return shards.flatMap((shard): Write[] => {
    const entries = shard.entries.filter(({ id }) => id === undefined || !gone.has(id));
    if (entries.length === shard.entries.length) return [];
    return [{ kind: 'update', target: 'shard', shard: { ...shard, entries } }];
  });
}

function indexWrites(stored: StoredModel, next: Model): Write[] {
  if (!stored.index) {
    return [{ kind: 'create', target: 'index', document: indexDocument(next.info, undefined) }];
  }
  if (sameValue(stored.model.info, next.info)) return [];
  return [{ kind: 'update', target: 'index', document: indexDocument(next.info, stored.index.document) }];
}

export interface SaveOptions {
  /** Bytes above which a shard is divided. */
  readonly maxBytes?: number;
  /**
   * Ids that the person removed: they go even where the stored model leaves them out just now, for example because
   * somebody else's save is half-way; otherwise they would come back with what they refer to.
   */
  readonly removed?: ReadonlySet<string>;
}

/**
 * The writes that turn what is stored into `next`, in the order in which they must be sent; none when nothing
 * changed. Throws UnsavableModel.
 */
export function planSave(stored: StoredModel, next: Model, options: SaveOptions = {}): readonly Write[] {
  const { maxBytes = maxShardBytes, removed = new Set<string>() } = options;
  if (stored.readOnly !== undefined) throw new UnsavableModel(stored.readOnly);
  const dangling = firstDangling(next);
  if (dangling !== undefined) throw new UnsavableModel(dangling);
  const info = v.safeParse(modelInfo, next.info);
  if (!info.success) throw new UnsavableModel(`The model cannot be saved (${complaint(info.issues)}).`);
  const writes = indexWrites(stored, next);
  const removals: Write[] = [];
  for (const kind of kinds) {
    const after: ReadonlyMap<string, Entity> = next[kind];
    const puts = changedEntities(kind, stored.model[kind], after);
    const ofKind = [...stored.shards.values()].filter((shard) => shard.kind === kind);
    const arranged = arrangeShards({ kind, stored: ofKind, puts, maxBytes });
    writes.push(...arranged.writes);
    const gone = [...missingIds(stored.model[kind], after), ...[...removed].filter((id) => !after.has(id))];
    removals.unshift(...removalWrites(arranged.shards, new Set(gone)));
  }
  return [...writes, ...removals];
}
