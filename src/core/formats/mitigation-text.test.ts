import fc from 'fast-check';
import { mitigationKey, normalised, titleOf } from './mitigation-text';

test.each([
  ['Check input.', 'check input'],
  ['  CHECK\n\tinput ! ', 'check input'],
  ['Check input...', 'check input'],
  ['Check a.b input', 'check a.b input'],
  ['...', ''],
  ['', ''],
])('normalised(%j)', (given, expected) => {
  expect(normalised(given)).toBe(expected);
});

test.each([
  ['the whole text when it is one sentence', 'Check every input', 'Check every input'],
  ['no full stop', 'Check every input.', 'Check every input'],
  ['the first sentence', 'Check input. Refer: https://x.org/a', 'Check input'],
  ['the first line', 'Check input\nLog refusals', 'Check input'],
  ['the first line that says something', '\n\n  Check input', 'Check input'],
  ['dots inside words do not end it', 'Use ASP.NET checks. More', 'Use ASP.NET checks'],
  [
    'abbreviations do not end it',
    'Use lists (e.g. Names) for input. More',
    'Use lists (e.g. Names) for input',
  ],
  ['a dot before a small letter does not end it', 'Use no. one of them. More', 'Use no. one of them'],
  ['an address begins a new sentence', 'Restrict access. https://x.org/a', 'Restrict access'],
  ['questions keep their mark', 'Is input checked? If not, do', 'Is input checked?'],
  ['list marks go', '- Check input', 'Check input'],
  ['numbers of lists go', '1. Check input. 2. Log', 'Check input'],
])('titleOf: %s', (_, text, title) => {
  expect(titleOf(text)).toBe(title);
});

test('a long title is cut at a word to 120 with an ellipsis', () => {
  const title = titleOf('restrict '.repeat(30));
  expect(title).toMatch(/^(?:restrict )+restrict…$/);
  expect(title.length).toBeLessThanOrEqual(120);
});

test('keys are short, and different texts keep different keys', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (one, other) => {
      const long = 'x'.repeat(190);
      expect(mitigationKey(long + one).length).toBeLessThanOrEqual(200);
      expect(mitigationKey(long + one) === mitigationKey(long + other)).toBe(one === other);
    }),
  );
});

test('the key of a long text never changes: saved models find their mitigations by it', () => {
  const text = 'Check every redirect against the list of known addresses. '.repeat(5);
  expect(mitigationKey(text).slice(-18)).toBe('e#177f856401989379');
});
