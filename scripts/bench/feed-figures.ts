/** Figures of a feed: 100,000 alerts from lines of JSON into the evidence of a model, and the same once more. */
import { alertsById, monitorAlert } from '../../tests/fixtures/alert-samples';
import { countingIds } from '../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../tests/fixtures/watched-shop';
import { MemoryBacklog } from '../../src/adapters/memory/memory-backlog';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { createModel } from '../../src/app/create-model';
import { ingestAlerts } from '../../src/app/ingest-alerts';

const projectId = '11111111-1111-4111-8111-111111111111';
const alerts = 100_000;

function* lines(): Generator<string> {
  for (let n = 0; n < alerts; n += 1) {
    const sample = alertsById[n % alertsById.length];
    // Mostly alerts of Azure Monitor with the ids that our rules carry; each its own, over a month.
    yield n % 10 === 0 && sample
      ? sample.text
      : monitorAlert({ rule: `Rule ${n}`, properties: { WithoutEvent: eventNumber((n % 15) + 1) } });
  }
}
async function* stream(): AsyncGenerator<string> {
  for (const line of lines()) yield await Promise.resolve(line);
}

async function main(): Promise<void> {
  const model = watchedShop();
  const ports = {
    documents: new MemoryDocuments(),
    backlog: new MemoryBacklog(projectId),
    clock: { now: () => '2026-03-01T12:00:00.000Z' },
    newId: countingIds(),
  };
  await createModel(ports, projectId, model);
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 20);
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const report = await ingestAlerts(ports, { projectId, models: [model.info.id], lines: stream() });
  const took = performance.now() - start;
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(watch);
  if (report.lines !== alerts || report.counted < alerts * 0.9)
    throw new Error('The feed of the bench counts wrongly.');
  const one = (value: number) => ({ median: value, min: value, max: value, runs: 1 });
  process.stdout.write(JSON.stringify({ 'feed of 100,000 alerts': one(took) }));
  process.stderr.write(
    `Counted ${report.counted}; ${Math.round(cpu.user / 1000)} ms of processor; heap ${Math.round(Math.max(most, process.memoryUsage().heapUsed) / 1_000_000)} MB\n`,
  );
}
void main();
