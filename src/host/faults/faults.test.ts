/** Faults, throttling and the clock, over HTTP as tests of other rooms use them. */
import { request as httpRequest } from 'node:http';
import { faultsOf } from '../../../tests/fixtures/faults';
import type { RunningHost } from '../start-host';
import { startTestHost } from '../testing/test-host';
import { OWNER_TOKEN, testSeed } from '../testing/test-world';
import type { CallMatch, Effect } from './fault';

let host: RunningHost;
let faults: ReturnType<typeof faultsOf>;

beforeAll(async () => {
  host = await startTestHost({
    seed: testSeed([{ key: 'a', kind: 'requirement', title: 'A story', category: 'Proposed' }]),
  });
  faults = faultsOf(host, OWNER_TOKEN);
});
afterEach(() => faults.reset());
afterAll(() => host.close());

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

async function call(
  method: string,
  path: string,
  more: { body?: unknown; token?: string } = {},
): Promise<Answered> {
  const patch = Array.isArray(more.body) ? '-patch+json' : '';
  const answer = await fetch(host.collectionUrl + path, {
    method,
    headers: {
      authorization: `Bearer ${more.token ?? OWNER_TOKEN}`,
      origin: 'http://pub.gallerycdn.localhost',
      ...(more.body === undefined ? {} : { 'content-type': `application/json${patch}` }),
    },
    ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text === '' ? undefined : JSON.parse(text) };
}

const readItem = (token?: string) =>
  call('GET', '/Shop/_apis/wit/workItems/1?api-version=7.1', token ? { token } : {});
const makeTask = () =>
  call('POST', '/Shop/_apis/wit/workItems/$Task?api-version=7.1', {
    body: [{ op: 'add', path: '/fields/System.Title', value: 'A task' }],
  });
async function taskCount(): Promise<number> {
  const query = "SELECT [System.Id] FROM WorkItems WHERE [System.WorkItemType] = 'Task'";
  const { json } = await call('POST', '/Shop/_apis/wit/wiql?api-version=7.1', { body: { query } });
  return (json as { workItems: unknown[] }).workItems.length;
}

const CREATE: CallMatch = { method: 'POST', path: '**/_apis/wit/workItems/$*' };

test('nothing is disturbed unless a fault is set', async () => {
  expect((await readItem()).status).toBe(200);
  expect(await faults.all()).toEqual([]);
  expect(await faults.calls()).toEqual([]);
});

test('the second and third call that match fail, with what the original says, and have no effect', async () => {
  const before = await taskCount();
  const fault = await faults.add(CREATE, { kind: 'fail', status: 503 }, { from: 2, count: 2 });
  const answers = [await makeTask(), await makeTask(), await makeTask(), await makeTask()];
  expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200]);
  expect(answers[1]?.json).toMatchObject({
    $id: '1',
    typeKey: 'HostShutdownException',
    eventId: expect.any(Number),
  });
  expect(answers[1]?.headers.get('access-control-allow-origin')).toBe('*');
  expect(await taskCount()).toBe(before + 2);
  expect(await fault.calls()).toMatchObject(
    [200, 503, 503, 200].map((status, index) => ({
      fault: fault.id,
      number: index + 1,
      method: 'POST',
      path: '/Shop/_apis/wit/workItems/$Task?api-version=7.1',
      operation: 'wit/7.2 Work Items_Create',
      user: 'olivia@shop.example',
      isStruck: status === 503,
      status,
    })),
  );
  expect(await faults.all()).toMatchObject([{ id: fault.id, seen: 4, struck: 2 }]);
});

test.each<[string, CallMatch, number]>([
  ['everything', {}, 503],
  ['its operation', { operation: 'Work Items_Get Work Item' }, 503],
  ['its operation with area and version', { operation: 'wit/7.2 Work Items_Get Work Item' }, 503],
  ['its route', { operation: '{project?}/_apis/wit/workItems/{id}', method: 'get' }, 503],
  ['its path', { path: '/shop/_APIS/wit/workitems/1' }, 503],
  ['one star for a segment', { path: '/*/_apis/wit/*/1' }, 503],
  ['one star does not cross a slash', { path: '/*/wit/workItems/1' }, 200],
  ['two stars do', { path: '/**/1' }, 503],
  ['another method', { method: 'PATCH' }, 200],
  ['another operation', { operation: 'Work Items_List' }, 200],
  ['another path', { path: '/Shop/_apis/wit/workItems/2' }, 200],
  ['its user', { user: 'olivia' }, 503],
  ['another user', { user: 'sam' }, 200],
  ['one part that does not fit', { user: 'olivia', method: 'PATCH' }, 200],
])('a fault for %s', async (_, match, status) => {
  await faults.add(match, { kind: 'fail', status: 503 });
  expect((await readItem()).status).toBe(status);
});

test('a user is told apart by the token', async () => {
  await faults.add({ user: 'sam@shop.example' }, { kind: 'fail', status: 401 });
  expect((await readItem()).status).toBe(200);
  expect((await readItem(`${OWNER_TOKEN}:sam`)).status).toBe(401);
});

