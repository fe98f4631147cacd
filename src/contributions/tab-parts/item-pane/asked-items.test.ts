import { askedItems } from './asked-items';

test.each<[string, unknown, readonly number[]]>([
  ['a card', { id: 12, workItemType: 'User Story', team: { id: 'x' } }, [12]],
  ['a row of a backlog', { id: 12, ids: [12], workItemIds: [12], rows: [] }, [12]],
  ['several rows', { ids: [12, 14, 12], workItemIds: [12, 14] }, [12, 14]],
  ['only workItemIds', { workItemIds: [7] }, [7]],
  ['a form', { workItemId: 9 }, [9]],
  ['rows that are no items yet', { ids: [-1] }, []],
  ['a number as a text', { id: '12' }, []],
  ['nothing', undefined, []],
  ['a list', [1], []],
  ['null in it', { ids: null, id: null }, []],
  [
    'more than anybody looks at',
    { ids: Array.from({ length: 200 }, (_, n) => n + 1) },
    Array.from({ length: 50 }, (_, n) => n + 1),
  ],
])('%s', (_what, context, numbers) => {
  expect(askedItems(context)).toEqual(numbers);
});
