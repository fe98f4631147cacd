/** Taking a sync back that was stopped, refused or cut off on its way: what it left is taken back by the next one (S73). */
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
} from '../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { noChoice } from '../core/sync/plan';
import { createApp } from './app';
import { AccessError } from './ports';
import { readMemory } from './sync-memory';
import type { Tasks } from './task-ports';
import type { UndoReport, UndoWatch } from './undo-sync';

const choice = { ...noChoice, approve: 'all' as const };

/** Tasks that the last sync made. `write` stands before the backlog's own, once the sync is done. */
async function synced(write: (own: Tasks['write']) => Tasks['write'], many = 2) {
  const backlog = new MemoryBacklog();
  const story = backlog.addStory('Pay by card');
  const numbers = Array.from({ length: many }, (_, i) => i + 1);
  const { tasks } = backlog;
  let instead: Tasks['write'] | undefined;
  const own: Tasks['write'] = (operations) => tasks.write(operations);
  const watched = Object.assign(Object.create(backlog) as MemoryBacklog, {
    tasks: Object.assign(Object.create(tasks) as Tasks, {
      write: (operations: Parameters<Tasks['write']>[0]) => (instead ?? own)(operations),
    }),
  });
  const documents = new MemoryDocuments();
  let time = Date.parse('2026-03-02T09:00:00.000Z');
  const app = createApp(
    {
      documents,
      backlog: watched,
      clock: { now: () => new Date((time += 1000)).toISOString() },
      newId: countingIds(),
    },
    { projectId: backlog.projectId, hubId: 'without.without.hub' },
  );
  const opened = await app.createModel(
    aModel({
      threats: [aThreat(1)],
      mitigations: numbers.map((n) => aMitigation(n)),
      treatments: numbers.map((n) => aTreatment(n, { threat: 1, mitigation: n })),
      links: [aStoryLink(1, 1, story)],
    }),
  );
  const plan = await app.planSync({ model: opened.model, opened, choice });
  await app.applySync({ opened, plan, choice });
  instead = write(own);
  const made = () => backlog.items.all().filter(({ type }) => type === 'Task').length;
  const model = async () => (await app.openModel(opened.model.info.id)).model;
  const known = async () => (await model()).realisation.size;
  const approved = async () =>
    [...(await model()).mitigation.values()].filter(({ status }) => status.kind === 'approved').length;
  const undo = async (watch: UndoWatch = {}): Promise<UndoReport | undefined> => {
    const now = await app.openModel(opened.model.info.id);
    const undoing = await app.planUndoSync(now);
    return undoing && app.undoSync(now, undoing, watch);
  };
  const heal = () => void (instead = undefined);
  const last = async () => readMemory((await app.openModel(opened.model.info.id)).memory).last;
  const again = async () => {
    const now = await app.openModel(opened.model.info.id);
    const plan = await app.planSync({ model: now.model, opened: now, choice });
    await app.applySync({ opened: now, plan, choice });
  };
  return { documents, made, known, approved, undo, heal, last, again };
}

const kinds = (report: UndoReport | undefined) =>
  report?.outcomes.map(({ step, result }) => [step.kind, result.kind]).sort();

test('stopped before it began, it is done by the next one', async () => {
  const { undo, made, known } = await synced((own) => own);
  expect(kinds(await undo({ stopped: () => true }))).toEqual([
    ['delete', 'not-tried'],
    ['delete', 'not-tried'],
  ]);
  await undo();
  expect([made(), await known()]).toEqual([0, 0]);
  expect(await undo()).toBeUndefined();
});

test('what was refused is tried again, and only that', async () => {
  const { undo, made, known, heal } = await synced((own) => async (operations) => {
    const [first] = await own(operations.slice(0, 1));
    return first ? [first, { kind: 'refused', message: 'Not now.' }] : [];
  });
  expect(kinds(await undo())).toEqual([
    ['delete', 'done'],
    ['delete', 'refused'],
  ]);
  expect([made(), await known()]).toEqual([1, 1]);
  heal();
  expect(kinds(await undo())).toEqual([['delete', 'done']]);
  expect([made(), await known()]).toEqual([0, 0]);
  expect(await undo()).toBeUndefined();
});

test('where the answer got lost, the model learns that it was done', async () => {
  const { undo, made, known, heal } = await synced((own) => async (operations) => {
    await own(operations);
    throw new AccessError('unreachable', 'The answer got lost.');
  });
  expect(kinds(await undo())).toEqual([
    ['delete', 'unsure'],
    ['delete', 'unsure'],
  ]);
  expect([made(), await known()]).toEqual([0, 2]);
  heal();
  expect(kinds(await undo())).toEqual([
    ['note', 'done'],
    ['note', 'done'],
  ]);
  expect(await known()).toBe(0);
});

/** How often a document of the model's mitigations is saved, and what becomes of those savings. */
function mitigationSaves({ documents }: { documents: MemoryDocuments }, fail = false) {
  const saves: string[] = [];
  const update = documents.update.bind(documents);
  documents.update = (collection, document) => {
    if (!document.id.startsWith('mitigation.')) return update(collection, document);
    saves.push(document.id);
    if (fail) return Promise.reject(new AccessError('unreachable', 'The line is down.'));
    return update(collection, document);
  };
  return { saves, heal: () => void (documents.update = update) };
}

test('S84 mitigations lie all over the store: they are saved once, not with each batch', async () => {
  const world = await synced((own) => own, 120);
  const { saves } = mitigationSaves(world);
  const seen: number[] = [];
  await world.undo({ onProgress: (done) => seen.push(done) });
  expect([world.made(), await world.known(), await world.approved()]).toEqual([0, 0, 0]);
  expect([seen, saves.length]).toEqual([[100, 120], new Set(saves).size]);
});

test('stopped on its way, the mitigations of what is deleted are as they were', async () => {
  const world = await synced((own) => own, 120);
  let done = 0;
  await world.undo({ onProgress: (now) => void (done = now), stopped: () => done >= 100 });
  expect([world.made(), await world.known(), await world.approved()]).toEqual([20, 20, 20]);
});

test('where they could not be saved, the report says so and the next undo does it', async () => {
  const world = await synced((own) => own);
  const broken = mitigationSaves(world, true);
  const report = await world.undo();
  expect([kinds(report), report?.problem]).toEqual([
    [
      ['delete', 'unsure'],
      ['delete', 'unsure'],
    ],
    'The line is down.',
  ]);
  broken.heal();
  expect(kinds(await world.undo())).toEqual([
    ['note', 'done'],
    ['note', 'done'],
  ]);
  expect([world.made(), await world.known(), await world.approved()]).toEqual([0, 0, 0]);
  expect(await world.undo()).toBeUndefined();
});

test('the last alignment knows that a sync was taken back since, until the next one', async () => {
  const { undo, last, again } = await synced((own) => own);
  await undo({ stopped: () => true });
  expect((await last())?.takenBack).toBeUndefined();
  await undo();
  expect(await last()).toMatchObject({ done: 2, takenBack: true });
  await again();
  expect((await last())?.takenBack).toBeUndefined();
});
