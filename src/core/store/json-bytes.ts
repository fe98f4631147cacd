/** How many bytes a JSON value takes on the wire. The core has no TextEncoder, so it counts. */

/** Bytes of the UTF-8 encoding of the value's JSON. JSON.stringify escapes lone surrogates: all others are pairs. */
export function jsonBytes(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // Each half of a pair counts two: four bytes for the character.
    else if (unit >= 0xd800 && unit <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
