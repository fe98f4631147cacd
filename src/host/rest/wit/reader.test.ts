import { outcome, OWNER_TOKEN, restCaller, testWorld } from '../../testing/test-world';

const item = { key: 'a', kind: 'requirement', title: 'A story', category: 'Proposed' } as const;
const title = [{ op: 'add', path: '/fields/System.Title', value: 'Changed' }];
const patch = { 'content-type': 'application/json-patch+json' };
const batched = [
  { method: 'PATCH', uri: '/_apis/wit/workItems/1?api-version=7.1', headers: patch, body: title },
];

const writes = [
  ['an update', 'PATCH', '/_apis/wit/workItems/1?api-version=7.1', title],
  ['a rehearsed update', 'PATCH', '/_apis/wit/workItems/1?validateOnly=true&api-version=7.1', title],
  ['a new item', 'POST', '/Shop/_apis/wit/workItems/$Task?api-version=7.1', title],
  ['a comment', 'POST', '/Shop/_apis/wit/workItems/1/comments?api-version=7.1-preview.4', { text: 'Hm' }],
  ['a deletion', 'DELETE', '/_apis/wit/workItems/1?api-version=7.1', undefined],
] as const;

function callAs(user: string) {
  const world = testWorld([item]);
  const call = restCaller(world);
  const authorization = `Bearer ${OWNER_TOKEN}:${user}`;
  return (given: Parameters<typeof call>[0]) =>
    call({ ...given, headers: { ...given.headers, authorization } });
}

test.each(writes)('%s of a reader is refused, of anybody else it is not', (_what, method, path, body) => {
  const given = { method, path, ...(body === undefined ? {} : { body }) };
  expect(outcome(callAs('rita')(given))).toBe('403 PermissionDeniedException');
  expect(outcome(callAs('sam')(given))).toBe(200);
});

test('each entry of a batch is refused by itself', () => {
  const answer = callAs('rita')({
    method: 'PATCH',
    path: '/_apis/wit/$batch?api-version=7.1',
    body: batched,
  });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('"code":403');
  expect(answer.text).toContain('TF237111');
});

test('a reader reads items and queries', () => {
  const call = callAs('rita');
  expect(outcome(call({ path: '/_apis/wit/workItems/1?api-version=7.1' }))).toBe(200);
  const body = { query: 'SELECT [System.Id] FROM WorkItems' };
  expect(outcome(call({ method: 'POST', path: '/Shop/_apis/wit/wiql?api-version=7.1', body }))).toBe(200);
});
