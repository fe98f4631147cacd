import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { HttpRequest } from './http';
import { createNodeHttp, retryAfter } from './node-http';
import { tokenRefusal } from './token-reach';

const token = 'very-secret-token';
type Answer = readonly [status: number, body?: string, headers?: Record<string, string>];

/** A server that gives the answers in turn, the last one for ever, and an Http with a clock that only sleeping moves. */
async function serving(answers: readonly Answer[], run: (tools: Tools) => Promise<void>): Promise<void> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response: ServerResponse) => {
    const [status, body, headers] = answers[seen.length] ?? answers.at(-1) ?? [500];
    seen.push(request);
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const org = `http://127.0.0.1:${port}/local/`;
  const slept: number[] = [];
  const now = () => slept.reduce((sum, one) => sum + one, 0);
  const http = createNodeHttp({
    org,
    token,
    now,
    sleep: async (milliseconds) => void slept.push(milliseconds),
  });
  try {
    await run({ org, http, slept, seen });
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}
interface Tools {
  readonly org: string;
  readonly http: ReturnType<typeof createNodeHttp>;
  readonly slept: readonly number[];
  readonly seen: readonly IncomingMessage[];
}

describe('HTTP of the command line', () => {
  test('sends the token as Basic and reads JSON behind a byte order mark', () =>
    serving([[200, '\uFEFF{"a":1}'], [200, '<p>'], [204]], async ({ http, org, seen }) => {
      const read = async () => (await http.send({ method: 'GET', url: `${org}x` })).body;
      expect([await read(), await read(), await read()]).toEqual([{ a: 1 }, '<p>', undefined]);
      const expected = `Basic ${Buffer.from(`:${token}`).toString('base64')}`;
      expect(seen.map(({ headers }) => headers.authorization)).toEqual([expected, expected, expected]);
    }));

  test('waits as long as a good answer asks, before the next request and not longer', () =>
    serving([[200, '{}', { 'Retry-After': '7' }], [200]], async ({ http, org, slept }) => {
      await http.send({ method: 'GET', url: org });
      expect(slept).toEqual([]);
      await http.send({ method: 'GET', url: org });
      await http.send({ method: 'GET', url: org });
      expect(slept).toEqual([7000]);
    }));

  test.each<[string, Partial<HttpRequest>, number, number]>([
    ['a GET', { method: 'GET' }, 429, 4],
    ['a GET', { method: 'GET' }, 503, 4],
    ['a POST that only asks', { method: 'POST', intent: 'read', body: {} }, 429, 4],
    ['a POST, which a 429 left without effect', { method: 'POST', body: {} }, 429, 4],
    ['a POST', { method: 'POST', body: {} }, 503, 1],
    ['a PATCH that claims to read', { method: 'PATCH', intent: 'read', body: {} }, 503, 1],
  ])('repeats %s (%j) on %i: %i attempts', async (_, request, status, attempts) => {
    await serving([[status]], async ({ http, org, seen }) => {
      expect((await http.send({ method: 'GET', url: org, ...request })).status).toBe(status);
      expect(seen).toHaveLength(attempts);
    });
  });

  test('obeys Retry-After on 429, and gives up at once when it is too long', async () => {
    await serving([[429, '', { 'Retry-After': '30' }], [200]], async ({ http, org, slept }) => {
      expect((await http.send({ method: 'GET', url: org })).status).toBe(200);
      expect(slept).toEqual([30_000]);
    });
    await serving([[429, '', { 'Retry-After': '3600' }], [200]], async ({ http, org, slept }) => {
      expect((await http.send({ method: 'GET', url: org })).status).toBe(429);
      expect(slept).toEqual([]);
    });
  });

  test('follows no redirect, says so in a sentence, and shows the token nowhere', () =>
    serving([[302, '', { Location: 'http://127.0.0.1:9/' }]], async ({ http, org, seen }) => {
      const error: unknown = await http.send({ method: 'GET', url: org }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'AccessError', problem: 'unreachable' });
      expect(seen).toHaveLength(1);
      const printed = inspect([error, http], { depth: 9, showHidden: true });
      expect(printed).not.toContain(token);
      expect(printed).not.toContain(Buffer.from(`:${token}`).toString('base64'));
    }));

  test('sends no write over a connection that the service closed while the program was computing', async () => {
    // A header of our own keeps Node from announcing how long the connection is kept.
    const server = createServer((_, response) => response.setHeader('Connection', 'keep-alive').end('{}'));
    server.keepAliveTimeout = 20;
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const org = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const http = createNodeHttp({ org, token });
    try {
      for (let round = 0; round < 2; round += 1) {
        expect((await http.send({ method: 'GET', url: org })).status).toBe(200);
        // As a plan over a large backlog does: the loop hears nothing meanwhile. Node adds a second to the timeout.
        for (const end = performance.now() + 1200; performance.now() < end;);
        expect((await http.send({ method: 'PUT', url: org, body: {} })).status).toBe(200);
      }
    } finally {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  });

  test('asks on for five minutes as long as the service names a pause, ever more patiently', async () => {
    await serving([[429, '', { 'Retry-After': '1' }]], async ({ http, org, slept }) => {
      expect((await http.send({ method: 'PATCH', url: org, body: {} })).status).toBe(429);
      expect(slept.slice(0, 4)).toEqual([1000, 4000, 15_000, 15_000]);
      const sum = slept.reduce((all, one) => all + one, 0);
      expect([sum <= 300_000, sum > 280_000]).toEqual([true, true]);
    });
  });

  test('tells how long it will be silent', async () => {
    const told: number[] = [];
    await serving([[429, '', { 'Retry-After': '30' }], [200]], async ({ org }) => {
      const quiet = async () => undefined;
      const http = createNodeHttp({ org, token, now: () => 0, sleep: quiet, onWait: (ms) => told.push(ms) });
      await http.send({ method: 'GET', url: org });
    });
    expect(told).toEqual([30_000]);
  });

  test.each<[string, Partial<HttpRequest>, number]>([
    ['a GET', { method: 'GET' }, 2],
    ['a POST that only asks', { method: 'POST', intent: 'read', body: {} }, 2],
    ['a PATCH, which may have been done', { method: 'PATCH', body: {} }, 1],
  ])('sends %s again when the connection is closed under it', async (_, request, attempts) => {
    let seen = 0;
    const server = createServer((incoming, response) => {
      seen += 1;
      if (seen === 1) incoming.socket.destroy();
      else response.end('{}');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const org = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const answer = createNodeHttp({ org, token }).send({ method: 'GET', url: org, ...request });
      if (attempts === 1)
        await expect(answer).rejects.toThrow(/closed the connection before it had answered/);
      else expect((await answer).status).toBe(200);
      expect(seen).toBe(attempts);
    } finally {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  });

  test.each<[string, unknown, RegExp]>([
    ['no answer in time', Object.assign(new Error('x'), { name: 'TimeoutError' }), /within 100 seconds/],
    ['a certificate', new TypeError('x', { cause: { code: 'SELF_SIGNED_CERT_IN_CHAIN' } }), /not trusted/],
    ['no such host', new TypeError('x', { cause: { code: 'ENOTFOUND' } }), /cannot be reached; check/],
    ['a redirect', new TypeError('x', { cause: new Error('unexpected redirect') }), /redirects elsewhere/],
    ['two lost connections', new TypeError('x', { cause: { code: 'ECONNRESET' } }), /closed the connection/],
  ])('says what kept the answer away: %s', async (_, error, says) => {
    const http = createNodeHttp({
      org: 'https://dev.azure.com/contoso',
      token,
      fetch: () => Promise.reject(error),
    });
    const answer = http.send({ method: 'GET', url: 'https://dev.azure.com/contoso/x' });
    await expect(answer).rejects.toThrow(says);
  });

  test('says that nobody answers', async () => {
    const http = createNodeHttp({ org: 'http://127.0.0.1:9/', token });
    const request = http.send({ method: 'GET', url: 'http://127.0.0.1:9/x' });
    await expect(request).rejects.toThrow(/^127\.0\.0\.1:9 cannot be reached/);
  });

  test('asks nobody else with this token', async () => {
    const asked: string[] = [];
    const fetch = async (url: string) => {
      asked.push(url);
      return new Response();
    };
    const http = createNodeHttp({ org: 'https://dev.azure.com/contoso', token, fetch });
    await expect(http.send({ method: 'GET', url: 'https://evil.example/' })).rejects.toMatchObject({
      problem: 'unreachable',
    });
    expect(asked).toEqual([]);
    expect(() => createNodeHttp({ org: 'http://devops.example/', token })).toThrow(/plain http/);
  });

  test.each([
    ['3', 3000],
    ['0.5', 500],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 50_000],
    ['Thu, 01 Jan 1970 00:00:01 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('reads Retry-After %j', (header, expected) => {
    expect(retryAfter(header, 10_000)).toBe(expected);
  });
});

describe('the reach of a token', () => {
  test.each([
    ['https://dev.azure.com/contoso', 'https://dev.azure.com/contoso/_apis'],
    ['https://dev.azure.com/contoso', 'https://extmgmt.dev.azure.com/contoso/_apis'],
    ['https://contoso.visualstudio.com', 'https://contoso.extmgmt.visualstudio.com/_apis'],
    ['https://contoso.visualstudio.com', 'https://extmgmt.dev.azure.com/contoso/'],
    ['http://127.0.0.1:8080/local', 'http://127.0.0.1:8080/local/_apis'],
    ['http://localhost:8080/local', 'http://localhost:8080/other'],
    ['https://devops.example/tfs', 'https://devops.example/tfs/_apis'],
  ])('%s may ask %s', (org, target) => {
    expect(tokenRefusal(org, target)).toBeUndefined();
  });

  test.each([
    ['https://dev.azure.com/contoso', 'https://dev.azure.com.evil.example/'],
    ['https://dev.azure.com/contoso', 'https://evil-dev.azure.com/'],
    ['https://dev.azure.com/contoso', 'http://dev.azure.com/contoso'],
    ['https://dev.azure.com/contoso', 'https://extmgmt.dev.azure.com:8443/'],
    ['https://dev.azure.com/contoso', 'https://user:pass@dev.azure.com/contoso'],
    ['https://dev.azure.com/contoso', 'http://127.0.0.1:8080/'],
    ['https://contoso.visualstudio.com', 'https://other.visualstudio.com/'],
    ['https://contoso.visualstudio.com', 'https://contoso.visualstudio.com.evil.example/'],
    ['http://127.0.0.1:8080/local', 'http://127.0.0.1:8081/'],
    ['http://127.0.0.1:8080/local', 'http://localhost:8080/'],
    ['http://127.0.0.1:8080/local', 'https://extmgmt.dev.azure.com/'],
    ['http://devops.example/', 'http://devops.example/'],
    ['http://127.0.0.1.evil.example/', 'http://127.0.0.1.evil.example/'],
    ['https://devops.example/tfs', 'https://api.devops.example/'],
    ['file:///etc', 'file:///etc/passwd'],
    ['contoso', 'https://dev.azure.com/contoso'],
  ])('%s may not ask %s', (org, target) => {
    expect(tokenRefusal(org, target)).toEqual(expect.any(String));
  });
});
