/** What the server has acknowledged outlives `kill -9`. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'host-kill-'));
const program = join(folder, 'host.cjs');
const TOKEN = 'secret';

beforeAll(() => {
  const build = [
    'src/host/main.ts',
    '--bundle',
    '--platform=node',
    '--external:libsql',
    `--outfile=${program}`,
  ];
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [...build, '--log-level=error'], { cwd: root });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
}

function start(): Promise<Started> {
  const child = spawn(
    process.execPath,
    [program, '--port', '0', '--seed', 'empty', '--data', join(folder, 'data')],
    {
      cwd: root,
      env: { ...process.env, NODE_PATH: join(root, 'node_modules'), WITHOUT_TOKEN: TOKEN },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((done, reject) => {
    child.once('exit', () => reject(new Error('The server ended before it was ready.')));
    child.stdout.on('data', (chunk: Buffer) => {
      const origin = /Ready: (http:\/\/[^/]+)\//.exec(chunk.toString())?.[1];
      if (origin !== undefined) done({ child, url: `${origin}/local` });
    });
  });
}

function stop({ child }: Started): Promise<void> {
  return new Promise((done) => {
    child.removeAllListeners('exit');
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });
}

const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json-patch+json' };
const body = JSON.stringify([{ op: 'add', path: '/fields/System.Title', value: 'Acknowledged' }]);

/** Creates items one after the other until the server dies; the ids it confirmed. */
async function writeUntilKilled(started: Started, killAfter: number): Promise<readonly number[]> {
  const confirmed: number[] = [];
  for (;;) {
    try {
      const response = await fetch(`${started.url}/Shop/_apis/wit/workItems/$Task?api-version=7.1`, {
        method: 'POST',
        headers,
        body,
      });
      confirmed.push(((await response.json()) as { id: number }).id);
    } catch {
      return confirmed;
    }
    // Not awaited: the kill is meant to hit a write somewhere in the middle.
    if (confirmed.length === killAfter) started.child.kill('SIGKILL');
  }
}

test('acknowledged work items are there after each of three kills', async () => {
  const confirmed: number[] = [];
  for (const killAfter of [3, 10, 25]) {
    const started = await start();
    started.child.removeAllListeners('exit');
    confirmed.push(...(await writeUntilKilled(started, killAfter)));
    await new Promise<void>((done) => {
      if (started.child.exitCode !== null || started.child.signalCode !== null) done();
      else started.child.once('exit', () => done());
    });
  }
  const last = await start();
  const ids = confirmed.join(',');
  const response = await fetch(`${last.url}/_apis/wit/workItems?ids=${ids}&api-version=7.1`, { headers });
  expect(await response.json()).toMatchObject({ count: confirmed.length });
  expect(confirmed.length).toBeGreaterThanOrEqual(38);
  expect(new Set(confirmed).size).toBe(confirmed.length);
  await stop(last);
}, 60_000);

test.each([
  [['--nope'], 2, 'Unknown argument: --nope'],
  [['--port', 'x'], 2, '--port must be a number'],
  [['--seed', 'x'], 2, '--seed must be one of shop, figures, empty'],
])('%j ends with %i and one line', (words, code, message) => {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise<void>((done) =>
    child.once('close', (exit) => {
      expect([exit, text.trim().split('\n').length]).toEqual([code, 1]);
      expect(text).toContain(message);
      done();
    }),
  );
});

test('a port in use ends with 1 and one line', async () => {
  const first = await start();
  const port = new URL(first.url).port;
  const words = [program, '--port', port, '--seed', 'empty', '--data', join(folder, 'other')];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const exit = await new Promise((done) => child.once('close', done));
  await stop(first);
  expect([exit, text]).toEqual([1, `Port ${port} is already in use. Choose another with --port.\n`]);
}, 20_000);
