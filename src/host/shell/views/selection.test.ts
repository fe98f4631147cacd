import { actedOn, changedSelection, changeOf } from './selection';

const order = [10, 20, 30, 40, 50];
test.each([
  [[], undefined, 10, 'only', [10]],
  [[10, 20], 10, 30, 'only', [30]],
  [[10, 20], 20, 10, 'only', [10]],
  [[10], 10, 20, 'toggle', [10, 20]],
  [[10, 20], 20, 10, 'toggle', [20]],
  [[10], 10, 10, 'toggle', []],
  [[20], 20, 40, 'range', [20, 30, 40]],
  [[40], 40, 10, 'range', [10, 20, 30, 40]],
  [[], undefined, 30, 'range', [30]],
  [[99], 99, 30, 'range', [30]],
] as const)('%j selected (from %j), then %i (%s): %j', (before, anchor, id, change, after) => {
  const given = new Set<number>(before);
  expect([...changedSelection({ ids: given, anchor }, { id, change, order }).ids]).toEqual(after);
  expect([...given]).toEqual(before);
});

test('a second range begins where the first did', () => {
  const first = changedSelection({ ids: new Set([20]), anchor: 20 }, { id: 50, change: 'range', order });
  expect([...changedSelection(first, { id: 30, change: 'range', order }).ids]).toEqual([20, 30]);
});

test.each([
  [{}, 'only'],
  [{ ctrlKey: true }, 'toggle'],
  [{ metaKey: true }, 'toggle'],
  [{ shiftKey: true }, 'range'],
])('%j asks for %s', (keys, change) =>
  expect(changeOf({ ctrlKey: false, metaKey: false, shiftKey: false, ...keys })).toBe(change),
);

test('an action at a selected row is about all of them, at another row about that row', () => {
  const all = order.map((id) => ({ id }));
  const ids = (id: number) => actedOn({ id }, all, new Set([40, 20])).map((each) => each.id);
  expect([ids(20), ids(30)]).toEqual([[20, 40], [30]]);
});
