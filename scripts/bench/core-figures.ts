/** Figures of the core, as JSON on stdout: medians over several runs after one to warm up. Milliseconds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { defaultLimits, importFile } from '../../src/core/formats/import-file';
import { assess } from '../../src/core/risk/assess';
import { aMitigation, aModel, aThreat, aTreatment } from '../../tests/fixtures/sample-model';
import { noChoice } from '../../src/core/sync/plan';
import { planSync } from '../../src/core/sync/plan-sync';

function timed(work: () => void, runs = 15) {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now();
    work();
    if (run > 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)], min: times[0], max: times[times.length - 1], runs };
}

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const large = aModel({
  threats: numbers(5000).map((n) => aThreat(n)),
  mitigations: numbers(500).map((n) => aMitigation(n, { kind: 'approved' })),
  treatments: numbers(10_000).map((n) =>
    aTreatment(n, { threat: (n % 5000) + 1, mitigation: (n % 500) + 1 }),
  ),
});
const bytes = readFileSync(join(process.cwd(), 'tests/fixtures/models/corner-shop.tm7'));

const figures = {
  'risk of 5,000 threats': timed(() => assess(large, new Map())),
  'plan of 500 mitigations': timed(() =>
    planSync({
      model: large,
      picture: { items: new Map(), ours: [] },
      choice: { ...noChoice, fallbackParent: null },
      hubUrl: 'https://dev.example/hub',
      taskType: 'Task',
      newId: randomUUID,
    }),
  ),
  'import of the fixture': timed(() =>
    importFile({
      fileName: 'corner-shop.tm7',
      bytes,
      limits: defaultLimits(() => false),
      newId: randomUUID,
      now: '2026-01-05T10:00:00.000Z',
    }),
  ),
};
process.stdout.write(JSON.stringify(figures));
