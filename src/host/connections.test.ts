/** Thousands of connections, polite and rude, one after the other: every one is answered or closed, nothing is left behind. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { times } from '../../tests/fixtures/runs';
import { bundleHost, CHILD_TOKEN, startHostChild, type HostChild } from './testing/host-child';

const folder = mkdtempSync(join(tmpdir(), 'host-connections-'));
const report = join(folder, 'report.json');
let host: HostChild;
let port = 0;

/** Loaded into the server's process: on SIGUSR2 it collects its garbage and writes down what it holds. */
const PROBE = `process.on('SIGUSR2', () => {
  gc(); gc();
  const held = { heap: process.memoryUsage().heapUsed, resources: process.getActiveResourcesInfo() };
  require('node:fs').writeFileSync(${JSON.stringify(report)}, JSON.stringify(held));
});`;

beforeAll(async () => {
  const program = bundleHost(folder);
  const probe = join(folder, 'probe.cjs');
  writeFileSync(probe, PROBE);
  host = await startHostChild(
    program,
    ['--seed', 'shop', '--data', join(folder, 'data'), '--no-without'],
    ['--expose-gc', '--require', probe],
  );
  port = Number(new URL(host.origin).port);
}, 60_000);
afterAll(async () => {
  await host.kill();
  rmSync(folder, { recursive: true });
});

interface Held {
  readonly heap: number;
  /** Kinds of the things that keep the server's loop busy: sockets, timers, requests to the disk. */
  readonly resources: readonly string[];
}

async function heldByServer(): Promise<Held> {
  rmSync(report, { force: true });
  host.child.kill('SIGUSR2');
  for (;;) {
    await wait(20);
    try {
      return JSON.parse(readFileSync(report, 'utf8')) as Held;
    } catch {
      // Not there yet, or not whole yet.
    }
  }
}

/** A connection of its own for one request. Answers the status. */
function ask(method: string, path: string, body?: string, type = 'application/json'): Promise<number> {
  return new Promise((done, failed) => {
    const headers = {
      authorization: `Bearer ${CHILD_TOKEN}`,
      ...(body === undefined ? {} : { 'content-type': type }),
    };
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 0));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** Sends bytes and waits until the connection is over. Answers the first line, or nothing for a silent end. */
function send(bytes: string | Buffer, after: 'wait' | 'hang up' = 'wait'): Promise<string> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes, () => {
        if (after === 'hang up') socket.destroy();
      });
    });
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text.includes('\r\n\r\n')) socket.end();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(text.split('\r\n')[0] ?? ''));
  });
}

const ITEM = '/local/_apis/wit/workItems/1?api-version=7.1';
const WIQL = '/local/Shop/_apis/wit/wiql?api-version=7.1';
const HEAD = `Host: 127.0.0.1\r\nAuthorization: Bearer ${CHILD_TOKEN}\r\n`;

type Visit = (n: number) => Promise<void>;
const expecting =
  (statuses: readonly number[], ...[method, path, body]: readonly [string, string, string?]): Visit =>
  async () => {
    const status = await ask(method, path, body);
    if (!statuses.includes(status)) throw new Error(`${method} ${path}: ${status}`);
  };

/** What one connection does; they take turns. */
const visits: readonly Visit[] = [
  expecting([200], 'GET', ITEM),
  expecting([200], 'POST', WIQL, '{"query":"SELECT [System.Id] FROM WorkItems"}'),
  expecting([400], 'POST', WIQL, '{"query":'),
  expecting([404], 'GET', '/local/_apis/wit/workItems/999999?api-version=7.1'),
  expecting([302], 'GET', '/'),
  expecting([200, 204], 'OPTIONS', '/local/_apis'),
  async () => void (await send(`GET ${ITEM} HTTP/1.1\r\n${HEAD}\r\n`, 'hang up')),
  async () =>
    void (await send(`POST ${WIQL} HTTP/1.1\r\n${HEAD}Content-Length: 100\r\n\r\n{"que`, 'hang up')),
  async () => void (await send('', 'hang up')),
  async () => void (await send('\u0016\u0003\u0001 this is no HTTP\r\n\r\n')),
];

/** So many at once: a browser opens six to one address. */
const AT_ONCE = 6;

async function visit(count: number): Promise<void> {
  for (let begun = 0; begun < count; begun += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - begun) }, (_, index) => {
        const turn = begun + index;
        return visits[turn % visits.length]?.(turn);
      }),
    );
}

const sockets = ({ resources }: Held): number =>
  resources.filter((one) => /TCPSOCKET|TCPSocket/i.test(one)).length;

/** Waits until the last connections are gone. */
async function quiet(): Promise<Held> {
  for (let tries = 0; ; tries += 1) {
    const held = await heldByServer();
    if (sockets(held) === 0 || tries === 100) return held;
  }
}

const connections = times(600, 10_000);
const MEGABYTE = 1024 * 1024;

