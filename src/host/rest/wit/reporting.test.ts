/** The stream of revisions and of links: in the order of writing, each once, from any point on. */
import { outcome, restCaller, testWorld, type TestAnswer } from '../../testing/test-world';

interface Batch {
  readonly values: readonly { readonly id: number; readonly rev: number; readonly fields: object }[];
  readonly continuationToken: string;
  readonly isLastBatch: boolean;
}

const REVISIONS = '/Shop/_apis/wit/reporting/workItemRevisions';
const LINKS = '/Shop/_apis/wit/reporting/workItemLinks';

function caller() {
  const rest = restCaller(
    testWorld([
      { key: 'a', kind: 'requirement', title: 'A story', category: 'Proposed', tags: ['Alpha'] },
      { key: 'b', kind: 'task', title: 'A task', category: 'Proposed', parent: 'a' },
    ]),
  );
  const send = (method: string, path: string, body?: unknown): TestAnswer =>
    rest({
      method,
      path: `${path}${path.includes('?') ? '&' : '?'}api-version=7.1`,
      ...(body === undefined ? {} : { body }),
    });
  const batch = (query = ''): Batch => send('GET', `${REVISIONS}${query}`).json as Batch;
  const retitle = (id: number, title: string): TestAnswer =>
    send('PATCH', `/_apis/wit/workItems/${id}`, [{ op: 'add', path: '/fields/System.Title', value: title }]);
  return { send, batch, retitle };
}

const keys = ({ values }: Batch): readonly string[] => values.map((one) => `${one.id}/${one.rev}`);

test('pages give every revision once, and the last token what comes later', () => {
  const { batch, retitle } = caller();
  retitle(2, 'x');
  retitle(1, 'y');
  const whole = batch();
  expect(whole.isLastBatch).toBe(true);
  expect(keys(whole).slice(-2)).toEqual(['2/2', expect.stringMatching(/^1\//)]);
  const paged: string[] = [];
  let page = batch('?$maxPageSize=1');
  for (;;) {
    paged.push(...keys(page));
    if (page.isLastBatch) break;
    page = batch(`?$maxPageSize=1&continuationToken=${page.continuationToken}`);
  }
  expect(paged).toEqual(keys(whole));
  expect(batch(`?continuationToken=${whole.continuationToken}`)).toMatchObject({
    values: [],
    isLastBatch: true,
    continuationToken: whole.continuationToken,
  });
  retitle(1, 'z');
  expect(batch(`?continuationToken=${whole.continuationToken}`).values).toMatchObject([
    { id: 1, fields: { 'System.Title': 'z' } },
  ]);
});

test('the address of the next batch asks for more of the same', () => {
  const { send, batch } = caller();
  const first = batch('?fields=System.Id,System.Title&includeIdentityRef=true&$maxPageSize=1');
  const next = new URL(String(Reflect.get(first, 'nextLink')));
  expect(next.search).toBe(
    `?continuationToken=${first.continuationToken}&fields=System.Id%2CSystem.Title&includeIdentityRef=true&$maxPageSize=1&api-version=7.1`,
  );
  const path = (next.pathname + next.search).replace(/^\/local/, '').replace(/&api-version=.*$/, '');
  const second = send('GET', path).json as Batch;
  expect(second.values).toHaveLength(1);
  expect(Object.keys(second.values[0]?.fields ?? {})).toEqual(['System.Id', 'System.Title']);
});

test('only the types, fields and latest revisions that were asked for', () => {
  const { batch, retitle, send } = caller();
  retitle(2, 'x');
  expect(batch('?types=Task&fields=System.Id,System.Title&includeLatestOnly=true').values).toEqual([
    { id: 2, rev: 2, fields: { 'System.Id': 2, 'System.Title': 'x' } },
  ]);
  const posted = send('POST', REVISIONS, { types: ['Task'], fields: ['System.Id'], includeLatestOnly: true });
  expect((posted.json as Batch).values).toEqual([{ id: 2, rev: 2, fields: { 'System.Id': 2 } }]);
});

test('people, tags and long texts as they were asked for', () => {
  const { batch, send } = caller();
  send('PATCH', '/_apis/wit/workItems/1', [
    { op: 'add', path: '/fields/System.Description', value: '<p>long</p>' },
  ]);
  const first = (query: string): unknown =>
    batch(`?types=User Story&includeLatestOnly=true${query}`).values[0];
  expect(first('')).toMatchObject({
    fields: { 'System.ChangedBy': 'Olivia Owner <olivia@shop.example>', 'System.Tags': 'Alpha' },
  });
  expect(first('')).not.toHaveProperty(['fields', 'System.Description']);
  expect(first('&includeIdentityRef=true&includeTagRef=true&$expand=fields')).toMatchObject({
    fields: {
      'System.ChangedBy': { displayName: 'Olivia Owner' },
      'System.Tags': [{ name: 'Alpha' }],
      'System.Description': '<p>long</p>',
    },
  });
});

test('deleted items are told on demand', () => {
  const { batch, send } = caller();
  send('DELETE', '/Shop/_apis/wit/workItems/2');
  expect(keys(batch()).some((key) => key.startsWith('2/'))).toBe(false);
  expect(batch('?includeDeleted=true&includeLatestOnly=true&types=Task').values).toMatchObject([
    { id: 2, fields: { 'System.IsDeleted': true } },
  ]);
});

test('a link is told once when it is made and once when it goes', () => {
  const { send } = caller();
  const made = send('GET', LINKS).json as Batch;
  expect(made).toMatchObject({
    isLastBatch: true,
    values: [
      {
        rel: 'System.LinkTypes.Hierarchy-Forward',
        attributes: { sourceId: 1, targetId: 2, isActive: true, changedOperation: 'create' },
      },
    ],
  });
  send('PATCH', '/_apis/wit/workItems/2', [{ op: 'remove', path: '/relations/0' }]);
  expect(send('GET', `${LINKS}?continuationToken=${made.continuationToken}`).json).toMatchObject({
    values: [{ attributes: { sourceId: 1, targetId: 2, isActive: false, changedOperation: 'remove' } }],
  });
  expect(send('GET', `${LINKS}?linkTypes=System.LinkTypes.Related`).json).toMatchObject({ values: [] });
});

test.each([
  ['?continuationToken=nonsense', '400 VssPropertyValidationException'],
  ['?startDateTime=never', '400 HttpError'],
  ['?includeDeleted=perhaps', '400 HttpError'],
  ['?continuationToken=1&startDateTime=2026-01-01', '400 VssPropertyValidationException'],
])('%s is refused', (query, expected) => {
  expect(outcome(caller().send('GET', `${REVISIONS}${query}`))).toBe(expected);
});
