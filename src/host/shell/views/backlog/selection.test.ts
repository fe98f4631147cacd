import { changedSelection } from './selection';

test.each([
  [[], 1, 'only', [1]],
  [[1, 2], 3, 'only', [3]],
  [[1, 2], 1, 'only', [1]],
  [[1], 2, 'toggle', [1, 2]],
  [[1, 2], 1, 'toggle', [2]],
  [[1], 1, 'toggle', []],
] as const)('%j selected, then %i (%s): %j', (before, id, change, after) => {
  const given = new Set<number>(before);
  expect([...changedSelection(given, id, change)]).toEqual(after);
  expect([...given]).toEqual(before);
});
