/** Equality of JSON values: by content, whatever the order of the keys. */

function sameObject(a: object, b: object): boolean {
  const left = new Map(Object.entries(a).filter(([, value]) => value !== undefined));
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (!right.has(key) || !sameValue(value, right.get(key))) return false;
  return true;
}

/** True when both would be stored as the same JSON. A key whose value is undefined counts as absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  return sameObject(a, b);
}
