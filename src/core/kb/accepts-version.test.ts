import { acceptsVersion } from './accepts-version';

test.each<[string, string, boolean]>([
  ['^1.2.3', '1.2.3', true],
  ['^1.2.3', '1.2.4', true],
  ['^1.2.3', '1.10.0', true],
  ['^1.2.3', '1.2.2', false],
  ['^1.2.3', '1.1.9', false],
  ['^1.2.3', '2.0.0', false],
  ['^1.2.3', '0.9.9', false],
  ['1.0.0', '1.4.0', true],
  ['^1.0.0', '1.0.1-beta.2', true],
  ['*', '1.0.0', false],
  ['', '1.0.0', false],
  ['latest', '1.0.0', false],
])('"%s" and %s: %s', (range, version, accepted) => {
  expect(acceptsVersion(range, version)).toBe(accepted);
});
