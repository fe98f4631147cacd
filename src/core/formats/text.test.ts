import fc from 'fast-check';
import { Refusal } from './import-result';
import { decodeUtf8 } from './text';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string, order: 'little' | 'big') => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((unit, i) =>
    view.setUint16(i * 2, unit, order === 'little'),
  );
  return new Uint8Array(view.buffer);
};

test('every text survives its UTF-8 bytes, with and without a byte order mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const encoded = new TextEncoder().encode(text);
      // A text that itself begins with the mark loses it: that is what the mark is for.
      const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
      expect(decodeUtf8(encoded)).toBe(plain);
      expect(decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, ...encoded]))).toBe(text);
    }),
  );
});

test('texts longer than one piece are joined without loss', () => {
  const text = 'aé€😀'.repeat(5000);
  expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text);
});

test.each(['little', 'big'] as const)('UTF-16 with a mark is read (%s endian)', (order) => {
  expect(decodeUtf8(utf16('<a>é😀</a>', order))).toBe('<a>é😀</a>');
});

test.each([
  ['a byte that never occurs', bytes(0x61, 0xff)],
  ['a lone continuation byte', bytes(0x80)],
  ['a character cut at the end', bytes(0xe2, 0x82)],
  ['a lead byte followed by a letter', bytes(0xc3, 0x41)],
  ['an overlong slash', bytes(0xc0, 0xaf)],
  ['an overlong form of three bytes', bytes(0xe0, 0x80, 0xaf)],
  ['half of a surrogate pair', bytes(0xed, 0xa0, 0x80)],
  ['a number beyond Unicode', bytes(0xf4, 0x90, 0x80, 0x80)],
  ['UTF-16 of an odd length', bytes(0xff, 0xfe, 0x61)],
])('refuses %s', (_, given) => {
  expect(() => decodeUtf8(given)).toThrow(Refusal);
});

test('accepts exactly the bytes that the platform accepts', () => {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const accepts = (read: () => string): string | undefined => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };
  const isMarked = (given: Uint8Array) =>
    (given[0] === 0xff && given[1] === 0xfe) || (given[0] === 0xfe && given[1] === 0xff);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (given) => {
      fc.pre(!isMarked(given));
      expect(accepts(() => decodeUtf8(given))).toBe(accepts(() => strict.decode(given)));
    }),
    { numRuns: 2000 },
  );
});
