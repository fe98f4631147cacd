import { resultRows } from './result-rows';

const link = (source: number | null, target: number) => ({
  source,
  target,
  rel: source === null ? null : 'System.LinkTypes.Hierarchy-Forward',
});
const depths = (rows: ReturnType<typeof resultRows>) => rows.map(({ id, depth }) => [id, depth]);

test('a list stands at the top', () =>
  expect(depths(resultRows({ kind: 'flat', columns: [], ids: [3, 1] }))).toEqual([
    [3, 0],
    [1, 0],
  ]));

test('links stand under their sources, in the order of the answer', () => {
  const links = [link(null, 1), link(1, 2), link(2, 3), link(1, 4), link(null, 5)];
  expect(depths(resultRows({ kind: 'links', columns: [], links }))).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 1],
    [5, 0],
  ]);
});

test('an item in two places has two rows with keys of their own', () => {
  const rows = resultRows({
    kind: 'links',
    columns: [],
    links: [link(null, 1), link(1, 3), link(null, 2), link(2, 3)],
  });
  expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
});

test('a link whose source is not shown stands at the top', () =>
  expect(depths(resultRows({ kind: 'links', columns: [], links: [link(9, 1)] }))).toEqual([[1, 0]]));
