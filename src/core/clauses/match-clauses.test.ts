import fc from 'fast-check';
import type { ClauseField, FoundClause, TextFormat } from './clause';
import { findClauses } from './find-clauses';
import type { StoredClause } from './match-clauses';
import { matchClause, matchClauses } from './match-clauses';

const paragraphs = {
  html: (words: readonly string[]) => words.map((each) => `<p>${each}</p>`).join('\n'),
  markdown: (words: readonly string[]) => words.join('\n\n'),
};

function found(
  description: readonly string[],
  format: TextFormat = 'html',
  title = '',
): readonly FoundClause[] {
  const formats = { description: format, acceptanceCriteria: format };
  return findClauses({
    title,
    description: paragraphs[format](description),
    acceptanceCriteria: '',
    formats,
  });
}
const stored = (clauses: readonly FoundClause[]): readonly StoredClause[] =>
  clauses.map(({ text, field, hash, ordinal }, i) => ({ id: `${i} ${text}`, field, hash, ordinal }));
const kinds = (links: readonly StoredClause[], now: readonly FoundClause[]): readonly string[] =>
  matchClauses(links, now).matches.map(({ outcome }) =>
    outcome.kind === 'gone' ? 'gone' : `${outcome.kind} ${outcome.found.text}`,
  );

const abc = ['WITHOUT a stolen.', 'WITHOUT b stolen.', 'WITHOUT c stolen.'];

test.each<[string, readonly string[], readonly string[]]>([
  ['nothing changed', abc, ['same a stolen', 'same b stolen', 'same c stolen']],
  [
    'letter case',
    ['WITHOUT A  Stolen!', ...abc.slice(1)],
    ['same A Stolen', 'same b stolen', 'same c stolen'],
  ],
  [
    'one reworded',
    [abc[0] ?? '', 'WITHOUT b lost.', abc[2] ?? ''],
    ['same a stolen', 'drifted b lost', 'same c stolen'],
  ],
  [
    'one reworded below a new one',
    ['WITHOUT n.', abc[0] ?? '', 'WITHOUT b lost.', abc[2] ?? ''],
    ['moved a stolen', 'drifted b lost', 'moved c stolen'],
  ],
  ['the last one removed', abc.slice(0, 2), ['same a stolen', 'same b stolen', 'gone']],
  ['the first one removed', abc.slice(1), ['gone', 'moved b stolen', 'moved c stolen']],
  ['all reworded', ['WITHOUT x.', 'WITHOUT y.', 'WITHOUT z.'], ['drifted x', 'drifted y', 'drifted z']],
  ['reordered', [...abc].reverse(), ['moved a stolen', 'same b stolen', 'moved c stolen']],
  ['all gone', ['Nothing is left.'], ['gone', 'gone', 'gone']],
])('%s', (_, now, expected) => {
  expect(kinds(stored(found(abc)), found(now))).toEqual(expected);
});

test('a clause that moved to the title is found there', () => {
  expect(
    kinds(stored(found(['WITHOUT a stolen.'])), found(['As a user.'], 'html', 'Pay WITHOUT a stolen')),
  ).toEqual(['moved a stolen']);
});

test('the only one left in a field is the drifted one, whatever its place', () => {
  const [link] = stored(found(abc)).slice(2);
  expect(link && kinds([link], found(['WITHOUT another.']))).toEqual(['drifted another']);
});

test('the same words twice are told apart by their order, and the new one is fresh', () => {
  const twice = ['WITHOUT a stolen.', 'WITHOUT a stolen.'];
  const { matches, fresh } = matchClauses(
    [...stored(found(twice))].reverse(),
    found(['WITHOUT n.', ...twice]),
  );
  expect(
    matches.map(({ outcome }) => (outcome.kind === 'gone' ? 'gone' : [outcome.kind, outcome.found.ordinal])),
  ).toEqual([
    ['same', 1],
    ['moved', 2],
  ]);
  expect(fresh.map(({ text }) => text)).toEqual(['n']);
});

test('a clause whose keyword lost its capitals is still the same words', () => {
  expect(kinds(stored(found(['I pay WITHOUT data stolen.'])), found(['I pay without data stolen.']))).toEqual(
    ['same data stolen'],
  );
});

