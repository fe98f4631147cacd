/** Figures of the local Azure DevOps with the seed `large`, over HTTP and a database on the disk, as JSON on stdout. Milliseconds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeSeed } from '../../src/host/seeds/large-seed';
import { startHost, type RunningHost } from '../../src/host/start-host';

const dataDir = mkdtempSync(join(tmpdir(), 'without-large-'));

function start(fresh: boolean): Promise<RunningHost> {
  return startHost({
    port: 0,
    dataDir,
    seed: largeSeed(),
    process: 'agile',
    fresh,
    ownerToken: 'bench',
    extensionDirs: [],
    shellDir: '',
  });
}

async function post(host: RunningHost, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${host.collectionUrl}/Shop/_apis/wit/${path}?api-version=7.1`, {
    method: 'POST',
    headers: { authorization: 'Bearer bench', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

function lengthOf(answer: unknown, list: string): number {
  const found: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, list) : undefined;
  return Array.isArray(found) ? found.length : -1;
}

/** One run to warm up; `work` says how many it got, so that a fast wrong answer is no figure. */
async function timed(expected: (count: number) => boolean, work: () => Promise<number>, runs = 15) {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const begin = performance.now();
    const count = await work();
    if (!expected(count)) throw new Error(`The answer holds ${count}.`);
    if (run > 0) times.push(performance.now() - begin);
  }
  return spread(times);
}

function spread(unsorted: readonly number[]) {
  const times = [...unsorted].sort((a, b) => a - b);
  return {
    median: times[Math.floor(times.length / 2)],
    min: times[0],
    max: times[times.length - 1],
    runs: times.length,
  };
}

async function startTimes(fresh: boolean, runs: number) {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    const host = await start(fresh);
    times.push(performance.now() - begin);
    await host.close();
  }
  return spread(times);
}

async function measure(): Promise<void> {
  const made = await startTimes(true, 3);
  const opened = await startTimes(false, 3);
  const host = await start(false);
  const ids = Array.from({ length: 200 }, (_, index) => 201 + index * 90);
  const wiql = (where: string) => async () =>
    lengthOf(
      await post(host, 'wiql', { query: `SELECT [System.Id] FROM WorkItems WHERE ${where}` }),
      'workItems',
    );
  const some = (count: number): boolean => count > 0;
  const figures = {
    'seed large, made': made,
    'seed large, opened again': opened,
    'batch read of 200 ids': await timed(
      (count) => count === 200,
      async () => lengthOf(await post(host, 'workitemsbatch', { ids, $expand: 'all' }), 'value'),
    ),
    'WIQL by iteration and tag': await timed(
      some,
      wiql("[System.IterationPath] = 'Shop\\Sprint 61' AND [System.Tags] CONTAINS 'Wave 21'"),
    ),
    'WIQL over all 20,000': await timed(
      (count) => count === 20_000,
      wiql('[System.TeamProject] = @project ORDER BY [System.ChangedDate] DESC'),
    ),
  };
  await host.close();
  rmSync(dataDir, { recursive: true });
  process.stdout.write(JSON.stringify(figures));
}

void measure();
