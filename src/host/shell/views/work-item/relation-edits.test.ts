import fc from 'fast-check';
import { noRelationEdits, relationOperations, type Relation } from '../../rest/work-item';
import { effectiveRelations, withAdded, withRemoved } from './relation-edits';

const relation = fc
  .integer({ min: 0, max: 5 })
  .map((n): Relation => ({ rel: 'Hyperlink', url: `https://host/${n}` }));
const relations = fc.uniqueArray(relation, { selector: ({ url }) => url });
const urls = (all: readonly Relation[]) => all.map(({ url }) => url).sort();

/** What a server makes of the operations, one after the other. */
function applied(read: readonly Relation[], operations: ReturnType<typeof relationOperations>): Relation[] {
  const result = [...read];
  for (const operation of operations) {
    if (operation.op === 'remove') result.splice(Number(operation.path.split('/').pop()), 1);
    else result.push(operation.value as Relation);
  }
  return result;
}

test('whatever is added and removed, the saved links are those that the form showed', () => {
  const step = fc.tuple(fc.constantFrom(withAdded, withRemoved), relations);
  fc.assert(
    fc.property(relations, fc.array(step), (read, steps) => {
      const edits = steps.reduce((made, [change, given]) => change(made, read, given), noRelationEdits);
      const shown = effectiveRelations(read, edits);
      expect(new Set(urls(shown)).size).toBe(shown.length);
      expect(urls(applied(read, relationOperations(read, edits)))).toEqual(urls(shown));
    }),
  );
});

test('taking an addition or a removal back leaves no edit', () => {
  const [a, b]: [Relation, Relation] = [
    { rel: 'Hyperlink', url: 'https://a' },
    { rel: 'Hyperlink', url: 'https://b' },
  ];
  const added = withRemoved(withAdded(noRelationEdits, [a], [b]), [a], [b]);
  const removed = withAdded(withRemoved(noRelationEdits, [a], [a]), [a], [a]);
  expect([added, removed]).toEqual([noRelationEdits, noRelationEdits]);
});
