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
import type { Tasks } from './task-ports';
import type { UndoReport, UndoWatch } from './undo-sync';

const choice = { ...noChoice, approve: 'all' as const };

/** Two Tasks that the last sync made. `write` stands before the backlog's own, once the sync is done. */
async function synced(write: (own: Tasks['write']) => Tasks['write']) {
  const backlog = new MemoryBacklog();
  const story = backlog.addStory('Pay by card');
  const { tasks } = backlog;
  let instead: Tasks['write'] | undefined;
  const own: Tasks['write'] = (operations) => tasks.write(operations);
  const watched = Object.assign(Object.create(backlog) as MemoryBacklog, {
    tasks: Object.assign(Object.create(tasks) as Tasks, {
      write: (operations: Parameters<Tasks['write']>[0]) => (instead ?? own)(operations),
    }),
  });
  let time = Date.parse('2026-03-02T09:00:00.000Z');
  const app = createApp(
    {
      documents: new MemoryDocuments(),
      backlog: watched,
      clock: { now: () => new Date((time += 1000)).toISOString() },
      newId: countingIds(),
    },
    { projectId: backlog.projectId, hubId: 'without.without.hub' },
  );
  const opened = await app.createModel(
    aModel({
      threats: [aThreat(1)],
      mitigations: [aMitigation(1), aMitigation(2)],
      treatments: [1, 2].map((n) => aTreatment(n, { threat: 1, mitigation: n })),
      links: [aStoryLink(1, 1, story)],
    }),
  );
  const plan = await app.planSync({ model: opened.model, opened, choice });
  await app.applySync({ opened, plan, choice });
  instead = write(own);
  const made = () => backlog.items.all().filter(({ type }) => type === 'Task').length;
  const known = async () => (await app.openModel(opened.model.info.id)).model.realisation.size;
  const undo = async (watch: UndoWatch = {}): Promise<UndoReport | undefined> => {
    const now = await app.openModel(opened.model.info.id);
    const undoing = await app.planUndoSync(now);
    return undoing && app.undoSync(now, undoing, watch);
  };
  const heal = () => void (instead = undefined);
  return { made, known, undo, heal };
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
