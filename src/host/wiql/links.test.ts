/** Queries about links: pairs in three modes, and trees in two. */
import { pairs, query } from '../testing/query-world';
import { Problem } from '../kernel/problem';

const CHILDREN = "[System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward'";
const top = (id: number): readonly [null, number] => [null, id];

test.each<[string, string, readonly (readonly [number | null, number])[]]>([
  [`[Source].[System.Id] > 0 AND ${CHILDREN}`, 'MODE (MustContain)', [top(1), [1, 2], top(2), [2, 4]]],
  [`[Source].[System.Id] > 0 AND ${CHILDREN}`, '', [top(1), [1, 2], top(2), [2, 4]]],
  [
    `[Source].[System.Id] IN (1, 5) AND ${CHILDREN} AND [Target].[System.State] = 'New'`,
    'MODE (MayContain)',
    [top(1), top(5)],
  ],
  [`[Source].[System.Id] <= 2 AND ${CHILDREN}`, 'MODE (MayContain)', [top(1), [1, 2], top(2), [2, 4]]],
  [`[Source].[System.WorkItemType] = 'User Story' AND ${CHILDREN}`, 'MODE (DoesNotContain)', [top(3)]],
  [
    `[Source].[System.Id] < 3 AND ${CHILDREN} AND [Target].[System.WorkItemType] = 'Task'`,
    'MODE (DoesNotContain)',
    [top(1)],
  ],
  [
    "[Source].[System.Id] = 3 AND [System.Links.LinkType] = 'Related'",
    'MODE (MustContain)',
    [top(3), [3, 5]],
  ],
  [
    "[Source].[System.Id] = 3 AND [System.Links.LinkType] = 'System.LinkTypes.Related-Forward'",
    '',
    [top(3), [3, 5]],
  ],
  ["[Source].[System.Id] = 2 AND [System.Links.LinkType] <> ''", '', [top(2), [2, 1], [2, 4]]],
  ['[Source].[System.Id] = 2 AND [System.Links.LinkType] = [Any]', '', [top(2), [2, 1], [2, 4]]],
  [`[Source].[System.Id] = 2 AND NOT ${CHILDREN}`, '', [top(2), [2, 1]]],
  [
    `[Source].[System.Id] = 2 AND (${CHILDREN} OR [System.Links.LinkType] = 'Parent')`,
    '',
    [top(2), [2, 1], [2, 4]],
  ],
  ["[Source].[System.Id] = 2 AND [System.Links.LinkType] IN ('Parent', 'Related')", '', [top(2), [2, 1]]],
  // Conditions without a side are about the source.
  [`[System.Id] = 1 AND ${CHILDREN}`, '', [top(1), [1, 2]]],
  [`Source.System.Id = 1 AND ${CHILDREN}`, '', [top(1), [1, 2]]],
  [`[Source].[System.Id] > 0 AND ${CHILDREN}`, 'ORDER BY [System.Id] DESC', [top(2), [2, 4], top(1), [1, 2]]],
  // Trees
  [`[Source].[System.Id] > 0 AND ${CHILDREN}`, 'MODE (Recursive)', [top(1), [1, 2], [2, 4], top(3), top(5)]],
  [
    `[Source].[System.WorkItemType] = 'Epic' AND ${CHILDREN} AND [Target].[System.WorkItemType] = 'Task'`,
    'MODE (Recursive)',
    [top(1)],
  ],
  [
    `[Source].[System.Id] > 0 AND ${CHILDREN} AND [Target].[System.WorkItemType] = 'Task'`,
    'MODE (Recursive, ReturnMatchingChildren)',
    [top(1), [1, 2], [2, 4]],
  ],
])('links WHERE %s %s', (where, rest, expected) => {
  expect(pairs(`${where} ${rest}`)).toEqual(expected);
});

test.each<[string, string]>([
  ['[Source].[System.Id] = 1 OR [Target].[System.Id] = 2', 'can only be combined with AND'],
  ["[System.Links.LinkType] = 'Friend'", "link type does not exist. The error is caused by «'Friend'»."],
  ["[System.Links.LinkType] CONTAINS 'Child'", 'cannot be used with link types'],
  ["[System.Links.LinkType] = 'Related' MODE (Recursive)", 'forward link type with the topology of a tree'],
  ["[System.Links.LinkType] = 'Parent' MODE (Recursive)", 'forward link type with the topology of a tree'],
  [`${CHILDREN} MODE (Sometimes)`, 'The error is caused by «Sometimes».'],
  [`${CHILDREN} MODE (MayContain, ReturnMatchingChildren)`, 'Expecting ). The error is caused by «,».'],
  [
    `${CHILDREN} ASOF '2026-03-01' MODE (Recursive)`,
    'ASOF cannot be used in a tree query. The error is caused by «ASOF».',
  ],
])('links WHERE %s are refused', (where, message) => {
  const text = `SELECT [System.Id] FROM WorkItemLinks WHERE ${where}`;
  expect(() => query(text)).toThrow(Problem);
  expect(() => query(text)).toThrow(message);
});

test('a query about work items has no mode and no link types', () => {
  expect(() => query('SELECT [System.Id] FROM WorkItems MODE (MayContain)')).toThrow(
    'Expected end of string. The error is caused by «MODE».',
  );
  expect(() => query(`SELECT [System.Id] FROM WorkItems WHERE ${CHILDREN}`)).toThrow('TF51005');
});
