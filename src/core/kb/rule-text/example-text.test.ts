import * as fc from 'fast-check';
import { runs } from '../../../../tests/fixtures/runs';
import { samplePackage } from '../../../../tests/fixtures/sample-knowledge';
import type { ExampleModel } from '../example-model';
import { readPackage } from '../read-package';
import { parseExampleText, printExample } from './example-text';

const reading = readPackage(samplePackage());
if (reading.kind === 'refused') throw new Error('refused');
const types = reading.package.entityTypes;
const read = (text: string) => parseExampleText(text, types);

test('reads elements, flows, boundaries and the system', () => {
  const text = `
Browser is external
Orders desk is web-api with rows = 5, Encrypted in transit = No
Browser -> Orders desk
Pay: Browser -> Orders desk is https with encrypted = no
boundary "is inside" around Orders desk, Browser
system with audience = the public`;
  expect(read(text)).toEqual({
    kind: 'model',
    model: {
      elements: [
        { name: 'Browser', kind: 'external' },
        {
          name: 'Orders desk',
          kind: 'process',
          type: 'web-api',
          properties: { rows: '5', 'Encrypted in transit': 'No' },
        },
      ],
      flows: [
        { name: '', source: 'Browser', target: 'Orders desk' },
        {
          name: 'Pay',
          source: 'Browser',
          target: 'Orders desk',
          type: 'https',
          properties: { encrypted: 'no' },
        },
      ],
      boundaries: [{ name: 'is inside', holds: ['Orders desk', 'Browser'] }],
      properties: { audience: 'the public' },
    },
  });
});

const a = 'A is process\n';
test.each([
  ['A is spaceship', 1, 6, 'There is no entity type "spaceship".'],
  ['A is https', 1, 6, '"https" is no kind of element.'],
  [`${a}A -> A is web-api`, 2, 11, '"web-api" is no kind of data flow.'],
  [`${a}A -> B`, 2, 6, 'No line says what "B" is.'],
  [`${a}boundary X around B`, 2, 19, 'No line says what "B" is.'],
  ['A', 1, 2, 'The line ends here: "is" is expected.'],
  ['A is process with x', 1, 20, 'The line ends here: "=" is expected.'],
  ['A is process with = 3', 1, 19, '"=" is not expected here: the name of a property is expected.'],
  ['A is process, B', 1, 13, '"," is not expected here: the end of the line is expected.'],
  [`${a}boundary X A`, 2, 13, 'The line ends here: "around" is expected.'],
  ['A is "process', 1, 6, 'A quotation mark is not closed.'],
])('%j: line %i, column %i', (text, line, column, sentence) => {
  expect(read(text)).toMatchObject({ kind: 'error', error: { line, column, sentence } });
});

const word = fc.oneof(
  fc.constantFrom(
    'Orders',
    'is',
    'with',
    'boundary',
    'system',
    'a: b',
    'x -> y',
    'say "no"',
    '\\',
    'a  b',
    '',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
);
const properties = fc.option(fc.dictionary(word, word, { minKeys: 1, maxKeys: 2, noNullPrototype: true }), {
  nil: undefined,
});
const withProperties = <T extends object>(given: fc.Arbitrary<T>) =>
  fc.tuple(given, properties).map(([value, own]) => (own ? { ...value, properties: own } : value));
const kindOf = fc.constantFrom(
  { kind: 'process' as const },
  { kind: 'external' as const },
  { kind: 'process' as const, type: 'web-api' },
);
const model = fc
  .uniqueArray(word, { minLength: 1, maxLength: 4 })
  .chain((names): fc.Arbitrary<ExampleModel> => {
    const one = fc.constantFrom(...names);
    const element = (name: string) => withProperties(kindOf.map((kind) => ({ name, ...kind })));
    const type = fc.constantFrom({}, { type: 'https' });
    const flow = withProperties(
      fc.tuple(word, one, one, type).map(([name, source, target, of]) => ({ name, source, target, ...of })),
    );
    const boundary = withProperties(
      fc.tuple(word, fc.uniqueArray(one, { minLength: 1 })).map(([name, holds]) => ({ name, holds })),
    );
    return fc
      .tuple(
        fc.tuple(...names.map(element)),
        fc.array(flow, { maxLength: 3 }),
        fc.array(boundary, { maxLength: 2 }),
        properties,
      )
      .map(([elements, flows, boundaries, own]) => ({
        elements,
        flows,
        ...(boundaries.length > 0 ? { boundaries } : {}),
        ...(own ? { properties: own } : {}),
      }));
  });

test('what is printed is read as the same model', () => {
  fc.assert(
    fc.property(model, (given) => {
      expect(read(printExample(given))).toEqual({ kind: 'model', model: given });
    }),
    { numRuns: runs(200) },
  );
});

test('any text gives a model or an error with its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const answer = read(text);
      if (answer.kind === 'error') expect(answer.error.at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: runs(200) },
  );
});
