/** `without export` against the local Azure DevOps: files of a stored model, twice the same, and taken in again. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../src/cli/connect';
import { run } from '../src/cli/main';
import { asId, modelId } from '../src/core/model/ids';
import { applyEdit } from '../src/core/model/edit';
import type { RunningHost } from '../src/host/start-host';
import { startFiguresHost } from './fixtures/figures-host';
import { ownerToken } from './fixtures/local-host';
import { anEvent } from './fixtures/operations-files';

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
  const { app } = await connect(target, { environment: { WITHOUT_TOKEN: ownerToken } });
  const [summary] = await app.listModels();
  const id = asId(modelId, summary?.id ?? '');
  if (!id) throw new Error('The seed has no model.');
  const opened = await app.openModel(id);
  const put = anEvent({ id: app.newId(), threats: [...opened.model.threat.keys()].slice(0, 1) });
  await app.saveModel(opened, applyEdit(opened.model, { label: 'Add event', event: { put: [put] } }));
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  expect((await exported('--out', one, '--json')).code).toBe(0);
  expect((await exported('--out', two)).code).toBe(0);
  expect(bytes(one).size).toBe(13);
  // What the event strikes is drawn: the runbook shows that part of the system.
  expect([...bytes(one).keys()]).toContainEqual(
    expect.stringMatching(/^.pictures.authn_login_fail-\w+\.svg$/),
  );
  expect(bytes(two)).toEqual(bytes(one));
  // Once more into the same folder: nothing of before stays, and nothing else is touched.
  writeFileSync(join(one, 'kql', 'of-an-event-that-is-gone.kql'), 'x');
  writeFileSync(join(one, 'pictures', 'of-an-event-that-is-gone.svg'), 'x');
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

describe('a model as a file', () => {
  const said = async (...words: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(words, {
      environment: { WITHOUT_TOKEN: ownerToken },
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  const target = () => ['--org', host.collectionUrl, '--project', 'Shop'];
  const file = join(folder, 'shop.json');

  test('is written whole, and a second import of it is a copy without the Tasks', async () => {
    const written = await said('export', 'model', ...target(), '--format', 'json', '--out', file, '--json');
    expect(written).toEqual({
      code: 0,
      out: JSON.stringify({ file, format: 'json', lost: [] }),
      err: '',
    });
    const held = JSON.parse(readFileSync(file, 'utf8')) as { info: { id: string; name: string } };
    const again = await said('import', file, ...target(), '--model', 'The copy');
    expect(again.err).toBe('');
    expect(again.out).toContain('Stored as "The copy".');
    const { app } = await connect(
      { org: host.collectionUrl, project: 'Shop', publisher: undefined },
      { environment: { WITHOUT_TOKEN: ownerToken } },
    );
    const models = (await app.listModels()).flatMap((one) => (one.kind === 'damaged' ? [] : [one.info]));
    expect(models.map(({ name }) => name).sort()).toEqual([held.info.name, 'The copy'].sort());
    const copy = models.find(({ name }) => name === 'The copy');
    if (!copy) throw new Error('not stored');
    const { model } = await app.openModel(copy.id);
    expect(copy.id).not.toBe(held.info.id);
    expect([...model.realisation.values()]).toEqual([]);
    await app.deleteModel(copy.id);
  });

  test('goes to the standard output, from a file too, with the losses beside it', async () => {
    const { code, out, err } = await said('export', 'model', file, '--format', 'csv-threats');
    expect(code).toBe(0);
    expect(out).toMatch(/^\uFEFF"Id","Threat",/);
    expect(err).toMatch(/not in the file: \d+ texts of mitigations/);
  });

  test.each([
    [['--format', 'word'], /Name the format with --format: json, /],
    [[], /Name the format with --format/],
    [['--format', 'json', '--json'], /name a file for the model: --out FILE/],
  ])('%j is answered with what is missing', async (words, sentence) => {
    const { code, err } = await said('export', 'model', file, ...words);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });
});
