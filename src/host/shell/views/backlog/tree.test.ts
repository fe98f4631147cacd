import fc from 'fast-check';
import type { WorkItem } from '../../rest/work-item';
import { rowsOf } from './tree';

function item(id: number, parent?: number): WorkItem {
  return { id, rev: 1, url: '', fields: parent === undefined ? {} : { 'System.Parent': parent } };
}

const shape = (items: WorkItem[], collapsed: number[] = []) =>
  rowsOf(items, new Set(collapsed)).map(
    ({ item: { id }, depth, hasChildren }) => `${'-'.repeat(depth)}${id}${hasChildren ? '+' : ''}`,
  );

const tree = [item(3, 2), item(1), item(2, 1), item(4), item(5, 2), item(6, 99)];

test('children follow their parent in the given order', () => {
  expect(shape(tree)).toEqual(['1+', '-2+', '--3', '--5', '4', '6']);
});

test.each([
  [[2], ['1+', '-2+', '4', '6']],
  [[1], ['1+', '4', '6']],
  [[4], ['1+', '-2+', '--3', '--5', '4', '6']],
])('with %j collapsed', (collapsed, expected) => expect(shape(tree, collapsed)).toEqual(expected));

test('a circle of parents disappears from nowhere', () => {
  expect(shape([item(1, 2), item(2, 1), item(3, 3)])).toEqual(['3', '1+', '-2+']);
});

test('every item is shown exactly once, whatever the links', () => {
  const link = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(link, { minLength: 10, maxLength: 10 }), (parents) => {
      const ids = rowsOf(
        parents.map((parent, id) => item(id, parent)),
        new Set(),
      ).map((row) => row.item.id);
      expect([...ids].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }),
  );
});
