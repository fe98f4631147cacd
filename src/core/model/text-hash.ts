/** A short hash of a text, to see later whether the text changed. Not for security: nobody gains by a collision. */

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');

/** 32-bit FNV-1a over the UTF-16 code units, as 8 hex digits; other offsets give independent values to join. */
export function fnv1a(text: string, offset: number): string {
  let hash = offset;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hex(hash);
}

/** 64 bits as 16 hex digits: two runs with different offsets, in one pass. Never change: hashes are stored. */
export function textHash(text: string): string {
  let [one, two] = [0x811c9dc5, 0x2f0b4a37];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x01000193);
  }
  return hex(one) + hex(two);
}