test(`${connections} connections leave neither handles nor memory behind`, async () => {
  // The first ones compile code and fill caches, which is no leak.
  await visit(300);
  const before = await quiet();
  await visit(connections);
  const after = await quiet();
  expect(sockets(after)).toBe(0);
  expect([...after.resources].sort()).toEqual([...before.resources].sort());
  expect(after.heap - before.heap).toBeLessThan(4 * MEGABYTE);
  const grown = ((after.heap - before.heap) / 1024).toFixed(0);
  process.stdout.write(
    `${connections} connections, heap ${(after.heap / MEGABYTE).toFixed(1)} MB, ${grown} kB more\n`,
  );
}, 600_000);

test.each<[string, string, RegExp]>([
  ['climbing out of the organisation', '/local/../etc/passwd', /404/],
  ['climbing with escapes', '/local/%2e%2e/%2e%2e/etc/passwd', /404/],
  ['an escaped slash', '/local/_apis/..%2f..%2fetc%2fpasswd', /40[04]/],
  ['a backslash', '/local/_apis/..\\..\\etc\\passwd', /40[04]/],
  ['out of the static files', '/_static/../../package.json', /404/],
  ['out of the static files with escapes', '/_static/%2e%2e%2f%2e%2e%2fpackage.json', /404/],
  ['out of the static files twice escaped', '/_static/%252e%252e%252fpackage.json', /404/],
  ['an absolute file', '/_static//etc/passwd', /404/],
  ['a NUL', '/local/_apis/wit/workItems/1%00', /400/],
  ['a broken escape', '/local/_apis/wit/workItems/%zz?api-version=7.1', /40[04]/],
  ['half a character', '/local/_apis/wit/workItems/%ff?api-version=7.1', /40[04]/],
  ['a colon', '/local/_apis/wit/workItems/1:2?api-version=7.1', /400/],
  ['an address of another host', 'http://evil.example/local/_apis/projects', /302|40[04]/],
  ['many slashes', `/local${'/'.repeat(2000)}_apis/nothing`, /404/],
  ['ten thousand segments', `/local/_apis${'/a'.repeat(5000)}`, /404|431/],
  ['an address of 100 kB', `/local/_apis/${'a'.repeat(100_000)}`, /431/],
  ['a star', '*', /40[04]|302/],
])('%s is no way in', async (_, path, status) => {
  expect(await send(`GET ${path} HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`)).toMatch(status);
});

test.each<[string, string | Buffer, RegExp]>([
  ['a header of 100 kB', `GET / HTTP/1.1\r\n${HEAD}X: ${'a'.repeat(100_000)}\r\n\r\n`, /431/],
  ['ten thousand headers', `GET / HTTP/1.1\r\n${HEAD}${'X: a\r\n'.repeat(10_000)}\r\n`, /302|431/],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', /400/],
  ['two lengths', `POST ${WIQL} HTTP/1.1\r\n${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, /400/],
  [
    'a length and chunks',
    `POST ${WIQL} HTTP/1.1\r\n${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    /400/,
  ],
  ['an unknown method', `BREW ${ITEM} HTTP/1.1\r\n${HEAD}\r\n`, /400/],
  ['a method the server has no use for', `TRACE ${ITEM} HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`, /405/],
  ['a line break in the address', `GET /local\n/_apis HTTP/1.1\r\n${HEAD}\r\n`, /400/],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0, 1, 13, 10, 13, 10]), /400/],
])('%s is refused', async (_, bytes, status) => {
  expect(await send(bytes)).toMatch(status);
});

test.each<[string, string]>([
  ['nothing but a brace', '{'],
  ['a comma too many', '{"query":"x",}'],
  ['single quotes', "{'query':'x'}"],
  ['no number', '{"query":NaN}'],
  ['a control character in a text', '{"query":"a\u0001"}'],
  ['half an escape', '{"query":"\\u12"}'],
  ['two values', '{} {}'],
  ['brackets 100,000 deep', '['.repeat(100_000)],
  ['objects 300 deep', `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`],
  ['a page', '<html></html>'],
])('JSON with %s is refused', async (_, body) => {
  expect(await ask('POST', WIQL, body)).toBe(400);
});

test.each<[string, string]>([
  ['a list for an object', '[]'],
  ['a text for an object', '"query"'],
  ['a prototype', '{"__proto__":{"query":"SELECT [System.Id] FROM WorkItems"}}'],
  ['a number for a text', '{"query":5}'],
])('a body that is %s is refused', async (_, body) => {
  expect(await ask('POST', WIQL, body)).toBe(400);
});

test('a body over 50 MB is refused, told beforehand or not', async () => {
  const large = Buffer.alloc(52_428_801, 0x20);
  const told = `POST ${WIQL} HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nContent-Length: ${large.length}\r\n\r\n`;
  expect(await send(Buffer.concat([Buffer.from(told), large]))).toMatch(/413/);
  const chunked = `POST ${WIQL} HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const chunk = Buffer.concat([
    Buffer.from(`${large.length.toString(16)}\r\n`),
    large,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
  expect(await send(Buffer.concat([Buffer.from(chunked), chunk]))).toMatch(/413/);
});

test('after all of this it works as ever and has complained of nothing', async () => {
  expect(await ask('GET', ITEM)).toBe(200);
  expect(host.complaints()).toBe('');
});
