/**
 * Where the entries of one kind belong, and how they get there when a shard outgrows its document.
 *
 * A shard is divided one hex digit at a time: it is marked `split` (an update, so that whoever did not know is refused
 * by the etag), its entries are written into the shards of the next digit, then it is emptied. It stays, empty, and is
 * never written again. Hence two people who divide the same shard meet at the same document ids, where only one can
 * `create`; and a late `create` cannot bring back what was removed meanwhile. Both are why nothing is deleted here.
 */
import type { Kind } from '../model/model';
import { jsonBytes } from './json-bytes';
import type { Entry, Shard, ShardContent } from './shard';
import { hexOf, shardDocument, shardId } from './shard';
import type { Write } from './stored-model';

export interface Arrangement {
  readonly writes: readonly Write[];
  /** The shards with entries that these writes or earlier ones put there. */
  readonly shards: readonly ShardContent[];
}
export interface Wanted {
  readonly kind: Kind;
  /** The shards of the kind as stored. */
  readonly stored: readonly Shard[];
  /** Entries to add or replace, by id, in stored form. */
  readonly puts: ReadonlyMap<string, unknown>;
  readonly maxBytes: number;
}
type Puts = ReadonlyMap<string, unknown>;

const deepest = 32;
/** Where entries without id go when their shard is divided. */
const firstHex = '0'.repeat(deepest);

/** Prefixes that have no place for entries any more: something longer took over. */
function dividedPrefixes(stored: readonly Shard[]): ReadonlySet<string> {
  const divided = new Set<string>();
  for (const { prefix, split } of stored) {
    for (let length = 0; length < prefix.length; length += 1) divided.add(prefix.slice(0, length));
    if (split && prefix.length < deepest) divided.add(prefix);
  }
  return divided;
}

function homeOf(hex: string, divided: ReadonlySet<string>): string {
  let length = 0;
  while (length < deepest && divided.has(hex.slice(0, length))) length += 1;
  return hex.slice(0, length);
}

function hexIn(prefix: string, id: string | undefined): string {
  return id === undefined ? (prefix + firstHex).slice(0, deepest) : hexOf(id);
}

/** Entries that still lie in divided shards, by the prefix where they belong; the longer prefix has the newer one. */
function strayEntries(stored: readonly Shard[], divided: ReadonlySet<string>): Map<string, Entry[]> {
  const strays = new Map<string, Entry[]>();
  const settled = new Set<string>();
  for (const { prefix, entries } of [...stored].sort((a, b) => b.prefix.length - a.prefix.length)) {
    const here = entries.filter(({ id }) => id === undefined || !settled.has(id));
    for (const entry of divided.has(prefix) ? here : []) {
      const home = homeOf(hexIn(prefix, entry.id), divided);
      strays.set(home, [...(strays.get(home) ?? []), entry]);
    }
    for (const { id } of here) if (id !== undefined) settled.add(id);
  }
  return strays;
}

/** Replaces in place, so that a document changes no more than it must; a second copy of the id goes. */
function putEntries(entries: readonly Entry[], puts: Puts): Entry[] {
  const rest = new Map(puts);
  const kept = entries.flatMap((entry): Entry[] => {
    if (entry.id === undefined || !puts.has(entry.id)) return [entry];
    if (!rest.delete(entry.id)) return [];
    return [{ id: entry.id, raw: puts.get(entry.id) }];
  });
  return [...kept, ...[...rest].map(([id, raw]): Entry => ({ id, raw }))];
}

/** A single big entity stays alone, beyond the limit. */
function isTooLarge(shard: ShardContent, maxBytes: number): boolean {
  const ids = new Set(shard.entries.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return ids.size > 1 && shard.prefix.length < deepest && jsonBytes(shardDocument(shard)) > maxBytes;
}

function byNextDigit(shard: ShardContent): ReadonlyMap<string, Entry[]> {
  const children = new Map<string, Entry[]>();
  for (const entry of shard.entries) {
    const prefix = hexIn(shard.prefix, entry.id).slice(0, shard.prefix.length + 1);
    const before = children.get(prefix);
    if (before) before.push(entry);
    else children.set(prefix, [entry]);
  }
  return new Map([...children].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const written = (kind: 'create' | 'update', shard: ShardContent): Write => ({ kind, target: 'shard', shard });
const marked = (shard: Shard): Write => written('update', { ...shard, split: true });
const emptied = (shard: ShardContent): ShardContent => ({ ...shard, split: true, entries: [] });

/** The writes that bring a shard to the given content, or divide it. `before` is the stored document, if any. */
function place(before: Shard | undefined, content: ShardContent, maxBytes: number): Arrangement {
  if (!isTooLarge(content, maxBytes)) {
    return { writes: [written(before ? 'update' : 'create', content)], shards: [content] };
  }
  const children = [...byNextDigit(content)].map(([prefix, entries]) =>
    place(undefined, { ...content, id: shardId(content.kind, prefix), prefix, entries, extra: {} }, maxBytes),
  );
  return {
    writes: [
      before ? marked(before) : written('create', emptied(content)),
      ...children.flatMap(({ writes }) => writes),
      ...(before ? [written('update', emptied(before))] : []),
    ],
    shards: children.flatMap(({ shards }) => shards),
  };
}

function putsByHome(puts: Puts, divided: ReadonlySet<string>): ReadonlyMap<string, Puts> {
  const byHome = new Map<string, Map<string, unknown>>();
  for (const [id, raw] of puts) {
    const home = homeOf(hexOf(id), divided);
    byHome.set(home, (byHome.get(home) ?? new Map<string, unknown>()).set(id, raw));
  }
  return byHome;
}

/** The writes by which the shards take the puts in. Whoever reads between two of them sees each entity once. */
export function arrangeShards({ kind, stored, puts, maxBytes }: Wanted): Arrangement {
  const divided = dividedPrefixes(stored);
  const strays = strayEntries(stored, divided);
  const arrivals = putsByHome(puts, divided);
  const changed = new Set([...strays.keys(), ...arrivals.keys()]);
  const byPrefix = new Map(stored.map((shard) => [shard.prefix, shard]));
  const placed = [...changed].map((prefix) => {
    const before = byPrefix.get(prefix);
    const kept = [...(before?.entries ?? []), ...(strays.get(prefix) ?? [])];
    const entries = putEntries(kept, arrivals.get(prefix) ?? new Map());
    const extra = before?.extra ?? {};
    return place(before, { id: shardId(kind, prefix), kind, prefix, split: false, entries, extra }, maxBytes);
  });
  const unfinished = stored.filter(
    ({ prefix, split, entries }) => divided.has(prefix) && !(split && entries.length === 0),
  );
  return {
    writes: [
      ...unfinished.filter(({ split }) => !split).map(marked),
      ...placed.flatMap(({ writes }) => writes),
      ...unfinished.map((shard) => written('update', emptied(shard))),
    ],
    shards: [
      ...stored.filter(({ prefix }) => !divided.has(prefix) && !changed.has(prefix)),
      ...placed.flatMap(({ shards }) => shards),
    ],
  };
}
