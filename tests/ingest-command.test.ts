/** `without ingest` against the local Azure DevOps: a stream into the model's evidence, twice the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../src/cli/connect';
import { run } from '../src/cli/main';
import { asId, modelId } from '../src/core/model/ids';
import { readSeed } from '../src/host/seeds/seed-file';
import { startTestHost } from '../src/host/testing/test-host';
import type { RunningHost } from '../src/host/start-host';
import { alertsById, monitorAlert } from './fixtures/alert-samples';
import { ownerToken } from './fixtures/local-host';
import { eventNumber } from './fixtures/watched-shop';

let host: RunningHost;
beforeAll(async () => {
  host = await startTestHost({
    seed: readSeed(JSON.parse(readFileSync(join(__dirname, 'seeds/watched.json'), 'utf8'))),
    ownerToken,
    extensionDirs: [join(__dirname, '..')],
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

/** Alerts that the models hold altogether, by their evidence. */
async function totals(): Promise<number> {
  const { app } = await connect(
    { org: host.collectionUrl, project: 'Shop', publisher: undefined },
    { environment: { WITHOUT_TOKEN: ownerToken } },
  );
  const [summary] = await app.listModels();
  const id = asId(modelId, summary?.id ?? '');
  const evidence = id ? [...(await app.openModel(id)).model.evidence.values()] : [];
  return evidence.reduce((sum, { total }) => sum + total, 0);
}

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
  expect(await totals()).toBeGreaterThanOrEqual(samples.length);
});

test('two feeds at the same time, half of them the same alerts, count each once', async () => {
  const before = await totals();
  const home = { WithoutEvent: eventNumber(1) };
  const fresh = Array.from({ length: 30 }, () => monitorAlert({ rule: 'x', properties: home }));
  const feeds = await Promise.all([
    ingest(fresh.slice(0, 20).join('\n')),
    ingest(fresh.slice(10).join('\n')),
    ingest(fresh.slice(5, 25).join('\n')),
  ]);
  expect(feeds.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect((await totals()) - before).toBe(30);
});

test('Ctrl+C keeps what was read, also of a stream that never ends; the rest counts by the next run', async () => {
  const before = await totals();
  const home = { WithoutEvent: eventNumber(2) };
  const fresh = Array.from({ length: 8 }, () => monitorAlert({ rule: 'x', properties: home }));
  const stop = new AbortController();
  async function* endless() {
    yield await Promise.resolve(`${fresh.slice(0, 5).join('\n')}\n${fresh[5]?.slice(0, 100) ?? ''}`);
    // More is asked for only when these lines were taken in.
    stop.abort();
    await new Promise(() => undefined);
  }
  const err: string[] = [];
  const code = await run(['ingest', '-', '--org', host.collectionUrl, '--project', 'Shop'], {
    environment: { WITHOUT_TOKEN: ownerToken },
    input: endless(),
    stoppable: () => stop.signal,
    out: () => undefined,
    err: (line) => err.push(line),
  });
  expect(code).toBe(130);
  expect(err).toEqual(['Stopped after line 5. Run it again for the rest: nothing is counted twice.']);
  expect((await totals()) - before).toBe(5);
  const again = await ingest(fresh.join('\n'), '--json');
  expect(JSON.parse(again.out[0] ?? '{}')).toMatchObject({ counted: 3, known: 5, isStopped: false });
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
