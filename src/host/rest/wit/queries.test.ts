import { outcome, OWNER_TOKEN, restCaller, testWorld } from '../../testing/test-world';

const items = [
  { key: 'a', kind: 'requirement', title: 'Pay by card', category: 'Proposed' },
  { key: 'b', kind: 'requirement', title: 'Sign in', category: 'InProgress' },
] as const;
const version = 'api-version=7.1-preview.2';
const wiql = "SELECT [System.Id] FROM WorkItems WHERE [System.Title] CONTAINS 'card'";

function shelf(user?: string) {
  const world = testWorld(items);
  const call = restCaller(world);
  const as = (name?: string) => (name ? { authorization: `Bearer ${OWNER_TOKEN}:${name}` } : {});
  return (method: string, path: string, body?: unknown, who = user) =>
    call({
      method,
      path: `/Shop/_apis/wit/${path}${path.includes('?') ? '&' : '?'}${version}`,
      headers: as(who),
      ...(body === undefined ? {} : { body }),
    });
}
const bodyOf = (answer: { readonly text: string }) => JSON.parse(answer.text);

test('a query in a folder is kept, found by path, id and name, and run', () => {
  const call = shelf();
  expect(outcome(call('POST', 'queries/Shared%20Queries', { name: 'Team', isFolder: true }))).toBe(201);
  const made = call('POST', 'queries/Shared%20Queries%2FTeam', { name: 'Cards', wiql });
  expect(bodyOf(made)).toMatchObject({ name: 'Cards', path: 'Shared Queries/Team/Cards', wiql });
  const { id } = bodyOf(made);
  expect(bodyOf(call('GET', 'queries/Shared%20Queries%2FTeam%2FCards?$expand=wiql'))).toMatchObject({
    id,
    wiql,
  });
  expect(bodyOf(call('GET', 'queries?$filter=card')).value.map((each: { id: string }) => each.id)).toEqual([
    id,
  ]);
  expect(bodyOf(call('GET', `wiql/${id}`)).workItems.map((each: { id: number }) => each.id)).toEqual([1]);
  const batch = call('POST', 'queriesBatch', { ids: [id] });
  expect(bodyOf(batch).value[0]).toMatchObject({ id });
});

test('the tree shows folders to the depth that was asked for', () => {
  const call = shelf();
  call('POST', 'queries/Shared%20Queries', { name: 'Team', isFolder: true });
  call('POST', 'queries/Shared%20Queries%2FTeam', { name: 'Cards', wiql });
  const names = (depth: number): unknown => {
    const [, shared] = bodyOf(call('GET', `queries?$depth=${depth}`)).value;
    return JSON.stringify(shared.children?.map((each: { name: string }) => each.name) ?? null);
  };
  expect([names(0), names(1)]).toEqual(['null', '["Team"]']);
});

test('a deleted query is gone until it is brought back', () => {
  const call = shelf();
  const { id } = bodyOf(call('POST', 'queries/Shared%20Queries', { name: 'Cards', wiql }));
  expect(outcome(call('DELETE', `queries/${id}`))).toBe(204);
  expect(outcome(call('GET', `queries/${id}`))).toMatch(/^404 /);
  expect(bodyOf(call('GET', `queries/${id}?$includeDeleted=true`))).toMatchObject({ id, isDeleted: true });
  expect(outcome(call('PATCH', `queries/${id}`, { isDeleted: false }))).toBe(200);
  expect(outcome(call('GET', `queries/${id}`))).toBe(200);
});

test('what one keeps for oneself nobody else finds', () => {
  const call = shelf();
  const { id } = bodyOf(call('POST', 'queries/My%20Queries', { name: 'Mine', wiql }));
  expect(outcome(call('GET', `queries/${id}`))).toBe(200);
  expect(outcome(call('GET', `queries/${id}`, undefined, 'sam'))).toMatch(/^404 /);
});

test.each<[string, string, unknown, string]>([
  [
    'a name that is taken',
    'queries/Shared%20Queries',
    { name: 'cards', wiql },
    '409 QueryItemDuplicateNameException',
  ],
  [
    'a name with a slash',
    'queries/Shared%20Queries',
    { name: 'a/b', wiql },
    '400 InvalidQueryItemNameException',
  ],
  ['no WIQL', 'queries/Shared%20Queries', { name: 'x' }, '400 VssPropertyValidationException'],
  [
    'a query as a folder',
    'queries/Shared%20Queries%2FCards',
    { name: 'x', wiql },
    '400 QueryItemNotFolderException',
  ],
])('%s is refused', (_what, path, body, expected) => {
  const call = shelf();
  call('POST', 'queries/Shared%20Queries', { name: 'Cards', wiql });
  expect(outcome(call('POST', path, body))).toBe(expected);
});

test('WIQL that cannot be run is not kept', () => {
  const call = shelf();
  expect(
    outcome(call('POST', 'queries/Shared%20Queries', { name: 'x', wiql: 'SELECT [System.Id] FROM' })),
  ).toMatch(/^400 /);
});
