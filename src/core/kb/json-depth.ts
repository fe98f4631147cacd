/** How deep a JSON value is nested, asked without recursion: a hostile one must not exhaust the stack. */

/** A rule may be nested 64 deep, and each step of it is an object and a list. */
const deepest = 400;

const childrenOf = (value: unknown): readonly (readonly [string, unknown])[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.map((each: unknown, at) => [`[${at}]`, each] as const);
  return Object.entries(value).map(([key, each]) => [`.${key}`, each] as const);
};

/** The place at which the value is nested deeper than a package may be; undefined when it is not. O(values). */
export function isTooDeep(json: unknown): string | undefined {
  const open: { value: unknown; depth: number; place: string }[] = [{ value: json, depth: 0, place: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth, place } = next;
    if (depth > deepest) return place.replace(/^\./, '');
    // Places get no longer than they can be read: only the first steps name where to look.
    for (const [key, child] of childrenOf(value))
      open.push({ value: child, depth: depth + 1, place: place.length > 200 ? place : place + key });
  }
  return undefined;
}
