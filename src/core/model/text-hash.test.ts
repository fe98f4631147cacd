import * as fc from 'fast-check';
import { fnv1a, hashWithin, textHash } from './text-hash';

test('hashes that are stored stay what they are', () => {
  expect(textHash('')).toBe('811c9dc52f0b4a37');
  expect(fnv1a('a', 0x811c9dc5)).toBe('e40c292c');
});

test('a text between two others has its own hash, and all three have that of the whole', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, text, after) => {
      expect(hashWithin(before, text, after)).toEqual({
        text: textHash(text),
        whole: textHash(before + text + after),
      });
    }),
  );
});
