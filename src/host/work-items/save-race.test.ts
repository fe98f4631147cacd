/** Two saves of one work item that overlap, over HTTP: whoever read before the other saved gets 409 TF26071. */
import { faultsOf } from '../../../tests/fixtures/faults';
import type { RunningHost } from '../start-host';
import { startTestHost } from '../testing/test-host';
import { OWNER_TOKEN, testSeed } from '../testing/test-world';

let host: RunningHost;
let faults: ReturnType<typeof faultsOf>;

beforeAll(async () => {
  host = await startTestHost({
    seed: testSeed([]),
  });
  faults = faultsOf(host, OWNER_TOKEN);
});
afterEach(() => faults.reset());
afterAll(() => host.close());

interface Sent {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

async function send(method: string, path: string, body?: unknown, kind = '-patch+json'): Promise<Sent> {
  const answer = await fetch(`${host.collectionUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': `application/json${kind}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

const V = 'api-version=7.1';
const title = (value: string) => ({ op: 'add', path: '/fields/System.Title', value });
const rev = (value: number) => ({ op: 'test', path: '/rev', value });
const patch = (id: number, body: unknown, query = '') =>
  send('PATCH', `/_apis/wit/workItems/${id}?${V}${query}`, body);
const item = async (id: number) =>
  (await send('GET', `/_apis/wit/workItems/${id}?${V}`)).json as {
    readonly rev: number;
    readonly fields: Readonly<Record<string, unknown>>;
  };
const make = async (): Promise<number> =>
  Number((await send('POST', `/Shop/_apis/wit/workItems/$Task?${V}`, [title('at first')])).json['id']);
const RACED = {
  $id: '1',
  typeKey: 'WorkItemRevisionMismatchException',
  message: expect.stringMatching(/^TF26071: This work item has been changed by someone else/),
};

/** Holds the first call that fits between reading and saving, saves the item meanwhile, and lets go. */
async function overtake(id: number, operation: string, first: () => Promise<Sent>): Promise<Sent> {
  const hold = await faults.add({ operation }, { kind: 'hold', when: 'between' });
  const slow = first();
  await hold.matched(1);
  expect((await patch(id, [title('overtaking')])).status).toBe(200);
  await hold.release();
  return slow;
}

test.each<[string, readonly unknown[], string, number, string, string]>([
  ['with a test that fits what was read', [rev(1), title('late')], '', 409, RACED.typeKey, 'overtaking'],
  ['without any test', [title('late')], '', 409, RACED.typeKey, 'overtaking'],
  [
    'with a test that is wrong already',
    [rev(7), title('late')],
    '',
    412,
    'TestPatchOperationFailedException',
    'overtaking',
  ],
  [
    'with a test that fits what it never read',
    [rev(2), title('late')],
    '',
    412,
    'TestPatchOperationFailedException',
    'overtaking',
  ],
  ['that is only validated', [title('late')], '&validateOnly=true', 200, '', 'overtaking'],
])('an overtaken update %s', async (_, body, query, status, typeKey, kept) => {
  const id = await make();
  const answer = await overtake(id, 'Work Items_Update', () => patch(id, body, query));
  expect(answer.status).toBe(status);
  expect(answer.json['typeKey'] ?? '').toBe(typeKey);
  if (status === 409) expect(answer.json).toMatchObject(RACED);
  expect(await item(id)).toMatchObject({ rev: 2, fields: { 'System.Title': kept } });
  // Whoever reads again may save.
  expect((await patch(id, [rev(2), title('again')])).status).toBe(200);
});

test('an update that nobody overtakes waits and succeeds', async () => {
  const id = await make();
  const other = await make();
  const hold = await faults.add({ operation: 'Work Items_Update' }, { kind: 'hold', when: 'between' });
  const slow = patch(id, [rev(1), title('alone')]);
  await hold.matched(1);
  expect((await patch(other, [title('elsewhere')])).status).toBe(200);
  await hold.release();
  expect((await slow).status).toBe(200);
  expect(await item(id)).toMatchObject({ rev: 2, fields: { 'System.Title': 'alone' } });
});

const entry = (id: number, body: readonly unknown[]) => ({
  method: 'PATCH',
  uri: `/_apis/wit/workitems/${id}?${V}`,
  headers: { 'Content-Type': 'application/json-patch+json' },
  body,
});
const batch = (entries: readonly unknown[]) => send('PATCH', `/_apis/wit/$batch?${V}`, entries, '');
const codes = (answer: Sent) => (answer.json['value'] as readonly { code: number }[]).map(({ code }) => code);

test('of a batch only the entry whose item was overtaken fails', async () => {
  const [first, second] = [await make(), await make()];
  const answer = await overtake(first, 'Wit_BatchPatch', () =>
    batch([entry(first, [title('late')]), entry(second, [title('late')])]),
  );
  expect(answer.status).toBe(200);
  expect(codes(answer)).toEqual([409, 200]);
  expect((await item(first)).fields['System.Title']).toBe('overtaking');
  expect((await item(second)).fields['System.Title']).toBe('late');
});

test('the entries of one batch do not overtake one another, though a link changes both its ends', async () => {
  const [first, second] = [await make(), await make()];
  const link = {
    op: 'add',
    path: '/relations/-',
    value: { rel: 'System.LinkTypes.Related', url: `${host.collectionUrl}/_apis/wit/workItems/${second}` },
  };
  expect(codes(await batch([entry(first, [link]), entry(second, [title('both')])]))).toEqual([200, 200]);
});

/** Enough that some of them arrive while another is between reading and saving. */
const AT_ONCE = 40;

test('of many updates at once some save and the others are told; nothing is lost silently', async () => {
  const id = await make();
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, n) => patch(id, [title(`writer ${n}`)])),
  );
  const saved = answers.filter(({ status }) => status === 200);
  const raced = answers.filter(({ status }) => status === 409);
  expect(saved.length + raced.length).toBe(AT_ONCE);
  expect(raced.length).toBeGreaterThan(0);
  for (const { json } of raced) expect(json).toMatchObject(RACED);
  expect((await item(id)).rev).toBe(1 + saved.length);
});

test('of many updates that test the same revision exactly one saves', async () => {
  const id = await make();
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, n) => patch(id, [rev(1), title(`writer ${n}`)])),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.every(({ status }) => status === 409 || status === 412)).toBe(true);
  expect(await item(id)).toMatchObject({ rev: 2 });
});
