import fc from 'fast-check';
import type { Limits } from './import-result';
import { asList, asNumber, asObject, asText, member, parseJson, topLevelKeys } from './json-value';

const limits: Limits = { maxBytes: 1e6, maxDepth: 200, maxNodes: 2_000_000, expired: () => false };

test('any JSON is read as it is', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      fc.pre(!text.includes('__proto__'));
      expect(parseJson(text, limits)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['at the top', '{"__proto__":{"admin":true}}'],
  ['deep inside', '{"a":[{"b":{"__proto__":1}}]}'],
  ['written with an escape', '{"\\u005f_proto__":{}}'],
  ['as a prototype of a constructor', '{"a":{"constructor":{"prototype":{"x":1}}}}'],
])('refuses forged keys %s', (_, text) => {
  expect(() => parseJson(text, limits)).toThrow(/__proto__/);
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
});

test('a harmless key named constructor is fine', () => {
  expect(parseJson('{"constructor":"ACME builders"}', limits)).toEqual({ constructor: 'ACME builders' });
});

test.each([
  ['depth', '['.repeat(201), /nested too deeply/],
  ['extreme depth, which would overflow a stack', '['.repeat(500_000), /nested too deeply/],
  ['a cut file', '{"a":', /cut off or damaged/],
  ['a cut text', '{"a":"b', /cut off or damaged/],
])('refuses %s', (_, text, sentence) => {
  expect(() => parseJson(text, limits)).toThrow(sentence);
});

test('brackets and commas inside texts are neither depth nor values', () => {
  const text = JSON.stringify({ a: '[{,'.repeat(1000), '"[\\': 1 });
  expect(parseJson(text, { ...limits, maxDepth: 1, maxNodes: 5 })).toEqual(JSON.parse(text));
});

test('refuses too many values before building them', () => {
  expect(() => parseJson(`[${'0,'.repeat(100)}0]`, { ...limits, maxNodes: 100 })).toThrow(/too many values/);
  expect(parseJson(`[${'0,'.repeat(98)}0]`, { ...limits, maxNodes: 100 })).toHaveLength(99);
});

test('the clock stops a long file', () => {
  expect(() => parseJson(`[${'0,'.repeat(100_000)}0]`, { ...limits, expired: () => true })).toThrow(
    /takes too long/,
  );
});

test('top-level keys are found without a parse, even in a damaged file', () => {
  expect([...topLevelKeys('{"a":{"b":1},"c" :["d"],"e":"f","g":')]).toEqual(['a', 'c', 'e', 'g']);
  expect([...topLevelKeys('["a"]')]).toEqual([]);
});

test('top-level keys agree with a parse', () => {
  // Keys with escapes are told apart on purpose: no known format has them.
  const key = fc.stringMatching(/^[a-zA-Z0-9 _$:{},[\]]{0,20}$/);
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue({ maxDepth: 3 })), (value) => {
      expect(topLevelKeys(JSON.stringify(value, null, 2))).toEqual(new Set(Object.keys(value)));
    }),
  );
});

test('members are own members only', () => {
  expect(member({}, 'toString')).toBeUndefined();
  expect(member('text', 'length')).toBeUndefined();
  expect(member([1], '0')).toBeUndefined();
  expect(member({ a: 1 }, 'a')).toBe(1);
});

test.each([
  [null, undefined, [], '', undefined],
  [{ a: 1 }, { a: 1 }, [], '', undefined],
  [[1], undefined, [1], '', undefined],
  ['x', undefined, [], 'x', undefined],
  [3.5, undefined, [], '3.5', 3.5],
  [true, undefined, [], '', undefined],
] as const)('views of %j', (value, object, list, text, number) => {
  expect(asObject(value)).toEqual(object);
  expect(asList(value)).toEqual(list);
  expect(asText(value)).toBe(text);
  expect(asNumber(value)).toBe(number);
});
