/** Queries about the past: ASOF looks at one instant, EVER at all of them. */
import { restCaller, testWorld } from '../testing/test-world';
import { ids, pairs, query } from '../testing/query-world';

/** The items were made on 17 February; 3 was closed on 6 March, 2 became active and Sam's on 9 March. */
test.each<[string, readonly number[]]>([
  ["[System.State] = 'Active' ASOF '2026-03-01'", []],
  ["[System.State] = 'New' ASOF '2026-03-01'", [1, 2, 3, 4, 5]],
  ["[System.State] = 'New' ASOF '2026-02-01'", []],
  ["[System.State] = 'Closed' ASOF '03-07-2026'", [3]],
  ["[System.State] = 'Closed' ASOF '3/6/26 00:00'", []],
  ["[System.AssignedTo] = 'Sam Security' ASOF '2026-03-09T00:00:00Z'", []],
  ["[System.AssignedTo] = 'Sam Security' ASOF '2026-03-10'", [2]],
  ["[System.State] = 'Active' ASOF @today", [1, 2]],
  ['[System.Id] > 0 ORDER BY [System.State], [System.Id] DESC ASOF @today - 4', [3, 5, 4, 2, 1]],
  ["EVER [System.State] = 'New'", [1, 2, 3, 4, 5]],
  ["[System.State] EVER 'Active'", [1, 2]],
  ["[System.State] WAS EVER 'Active'", [1, 2]],
  ["[System.State] = 'Closed' AND EVER [System.State] = 'New'", [3]],
  ["[System.State] = 'Closed' AND EVER [System.State] = 'Active'", []],
  ["EVER [System.AssignedTo] = 'Sam Security'", [2]],
  ["EVER [System.AssignedTo] = ''", [1, 2, 3, 4, 5]],
  ["[System.IterationPath] EVER @currentIteration('[Shop]\\Shop Team') - 1", [3]],
  ["EVER [System.AreaPath] UNDER 'Shop\\Checkout'", [2]],
  ["[System.State] EVER 'Active' ASOF '2026-03-01'", []],
])('WHERE %s finds %j', (where, expected) => {
  expect(ids(where)).toEqual(expected);
});

test('links are those of the day', () => {
  const related = "[Source].[System.Id] = 3 AND [System.Links.LinkType] = 'Related'";
  expect(pairs(related)).toEqual([
    [null, 3],
    [3, 5],
  ]);
  expect(pairs(`${related} ASOF '2026-03-01'`)).toEqual([]);
});

test('the answer tells the instant', () => {
  expect(query("SELECT [System.Id] FROM WorkItems ASOF '2026-03-01 12:30'").asOf?.toISOString()).toBe(
    '2026-03-01T12:30:00.000Z',
  );
  expect(query('SELECT [System.Id] FROM WorkItems').asOf).toBeUndefined();
});

test('EVER sees the present tags only, and a query about the past their values then', () => {
  const own = testWorld([{ key: 't', kind: 'task', title: 'T', category: 'Proposed', tags: ['old'] }]);
  const rest = restCaller(own);
  const found = (where: string): unknown =>
    rest({
      method: 'POST',
      path: '/Shop/_apis/wit/wiql?api-version=7.1',
      body: { query: `SELECT [System.Id] FROM WorkItems WHERE ${where}` },
    }).json;
  rest({
    method: 'PATCH',
    path: '/_apis/wit/workItems/1?api-version=7.1',
    body: [{ op: 'replace', path: '/fields/System.Tags', value: 'new' }],
  });
  expect(found("EVER [System.Tags] CONTAINS 'old'")).toMatchObject({ workItems: [] });
  expect(found("EVER [System.Tags] CONTAINS 'new'")).toMatchObject({ workItems: [{ id: 1 }] });
  expect(found("[System.Tags] CONTAINS 'old' ASOF '2026-03-10'")).toMatchObject({
    asOf: '2026-03-10T00:00:00Z',
    workItems: [{ id: 1 }],
  });
  rest({ method: 'DELETE', path: '/Shop/_apis/wit/workItems/1?api-version=7.1' });
  expect(found("[System.Tags] CONTAINS 'old' ASOF '2026-03-10'")).toMatchObject({ workItems: [] });
});

test('words of the history are looked for in what was said about an item', () => {
  const own = testWorld([
    { key: 'a', kind: 'task', title: 'A', category: 'Proposed' },
    { key: 'b', kind: 'task', title: 'B', category: 'Proposed' },
  ]);
  const rest = restCaller(own);
  const patch = (op: unknown) =>
    rest({ method: 'PATCH', path: '/_apis/wit/workItems/2?api-version=7.1', body: [op] });
  patch({ op: 'add', path: '/fields/System.History', value: 'Waits for the <b>certificate</b>' });
  patch({ op: 'replace', path: '/fields/System.Title', value: 'Changed' });
  const found = (words: string): unknown =>
    rest({
      method: 'POST',
      path: '/Shop/_apis/wit/wiql?api-version=7.1',
      body: { query: `SELECT [System.Id] FROM WorkItems WHERE [System.History] ${words}` },
    }).json;
  expect(found("CONTAINS WORDS 'certif* waits'")).toMatchObject({ workItems: [{ id: 2 }] });
  expect(found("CONTAINS WORDS 'changed'")).toMatchObject({ workItems: [] });
  expect(found("NOT CONTAINS WORDS 'certificate'")).toMatchObject({ workItems: [{ id: 1 }] });
});
