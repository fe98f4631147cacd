/** What the server has acknowledged outlives `kill -9`, and nothing is ever there by half. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { times } from '../../tests/fixtures/runs';
import { bundleHost, CHILD_TOKEN, runHost, startHostChild, type HostChild } from './testing/host-child';

const folder = mkdtempSync(join(tmpdir(), 'host-kill-'));
const data = join(folder, 'data');
let program = '';

beforeAll(() => {
  program = bundleHost(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const start = (): Promise<HostChild> => startHostChild(program, ['--seed', 'empty', '--data', data]);

async function send<T>(host: HostChild, method: string, path: string, body?: unknown): Promise<T> {
  const patch = Array.isArray(body) ? '-patch+json' : '';
  const answer = await fetch(`${host.url}${path}${path.includes('?') ? '&' : '?'}api-version=7.2-preview`, {
    method,
    headers: { authorization: `Bearer ${CHILD_TOKEN}`, 'content-type': `application/json${patch}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Refused(`${method} ${path}: ${answer.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The server answered, but not with success: a defect, where a broken connection is only the kill. */
class Refused extends Error {}

interface Document {
  readonly id: string;
  readonly n: number;
  readonly __etag: number;
}
interface Item {
  readonly id: number;
  readonly rev: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly relations?: readonly { readonly rel: string; readonly url: string }[];
}

/** What was acknowledged, and what was asked for and perhaps done: the one change that a writer had under way. */
interface Known {
  /** By id: the last acknowledged number, and the one under way. */
  readonly documents: Map<string, { acknowledged: number; underWay: number }>;
  /** Documents whose removal was acknowledged. */
  readonly removed: Set<string>;
  /** Title by id of work item. */
  readonly items: Map<number, { acknowledged: string; underWay: string }>;
  /** Comment texts by id of work item. */
  readonly comments: Map<number, string[]>;
  acknowledgements: number;
}

const DOCUMENTS =
  '/_apis/ExtensionManagement/InstalledExtensions/p/e/Data/Scopes/Default/Current/Collections/c/Documents';
const ITEMS = '/Shop/_apis/wit/workItems';
const set = (field: string, value: unknown) => ({ op: 'add', path: `/fields/${field}`, value });

type Writer = (host: HostChild, known: Known, name: string) => Promise<void>;

/** Each does its deeds one after the other until the connection breaks. */
const writers: readonly Writer[] = [
  // A document that is written again and again, by its etag.
  async (host, known, name) => {
    let document = await createDocument(host, known, `counter-${name}`);
    for (let n = 1; ; n += 1) {
      const state = { acknowledged: document.n, underWay: n };
      known.documents.set(document.id, state);
      document = await send<Document>(host, 'PATCH', DOCUMENTS, { ...document, n });
      state.acknowledged = n;
      known.acknowledgements += 1;
    }
  },
  // Documents that come and go.
  async (host, known, name) => {
    for (let n = 0; ; n += 1) {
      const { id } = await createDocument(host, known, `passing-${name}-${n}`);
      if (n % 2 === 0) continue;
      known.documents.delete(id);
      await send(host, 'DELETE', `${DOCUMENTS}/${id}`);
      known.removed.add(id);
      known.acknowledgements += 1;
    }
  },
  // A story, its tasks with a link at either end, and comments.
  async (host, known, name) => {
    const story = await createItem(host, known, 'User Story', `Story ${name}`, []);
    for (let n = 0; ; n += 1) {
      const parent = {
        rel: 'System.LinkTypes.Hierarchy-Reverse',
        url: `${host.url}/_apis/wit/workItems/${story.id}`,
      };
      const task = await createItem(host, known, 'Task', `Task ${name} ${n}`, [
        { op: 'add', path: '/relations/-', value: parent },
      ]);
      const text = `Comment ${name} ${n}`;
      await send(host, 'POST', `${ITEMS}/${task.id}/comments`, { text });
      known.comments.set(task.id, [text]);
      known.acknowledgements += 1;
    }
  },
  // A work item that is renamed again and again, by its revision.
  async (host, known, name) => {
    let item = await createItem(host, known, 'Task', `Renamed ${name}`, []);
    for (let n = 0; ; n += 1) {
      const title = `Renamed ${name} ${n}`;
      const state = known.items.get(item.id);
      if (state) state.underWay = title;
      const patch = [{ op: 'test', path: '/rev', value: item.rev }, set('System.Title', title)];
      item = await send<Item>(host, 'PATCH', `/_apis/wit/workItems/${item.id}`, patch);
      known.items.set(item.id, { acknowledged: title, underWay: title });
      known.acknowledgements += 1;
    }
  },
];

async function createDocument(host: HostChild, known: Known, id: string): Promise<Document> {
  const document = await send<Document>(host, 'POST', DOCUMENTS, { id, n: 0 });
  known.documents.set(id, { acknowledged: 0, underWay: 0 });
  known.acknowledgements += 1;
  return document;
}

async function createItem(
  host: HostChild,
  known: Known,
  type: string,
  title: string,
  more: readonly object[],
): Promise<Item> {
  const item = await send<Item>(host, 'POST', `${ITEMS}/$${type}`, [set('System.Title', title), ...more]);
  known.items.set(item.id, { acknowledged: title, underWay: title });
  known.acknowledgements += 1;
  return item;
}

