import fc from 'fast-check';
import { differingWords } from './word-difference';
import type { Piece } from './word-difference';

/** Differing words in brackets. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

test.each<[string, string, string, string, string]>([
  ['nothing', 'How to verify it', 'How to verify it', 'How to verify it', 'How to verify it'],
  ['one word', 'How to verify it', 'How to check it', 'How to [verify] it', 'How to [check] it'],
  ['a word more', 'Look it up', 'Look it all up', 'Look it up', 'Look it [all] up'],
  ['two places', 'a b c d e', 'a x c y e', 'a [b] c [d] e', 'a [x] c [y] e'],
  ['two words and a line', 'a b\nc d', 'a x\ny d', 'a [b\nc] d', 'a [x\ny] d'],
  ['everything', 'Ours', 'Theirs and more', '[Ours]', '[Theirs and more]'],
  ['against nothing', 'Ours', '', '[Ours]', ''],
  ['white space', 'a  b\nc', 'a b c', 'a  b\nc', 'a b c'],
  [
    'a word that moved',
    'first second third',
    'second third first',
    '[first] second third',
    'second third [first]',
  ],
])('%s', (_what, left, right, leftShown, rightShown) => {
  const [a, b] = differingWords(left, right);
  expect([shown(a), shown(b)]).toEqual([leftShown, rightShown]);
});

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'long'), { maxLength: 30 })
  .map((all) => all.join(''));
test('the pieces are the texts, and without what differs both sides say the same', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const sides = differingWords(left, right);
      expect(sides.map((side) => side.map((piece) => piece.text).join(''))).toEqual([left, right]);
      const [a, b] = sides.map((side) =>
        side.flatMap((piece) => (piece.differs ? [] : (piece.text.match(/\S+/g) ?? []))),
      );
      expect(a).toEqual(b);
    }),
  );
});

test('very long texts are not compared word by word between their common ends', () => {
  const many = (word: string) => Array.from({ length: 1000 }, (_, i) => `${word}${i}`).join(' ');
  const [a] = differingWords(`same ${many('a')} end`, `same ${many('b')} end`);
  expect(a.map(({ differs }) => differs)).toEqual([false, true, false]);
});
