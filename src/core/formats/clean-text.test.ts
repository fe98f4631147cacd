import fc from 'fast-check';
import { cleanLine, cleanProse, cut, cutAtWord, excerpt } from './clean-text';

test.each([
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['tab\tstays', 'tab\tstays'],
  ['bell\u0007 nul\u0000 c1\u0085', 'bell nul c1'],
  ['half \ud83d character', 'half \uFFFD character'],
  ['whole 😀 character', 'whole 😀 character'],
  ['  around  ', 'around'],
])('cleanProse %j', (given, expected) => {
  expect(cleanProse(given)).toBe(expected);
});

test('cleanLine leaves one line with single blanks', () => {
  expect(cleanLine(' Background\nWorker \t Process ')).toBe('Background Worker Process');
});

test('cut never splits a character and never exceeds the limit', () => {
  // The mark by which a split one is told must not be among the characters themselves.
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\uFFFD'));
  fc.assert(
    fc.property(texts, fc.nat(40), (text, max) => {
      const short = cut(text, max + 1);
      expect(text.startsWith(short)).toBe(true);
      expect(short.length).toBeLessThanOrEqual(max + 1);
      expect(cleanProse(short)).not.toContain('\uFFFD');
    }),
  );
});

test.each([
  ['short', 10, 'short'],
  ['one two three', 9, 'one two…'],
  ['onetwothreefour', 9, 'onetwoth…'],
])('cutAtWord(%j, %i)', (text, max, expected) => {
  expect(cutAtWord(text, max)).toBe(expected);
});

test('an excerpt is at most 60 long and has no control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
      const short = excerpt(text);
      expect(short.length).toBeLessThanOrEqual(60);
      expect(short).not.toMatch(/\p{Cc}/u);
    }),
  );
});