const word = fc.constantFrom(
  'card',
  'data',
  'orders',
  'photos',
  'stolen',
  'leaked',
  'read',
  'changed',
  'by',
  'others',
);
const clause = fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' '));
const clauses = fc.uniqueArray(clause, { minLength: 1, maxLength: 6 });
const around = fc.array(
  fc.constantFrom('As a user I want to pay so that I can buy.', 'See the guide.', 'A receipt is sent.'),
  { maxLength: 4 },
);
const sentence = (words: string): string => `I want it, WITHOUT ${words}.`;

test('editing what stands around, or the format, keeps every clause', () => {
  fc.assert(
    fc.property(
      clauses,
      around,
      around,
      fc.constantFrom<TextFormat>('html', 'markdown'),
      (words, above, below, format) => {
        const before = found(words.map(sentence));
        expect(before.map(({ text }) => text)).toEqual(words);
        const after = found(
          [...above, ...words.map((each) => sentence(`**${each}**`)), ...below],
          'markdown',
        );
        expect(kinds(stored(before), after)).toEqual(words.map((each) => `same ${each}`));
        const otherFormat = found(
          [...above, ...words.map((each) => `**WITHOUT** ${each}`), ...below],
          format === 'html' ? 'markdown' : format,
        );
        expect(matchClauses(stored(before), otherFormat).fresh).toEqual([]);
      },
    ),
  );
});

test('rewording one gives one drifted, removing one gives one gone, reordering gives no drifted', () => {
  fc.assert(
    fc.property(clauses, fc.nat(), fc.infiniteStream(fc.nat()), (words, index, order) => {
      const links = stored(found(words.map(sentence)));
      const at = index % words.length;
      const reworded = words.map((each, i) => (i === at ? 'something new happening' : each));
      expect(kinds(links, found(reworded.map(sentence)))).toEqual(
        words.map((each, i) => (i === at ? 'drifted something new happening' : `same ${each}`)),
      );
      const removed = kinds(links, found(words.filter((_, i) => i !== at).map(sentence)));
      expect(removed.map((each) => each === 'gone')).toEqual(words.map((_, i) => i === at));
      expect(removed.filter((each) => each.startsWith('drifted'))).toEqual([]);
      const keys = words.map((each) => ({ each, key: order.next().value ?? 0 }));
      const shuffled = keys.sort((a, b) => a.key - b.key).map(({ each }) => sentence(each));
      expect(kinds(links, found(shuffled)).filter((each) => !/^(?:same|moved) /.test(each))).toEqual([]);
    }),
  );
});

test('every found clause is claimed once or fresh; the order of the links does not matter', () => {
  const field = fc.constantFrom<ClauseField>('title', 'description', 'acceptanceCriteria');
  const hash = fc.constantFrom('a', 'b', 'c', 'd');
  const links = fc.uniqueArray(fc.record({ field, hash, ordinal: fc.nat(4) }), {
    selector: ({ field: f, ordinal }) => `${f} ${ordinal}`,
  });
  const now = fc.uniqueArray(fc.record({ field, hash, ordinal: fc.nat(4) }), {
    selector: ({ field: f, ordinal }) => `${f} ${ordinal}`,
  });
  fc.assert(
    fc.property(links, now, (given, given2) => {
      const all = given.map((each, i) => ({ ...each, id: String(i) }));
      const fresh = given2.map((each) => ({
        ...each,
        text: each.hash,
        kind: 'explicit' as const,
        language: 'en' as const,
      }));
      const result = matchClauses(all, fresh);
      const claimed = result.matches.flatMap(({ outcome }) =>
        outcome.kind === 'gone' ? [] : [outcome.found],
      );
      expect(new Set(claimed).size).toBe(claimed.length);
      expect(new Set([...claimed, ...result.fresh])).toEqual(new Set(fresh));
      expect(claimed.length + result.fresh.length).toBe(fresh.length);
      const byId = new Map(
        matchClauses([...all].reverse(), fresh).matches.map(({ stored: { id }, outcome }) => [id, outcome]),
      );
      expect(new Map(result.matches.map(({ stored: { id }, outcome }) => [id, outcome]))).toEqual(byId);
      // One on its own is told the same in short.
      for (const each of all)
        expect(matchClause(each, fresh)).toEqual(matchClauses([each], fresh).matches[0]?.outcome);
    }),
  );
});
