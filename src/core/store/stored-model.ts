/** What we know about a model in the store: enough to plan the next save without asking again. */
import type { Entity, Kind, Model, ModelInfo } from '../model/model';
import { emptyModel } from '../model/model';
import type { RawDocument } from './collections';
import type { Shard, ShardContent } from './shard';

/** The index document with the etag that it had. */
export interface StoredIndex {
  readonly etag: number;
  readonly document: RawDocument;
}

export interface StoredModel {
  /** Undefined before the first save. */
  readonly index: StoredIndex | undefined;
  readonly model: Model;
  /** By document id. */
  readonly shards: ReadonlyMap<string, Shard>;
  /** Present when nothing may be written; says why, in one sentence. */
  readonly readOnly?: string;
}

/** One request to the store. The one who sends it adds the etag of the document as last seen. */
export type Write =
  | { readonly kind: 'create' | 'update'; readonly target: 'index'; readonly document: RawDocument }
  | { readonly kind: 'create' | 'update'; readonly target: 'shard'; readonly shard: ShardContent };

/** A model that was never saved. */
export function notStored(info: ModelInfo): StoredModel {
  return { index: undefined, model: emptyModel(info), shards: new Map() };
}

/** The documents after a write that the store answered with `etag`. The model stays: it changes when all is written. */
export function afterWrite(stored: StoredModel, write: Write, etag: number): StoredModel {
  if (write.target === 'index') return { ...stored, index: { etag, document: write.document } };
  return { ...stored, shards: new Map(stored.shards).set(write.shard.id, { ...write.shard, etag }) };
}

export type EntityMaps = Readonly<Record<Kind, ReadonlyMap<string, Entity>>>;

/** A model from maps whose entities passed the schema of their kind; the compiler cannot follow that pairing. */
export function modelFrom(info: ModelInfo, maps: EntityMaps): Model {
  return { ...(maps as Omit<Model, 'info'>), info };
}
