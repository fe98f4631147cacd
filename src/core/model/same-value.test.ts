import * as fc from 'fast-check';
import { sameValue } from './same-value';

test.each([
  ['the order of keys', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
  ['an absent key and an undefined one', { a: 1, b: undefined }, { a: 1 }, true],
  ['the same, the other way', { a: 1 }, { a: 1, b: undefined }, true],
  ['one more key', { a: 1 }, { a: 1, b: 2 }, false],
  ['one key less', { a: 1, b: 2 }, { a: 1 }, false],
  ['the order of a list', [1, 2], [2, 1], false],
  ['a list and an object', [], {}, false],
  ['nothing and an object', null, {}, false],
  ['what every object inherits', { constructor: 'x' }, {}, false],
  ['the same, the other way', {}, { toString: 'x' }, false],
])('%s: %j and %j: %s', (_name, a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
});

test('a value is the same as its copy, and as no other that is stored otherwise', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(sameValue(a, JSON.parse(JSON.stringify(a)))).toBe(true);
      if (JSON.stringify(a).length !== JSON.stringify(b).length) expect(sameValue(a, b)).toBe(false);
    }),
  );
});
