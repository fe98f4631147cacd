import { restInWords, tallyOf } from './journal';
import type { JournalEntry, JournalLine } from './journal';

const linesOf = (...results: readonly JournalLine['result'][]) => results.map((result) => ({ result }));

describe('S71 what an entry says came of its steps', () => {
  it.each<[string, JournalLine['result'][], JournalEntry['state'], string]>([
    ['all done', ['done', 'done'], 'ended', ''],
    ['some not', ['done', 'refused', 'outdated', 'not-tried'], 'ended', ', 3 not'],
    ['an answer got lost', ['done', 'unsure', 'refused'], 'ended', ', 1 not, 1 unknown'],
    ['cut off: nobody knows what was done', ['begun', 'begun'], 'begun', ', 2 unknown, never ended'],
  ])('%s', (_name, results, state, words) => {
    expect(restInWords({ lines: linesOf(...results), state })).toBe(words);
  });

  it('counts each step once', () => {
    expect(tallyOf({ lines: linesOf('done', 'begun', 'unsure', 'refused') })).toEqual({
      done: 1,
      unknown: 2,
      failed: 1,
    });
  });
});
