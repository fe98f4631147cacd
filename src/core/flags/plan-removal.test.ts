import fc from 'fast-check';
import { aWorkItem } from '../../../tests/fixtures/alignment-picture';
import { times } from '../../../tests/fixtures/runs';
import { flags } from './flag';
import { countRemoval, isOurTag, planRemoval } from './plan-removal';

const ours =
  'https://dev.example/hub?model=00000000-0000-4000-8000-000000000001&mitigation=00000000-0000-4000-8000-000000000002&realisation=00000000-0000-4000-8000-000000000003';
const item = fc.record({
  id: fc.integer({ min: 1, max: 50 }),
  tags: fc.uniqueArray(
    fc.constantFrom(
      'ui',
      'security',
      'SECURITY-mitigation',
      'Security-Decide',
      ...flags.map(({ tag }) => tag).slice(1),
    ),
    { maxLength: 5 },
  ),
  hyperlinks: fc.uniqueArray(
    fc.constantFrom(ours, 'https://wiki.example/?model=1', 'https://dev.example/hub'),
    { maxLength: 3 },
  ),
});
const items = fc
  .uniqueArray(item, { maxLength: 20, selector: ({ id }) => id })
  .map((all) => all.map((each) => aWorkItem(each.id, each)));

test('afterwards nothing of ours is left, everything else is, and a second time there is nothing to do', () => {
  fc.assert(
    fc.property(items, fc.constantFrom('keep', 'remove'), (all, links) => {
      const steps = planRemoval(all, { links });
      const after = all.map((each) => {
        const step = steps.find(({ id }) => id === each.id);
        if (!step) return each;
        const hyperlinks = each.hyperlinks.filter((url) => !step.dropHyperlinks.includes(url));
        return { ...each, tags: step.tags, hyperlinks };
      });
      expect(planRemoval(after, { links })).toEqual([]);
      after.forEach(({ tags, hyperlinks }, n) => {
        expect(tags).toEqual(all[n]?.tags.filter((tag) => !isOurTag(tag)));
        expect(hyperlinks).toEqual(all[n]?.hyperlinks.filter((url) => links === 'keep' || url !== ours));
      });
      expect(countRemoval(steps).items).toBe(steps.length);
    }),
    { numRuns: times(200, 10_000) },
  );
});
