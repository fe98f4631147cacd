import fc from 'fast-check';
import { runs } from '../../../../tests/fixtures/runs';
import { Fingerprints } from './fingerprints';

test('holds each once, with the first number, in the order in which they came', () => {
  const print = fc.oneof(
    fc.nat(200),
    fc.maxSafeNat().map((n) => n % 2 ** 48),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(print, fc.nat(1000)), { maxLength: 400 }), (given) => {
      const mine = new Fingerprints();
      const expected = new Map<number, number>();
      for (const [each, number] of given) {
        expect(mine.add(each, number)).toBe(!expected.has(each));
        if (!expected.has(each)) expected.set(each, number);
      }
      expect([...mine.entries()]).toEqual([...expected]);
      expect(mine.size).toBe(expected.size);
      for (const each of expected.keys()) expect(mine.has(each)).toBe(true);
      expect(mine.has(2 ** 48)).toBe(false);
    }),
    { numRuns: runs(100) },
  );
});

test('grows beyond its first tables, and tells apart what differs in one half alone', () => {
  const mine = new Fingerprints();
  for (let n = 0; n < 20_000; n += 1) expect(mine.add(n * 2 ** 32 + (n % 3))).toBe(true);
  for (let n = 0; n < 20_000; n += 1) expect(mine.add(n * 2 ** 32 + (n % 3))).toBe(false);
  expect(mine.size).toBe(20_000);
});
