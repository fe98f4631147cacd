import fc from 'fast-check';
import { enumValue } from './enums';
import { Links, Opaque, PLAIN, shortIso, Url, writeJson, type WireFormat } from './wire';

const value = {
  when: new Date(0),
  kind: enumValue('BugsBehavior', 'asTasks'),
  url: new Url('http://x'),
  _links: new Links({ self: 'http://x' }),
  data: 'http://y',
  nothing: null,
  kept: new Opaque('{"a":1}'),
};
const tail = '"data":"http://y","nothing":null,"kept":{"a":1}}';

test.each<[string, Partial<WireFormat>, string]>([
  [
    'plain',
    {},
    `{"when":"1970-01-01T00:00:00Z","kind":"asTasks","url":"http://x","_links":{"self":{"href":"http://x"}},${tail}`,
  ],
  ['excludeUrls', { excludeUrls: true }, `{"when":"1970-01-01T00:00:00Z","kind":"asTasks",${tail}`],
  [
    'enumsAsNumbers',
    { enumsAsNumbers: true, excludeUrls: true },
    `{"when":"1970-01-01T00:00:00Z","kind":2,${tail}`,
  ],
  [
    'msDateFormat',
    { msDateFormat: true, excludeUrls: true },
    `{"when":"\\/Date(0)\\/","kind":"asTasks",${tail}`,
  ],
])('%s', (_, flags, expected) => {
  expect(writeJson(value, { ...PLAIN, ...flags })).toBe(expected);
});

test('plain data are written as JSON.stringify writes them', () => {
  fc.assert(fc.property(fc.jsonValue(), (json) => expect(writeJson(json, PLAIN)).toBe(JSON.stringify(json))));
});

test.each([
  ['2026-01-02T03:04:05.270Z', '2026-01-02T03:04:05.27Z'],
  ['2026-01-02T03:04:00.000Z', '2026-01-02T03:04:00Z'],
  ['2026-01-02T03:04:05.007Z', '2026-01-02T03:04:05.007Z'],
])('%s is shown as %s', (iso, shown) => {
  expect(shortIso(new Date(iso))).toBe(shown);
});

test('what JSON.stringify writes is written by our own writer in the same way, which one opaque part asks for', () => {
  const special = fc.constantFrom(new Date(0), value.kind, value.url, value._links, undefined);
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      special,
      fc.jsonValue(),
      fc.array(tie('node')),
      fc.dictionary(fc.string(), tie('node')),
    ),
  })).node;
  fc.assert(
    fc.property(tree, fc.boolean(), fc.boolean(), (json, excludeUrls, enumsAsNumbers) => {
      const format = { ...PLAIN, excludeUrls, enumsAsNumbers };
      const text = writeJson({ json }, format) ?? '';
      const both = writeJson({ json, last: new Opaque('1') }, format);
      expect(both).toBe(text === '{}' ? '{"last":1}' : `${text.slice(0, -1)},"last":1}`);
    }),
  );
});
