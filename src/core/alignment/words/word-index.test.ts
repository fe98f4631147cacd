import fc from 'fast-check';
import { runs } from '../../../../tests/fixtures/runs';
import { lengthOf, likeness, rarityIn } from './weighted-words';
import { WordIndex } from './word-index';

const text = fc
  .dictionary(fc.constantFrom('card', 'order', 'owner', 'sign', 'log'), fc.constantFrom(0.5, 1, 3))
  .map((words) => new Map(Object.entries(words)));

test('says of each text what comparing the two says', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), text, (texts, one) => {
      const rarity = rarityIn([...texts, one]);
      const scores = new WordIndex(texts, rarity).scores(one);
      texts.forEach((other, at) => {
        const lengths = lengthOf(other, rarity) * lengthOf(one, rarity);
        expect(scores[at]).toBeCloseTo(likeness(other, one, { rarity, lengths }).score, 9);
      });
    }),
    { numRuns: runs(200) },
  );
});
