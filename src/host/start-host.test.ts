/** The running server: Microsoft's own client, pages, extension files, restarts. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getBearerHandler, WebApi } from 'azure-devops-node-api';
import { WorkItemExpand, type WorkItem } from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces';
import { startHost, type HostOptions, type RunningHost } from './start-host';
import { testSeed } from './testing/test-world';

let folder: string;
let host: RunningHost;

const options = (more: Partial<HostOptions> = {}): HostOptions => ({
  port: 0,
  dataDir: null,
  seed: {
    ...testSeed([
      {
        key: 'a',
        kind: 'requirement',
        title: 'A </script> story',
        category: 'InProgress',
        iteration: 'Sprint 2',
      },
    ]),
    documents: [{ collection: 'notes', documents: [{ id: 'n1', text: 'seeded' }] }],
  },
  process: 'agile',
  fresh: false,
  ownerToken: 'secret',
  extensionDirs: [join(folder, 'extension')],
  shellDir: join(folder, 'shell'),
  ...more,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
  for (const name of ['extension/pages', 'shell']) mkdirSync(join(folder, name), { recursive: true });
  const manifest = {
    publisher: 'Pub',
    id: 'ext',
    version: '1.2.3',
    name: 'An extension </script>',
    contributions: [
      {
        id: 'hub',
        type: 'ms.vss-web.hub',
        targets: ['ms.vss-work-web.work-hub-group'],
        properties: { name: 'Hub' },
      },
    ],
  };
  writeFileSync(join(folder, 'extension/vss-extension.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'extension/pages/hub.html'), '<p>hub</p>');
  writeFileSync(join(folder, 'shell/index.html'), '<body><!--bootstrap--></body>');
  writeFileSync(join(folder, 'shell/shell.js'), 'void 0;');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  symlinkSync(join(folder, 'outside.txt'), join(folder, 'extension/link.txt'));
  host = await startHost(options());
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** fetch forbids a Host header of one's own, and browsers resolve *.localhost by themselves; Node may not. */
function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port: Number(new URL(host.origin).port), host: '127.0.0.1', path, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

test("Microsoft's client finds its way and works", async () => {
  const api = new WebApi(host.collectionUrl, getBearerHandler('secret'));
  expect((await api.connect()).authenticatedUser?.providerDisplayName).toBe('Olivia Owner');
  const core = await api.getCoreApi();
  expect((await core.getProjects()).map((one) => one.name)).toEqual(['Shop']);
  const work = await api.getWorkApi();
  const team = { project: 'Shop', team: 'Shop Team' };
  const [current] = await work.getTeamIterations(team, 'current');
  expect(current).toMatchObject({ name: 'Sprint 2', attributes: { timeFrame: 1 } });
  const boards = await work.getBoards(team);
  expect(boards.map((one) => one.name)).toEqual(['Epics', 'Features', 'Stories']);
  const tracking = await api.getWorkItemTrackingApi();
  const task: WorkItem = await tracking.createWorkItem(
    {},
    [
      { op: 'add', path: '/fields/System.Title', value: 'Made by the client' },
      {
        op: 'add',
        path: '/relations/-',
        value: {
          rel: 'System.LinkTypes.Hierarchy-Reverse',
          url: `${host.collectionUrl}/_apis/wit/workItems/1`,
        },
      },
    ],
    'Shop',
    'Task',
  );
  expect(task).toMatchObject({ rev: 1, fields: { 'System.Parent': 1 } });
  const found = await tracking.queryByWiql(
    { query: "SELECT [System.Id] FROM WorkItems WHERE [System.WorkItemType] = 'Task'" },
    team,
  );
  expect(found.workItems?.map((one) => one.id)).toEqual([task.id]);
  const items = await tracking.getWorkItems([1], undefined, undefined, WorkItemExpand.Relations);
  expect(items[0]?.relations).toHaveLength(1);
  await expect(
    tracking.updateWorkItem({}, [{ op: 'test', path: '/rev', value: 9 }], 1),
  ).rejects.toMatchObject({
    statusCode: 412,
  });
  await tracking.addComment({ text: 'Hello' }, 'Shop', 1);
  expect((await tracking.getComments('Shop', 1)).comments?.[0]?.text).toBe('Hello');
  const extensions = await api.getExtensionManagementApi();
  expect(await extensions.getDocumentByName('Pub', 'ext', 'Default', 'Current', 'notes', 'n1')).toEqual({
    id: 'n1',
    text: 'seeded',
    __etag: 1,
  });
});

