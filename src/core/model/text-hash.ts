/** A short hash of a text, to see later whether the text changed. Not for security: nobody gains by a collision. */

const bytes: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const byteOf = (hash: number, from: number): string => bytes[(hash >>> from) & 0xff] ?? '';
/** 8 digits. Byte by byte from a table: the number's own `toString` takes several times as long. */
const hex = (hash: number): string => byteOf(hash, 24) + byteOf(hash, 16) + byteOf(hash, 8) + byteOf(hash, 0);

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

/** The hash of a text that stands between two others, and that of all three: `textHash` of each, in one pass. */
export function hashWithin(
  before: string,
  text: string,
  after: string,
): { readonly text: string; readonly whole: string } {
  const prime = 0x01000193;
  let [one, two] = [0x811c9dc5, 0x2f0b4a37];
  for (let i = 0; i < before.length; i += 1) {
    const unit = before.charCodeAt(i);
    one = Math.imul(one ^ unit, prime);
    two = Math.imul(two ^ unit, prime);
  }
  let [inOne, inTwo] = [0x811c9dc5, 0x2f0b4a37];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, prime);
    two = Math.imul(two ^ unit, prime);
    inOne = Math.imul(inOne ^ unit, prime);
    inTwo = Math.imul(inTwo ^ unit, prime);
  }
  for (let i = 0; i < after.length; i += 1) {
    const unit = after.charCodeAt(i);
    one = Math.imul(one ^ unit, prime);
    two = Math.imul(two ^ unit, prime);
  }
  return { text: hex(inOne) + hex(inTwo), whole: hex(one) + hex(two) };
}
