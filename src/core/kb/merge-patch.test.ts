/** What a patch makes of an entry, and two patches that became one. */
import fc from 'fast-check';
import { joinedPatches, mergeDifference, mergePatch } from './merge-patch';

type Json = Readonly<Record<string, unknown>>;
const values = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];

test.each<[string, Json, Json, Json]>([
  ['a key changes', { a: 1, b: 2 }, { a: 3 }, { a: 3, b: 2 }],
  ['a key goes', { a: 1, b: 2 }, { a: null }, { b: 2 }],
  ['objects merge', { refs: { cwe: [1] } }, { refs: { capec: [2] } }, { refs: { cwe: [1], capec: [2] } }],
  ['plain lists are replaced', { tags: ['a', 'b'] }, { tags: ['c'] }, { tags: ['c'] }],
  ['rules are replaced', { when: { all: [], a: 1 } }, { when: { any: [] } }, { when: { any: [] } }],
  [
    'members of named lists merge, new ones come last',
    { values },
    {
      values: [
        { id: 'no', label: 'Never' },
        { id: 'odd', label: 'Odd' },
      ],
    },
    { values: [values[0], { id: 'no', label: 'Never' }, { id: 'odd', label: 'Odd' }] },
  ],
  [
    'an object from name to change takes a member away, too',
    { values },
    { values: { yes: null, no: { label: 'Never' }, odd: { id: 'odd', label: 'Odd' }, gone: null } },
    {
      values: [
        { id: 'no', label: 'Never' },
        { id: 'odd', label: 'Odd' },
      ],
    },
  ],
])('%s', (_, before, patch, after) => expect(mergePatch(before, patch)).toEqual(after));

const word = fc.constantFrom('a', 'b', 'c');
const pick = (members: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(members, { requiredKeys: [] });
const memberOf = fc.dictionary(word, fc.nat({ max: 3 }), { maxKeys: 3 });
const namedList = fc
  .dictionary(word, memberOf, { minKeys: 1, maxKeys: 3 })
  .map((named) => Object.entries(named).map(([id, each]) => ({ ...each, id })));
const rule = fc.record({ all: fc.array(word, { maxLength: 2 }) });
const entry = fc.record({
  name: word,
  severity: pick({ impact: word, because: word }),
  when: rule,
  values: namedList,
  tags: fc.array(word, { maxLength: 2 }),
});
const orNull = (each: fc.Arbitrary<unknown>) => fc.oneof(each, fc.constant(null));
const patchOf = pick({
  name: word,
  severity: pick({ impact: orNull(word), because: orNull(word) }),
  when: rule,
  values: namedList,
  tags: fc.array(word, { maxLength: 2 }),
  help: orNull(word),
});
/** By name: the order of what is new may differ, and means nothing. */
const sorted = (made: Json): Json => ({
  ...made,
  values: [...(made['values'] as readonly Json[])].sort((a, b) =>
    String(a['id']) < String(b['id']) ? -1 : 1,
  ),
});

test('two patches in one do what they do in turn', () => {
  fc.assert(
    fc.property(entry, patchOf, patchOf, (before, first, then) => {
      const inTurn = mergePatch(mergePatch(before, first), then);
      expect(sorted(mergePatch(before, joinedPatches(first, then)))).toEqual(sorted(inTurn));
    }),
  );
});

test('the difference of two values, as a patch, makes the one into the other', () => {
  fc.assert(
    fc.property(entry, entry, (before, after) => {
      const patch = mergeDifference(before, after);
      expect(sorted(mergePatch(before, patch))).toEqual(sorted(after));
      expect(mergeDifference(after, after)).toEqual({});
      for (const key of Object.keys(patch)) expect(before).not.toHaveProperty(key, after[key as 'name']);
    }),
  );
});

test('a member that one patch adds and the next takes away stays away', () => {
  const first = { values: [{ id: 'odd', label: 'Odd' }] };
  const both = joinedPatches(first, { values: { odd: null } });
  expect(mergePatch({ values }, both)).toEqual({ values });
  expect(mergePatch({ values }, joinedPatches({ values: { no: null } }, both))).toEqual({
    values: [values[0]],
  });
});