const GALLERY = 'pub.gallerycdn.localhost';
test.each<[string, string, string, number]>([
  ['the installed file', GALLERY, '/extensions/Pub/ext/1.2.3/pages/hub.html', 200],
  ['another version', GALLERY, '/extensions/Pub/ext/1.2.4/pages/hub.html', 404],
  ['another publisher', 'other.gallerycdn.localhost', '/extensions/Pub/ext/1.2.3/pages/hub.html', 404],
  ['a way out', GALLERY, '/extensions/Pub/ext/1.2.3/%2e%2e/outside.txt', 404],
  ['a way out with slashes', GALLERY, '/extensions/Pub/ext/1.2.3/..%2foutside.txt', 404],
  ['a link that leads out', GALLERY, '/extensions/Pub/ext/1.2.3/link.txt', 404],
  ['a folder', GALLERY, '/extensions/Pub/ext/1.2.3/pages', 404],
  ['the file on the other host', '127.0.0.1', '/extensions/Pub/ext/1.2.3/pages/hub.html', 404],
  ['REST on the gallery', GALLERY, '/local/_apis/projects', 404],
  ['a page', '127.0.0.1', '/local/Shop/_apps/hub/Pub.ext.hub', 200],
  ['a page by any local name', 'localhost', '/local/Shop/_workitems/edit/1', 200],
  ['a board of a team', '127.0.0.1', '/local/Shop/_boards/board/t/Shop%20Team/Stories', 200],
  ['the project itself, which leads on', '127.0.0.1', '/local/Shop', 302],
  ['the boards, which lead on', '127.0.0.1', '/local/Shop/_boards', 302],
  ['a page that no project has', '127.0.0.1', '/local/Shop/_nothing', 404],
  ['a page of another project', '127.0.0.1', '/local/Nope/_boards/board', 404],
  ['a static file', '127.0.0.1', '/_static/shell.js', 200],
  ['a way out of the static files', '127.0.0.1', '/_static/..%2foutside.txt', 404],
  ['the start', '127.0.0.1', '/', 302],
  ['a foreign host name', 'evil.example', '/', 400],
])('%s', async (_, hostName, path, status) => {
  expect((await get(path, { host: hostName })).status).toBe(status);
});

test('extension files may be read by anybody and are compressed and revalidated', async () => {
  const path = '/extensions/Pub/ext/1.2.3/pages/hub.html';
  const plain = await get(path, { host: GALLERY });
  expect(plain.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
  const again = await get(path, { host: GALLERY, 'if-none-match': String(plain.headers['etag']) });
  expect(again.status).toBe(304);
  expect((await get(path, { host: GALLERY, 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe(
    'gzip',
  );
});

test('the bare address of a project leads to its board, in the letters of the address', async () => {
  expect((await get('/local/shop/')).headers['location']).toBe('/local/shop/_boards/board');
  expect((await get('/local/Shop/_backlogs')).headers['location']).toBe('/local/Shop/_backlogs/backlog');
});

test('an address that no project has is answered with the shell, which says so', async () => {
  const { text } = await get('/local/Shop/_nothing');
  expect(text).toContain('id="bootstrap"');
});

test('a page carries its data, and nothing in them can end the script', async () => {
  const { text } = await get('/local/Shop/_boards/board');
  const json =
    /<body><script type="application\/json" id="bootstrap">(.*)<\/script><\/body>/.exec(text)?.[1] ?? '';
  expect(json).not.toContain('<');
  const origin = host.origin;
  expect(JSON.parse(json)).toMatchObject({
    origin,
    collectionUrl: `${origin}/local`,
    organisation: { name: 'local' },
    project: { name: 'Shop', processName: 'Agile', id: '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10' },
    team: { name: 'Shop Team' },
    users: [
      { displayName: 'Olivia Owner', token: 'secret' },
      { displayName: 'Sam Security', token: 'secret:sam', access: 'write', closedAreas: [] },
      { displayName: 'Rita Reader', token: 'secret:rita', access: 'read' },
    ],
    extensions: [
      {
        baseUri: `http://pub.gallerycdn.localhost:${new URL(origin).port}/extensions/Pub/ext/1.2.3`,
        contributions: [{ id: 'hub', fullId: 'Pub.ext.hub' }],
      },
    ],
  });
});

test('a body over 50 MB is refused with an answer', async () => {
  const path = `${host.collectionUrl}/Shop/_apis/wit/wiql?api-version=7.1`;
  const headers = { authorization: 'Bearer secret', 'content-type': 'application/json' };
  const answer = await fetch(path, { method: 'POST', headers, body: Buffer.alloc(52_428_801, 0x20) });
  expect([answer.status, await answer.json()]).toMatchObject([413, { typeKey: 'VssServiceException' }]);
});

test('two servers cannot share a data folder', async () => {
  const dataDir = join(folder, 'shared');
  const first = await startHost(options({ dataDir }));
  await expect(startHost(options({ dataDir }))).rejects.toThrow('is another server using it?');
  await first.close();
});

test('a restart keeps the data, --fresh empties them, another process is refused', async () => {
  const dataDir = join(folder, 'data');
  const url = (running: RunningHost): string =>
    `${running.collectionUrl}/_apis/wit/workItems/2?api-version=7.1`;
  const headers = { authorization: 'Bearer secret' };
  const first = await startHost(options({ dataDir }));
  await fetch(`${first.collectionUrl}/Shop/_apis/wit/workItems/$Task?api-version=7.1`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'add', path: '/fields/System.Title', value: 'Kept' }]),
  });
  await first.close();
  const second = await startHost(options({ dataDir }));
  expect((await fetch(url(second), { headers })).status).toBe(200);
  await second.close();
  await expect(startHost(options({ dataDir, process: 'scrum' }))).rejects.toThrow('--fresh');
  const third = await startHost(options({ dataDir, fresh: true }));
  expect((await fetch(url(third), { headers })).status).toBe(404);
  await third.close();
});