test.each<[string, Effect & { kind: 'fail' }, object]>([
  [
    'the envelope of its status',
    { kind: 'fail', status: 409 },
    { typeKey: 'WorkItemRevisionMismatchException' },
  ],
  ['a failed test', { kind: 'fail', status: 412 }, { typeKey: 'TestPatchOperationFailedException' }],
  [
    'what the fault names',
    { kind: 'fail', status: 400, typeKey: 'XException', message: 'm' },
    { typeKey: 'XException', message: 'm' },
  ],
  ['a status nobody listed', { kind: 'fail', status: 599 }, { typeKey: 'InternalServerException' }],
])('a failure carries %s', async (_, effect, body) => {
  await faults.add({}, effect);
  expect(await readItem()).toMatchObject({ status: effect.status, json: body });
});

test.each<[string, Effect, boolean]>([
  ['a failure before', { kind: 'fail', status: 500 }, false],
  ['a failure after', { kind: 'fail', status: 500, when: 'after' }, true],
  ['a dropped connection before', { kind: 'drop' }, false],
  ['a dropped connection after', { kind: 'drop', when: 'after' }, true],
  ['a 429 before', { kind: 'block' }, false],
])('%s the effect', async (_, effect, isMade) => {
  const before = await taskCount();
  const fault = await faults.add(CREATE, effect);
  const answer = await makeTask().catch(() => null);
  expect(answer === null).toBe(effect.kind === 'drop');
  expect(answer === null || answer.status >= 400).toBe(true);
  expect(await taskCount()).toBe(before + (isMade ? 1 : 0));
  expect(await fault.calls()).toMatchObject([{ isStruck: true, status: answer?.status ?? null }]);
});

test('a 429 says when to come back', async () => {
  await faults.add({}, { kind: 'block', retryAfter: 7 });
  const { status, headers, json } = await readItem();
  expect(status).toBe(429);
  expect(json).toMatchObject({
    typeKey: 'RequestBlockedException',
    message: expect.stringContaining('TF400733'),
  });
  expect(headers.get('retry-after')).toBe('7');
  expect(headers.get('x-ratelimit-limit')).toBe('200');
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(1_600_000_000);
  expect(headers.get('access-control-expose-headers')).not.toMatch(/retry-after|ratelimit/i);
});

test('a warning is a success with the headers', async () => {
  await faults.add({}, { kind: 'warn', retryAfter: 3 });
  const { status, headers } = await readItem();
  expect([status, headers.get('retry-after'), headers.get('x-ratelimit-remaining')]).toEqual([
    200,
    '3',
    '20',
  ]);
  expect((await readItem()).headers.get('x-ratelimit-limit')).toBeNull();
});

test('a held call waits until it is released, and others pass it', async () => {
  const before = await taskCount();
  const hold = await faults.add(CREATE, { kind: 'hold' });
  const held = makeTask();
  await hold.matched(1);
  expect((await makeTask()).status).toBe(200);
  expect(await taskCount()).toBe(before + 1);
  await hold.release();
  expect((await held).status).toBe(200);
  expect(await taskCount()).toBe(before + 2);
});

test('a call held after its effect has already happened', async () => {
  const before = await taskCount();
  const hold = await faults.add(CREATE, { kind: 'hold', when: 'after' });
  const held = makeTask();
  await hold.matched(1);
  expect(await taskCount()).toBe(before + 1);
  await hold.remove();
  expect((await held).status).toBe(200);
});

test('a delay comes before the answer', async () => {
  const delay = await faults.add({ method: 'GET' }, { kind: 'delay', milliseconds: 100_000 });
  const late = readItem();
  await delay.matched(1);
  expect(await delay.calls()).toMatchObject([{ isStruck: true, status: null }]);
  // Nobody waits for it in a test: a delay ends when its fault goes.
  await delay.remove();
  expect((await late).status).toBe(200);
});

test('two faults may strike one call: first it waits, then it fails', async () => {
  await faults.add({}, { kind: 'delay', milliseconds: 1 });
  await faults.add({}, { kind: 'fail', status: 500 });
  expect((await readItem()).status).toBe(500);
});

test('preflights are neither counted nor struck', async () => {
  const fault = await faults.add({}, { kind: 'fail', status: 500 });
  const answer = await fetch(`${host.collectionUrl}/_apis/projects`, {
    method: 'OPTIONS',
    headers: { origin: 'http://x', 'access-control-request-method': 'GET' },
  });
  expect([answer.status, await fault.calls()]).toEqual([200, []]);
});

test('throttling flags, then delays, then refuses, and the clock ends it', async () => {
  await faults.setClock('2026-05-04T10:00:00Z', 'stopped');
  await faults.throttle({ limit: 10, blockAt: 12, readCost: 2, longestDelaySeconds: 0.001 });
  const seen: unknown[] = [];
  for (let n = 0; n < 7; n += 1) {
    const { status, headers } = await readItem();
    const header = (name: string) => headers.get(name);
    seen.push([status, header('x-ratelimit-remaining'), header('x-ratelimit-delay'), header('retry-after')]);
  }
  expect(seen).toEqual([
    [200, null, null, null],
    [200, null, null, null],
    [200, null, null, null],
    [200, '2', null, null],
    [200, '0', null, null],
    [200, '0', '0.001', '300'],
    [429, '0', null, '300'],
  ]);
  expect((await readItem(`${OWNER_TOKEN}:sam`)).status).toBe(200);
  await faults.advanceClock(300);
  expect((await readItem()).headers.get('x-ratelimit-limit')).toBeNull();
});

