/** A shard: the entities of one kind whose UUIDs begin with the same hex digits, kept in one document. */
import type { Entity, Kind } from '../model/model';
import { entitySchemas, kinds } from '../model/model';
import type { RawDocument } from './collections';
import { asRecord, etagOf, schemaVersion } from './collections';

/** A document may be 5 MB; this keeps a save small and a list of shards quick. Bytes of UTF-8. */
export const maxShardBytes = 256_000;

/** One stored thing. `id` is undefined when it has none of use here: then it is kept, and never interpreted. */
export interface Entry {
  readonly id: string | undefined;
  readonly raw: unknown;
}

export interface ShardContent {
  readonly id: string;
  readonly kind: Kind;
  readonly prefix: string;
  /** True once somebody began to move the entries into longer prefixes: from then on nobody writes here. */
  readonly split: boolean;
  readonly entries: readonly Entry[];
  /** Top-level properties that this version does not know. */
  readonly extra: Readonly<Record<string, unknown>>;
}
export interface Shard extends ShardContent {
  readonly etag: number;
}

const shardIdPattern = /^([A-Za-z]{1,16})\.x([0-9a-f]{0,32})$/;
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const own = new Set(['id', 'schema', 'kind', 'split', 'entities']);

/** The document id of a shard: at most 45 of the 50 characters that the store allows. */
export function shardId(kind: Kind, prefix: string): string {
  return `${kind}.x${prefix}`;
}

/** The parts of a shard's id; kind is undefined for a kind that this version does not know. Else undefined. */
export function parseShardId(id: string): { kind: Kind | undefined; prefix: string } | undefined {
  const [, name, prefix] = shardIdPattern.exec(id) ?? [];
  if (name === undefined || prefix === undefined) return undefined;
  return { kind: kinds.find((kind) => kind === name), prefix };
}

/** The 32 hex digits by which a UUID finds its shard. */
export function hexOf(id: string): string {
  return id.replaceAll('-', '');
}

/** Hex digits before the first dash of a UUID. */
const firstPart = 8;
const beginsWith = (id: string, prefix: string): boolean =>
  prefix.length <= firstPart ? id.startsWith(prefix) : hexOf(id).startsWith(prefix);

function readEntry(raw: unknown, prefix: string): Entry {
  const id = asRecord(raw)?.['id'];
  const usable = typeof id === 'string' && uuidPattern.test(id) && beginsWith(id, prefix);
  return { id: usable ? id : undefined, raw };
}

/** The shard in a document. Never fails: what is not understood stays as an entry without id. */
export function readShard(document: RawDocument, kind: Kind, prefix: string): Shard {
  const { entities } = document;
  const list: readonly unknown[] = Array.isArray(entities)
    ? entities
    : entities === undefined
      ? []
      : [entities];
  return {
    id: document.id,
    kind,
    prefix,
    etag: etagOf(document),
    split: document['split'] === true,
    entries: list.map((raw) => readEntry(raw, prefix)),
    extra: Object.fromEntries(
      Object.entries(document).filter(([name]) => !own.has(name) && !name.startsWith('__')),
    ),
  };
}

/** The document of a shard, without etag. */
export function shardDocument(shard: ShardContent): RawDocument {
  return {
    ...shard.extra,
    id: shard.id,
    schema: schemaVersion,
    kind: shard.kind,
    ...(shard.split ? { split: true } : {}),
    entities: shard.entries.map(({ raw }) => raw),
  };
}

/**
 * Nulls do not survive the message channel of the Azure DevOps page (XDM drops such keys), so they are stored as
 * absent keys and come back here.
 */
const nullable: { readonly [K in Kind]?: readonly string[] } = {
  flow: ['source', 'target'],
  realisation: ['workItem'],
};

/**
 * "Under no story" and "nobody knows under which" are two things in a baseline: a null would come back as the second,
 * so it is stored as a mark of its own.
 */
function storedBaseline(baseline: unknown): unknown {
  const record = asRecord(baseline);
  if (record?.['parent'] !== null) return baseline;
  const { parent: _none, ...rest } = record;
  return { ...rest, noParent: true };
}

function readBaseline(baseline: unknown): unknown {
  const record = asRecord(baseline);
  if (record?.['noParent'] !== true) return baseline;
  const { noParent: _mark, ...rest } = record;
  return { parent: null, ...rest };
}

/** The entity as it is stored. */
export function storedForm(entity: Entity): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(entity).flatMap(([name, value]: readonly [string, unknown]) => {
      if (value === null) return [];
      return [[name, name === 'baseline' ? storedBaseline(value) : value]];
    }),
  );
}

/** A stored entity with the nulls that its kind wants. Anything else comes back as it is. */
export function withNulls(kind: Kind, raw: unknown): unknown {
  const record = asRecord(raw);
  const names = nullable[kind];
  if (!record || !names) return raw;
  if (!('baseline' in record) && names.every((name) => Object.hasOwn(record, name))) return raw;
  const whole = { ...Object.fromEntries(names.map((name) => [name, null])), ...record };
  return 'baseline' in whole ? { ...whole, baseline: readBaseline(whole.baseline) } : whole;
}

/** The schema of a kind, by which both reading and saving judge. */
export function schemaOf(kind: Kind): (typeof entitySchemas)[Kind] {
  return entitySchemas[kind];
}