/** Lets all writers work at once and kills the server when so many changes are acknowledged; the others are under way. */
async function writeUntilKilled(
  host: HostChild,
  known: Known,
  round: number,
  killAfter: number,
): Promise<void> {
  const enough = known.acknowledgements + killAfter;
  let isKilled = false;
  const ends = writers.map((writer, index) =>
    writer(host, known, `${round}-${index}`).catch((error: unknown) => {
      if (error instanceof Refused || !isKilled) throw error;
    }),
  );
  const killer = (async () => {
    // Looks after every turn of the event loop, so that the kill falls between any two steps of the server.
    while (known.acknowledgements < enough) await new Promise((done) => setImmediate(done));
    isKilled = true;
    await host.kill();
  })();
  await Promise.all([killer, ...ends]);
}

async function requireAllThere(host: HostChild, known: Known): Promise<void> {
  const documents = new Map((await send<Document[]>(host, 'GET', DOCUMENTS)).map((one) => [one.id, one]));
  for (const [id, { acknowledged, underWay }] of known.documents) {
    const document = documents.get(id);
    expect({ id, n: document?.n, etag: (document?.__etag ?? 0) - 1 }).toEqual({
      id,
      n: document?.n === underWay ? underWay : acknowledged,
      etag: document?.n,
    });
  }
  for (const id of known.removed) expect(documents.has(id)).toBe(false);
  const ids = [...known.items.keys()];
  for (let at = 0; at < ids.length; at += 200) await requireItems(host, known, ids.slice(at, at + 200));
  for (const [id, texts] of [...known.comments].slice(-20)) {
    const found = await send<{ comments: { text: string }[] }>(host, 'GET', `${ITEMS}/${id}/comments`);
    expect(found.comments.map(({ text }) => text)).toEqual(texts);
  }
}

async function requireItems(host: HostChild, known: Known, ids: readonly number[]): Promise<void> {
  const path = `/_apis/wit/workItems?ids=${ids.join(',')}&$expand=relations`;
  const { value } = await send<{ value: Item[] }>(host, 'GET', path);
  expect(value.map(({ id }) => id)).toEqual(ids);
  for (const { id, fields, relations } of value) {
    const { acknowledged, underWay } = known.items.get(id) ?? { acknowledged: '', underWay: '' };
    expect([acknowledged, underWay]).toContain(fields['System.Title']);
    // A link is one change of two items: both ends or none.
    for (const { rel, url } of relations ?? []) {
      const other = await send<Item>(
        host,
        'GET',
        `/_apis/wit/workItems/${url.split('/').pop() ?? ''}?$expand=relations`,
      );
      const back = rel.endsWith('Reverse')
        ? rel.replace('Reverse', 'Forward')
        : rel.replace('Forward', 'Reverse');
      expect(other.relations).toContainEqual(
        expect.objectContaining({ rel: back, url: expect.stringMatching(new RegExp(`/${id}$`)) as string }),
      );
    }
  }
}

const SOWN = (
  JSON.parse(readFileSync(resolve(__dirname, '../../tests/seeds/shop.json'), 'utf8')) as {
    workItems: unknown[];
  }
).workItems.length;
const kills = times(3, 50);

test(`nothing acknowledged is lost by ${kills} kills`, async () => {
  let last = 0;
  for (let round = 0; round < kills; round += 1) {
    const known: Known = {
      documents: new Map(),
      removed: new Set(),
      items: new Map(),
      comments: new Map(),
      acknowledgements: 0,
    };
    const host = await start();
    // From the first change to a hundred later, spread over the rounds by a step that shares no factor with 101.
    await writeUntilKilled(host, known, round, 1 + ((round * 37) % 101));
    await killWhileStarting(data, (round * 53) % 200);
    const again = await start();
    await requireAllThere(again, known);
    expect(again.complaints()).toBe('');
    last += known.acknowledgements;
    await again.kill();
  }
  expect(last).toBeGreaterThanOrEqual(kills);
  process.stdout.write(`${kills} kills, ${last} acknowledged changes, none lost\n`);
}, 600_000);

/** Starts it and kills it after so many milliseconds, ready or not. */
function killWhileStarting(folderOfData: string, milliseconds: number): Promise<void> {
  const child = runHost(program, ['--port', '0', '--seed', 'shop', '--data', folderOfData]);
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  return new Promise((done) => child.once('exit', () => done()));
}

test('a server that is killed while it sows its first data can be started again', async () => {
  for (let round = 0; round < times(2, 20); round += 1) {
    const fresh = join(folder, `fresh-${round}`);
    await killWhileStarting(fresh, 60 + ((round * 53) % 200));
    const host = await startHostChild(program, ['--seed', 'shop', '--data', fresh]);
    const query = 'SELECT [System.Id] FROM WorkItems';
    const found = await send<{ workItems: unknown[] }>(host, 'POST', '/Shop/_apis/wit/wiql', { query });
    // All of the seed, by the first start or by the second, and never a part of it.
    expect(found.workItems.length).toBe(SOWN);
    await host.kill();
  }
}, 120_000);

/** How the program ends, and what it says to whoever started it. */
function endOf(words: readonly string[]): Promise<readonly [code: number | null, text: string]> {
  const child = runHost(program, words);
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((done) => child.once('close', (code) => done([code, text])));
}

test.each([
  [['--nope'], 'Unknown argument: --nope'],
  [['--port', 'x'], '--port must be a number'],
  [['--seed', 'x'], '--seed must be one of shop, figures, watched, large, empty'],
])('%j ends with 2 and one line', async (words, message) => {
  const [code, text] = await endOf(words);
  expect([code, text.trim().split('\n').length]).toEqual([2, 1]);
  expect(text).toContain(message);
});

test('a port in use ends with 1 and one line', async () => {
  const first = await start();
  const { port } = new URL(first.url);
  const end = await endOf(['--port', port, '--seed', 'empty', '--data', join(folder, 'other')]);
  await first.kill();
  expect(end).toEqual([1, `Port ${port} is already in use. Choose another with --port.\n`]);
}, 20_000);
