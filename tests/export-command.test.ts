/** `without export operations` against the local Azure DevOps: files of a stored model, twice the same. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { connect } from '../src/cli/connect';
import { run } from '../src/cli/main';
import { event } from '../src/core/model/event';
import { asId, modelId } from '../src/core/model/ids';
import { applyEdit } from '../src/core/model/edit';
import type { RunningHost } from '../src/host/start-host';
import { startFiguresHost } from './fixtures/figures-host';
import { ownerToken } from './fixtures/local-host';

const folder = mkdtempSync(join(tmpdir(), 'without-export-'));
let host: RunningHost;

beforeAll(async () => {
  host = await startFiguresHost();
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function exported(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const target = ['--org', host.collectionUrl, '--project', 'Shop'];
  const code = await run(['export', 'operations', ...target, ...words], {
    environment: { WITHOUT_TOKEN: ownerToken },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

const bytes = (at: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(at, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(at.length), readFileSync(file, 'latin1')]),
  );

test('a model without a selected event says so', async () => {
  const { code, out } = await exported('--out', join(folder, 'none'));
  expect([code, out]).toEqual([1, [expect.stringMatching(/: 8 files about 0 events in /)]]);
});

test('the files of a model, byte for byte the same the second time', async () => {
  const target = { org: host.collectionUrl, project: 'Shop', publisher: undefined };
  const { app } = await connect(target, { WITHOUT_TOKEN: ownerToken });
  const [summary] = await app.listModels();
  const id = asId(modelId, summary?.id ?? '');
  if (!id) throw new Error('The seed has no model.');
  const opened = await app.openModel(id);
  const put = v.parse(event, {
    id: app.newId(),
    origin: { kind: 'person' },
    threats: [...opened.model.threat.keys()].slice(0, 1),
    title: 'Many failed sign-ins',
    source: 'application',
    raisedWhen: 'A sign-in fails.',
    logName: 'authn_login_fail',
    level: 'warning',
    severity: 'medium',
    fields: [{ name: 'ip', entity: 'IP' }],
    threshold: { kind: 'count', count: 10, window: 'PT5M', groupBy: ['ip'] },
    meaning: '',
    firstResponse: [],
    automaticResponse: [],
    attack: [],
    choice: 'selected',
  });
  await app.saveModel(opened, applyEdit(opened.model, { label: 'Add event', event: { put: [put] } }));
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  expect((await exported('--out', one, '--json')).code).toBe(0);
  expect((await exported('--out', two)).code).toBe(0);
  expect(bytes(one).size).toBe(12);
  expect(bytes(two)).toEqual(bytes(one));
  // Once more into the same folder: nothing of before stays, and nothing else is touched.
  writeFileSync(join(one, 'kql', 'of-an-event-that-is-gone.kql'), 'x');
  writeFileSync(join(one, 'notes.txt'), 'mine');
  expect((await exported('--out', one)).code).toBe(0);
  expect([...bytes(one).keys()].filter((name) => !bytes(two).has(name))).toEqual(['/notes.txt']);
});

test.each<[string, readonly string[], number, RegExp]>([
  ['a folder with other files', ['--out', __dirname], 2, /other files/],
  ['no folder', [], 2, /--out DIR/],
  ['a model that is not there', ['--out', join(folder, 'x'), '--model', 'Nobody'], 2, /no model named/],
])('%s is one line', async (_title, words, code, message) => {
  const answer = await exported(...words);
  expect([answer.code, answer.out, answer.err]).toEqual([code, [], [expect.stringMatching(message)]]);
});
