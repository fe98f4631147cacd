import fc from 'fast-check';
import { times } from '../../../tests/fixtures/runs';
import {
  changesNothing,
  editRules,
  hasOurs,
  inverseEdits,
  isOurs,
  looks,
  mostRules,
  planRules,
  ruleTypes,
  rulesOf,
} from './card-rules';
import type { CardRule, RuleLists } from './card-rules';

/** Rules of other people, as the service tells them, with things in them that we know nothing of. */
const foreign = (max: number): fc.Arbitrary<readonly CardRule[]> =>
  fc.uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 12 }).map((name) => `their ${name}`),
      isEnabled: fc.constantFrom('True', 'False'),
      filter: fc.constantFrom("[System.Tags] contains 'urgent'", '', "[System.State] = 'New'"),
      settings: fc.dictionary(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), { maxKeys: 3 }),
      clauses: fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 2 }),
    }),
    { maxLength: max, selector: ({ name }) => name.trim().toLowerCase() },
  );

/** Boards with any of ours among theirs, restyled or not, in any order. */
const board: fc.Arbitrary<RuleLists> = fc
  .record({
    style: foreign(14),
    fill: foreign(8),
    ours: fc.subarray([...rulesOf('cards').tagStyle]),
    oursFill: fc.subarray([...rulesOf('cards').fill]),
    restyle: fc.boolean(),
    order: fc.infiniteStream(fc.nat()),
  })
  .map(({ style, fill, ours, oursFill, restyle, order }) => {
    const mix = (list: readonly CardRule[]) =>
      list
        .map((rule) => [order.next().value ?? 0, rule] as const)
        .sort(([a], [b]) => a - b)
        .map(([, rule]) => rule);
    const dress = (rule: CardRule): CardRule =>
      restyle ? { ...rule, isEnabled: 'True', settings: { color: '#123456' } } : rule;
    return { tagStyle: mix([...style, ...ours.map(dress)]), fill: mix([...fill, ...oursFill.map(dress)]) };
  });
const look = fc.constantFrom(...looks);
const theirs = (lists: RuleLists) =>
  ruleTypes.map((type) => JSON.stringify(lists[type].filter((rule) => !isOurs(type, rule))));

const options = { numRuns: times(300, 20_000) };

test('rules of other people stay byte for byte and in their order, whatever is switched', () => {
  fc.assert(
    fc.property(board, look, (lists, wanted) => {
      const plan = planRules(lists, wanted);
      if (plan.kind === 'refused') return;
      const after = editRules(lists, plan.edits);
      expect(theirs(after)).toEqual(theirs(lists));
      // Before ours, so that theirs win wherever both could colour a card.
      for (const type of ruleTypes)
        if (!lists[type].some((rule) => isOurs(type, rule)))
          expect(after[type].slice(0, lists[type].length)).toEqual(lists[type]);
      for (const type of ruleTypes) expect(after[type].length).toBeLessThanOrEqual(mostRules[type]);
    }),
    options,
  );
});

test('a second time there is nothing to do, and then the very lists come back', () => {
  fc.assert(
    fc.property(board, look, (lists, wanted) => {
      const plan = planRules(lists, wanted);
      if (plan.kind === 'refused') return;
      const after = editRules(lists, plan.edits);
      const again = planRules(after, wanted);
      expect(again.kind === 'planned' && changesNothing(again.edits)).toBe(true);
      if (again.kind === 'planned')
        for (const type of ruleTypes) expect(editRules(after, again.edits)[type]).toBe(after[type]);
      expect(hasOurs(after)).toBe(wanted !== 'none');
    }),
    options,
  );
});

test('what was done is taken back to the byte', () => {
  fc.assert(
    fc.property(board, look, (lists, wanted) => {
      const plan = planRules(lists, wanted);
      if (plan.kind === 'refused') return;
      const after = editRules(lists, plan.edits);
      expect(JSON.stringify(editRules(after, inverseEdits(lists, plan.edits)))).toBe(JSON.stringify(lists));
    }),
    options,
  );
});

test('taken back although others added rules meanwhile: theirs stay', () => {
  const before: RuleLists = {
    tagStyle: [{ name: 'urgent' }, { name: 'security-decide', settings: {} }],
    fill: [],
  };
  const plan = planRules(before, 'none');
  if (plan.kind === 'refused') throw new Error('refused');
  const meanwhile = editRules(before, plan.edits);
  const more = { ...meanwhile, tagStyle: [{ name: 'new' }, ...meanwhile.tagStyle] };
  expect(editRules(more, inverseEdits(before, plan.edits)).tagStyle.map(({ name }) => name)).toEqual([
    'new',
    'security-decide',
    'urgent',
  ]);
});

test('a colour that somebody gave one of our tags stays', () => {
  const own = { name: 'Security-Decide', isEnabled: 'False', settings: { color: '#000' } };
  const plan = planRules({ tagStyle: [own], fill: [] }, 'tags');
  expect(plan).toMatchObject({ kind: 'planned', added: 3, removed: 0, foreign: 0 });
  if (plan.kind === 'planned')
    expect(editRules({ tagStyle: [own], fill: [] }, plan.edits).tagStyle[0]).toBe(own);
});

test.each([
  ['tag colours', { tagStyle: Array.from({ length: 17 }, (_, n) => ({ name: `t${n}` })), fill: [] }, 'tags'],
  [
    'styling rules',
    { tagStyle: [], fill: Array.from({ length: 10 }, (_, n) => ({ name: `f${n}` })) },
    'cards',
  ],
] as const)('%s that do not fit are refused with the way out', (words, lists, wanted) => {
  const plan = planRules(lists, wanted);
  expect(plan.kind === 'refused' && plan.because).toMatch(new RegExp(`at most \\d+ ${words}.*Delete some`));
});

test('a filter that asks for a part of our names is told, one that asks for another tag is not', () => {
  const fill = [
    { name: 'Sec', filter: "[System.Tags] contains 'Security'" },
    { name: 'Urgent', filter: "[System.Tags] contains 'urgent'" },
    { name: 'Exact', filter: "[System.Tags] contains 'security-decide'" },
  ];
  const plan = planRules({ tagStyle: [], fill }, 'tags');
  expect(plan.kind === 'planned' && plan.notes).toEqual([
    'The rule “Sec” asks for the tag “security”, which is part of the names of the flags: it may colour their cards, too.',
  ]);
});
