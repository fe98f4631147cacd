import { PageHttp } from './page-http';
import type { HttpRequest } from './http';

interface Scene {
  readonly statuses: readonly number[];
  readonly waits: number[];
  readonly told: number[];
  readonly sent: RequestInit[];
  readonly http: PageHttp;
}

/** A service that answers with the given statuses in turn, and then 200. */
function scene(...statuses: number[]): Scene {
  const waits: number[] = [];
  const told: number[] = [];
  const sent: RequestInit[] = [];
  const http = new PageHttp({
    token: () => Promise.resolve(`token ${sent.length}`),
    fetch: (_url, init) => {
      const status = statuses[sent.length] ?? 200;
      sent.push(init);
      return Promise.resolve(new Response('{"ok":true}', { status }));
    },
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    onWait: (milliseconds) => told.push(milliseconds),
    jitter: () => 0,
  });
  return { statuses, waits, told, sent, http };
}

const get: HttpRequest = { method: 'GET', url: 'https://dev.example/a' };
const write: HttpRequest = { method: 'PATCH', url: 'https://dev.example/a', body: { x: 1 } };
const query: HttpRequest = { method: 'POST', url: 'https://dev.example/a', body: {}, intent: 'read' };

test.each<[string, HttpRequest, number[], number, number[]]>([
  ['a good answer', get, [], 200, []],
  ['throttled twice', get, [429, 429], 200, [1000, 3000]],
  ['a throttled write had no effect, so it is sent again', write, [429], 200, [1000]],
  ['a read may be sent again after 503', query, [503], 200, [1000]],
  ['a write after 503 is not sent twice', write, [503], 503, []],
  ['a refusal is an answer', write, [400], 400, []],
  ['patience ends', get, [429, 429, 429, 429, 429, 429], 429, [1000, 3000, 9000, 20_000]],
])('%s', async (_title, request, statuses, status, waits) => {
  const { http, waits: waited, told } = scene(...statuses);
  expect((await http.send(request)).status).toBe(status);
  expect([waited, told]).toEqual([waits, waits]);
});

test('every request asks for a token of its own and sends no cookies', async () => {
  const { http, sent } = scene(429);
  await http.send(get);
  expect(sent.map((init) => new Headers(init.headers).get('authorization'))).toEqual([
    'Bearer token 0',
    'Bearer token 1',
  ]);
  expect(sent.every((init) => init.credentials === 'omit')).toBe(true);
});

test('at most four at once; the others wait their turn', async () => {
  let running = 0;
  let most = 0;
  const http = new PageHttp({
    token: () => Promise.resolve('t'),
    fetch: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 1));
      running -= 1;
      return new Response('');
    },
    sleep: () => Promise.resolve(),
    onWait: () => undefined,
    jitter: () => 0,
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => http.send(get)));
  expect([most, answers.length]).toEqual([4, 20]);
});

test('no connection is an AccessError with a sentence', async () => {
  const http = new PageHttp({
    token: () => Promise.resolve('t'),
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    sleep: () => Promise.resolve(),
    onWait: () => undefined,
    jitter: () => 0,
  });
  await expect(http.send(get)).rejects.toMatchObject({ name: 'AccessError', problem: 'unreachable' });
});
