import fc from 'fast-check';
import { aWorkItem } from '../../../tests/fixtures/alignment-picture';
import { times } from '../../../tests/fixtures/runs';
import type { WorkItem } from '../sync/backlog-picture';
import { flagIds, flagOf, flagOfTag, flagsAmong } from './flag';
import { countTags, planTags, planUndoTags } from './plan-tags';
import type { TagPlan } from './plan-tags';
import type { WantedFlag } from './wanted-flags';

const everywhere = [{ path: 'Shop', below: 'included' as const }];
const tag = fc.oneof(
  fc.constantFrom('ui', 'security', 'Security-Mitigation', 'Urgent'),
  fc.constantFrom(...flagIds).map((id) => flagOf(id).tag),
  fc.constantFrom('SECURITY-DECIDE', 'Security-Settled'),
);
const items: fc.Arbitrary<readonly WantedFlag[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 60 }),
      tags: fc.uniqueArray(tag, { maxLength: 6, selector: (text) => text.toLowerCase() }),
      areaPath: fc.constantFrom('Shop', 'Shop\\Web', 'Shop\\Web\\Till', 'Bank'),
      flag: fc.option(fc.constantFrom(...flagIds), { nil: undefined }),
    }),
    { maxLength: 40, selector: ({ id }) => id },
  )
  .map((list) =>
    list.map(({ id, tags, areaPath, flag }) => ({ item: aWorkItem(id, { tags, areaPath }), flag })),
  );

const wantedOf = (list: readonly WantedFlag[]) => new Map(list.map((each) => [each.item.id, each]));
const flaggedOf = (list: readonly WantedFlag[]) =>
  list.map(({ item }) => item).filter(({ tags }) => flagsAmong(tags).length > 0);
/** The items as the steps leave them. */
const written = (list: readonly WantedFlag[], { steps }: TagPlan): readonly WantedFlag[] =>
  list.map(({ item, flag }) => {
    const step = steps.find(({ id }) => id === item.id);
    return { item: step ? { ...item, rev: item.rev + 1, tags: step.tags } : item, flag };
  });
const plan = (list: readonly WantedFlag[], areas = everywhere) =>
  planTags({ wanted: wantedOf(list), flagged: flaggedOf(list), areas });
const options = { numRuns: times(300, 20_000) };

test('after it every item carries exactly its flag, and nothing is left to write', () => {
  fc.assert(
    fc.property(items, (list) => {
      const after = written(list, plan(list));
      for (const { item, flag } of after)
        expect(flagsAmong(item.tags)).toEqual(flag !== undefined && item.areaPath !== 'Bank' ? [flag] : []);
      expect(plan(after).steps).toEqual([]);
    }),
    options,
  );
});

test('an item whose set is equal is never written; other people’s tags keep their words and their order', () => {
  fc.assert(
    fc.property(items, (list) => {
      const { steps } = plan(list);
      for (const step of steps) {
        const { item } = wantedOf(list).get(step.id) ?? { item: aWorkItem(0) };
        expect(step.from).not.toEqual(step.to);
        const others = (tags: readonly string[]) => tags.filter((each) => flagOfTag(each) === undefined);
        expect(others(step.tags)).toEqual(others(item.tags));
        expect(step.rev).toBe(item.rev);
      }
    }),
    options,
  );
});

test('the order in which items are read does not matter', () => {
  fc.assert(
    fc.property(items, (list) => {
      expect(plan([...list].reverse())).toEqual(plan(list));
    }),
    options,
  );
});

test('a run is taken back to the same flags; who changed a flag since keeps it', () => {
  fc.assert(
    fc.property(items, (list) => {
      const done = plan(list);
      const after = written(list, done);
      const byId = (all: readonly WantedFlag[]) => new Map(all.map(({ item }) => [item.id, item]));
      const back = written(after, planUndoTags(done.steps, byId(after)));
      expect(back.map(({ item }) => flagsAmong(item.tags))).toEqual(
        list.map(({ item }) => flagsAmong(item.tags)),
      );
      const touched = after.map(({ item, flag }) => ({ item: { ...item, tags: ['theirs'] }, flag }));
      const left = planUndoTags(
        done.steps.filter(({ to }) => to.length > 0),
        byId(touched),
      );
      expect(left.steps).toEqual([]);
    }),
    options,
  );
});

const one = (item: Partial<WorkItem>, flag: WantedFlag['flag']) => [{ item: aWorkItem(1, item), flag }];

test.each<[string, readonly WantedFlag[], Parameters<typeof plan>[1], readonly (readonly string[])[]]>([
  [
    'gets its flag behind the others',
    one({ tags: ['ui'] }, 'decide'),
    everywhere,
    [['ui', 'security-decide']],
  ],
  [
    'loses one that is not true any more',
    one({ tags: ['security-planned', 'ui'] }, undefined),
    everywhere,
    [['ui']],
  ],
  ['keeps it in whatever letters', one({ tags: ['SECURITY-decide'] }, 'decide'), everywhere, []],
  [
    'outside the areas it gets none',
    one({ areaPath: 'Shop\\App' }, 'decide'),
    [{ path: 'Shop\\Web', below: 'included' }],
    [],
  ],
  [
    'outside the areas it loses one',
    one({ areaPath: 'Shop\\App', tags: ['security-decide'] }, 'decide'),
    [{ path: 'Shop\\Web', below: 'included' }],
    [[]],
  ],
  [
    'below an area that stands alone it gets none',
    one({ areaPath: 'Shop\\Web' }, 'decide'),
    [{ path: 'Shop', below: 'left-out' }] as never,
    [],
  ],
  ['nowhere switched on, all flags go', one({ tags: ['security-settled'] }, 'settled'), [], [[]]],
])('%s', (_what, list, areas, tags) => {
  expect(plan(list, areas).steps.map((step) => step.tags)).toEqual(tags);
});

test('a hundred tags are full: it is told, and nothing is written', () => {
  const tags = Array.from({ length: 100 }, (_, n) => `t${n}`);
  expect(plan(one({ tags }, 'decide'))).toEqual({ steps: [], same: 0, full: [1] });
});

test('an item that nobody wants anything of loses its flag, and the newer revision guards the write', () => {
  const flagged = [
    aWorkItem(9, { tags: ['security-planned'] }),
    aWorkItem(1, { rev: 5, tags: ['security-planned', 'x'] }),
  ];
  const { steps } = planTags({ wanted: wantedOf(one({ rev: 4 }, 'decide')), flagged, areas: everywhere });
  expect(steps.map(({ id, rev, tags }) => ({ id, rev, tags }))).toEqual([
    { id: 1, rev: 5, tags: ['x', 'security-decide'] },
    { id: 9, rev: 1, tags: [] },
  ]);
  expect(countTags({ steps })).toEqual({
    get: 0,
    lose: 1,
    change: 1,
    byFlag: { decide: 1, replan: 0, planned: 0, settled: 0 },
  });
});
