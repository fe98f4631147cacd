/** Figures of feeds of several sizes: alerts from lines of JSON into the evidence of a model, and what heap they take. */
import { alertsById, monitorAlert } from '../../tests/fixtures/alert-samples';
import { countingIds } from '../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../tests/fixtures/watched-shop';
import { MemoryBacklog } from '../../src/adapters/memory/memory-backlog';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { createModel } from '../../src/app/create-model';
import { ingestAlerts } from '../../src/app/ingest-alerts';

const projectId = '11111111-1111-4111-8111-111111111111';
/** Other sizes are given as arguments. */
const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [10_000, 100_000, 1_000_000];

function* lines(alerts: number): Generator<string> {
  for (let n = 0; n < alerts; n += 1) {
    const sample = alertsById[n % alertsById.length];
    // Mostly alerts of Azure Monitor with the ids that our rules carry; each its own, over a month.
    yield n % 10 === 0 && sample
      ? sample.text
      : monitorAlert({ rule: `Rule ${n}`, properties: { WithoutEvent: eventNumber((n % 15) + 1) } });
  }
}
async function* stream(alerts: number): AsyncGenerator<string> {
  for (const line of lines(alerts)) yield await Promise.resolve(line);
}

const one = (value: number) => ({ median: value, min: value, max: value, runs: 1 });

/** Milliseconds of one feed, and the most megabytes of memory while it ran, each 20 ms or at its end. */
async function feed(alerts: number) {
  const model = watchedShop();
  const ports = {
    documents: new MemoryDocuments(),
    backlog: new MemoryBacklog(projectId),
    clock: { now: () => '2026-03-01T12:00:00.000Z' },
    newId: countingIds(),
  };
  await createModel(ports, projectId, model);
  let most = 0;
  // What typed arrays hold stands beside the heap.
  const look = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    most = Math.max(most, heapUsed + arrayBuffers);
  };
  const watch = setInterval(look, 20);
  const start = performance.now();
  const report = await ingestAlerts(ports, { projectId, models: [model.info.id], lines: stream(alerts) });
  const took = performance.now() - start;
  look();
  clearInterval(watch);
  if (report.lines !== alerts || report.counted < alerts * 0.9)
    throw new Error('The feed of the bench counts wrongly.');
  return { took, megabytes: most / 1_000_000 };
}

async function main(): Promise<void> {
  const times: Record<string, ReturnType<typeof one>> = {};
  const heap: Record<string, number> = {};
  for (const alerts of sizes) {
    const { took, megabytes } = await feed(alerts);
    const name = `feed of ${alerts.toLocaleString('en-US')} alerts`;
    times[name] = one(took);
    heap[name] = megabytes;
  }
  process.stdout.write(JSON.stringify({ times, heap }));
}
void main();
