/** How many writes a large plan takes, counted in memory; `tests/sync-cost.test.ts` counts fewer Tasks over HTTP. */
import { createHash } from 'node:crypto';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { modelCollection } from '../core/store/collections';
import type { Model } from '../core/model/model';
import { emptyPicture } from '../core/sync/backlog-picture';
import { isWriting, noChoice } from '../core/sync/plan';
import { planSync } from '../core/sync/plan-sync';
import { aMitigation, aModel, aThreat, aTreatment } from '../../tests/fixtures/sample-model';
import { createModel } from './create-model';
import { StepRunner } from './run-steps';

const count = 2000;
const modelOf = (many: number): Model => {
  const numbers = Array.from({ length: many }, (_, i) => i + 1);
  return aModel({
    threats: [aThreat(1)],
    mitigations: numbers.map((n) => aMitigation(n, { kind: 'approved' })),
    treatments: numbers.map((n) => aTreatment(n, { threat: 1, mitigation: n })),
  });
};

/** Spread as random ones are, so that they lie in all documents of the model, and the same in every run. */
function spreadIds(): () => string {
  let next = 0;
  return () => {
    const hex = createHash('sha256')
      .update(String((next += 1)))
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** A backlog without a Task, and the plan that makes them all. */
function planned(many: number) {
  const model = modelOf(many);
  const backlog = new MemoryBacklog();
  const documents = new MemoryDocuments();
  const clock = { now: () => '2026-03-02T09:00:00.000Z' };
  const newId = spreadIds();
  const { steps } = planSync({
    model,
    picture: emptyPicture,
    choice: { ...noChoice, fallbackParent: null },
    hubUrl: 'https://dev.example/local/Shop/_apps/hub/without.without.hub',
    taskType: 'Task',
    newId,
  });
  return {
    model,
    backlog,
    documents,
    ports: { documents, backlog, clock, newId },
    steps: steps.filter(isWriting),
  };
}

test(`S84 ${count} Tasks are made in at most 25 writes, with at most two saves of the model for each`, async () => {
  const { model, backlog, documents, ports, steps } = planned(count);
  const opened = await createModel({ documents }, backlog.projectId, model);
  const sizes: number[] = [];
  let saves = 0;
  const write = backlog.tasks.write.bind(backlog.tasks);
  backlog.tasks.write = (operations) => {
    sizes.push(operations.length);
    return write(operations);
  };
  const own = modelCollection(backlog.projectId, model.info.id);
  const [create, update] = [documents.create.bind(documents), documents.update.bind(documents)];
  documents.create = (collection, document) => {
    if (collection === own) saves += 1;
    return create(collection, document);
  };
  documents.update = (collection, document) => {
    if (collection === own) saves += 1;
    return update(collection, document);
  };

  const mayGoOn = () => Promise.resolve(true);
  const runner = new StepRunner({ ports, opened, choice: noChoice, mayGoOn });
  await runner.run(steps);
  expect([...runner.outcomes.values()].filter(({ result }) => result.kind === 'done')).toHaveLength(count);
  expect(runner.opened.model.realisation.size).toBe(count);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
  expect(sizes.length).toBeLessThanOrEqual(25);
  // What every batch made is saved, and a document that grew too large was divided on the way.
  expect(saves).toBeGreaterThanOrEqual(sizes.length);
  expect(saves).toBeLessThanOrEqual(2 * sizes.length);
});

test('a run that is stopped counts as its progress only what it tried', async () => {
  const { model, backlog, documents, ports, steps } = planned(300);
  const opened = await createModel({ documents }, backlog.projectId, model);
  const progress: string[] = [];
  const runner = new StepRunner({
    ports,
    opened,
    choice: noChoice,
    mayGoOn: () => Promise.resolve(true),
    onProgress: (done, total) => progress.push(`${done} of ${total}`),
    stopped: () => progress.length === 2,
  });
  await runner.run(steps);
  expect(progress).toEqual(['100 of 300', '200 of 300']);
  const results = [...runner.outcomes.values()].map(({ result }) => result.kind);
  expect(results.filter((kind) => kind === 'not-tried')).toHaveLength(100);
});
