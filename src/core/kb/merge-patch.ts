/**
 * JSON merge patch (RFC 7386), with lists of named things merged by their names: a patch of such a list is a list, which
 * changes and adds, or an object from name to change, in which null takes the member of that name away.
 */
import { asRecord } from './json-record';

type Json = Readonly<Record<string, unknown>>;

/** What a member of a list is called: `id` in lists of entries, `ref` in lists of links. */
function keyOf(member: unknown): string | undefined {
  const record = asRecord(member);
  const key = record?.['id'] ?? record?.['ref'];
  return typeof key === 'string' ? key : undefined;
}

const isNamed = (list: readonly unknown[]) =>
  list.length > 0 && list.every((each) => keyOf(each) !== undefined);

/** Members of the same name are patched in place, new ones come last. */
function mergedNamed(
  before: readonly unknown[],
  patches: ReadonlyMap<string | undefined, unknown>,
): readonly unknown[] {
  const there = new Set(before.map(keyOf));
  return [
    ...before.flatMap((each): readonly unknown[] => {
      const change = patches.get(keyOf(each));
      return change === undefined ? [each] : change === null ? [] : [patched(each, change)];
    }),
    ...[...patches].flatMap(([key, each]) => (there.has(key) || each === null ? [] : [patched({}, each)])),
  ];
}

function mergedList(before: readonly unknown[], patch: readonly unknown[]): readonly unknown[] {
  if (!isNamed(patch) || !before.every((each) => keyOf(each) !== undefined)) return patch;
  return mergedNamed(before, new Map(patch.map((each) => [keyOf(each), each])));
}

function patched(before: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) return Array.isArray(before) ? mergedList(before, patch) : patch;
  const change = asRecord(patch);
  if (!change) return patch;
  if (Array.isArray(before) && isNamed(before)) return mergedNamed(before, new Map(Object.entries(change)));
  return mergePatch(asRecord(before) ?? {}, change);
}

/** A null in the patch takes the key away. A rule is one value: patching it replaces it. */
export function mergePatch(before: Json, patch: Json): Json {
  const merged = new Map(Object.entries(before));
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) merged.delete(key);
    else merged.set(key, ruleKeys.has(key) ? change : patched(merged.get(key), change));
  }
  return Object.fromEntries(merged);
}

/** A patch of a list as the object from name to change; undefined when it names nothing. */
const byName = (patch: unknown): Json | undefined =>
  Array.isArray(patch)
    ? isNamed(patch)
      ? Object.fromEntries(patch.map((each) => [keyOf(each) ?? '', each]))
      : undefined
    : asRecord(patch);

function joined(first: unknown, then: unknown): unknown {
  const [before, after] = [byName(first), byName(then)];
  if (!before || !after) return then;
  const both = joinedPatches(before, after);
  // Two lists say a list: as such they also make one where there is none yet.
  return Array.isArray(first) && Array.isArray(then) ? Object.values(both) : both;
}

/**
 * One patch that does what two do in turn. Nulls stay, for they take away what the first patch knows nothing of; what
 * the first takes away as a whole and the second makes anew would be merged, so who edits takes away key by key.
 */
export function joinedPatches(first: Json, then: Json): Json {
  const both = new Map(Object.entries(first));
  for (const [key, change] of Object.entries(then))
    both.set(key, ruleKeys.has(key) ? change : joined(both.get(key), change));
  return Object.fromEntries(both);
}

/** What the second value has that the first has not, as a patch; undefined when they are the same. */
function difference(before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const [was, is] = [byName(before), byName(after)];
  return was && is && Array.isArray(before) === Array.isArray(after) ? mergeDifference(was, is) : after;
}

/** The patch that makes the first value into the second; of a list of named things the order may differ. */
export function mergeDifference(before: Json, after: Json): Json {
  const gone = Object.keys(before).filter((key) => !(key in after));
  const changed = Object.entries(after).flatMap(([key, value]): [string, unknown][] => {
    const change = ruleKeys.has(key) ? value : difference(before[key], value);
    const isSame = change === undefined || JSON.stringify(before[key]) === JSON.stringify(value);
    return isSame ? [] : [[key, change]];
  });
  return Object.fromEntries([...gone.map((key): [string, null] => [key, null]), ...changed]);
}

/** Keys under which a rule stands: half of one rule mixed with half of another would be a third that nobody wrote. */
const ruleKeys: ReadonlySet<string> = new Set(['when', 'unless', 'satisfiedWhen', 'where']);
