/** Where Tasks stand as model and backlog move on, over the memory adapters: SPEC.md of core/sync, S51 to S59. */
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
import type { Edit } from '../core/model/edit';
import { applyEdit } from '../core/model/edit';
import type { Model } from '../core/model/model';
import { noChoice } from '../core/sync/plan';
import type { SyncChoice } from '../core/sync/plan';
import { createApp } from './app';

/** A model over a backlog, and syncs of it; the documents drop nulls, as those of the page do. */
async function world(start: (addStory: (title: string) => number) => Model) {
  const backlog = new MemoryBacklog();
  const newId = countingIds();
  const app = createApp(
    {
      documents: new MemoryDocuments(),
      backlog,
      clock: { now: () => '2026-03-02T09:00:00.000Z' },
      newId,
      person: () => Promise.resolve({ id: 'olivia', name: 'Olivia Owner' }),
    },
    { projectId: backlog.projectId, hubId: 'without.without.hub' },
  );
  const { model } = await app.createModel(start((title) => backlog.addStory(title)));
  const open = () => app.openModel(model.info.id);
  const plan = async (choice: SyncChoice = noChoice) => {
    const opened = await open();
    return { opened, choice, plan: await app.planSync({ model: opened.model, opened, choice }) };
  };
  const sync = async (choice: SyncChoice = noChoice) => app.applySync(await plan(choice));
  const edit = async (of: (model: Model) => Omit<Edit, 'label'>) => {
    const opened = await open();
    await app.saveModel(opened, applyEdit(opened.model, { label: 'Edit', ...of(opened.model) }));
  };
  const tasks = () => backlog.items.all().filter(({ type }) => type === 'Task');
  return { app, backlog, newId, open, plan, sync, edit, tasks, id: model.info.id };
}

const withoutStory = () =>
  world(() =>
    aModel({
      threats: [aThreat(1)],
      mitigations: [aMitigation(1, { kind: 'approved' })],
      treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    }),
  );

test('S53 a Task that was made without a parent goes under the story that its threat gets later', async () => {
  const { backlog, sync, edit, tasks, plan } = await withoutStory();
  await sync({ ...noChoice, fallbackParent: null });
  expect(tasks().map(({ parent }) => parent)).toEqual([undefined]);
  const story = backlog.addStory('Pay by card');
  await edit(() => ({ storyLink: { put: [aStoryLink(1, 1, story)] } }));
  await sync();
  expect(tasks().map(({ parent }) => parent)).toEqual([story]);
  expect((await plan()).plan).toMatchObject({ steps: [], oddities: [], conflicts: [] });
});

test('S53 one that a person put under a story of their own stays there', async () => {
  const { backlog, sync, plan, edit, tasks } = await withoutStory();
  await sync({ ...noChoice, fallbackParent: null });
  const [own, other] = [backlog.addStory('Theirs'), backlog.addStory('Pay by card')];
  backlog.items.put(tasks()[0]?.id ?? 0, { parent: own });
  await edit(() => ({ storyLink: { put: [aStoryLink(1, 1, other)] } }));
  const planned = await plan();
  expect(planned.plan.steps.map(({ because }) => because)).toEqual([
    'Somebody moved it, so it stays where it is and is related to the stories that it protects.',
  ]);
  await sync();
  expect(tasks().map(({ parent }) => parent)).toEqual([own]);
});

test('S71 the journal of a Task without a parent opens again, and so does that of a later sync of it', async () => {
  const { app, backlog, sync, edit, id } = await withoutStory();
  await sync({ ...noChoice, fallbackParent: null });
  const story = backlog.addStory('Pay by card');
  await edit(() => ({ storyLink: { put: [aStoryLink(1, 1, story)] } }));
  await sync();
  expect(await app.readJournal(id)).toMatchObject([
    { lines: [{ kind: 'update', was: { realisation: { baseline: { parent: null } } } }] },
    { lines: [{ kind: 'create', before: null, was: { realisation: null } }] },
  ]);
});
