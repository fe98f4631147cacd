import { Selection, selectedNumbers } from './selection';

test.each([
  [
    [{ workItemId: 3 }, { workItemId: 5 }],
    [3, 5],
  ],
  [[{ id: 4 }], [4]],
  [[7], [7]],
  [[{ workItemId: -1 }, { title: 'x' }, null, { workItemId: '8' }], []],
  [undefined, []],
  [{ workItemId: 3 }, []],
])('%j means %j', (told, numbers) => {
  expect(selectedNumbers(told)).toEqual(numbers);
});

test('who listens is told of every change, until they stop', () => {
  const selection = new Selection();
  const seen: (readonly number[])[] = [];
  const stop = selection.subscribe(() => seen.push(selection.current));
  selection.pane.workItemSelectionChanged([{ workItemId: 1 }]);
  stop();
  selection.pane.workItemSelectionChanged([]);
  expect(seen).toEqual([[1]]);
  expect(selection.current).toEqual([]);
});
