/** The journal around the work: SPEC.md of core/sync, S71 and S72. */
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
import type { JournalEntry } from '../core/sync/journal';
import { noChoice } from '../core/sync/plan';
import { createApp } from './app';
import { readJournal } from './sync-journal';
import type { Tasks } from './task-ports';

const choice = { ...noChoice, approve: 'all' as const };

/** A model of one mitigation whose Task is to be made, and what the journal says while it is. */
async function begin(
  work: (write: Tasks['write'], ...given: Parameters<Tasks['write']>) => ReturnType<Tasks['write']>,
) {
  const backlog = new MemoryBacklog();
  const documents = new MemoryDocuments();
  const story = backlog.addStory('Pay by card');
  const { tasks, projectId } = backlog;
  const during: JournalEntry[] = [];
  const write: Tasks['write'] = async (operations) => {
    during.push(...(await readJournal({ documents, projectId, model: opened.model.info.id })));
    return work((all) => tasks.write(all), operations);
  };
  const watched = Object.assign(Object.create(backlog) as MemoryBacklog, {
    project: () => backlog.project(),
    facts: () => backlog.facts(),
    read: (ids: readonly number[]) => backlog.read(ids),
    tasks: Object.assign(Object.create(tasks) as Tasks, { write }),
  });
  const app = createApp(
    {
      documents,
      backlog: watched,
      clock: { now: () => '2026-03-02T09:00:00.000Z' },
      newId: countingIds(),
      person: () => Promise.resolve({ id: 'olivia', name: 'Olivia Owner' }),
    },
    { projectId, hubId: 'without.without.hub' },
  );
  const opened = await app.createModel(
    aModel({
      threats: [aThreat(1)],
      mitigations: [aMitigation(1)],
      treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
      links: [aStoryLink(1, 1, story)],
    }),
  );
  const plan = await app.planSync({ model: opened.model, opened, choice });
  return { app, during, id: opened.model.info.id, apply: () => app.applySync({ opened, plan, choice }) };
}

test('S72 the entry is there before the first write, and says afterwards what came of it', async () => {
  const { app, during, id, apply } = await begin((write, operations) => write(operations));
  await apply();
  expect(during).toMatchObject([
    {
      kind: 'sync',
      state: 'begun',
      by: { name: 'Olivia Owner' },
      lines: [{ kind: 'create', result: 'begun', workItem: null }],
    },
  ]);
  expect(await app.readJournal(id)).toMatchObject([
    { state: 'ended', lines: [{ kind: 'create', result: 'done', workItem: 2, after: 1 }] },
  ]);
});

test('S72 whoever is cut off leaves the entry as it was begun', async () => {
  const { app, id, apply } = await begin(() => Promise.reject(new Error('The page was closed.')));
  await expect(apply()).rejects.toThrow('closed');
  expect(await app.readJournal(id)).toMatchObject([{ state: 'begun', lines: [{ result: 'begun' }] }]);
});
