/** Equality of JSON values: by content, whatever the order of the keys. */

/** Not what an object inherits: a key of a file may be called `constructor`. */
const own = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;

function sameObject(a: object, b: object): boolean {
  const same = (key: string) => sameValue(own(a, key), own(b, key));
  return Object.keys(a).every(same) && Object.keys(b).every((key) => Object.hasOwn(a, key) || same(key));
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