test('all times of the server come from one clock', async () => {
  await faults.setClock('2031-02-03T04:05:06Z', 'stopped');
  const made = await makeTask();
  expect(made.headers.get('date')).toBe('Mon, 03 Feb 2031 04:05:06 GMT');
  expect(made.json).toMatchObject({ fields: { 'System.CreatedDate': '2031-02-03T04:05:06Z' } });
  await faults.advanceClock(3600);
  expect((await readItem()).headers.get('date')).toBe('Mon, 03 Feb 2031 05:05:06 GMT');
  await faults.reset();
  expect(Math.abs(Date.parse((await readItem()).headers.get('date') ?? '') - Date.now())).toBeLessThan(
    60_000,
  );
});

const control = (method: string, path: string, body = '', headers: Record<string, string> = {}) =>
  fetch(`${host.origin}/_local/${path}`, {
    method,
    headers: { authorization: `Bearer ${OWNER_TOKEN}`, ...headers },
    ...(body === '' ? {} : { body }),
  });

test.each([
  ['no JSON', '{', 'The body is not valid JSON.'],
  ['no object', '[]', 'The fault must be a JSON object.'],
  ['an effect that does not exist', '{"effect":{"kind":"burn"}}', 'effect.kind must be'],
  ['a failure without status', '{"effect":{"kind":"fail"}}', 'A failure needs a status'],
  [
    'a failure that is a success',
    '{"effect":{"kind":"fail","status":200}}',
    'status must be a whole number from 400',
  ],
  [
    'a property that does not exist',
    '{"effect":{"kind":"drop","status":500}}',
    'effect has no property status.',
  ],
  [
    'an operation that nobody answers',
    '{"match":{"operation":"Nope_Get"},"effect":{"kind":"drop"}}',
    'No endpoint answers',
  ],
  [
    'a method that does not exist',
    '{"match":{"method":"FETCH"},"effect":{"kind":"drop"}}',
    'match.method must be',
  ],
  [
    'a path that no call could have',
    '{"match":{"path":"_apis/wit/**"},"effect":{"kind":"drop"}}',
    'match.path must begin with a slash',
  ],
  ['a count of nothing', '{"count":0,"effect":{"kind":"drop"}}', 'count must be a whole number from 1'],
  ['a moment that does not exist', '{"effect":{"kind":"drop","when":"during"}}', 'effect.when must be'],
  [
    'a delay without end',
    '{"effect":{"kind":"delay","milliseconds":1e9}}',
    'milliseconds must be a whole number',
  ],
])('a fault with %s is refused with a sentence', async (_, body, sentence) => {
  const answer = await control('POST', 'faults', body);
  expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
    400,
    expect.stringContaining(sentence),
  ]);
  expect(await faults.all()).toEqual([]);
});

test.each([
  ['an unknown path', 'GET', 'nope', 404],
  ['a fault that is not there', 'DELETE', 'faults/99', 404],
  ['another method', 'PATCH', 'faults', 405],
  ['a clock that says nothing', 'PUT', 'clock', 400],
])('%s is answered with its status', async (_, method, path, status) => {
  expect((await control(method, path)).status).toBe(status);
});

test.each([
  ['nobody', '', 401],
  ['a wrong token', 'Bearer wrong', 401],
  ['another user', `Bearer ${OWNER_TOKEN}:sam`, 403],
])('%s may not set faults', async (_, authorization, status) => {
  expect((await control('POST', 'faults', '{"effect":{"kind":"drop"}}', { authorization })).status).toBe(
    status,
  );
  expect(await faults.all()).toEqual([]);
});

test('the page of an extension cannot reach the control endpoint', async () => {
  const preflight = await control('OPTIONS', 'faults', '', {
    origin: 'http://pub.gallerycdn.localhost',
    'access-control-request-method': 'POST',
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  const status = await new Promise((done, failed) => {
    const { port } = new URL(host.origin);
    const headers = { host: `pub.gallerycdn.localhost:${port}`, authorization: `Bearer ${OWNER_TOKEN}` };
    const sent = httpRequest({ host: '127.0.0.1', port, path: '/_local/faults', headers }, (got) =>
      done(got.statusCode),
    );
    sent.on('error', failed);
    sent.end();
  });
  expect(status).toBe(404);
});

test('a server that closes does not wait for what is held', async () => {
  const other = await startTestHost({
    seed: testSeed([]),
  });
  const hold = await faultsOf(other, OWNER_TOKEN).add({}, { kind: 'hold' });
  const held = fetch(`${other.collectionUrl}/_apis/projects`, {
    headers: { authorization: `Bearer ${OWNER_TOKEN}` },
  });
  const lost = expect(held).rejects.toThrow();
  await hold.matched(1);
  await other.close();
  await lost;
});
