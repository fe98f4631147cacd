/** Bytes to text, strictly: what is not valid text is refused with a sentence, never guessed. */
import { Refusal } from './import-result';

/** Code units per String.fromCharCode call; more would overflow the argument stack of some engines. */
const chunkSize = 8192;

/** Collects UTF-16 code units and joins them in pieces, because one string += per character is slow on 20 MB. */
class Units {
  private readonly buffer = new Uint16Array(chunkSize);
  private used = 0;
  private readonly parts: string[] = [];

  push(unit: number): void {
    this.buffer[this.used++] = unit;
    if (this.used === chunkSize) this.flush();
  }

  pushCodePoint(point: number): void {
    if (point < 0x10000) return this.push(point);
    this.push(0xd800 + ((point - 0x10000) >> 10));
    this.push(0xdc00 + ((point - 0x10000) & 0x3ff));
  }

  private flush(): void {
    this.parts.push(String.fromCharCode(...this.buffer.subarray(0, this.used)));
    this.used = 0;
  }

  toText(): string {
    this.flush();
    return this.parts.join('');
  }
}

const notText = 'This file is not UTF-8 text, so it cannot be read as a threat model.';

/** Length in bytes and smallest code point by lead byte; the smallest forbids overlong forms. */
function leadOf(byte: number): { readonly length: number; readonly bits: number; readonly least: number } {
  if (byte >= 0xc2 && byte <= 0xdf) return { length: 2, bits: byte & 0x1f, least: 0x80 };
  if (byte >= 0xe0 && byte <= 0xef) return { length: 3, bits: byte & 0x0f, least: 0x800 };
  if (byte >= 0xf0 && byte <= 0xf4) return { length: 4, bits: byte & 0x07, least: 0x10000 };
  throw new Refusal(notText);
}

function codePointAt(bytes: Uint8Array, at: number): { readonly point: number; readonly length: number } {
  const lead = leadOf(bytes[at] ?? 0);
  let point = lead.bits;
  for (let i = 1; i < lead.length; i++) {
    // Past the end reads 0, which is no continuation byte: a cut character is refused like a wrong one.
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) throw new Refusal(notText);
    point = (point << 6) | (next & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  if (point < lead.least || point > 0x10ffff || surrogate) throw new Refusal(notText);
  return { point, length: lead.length };
}

function decodeFrom(bytes: Uint8Array, start: number): string {
  const units = new Units();
  for (let at = start; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      units.push(byte);
      at += 1;
    } else {
      const { point, length } = codePointAt(bytes, at);
      units.pushCodePoint(point);
      at += length;
    }
  }
  return units.toText();
}

function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): string {
  if (bytes.length % 2 !== 0)
    throw new Refusal('This file is UTF-16 text that ends in the middle of a character.');
  const units = new Units();
  const [high, low] = order === 'little' ? [1, 0] : [0, 1];
  for (let at = 2; at < bytes.length; at += 2) {
    units.push(((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0));
  }
  return units.toText();
}

/**
 * The text of UTF-8 bytes, with or without a byte order mark. UTF-16 is read when its mark says so: Windows
 * PowerShell 5 writes it whenever output is redirected to a file. Throws Refusal for anything else. (The core
 * has no TextDecoder: it compiles without DOM and Node.)
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, 'little');
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, 'big');
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return decodeFrom(bytes, marked ? 3 : 0);
}
