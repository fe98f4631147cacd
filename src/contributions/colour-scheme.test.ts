import { colourSchemeOf } from './colour-scheme';

test.each([
  ['rgb(255, 255, 255)', 'light'],
  ['rgba(248, 248, 248, 1)', 'light'],
  ['rgb(32, 31, 30)', 'dark'],
  ['rgba(0, 0, 0, 1)', 'dark'],
  ['rgb(0, 0, 255)', 'dark'],
  ['rgb(0, 255, 0)', 'light'],
  ['rgba(0, 0, 0, 0)', 'light'],
  ['', 'light'],
])('%s is %s', (ground, scheme) => {
  expect(colourSchemeOf(ground)).toBe(scheme);
});
