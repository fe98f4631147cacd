/** `without ingest` against the local Azure DevOps: a stream into the model's evidence, twice the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../src/cli/connect';
import { run } from '../src/cli/main';
import { asId, modelId } from '../src/core/model/ids';
import { readSeed } from '../src/host/seeds/seed-file';
import { startHost } from '../src/host/start-host';
import type { RunningHost } from '../src/host/start-host';
import { alertsById } from './fixtures/alert-samples';
import { ownerToken } from './fixtures/local-host';

let host: RunningHost;
beforeAll(async () => {
  host = await startHost({
    port: 0,
    dataDir: null,
    seed: readSeed(JSON.parse(readFileSync(join(__dirname, 'seeds/watched.json'), 'utf8'))),
    process: 'agile',
    fresh: true,
    ownerToken,
    extensionDirs: [join(__dirname, '..')],
    shellDir: '',
  });
});
afterAll(() => host.close());

async function* chunks(text: string) {
  for (let at = 0; at < text.length; at += 1000)
    yield await Promise.resolve(Buffer.from(text.slice(at, at + 1000)));
}
async function ingest(text: string, ...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const target = ['--org', host.collectionUrl, '--project', 'Shop'];
  const code = await run(['ingest', '-', ...target, ...words], {
    environment: { WITHOUT_TOKEN: ownerToken },
    input: chunks(text),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}
const samples = alertsById.map(({ text }) => text);

test('a stream is counted once; what cannot be read is named by its line', async () => {
  const first = await ingest(`${samples.join('\n')}\nnot json\n`);
  expect(first.code).toBe(1);
  expect(first.err).toEqual([`Line ${samples.length + 1}: not JSON`]);
  expect(first.out[0]).toMatch(
    new RegExp(`^${samples.length + 1} lines: ${samples.length} alerts counted, 0 counted before`),
  );
  const again = await ingest(samples.join('\n'), '--json');
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out[0] ?? '{}')).toMatchObject({ counted: 0, known: samples.length, malformed: 0 });
  const { app } = await connect(
    { org: host.collectionUrl, project: 'Shop', publisher: undefined },
    { WITHOUT_TOKEN: ownerToken },
  );
  const [summary] = await app.listModels();
  const id = asId(modelId, summary?.id ?? '');
  const evidence = id ? [...(await app.openModel(id)).model.evidence.values()] : [];
  expect(evidence.reduce((sum, { total }) => sum + total, 0)).toBeGreaterThanOrEqual(samples.length);
});

test.each([
  [['ingest'], /wants the name of a file/],
  [['ingest', '/nowhere/x.ndjson', '--org', 'http://127.0.0.1:1/x', '--project', 'Shop'], /cannot be read/],
  [['ingest', '-', '--apply'], /--apply does nothing for ingest/],
])('%j is a mistake that is told', async (words, message) => {
  const err: string[] = [];
  const code = await run(words, { environment: {}, out: () => undefined, err: (line) => err.push(line) });
  expect(code).not.toBe(0);
  expect(err.join()).toMatch(message);
});
