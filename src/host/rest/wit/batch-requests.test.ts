import { restCaller, testWorld } from '../../testing/test-world';

const title = [{ op: 'add', path: '/fields/System.Title', value: 'A task' }];
const headers = { 'Content-Type': 'application/json-patch+json' };
const good = '/Shop/_apis/wit/workItems/$Task?api-version=7.1';

/** The codes of a batch that creates one item per address, and how many items there are afterwards. */
function batch(...uris: readonly string[]) {
  const world = testWorld();
  const call = restCaller(world);
  const body = uris.map((uri) => ({ method: 'PATCH', uri, headers, body: title }));
  const answer = call({ method: 'PATCH', path: '/_apis/wit/$batch?api-version=7.1', body });
  const { value } = answer.json as {
    value?: readonly { readonly code: number; readonly body: string }[];
  };
  const count = call({
    method: 'POST',
    path: '/Shop/_apis/wit/wiql?api-version=7.1',
    body: { query: 'SELECT [System.Id] FROM WorkItems' },
  });
  return {
    status: answer.status,
    codes: value?.map((entry) => entry.code),
    last: value?.[value.length - 1]?.body,
    items: (count.json as { workItems: readonly unknown[] }).workItems.length,
  };
}

test.each([
  ['a broken percent escape in the path', '/%ZZ/_apis/wit/workItems/$Task?api-version=7.1'],
  ['an escape that is no UTF-8', '/Shop/_apis/wit/workItems/$%FF'],
  ['no address at all', 'http://[broken'],
  ['an empty host', 'http://'],
  ['a parameter that only a call alone takes', `${good}&validateOnly=true`],
  ['another such parameter', `${good}&$expand=all`],
  ['a route that a batch does not take', '/Shop/_apis/wit/wiql?api-version=7.1'],
])('an entry with %s fails alone, with 400', (_, uri) => {
  expect(batch(good, uri, good)).toMatchObject({ status: 200, codes: [200, 400, 200], items: 2 });
});

test('an entry in a project that is not there fails alone, as the original says it', () => {
  const answer = batch(good, '/NoSuchProject/_apis/wit/workItems/$Task?api-version=7.1');
  expect(answer).toMatchObject({ status: 200, codes: [200, 404], items: 1 });
  expect(answer.last).toContain('ProjectDoesNotExistWithNameException');
  expect(answer.last).toContain('TF200016');
  expect(answer.last).toContain('NoSuchProject');
});

test('the project of an entry is found by id and in any case', () => {
  const byId = '/7C1B9B52-3F0C-4E0A-9D55-5B1F0F2A6C10/_apis/wit/workItems/$Task';
  expect(batch(byId, '/sHOP/_apis/wit/workItems/$Task').codes).toEqual([200, 200]);
});
