/**
 * Reads a model from its documents. Any member can write anything there, so every document is hostile: what does not
 * hold is left out of the model, named in `problems`, and kept as it is in its shard.
 */
import * as v from 'valibot';
import type { Entity, Kind } from '../model/model';
import { kinds, perKind } from '../model/model';
import type { RawDocument } from './collections';
import { etagOf, foreignSchema } from './collections';
import { plainCheck } from './plain-check';
import { complaint, readIndex } from './read-index';
import { danglingReference } from './references';
import type { Shard } from './shard';
import { parseShardId, readShard, schemaOf, withNulls } from './shard';
import type { StoredModel } from './stored-model';
import { modelFrom } from './stored-model';

export interface ModelReading extends StoredModel {
  /** One sentence for each thing that is left out. */
  readonly problems: readonly string[];
}

type Maps = Record<Kind, Map<string, Entity>>;
interface Reading {
  readonly maps: Maps;
  readonly problems: string[];
}

function emptyMaps(): Maps {
  return perKind(() => new Map<string, Entity>());
}

const plainChecks = perKind((kind) => plainCheck(schemaOf(kind)));

/** By the schema of its kind; nearly every entity is just what the schema would give out, and need not be built anew. */
function parseEntity(kind: Kind, raw: unknown): Entity | { readonly invalid: string } {
  if (plainChecks[kind]?.(raw)) return raw as Entity;
  const parsed = v.safeParse(schemaOf(kind), raw);
  return parsed.success ? parsed.output : { invalid: complaint(parsed.issues) };
}

/** Takes one entity into the model, or says in a sentence why not. */
function takeEntity(maps: Maps, kind: Kind, id: string, raw: unknown): string | undefined {
  const entity = parseEntity(kind, withNulls(kind, raw));
  if ('invalid' in entity)
    return `The ${kind} ${id} is left out because it is not valid (${entity.invalid}).`;
  const missing = danglingReference(maps, kind, entity);
  if (missing) return `The ${kind} ${id} is left out because its ${missing.kind} ${missing.id} is missing.`;
  maps[kind].set(id, entity);
  return undefined;
}

/** The entities of one shard; ids in `settled` were found in a longer prefix, which is the newer place. */
function readEntries(shard: Shard, settled: ReadonlySet<string>, reading: Reading): Set<string> {
  const here = new Set<string>();
  for (const { id, raw } of shard.entries) {
    if (id === undefined) {
      reading.problems.push(`An entry of "${shard.id}" is left out because it has no id that belongs there.`);
    } else if (here.has(id)) {
      reading.problems.push(`The ${shard.kind} ${id} is stored twice; the first one counts.`);
    } else if (!settled.has(id)) {
      here.add(id);
      const problem = takeEntity(reading.maps, shard.kind, id, raw);
      if (problem !== undefined) reading.problems.push(problem);
    }
  }
  return here;
}

function readKind(kind: Kind, shards: Iterable<Shard>, reading: Reading): void {
  const deepestFirst = [...shards]
    .filter((shard) => shard.kind === kind)
    .sort((a, b) => b.prefix.length - a.prefix.length || (a.prefix < b.prefix ? -1 : 1));
  const settled = new Set<string>();
  for (const shard of deepestFirst) for (const id of readEntries(shard, settled, reading)) settled.add(id);
}

/**
 * The model in the documents of its collection. Documents that are no shards (claims, derived ones) and shards of
 * kinds that we do not know are passed over and stay untouched. Throws RangeError when `index` has no model id.
 */
export function readModel(index: RawDocument, documents: readonly RawDocument[]): ModelReading {
  const description = readIndex(index);
  if (description.kind === 'damaged') throw new RangeError(description.why);
  let readOnly = description.kind === 'read-only' ? description.why : undefined;
  const shards = new Map<string, Shard>();
  for (const document of documents) {
    const place = parseShardId(document.id);
    if (!place) continue;
    readOnly ??= foreignSchema(document);
    if (place.kind) shards.set(document.id, readShard(document, place.kind, place.prefix));
  }
  const reading: Reading = { maps: emptyMaps(), problems: [] };
  for (const kind of kinds) readKind(kind, shards.values(), reading);
  return {
    index: { etag: etagOf(index), document: index },
    model: modelFrom(description.info, reading.maps),
    shards,
    problems: reading.problems,
    ...(readOnly === undefined ? {} : { readOnly }),
  };
}
