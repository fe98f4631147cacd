/** Every fault that a schema can find in a package is told in plain words. */
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { readPackage } from './read-package';

const problemsOf = (json: unknown): readonly string[] => {
  const reading = readPackage(json);
  return reading.kind === 'refused'
    ? reading.problems.map(({ place, sentence }) => `${place}: ${sentence}`)
    : [];
};
const withField = (fields: Readonly<Record<string, unknown>>): unknown =>
  samplePackage((file) => Object.assign(file, fields));

test.each<[string, unknown, string]>([
  ['a field of no meaning', withField({ authors: [] }), 'authors: Nothing is called "authors" here.'],
  ['a field that is missing', {}, 'id: This is missing.'],
  ['a number for a text', withField({ name: 7 }), 'name: This must be a text.'],
  ['an object for a list', withField({ threats: {} }), 'threats: This must be a list.'],
  ['nothing for an object', withField({ threats: [null] }), 'threats[0]: This must be an object.'],
  [
    'a word of none',
    withField({ mitigations: [{ controlType: 'magic' }] }),
    'mitigations[0].controlType: This must be one of: "',
  ],
  [
    'a name too long',
    withField({ name: 'x'.repeat(1001) }),
    'name: There may be 1000 characters here at most.',
  ],
  ['no package at all', 'kb', 'package: This must be an object.'],
])('%s', (_, json, expected) => {
  const found = problemsOf(json);
  expect(found.filter((each) => each.startsWith(expected))).not.toEqual([]);
  expect(found.filter((each) => each.includes('Invalid'))).toEqual([]);
});

test('a list that is too long is refused as a whole: its entries are not even looked at', () => {
  const threats = Array.from({ length: 5001 }, () => ({ id: 7 }));
  expect(problemsOf(withField({ threats }))).toEqual(['threats: There may be 5000 entries here at most.']);
});
