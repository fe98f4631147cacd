/** Saved queries: the two trees, who may write where, what a query shows of itself. */
import { outcome, OWNER_TOKEN, restCaller, testWorld, type TestAnswer } from '../../testing/test-world';

const RITA = ':rita';
const WIQL = "SELECT [System.Id], [System.Title] FROM WorkItems WHERE [System.State] <> 'Closed'";

function caller() {
  const rest = restCaller(
    testWorld([
      { key: 'a', kind: 'requirement', title: 'A story', category: 'Proposed' },
      { key: 'b', kind: 'requirement', title: 'B story', category: 'Proposed' },
    ]),
  );
  return (method: string, path: string, body?: unknown, user = ''): TestAnswer =>
    rest({
      method,
      path: `/Shop/_apis/wit/${path}${path.includes('?') ? '&' : '?'}api-version=7.1`,
      ...(body === undefined ? {} : { body }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${OWNER_TOKEN}${user}` },
    });
}

function idOf(answer: TestAnswer): string {
  return (answer.json as { id: string }).id;
}

describe('a tree of queries', () => {
  const send = caller();
  send('POST', 'queries/Shared Queries', { name: 'Team', isFolder: true });
  const open = idOf(send('POST', 'queries/Shared%20Queries/Team', { name: 'Open', wiql: WIQL }));

  test('is read by path, by id and by levels', () => {
    const byPath = send('GET', 'queries/Shared Queries/Team/Open').json;
    expect(byPath).toMatchObject({ id: open, path: 'Shared Queries/Team/Open', isPublic: true });
    expect(byPath).not.toHaveProperty('wiql');
    expect(send('GET', `queries/${open}?$expand=wiql`).json).toMatchObject({
      wiql: WIQL,
      queryType: 'flat',
      columns: [{ referenceName: 'System.Id' }, { referenceName: 'System.Title' }],
    });
    expect(send('GET', 'queries?$depth=2').json).toMatchObject({
      count: 2,
      value: [
        { name: 'My Queries', hasChildren: false },
        { name: 'Shared Queries', children: [{ name: 'Team', children: [{ name: 'Open' }] }] },
      ],
    });
    expect(outcome(send('GET', 'queries?$depth=3'))).toBe('400 VssPropertyValidationException');
    expect(outcome(send('GET', 'queries/Shared Queries/None'))).toBe('404 QueryItemNotFoundException');
  });

  test('is searched by a part of a name, and says whether there is more', () => {
    expect(send('GET', 'queries?$filter=OP').json).toMatchObject({
      count: 1,
      hasMore: false,
      value: [{ name: 'Open' }],
    });
    expect(send('GET', 'queries?$filter=e&$top=1').json).toMatchObject({ count: 1, hasMore: true });
  });

  test('gives many by their ids', () => {
    const missing = '00000000-0000-0000-0000-000000000001';
    expect(send('POST', 'queriesBatch', { ids: [open], $expand: 1 }).json).toMatchObject({
      count: 1,
      value: [{ name: 'Open', wiql: WIQL }],
    });
    const strict = send('POST', 'queriesBatch', { ids: [open, missing] });
    expect(outcome(strict)).toBe('404 QueryItemNotFoundException');
    expect(send('POST', 'queriesBatch', { ids: [open, missing], errorPolicy: 'omit' }).json).toMatchObject({
      count: 1,
    });
  });

  test('runs a query by its id and remembers who did', () => {
    const answer = send('GET', `wiql/${open}`);
    expect(answer.json).toMatchObject({ queryType: 'flat', workItems: [{ id: 1 }, { id: 2 }] });
    expect(answer.headers['x-total-count']).toBe('2');
    expect(send('GET', `queries/${open}`).json).toMatchObject({
      lastExecutedBy: { displayName: 'Olivia Owner' },
      lastExecutedDate: '2026-03-11T10:00:00Z',
    });
    const folder = idOf(send('GET', 'queries/Shared Queries/Team'));
    expect(outcome(send('GET', `wiql/${folder}`))).toBe('400 QueryItemNotQueryException');
  });
});

test('queries are renamed, moved, deleted with their folder and brought back', () => {
  const send = caller();
  const folder = idOf(send('POST', 'queries/Shared Queries', { name: 'Old', isFolder: true }));
  const query = idOf(send('POST', 'queries/Shared Queries', { name: 'Q', wiql: WIQL }));
  expect(send('PATCH', `queries/${query}`, { name: 'R' }).json).toMatchObject({ path: 'Shared Queries/R' });
  expect(send('POST', 'queries/Shared Queries/Old', { id: query }).json).toMatchObject({
    id: query,
    path: 'Shared Queries/Old/R',
  });
  expect(outcome(send('POST', 'queries/Shared Queries/Old', { id: folder }))).toBe(
    '400 QueryItemCircularException',
  );
  expect(send('DELETE', `queries/${folder}`).status).toBe(204);
  expect(send('GET', `queries/${query}`).status).toBe(404);
  expect(send('GET', `queries/${query}?$includeDeleted=true`).json).toMatchObject({ isDeleted: true });
  send('PATCH', `queries/${folder}?$undeleteDescendants=true`, { isDeleted: false });
  expect(send('GET', 'queries/Shared Queries/Old/R').json).toMatchObject({ id: query });
});

test('everybody has queries of their own, which nobody else sees', () => {
  const send = caller();
  const mine = idOf(send('POST', 'queries/My Queries', { name: 'Mine', wiql: WIQL }, RITA));
  expect(send('GET', `queries/${mine}`, undefined, RITA).json).toMatchObject({ isPublic: false });
  expect(send('GET', `queries/${mine}`).status).toBe(404);
  expect(send('GET', 'queries/My Queries?$depth=1').json).toMatchObject({ hasChildren: false });
  expect(outcome(send('POST', 'queries/Shared Queries', { name: 'X', wiql: WIQL }, RITA))).toBe(
    '403 AccessCheckException',
  );
});

test('a query shows its conditions as clauses, links by their three parts', () => {
  const send = caller();
  const flat =
    "SELECT [System.Id] FROM workitems WHERE [System.Id] > 1 AND ([System.Title] CONTAINS 'x' OR [System.State] IN ('New', 'Active')) ORDER BY [System.Id] DESC";
  const links =
    "SELECT [System.Id] FROM workitemLinks WHERE [Source].[System.WorkItemType] = 'User Story' AND [System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward' AND [Target].[System.State] = 'New' MODE (Recursive)";
  send('POST', 'queries/Shared Queries', { name: 'Flat', wiql: flat });
  send('POST', 'queries/Shared Queries', { name: 'Links', wiql: links });
  expect(send('GET', 'queries/Shared Queries/Flat?$expand=clauses').json).toMatchObject({
    sortColumns: [{ field: { referenceName: 'System.Id' }, descending: true }],
    clauses: {
      logicalOperator: 'and',
      clauses: [
        { field: { referenceName: 'System.Id' }, operator: { name: '>' }, value: '1' },
        { logicalOperator: 'or', clauses: [{ value: 'x' }, { value: 'New, Active' }] },
      ],
    },
  });
  expect(send('GET', 'queries/Shared Queries/Links?$expand=all').json).toMatchObject({
    queryType: 'tree',
    filterOptions: 'linksRecursiveMayContain',
    sourceClauses: { clauses: [{ value: 'User Story' }] },
    linkClauses: { clauses: [{ value: 'System.LinkTypes.Hierarchy-Forward' }] },
    targetClauses: { clauses: [{ value: 'New' }] },
  });
});

describe('what is refused', () => {
  const send = caller();
  send('POST', 'queries/Shared Queries', { name: 'Q', wiql: WIQL });

  test.each([
    ['a name twice', 'POST', 'queries/Shared Queries', { name: 'q', wiql: WIQL }, 409],
    ['a name with a slash', 'POST', 'queries/Shared Queries', { name: 'a/b', wiql: WIQL }, 400],
    ['no wiql', 'POST', 'queries/Shared Queries', { name: 'B' }, 400],
    ['wiql that cannot run', 'POST', 'queries/Shared Queries', { name: 'B', wiql: 'SELECT' }, 400],
    ['a query as a folder', 'POST', 'queries/Shared Queries/Q', { name: 'B', wiql: WIQL }, 400],
    ['a change of a root', 'PATCH', 'queries/Shared Queries', { name: 'B' }, 403],
    ['deleting a root', 'DELETE', 'queries/My Queries', undefined, 403],
  ])('%s', (_, method, path, body, status) => {
    expect(send(method, path, body).status).toBe(status);
  });
});
