/** JSON merge patch (RFC 7386), with lists of named things merged by their names. */
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

/** Members of the same name are patched in place, new ones come last; other lists are replaced as a whole. */
function mergedList(before: readonly unknown[], patch: readonly unknown[]): readonly unknown[] {
  if (!isNamed(patch) || !before.every((each) => keyOf(each) !== undefined)) return patch;
  const patches = new Map(patch.map((each) => [keyOf(each), each]));
  const merged = before.map((each) => {
    const change = patches.get(keyOf(each));
    patches.delete(keyOf(each));
    return change === undefined ? each : patched(each, change);
  });
  return [...merged, ...[...patches.values()].map((each) => patched(undefined, each))];
}

function patched(before: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) return Array.isArray(before) ? mergedList(before, patch) : patch;
  const change = asRecord(patch);
  return change ? mergePatch(asRecord(before) ?? {}, change) : patch;
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

/** Keys under which a rule stands: half of one rule mixed with half of another would be a third that nobody wrote. */
const ruleKeys: ReadonlySet<string> = new Set(['when', 'unless', 'satisfiedWhen', 'where']);
