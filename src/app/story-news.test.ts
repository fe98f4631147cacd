/** Which stories changed since somebody saw them all: nothing at first, then exactly those, and nobody else's list. */
import { aModel, countingIds } from '../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { createApp } from './app';
import { AccessError } from './ports';

async function world() {
  const backlog = new MemoryBacklog();
  let who = 'owner';
  const app = createApp(
    {
      documents: new MemoryDocuments(),
      backlog,
      clock: { now: () => '2026-03-02T09:00:00.000Z' },
      newId: countingIds(),
      person: async () => ({ id: who, name: who }),
    },
    { projectId: backlog.projectId, hubId: 'without.without.hub' },
  );
  const story = backlog.addStory('Pay by card');
  const { model } = await app.createModel(aModel({}));
  const news = async () => app.readStoryNews(await app.openModel(model.info.id));
  const seen = async () => app.keepStoryLook(await app.openModel(model.info.id), await news());
  const edit = async (id: number) => {
    const rev = backlog.items.find(id)?.rev ?? 0;
    await backlog.change({ id, rev, fields: { 'System.Title': 'Changed' } });
  };
  const act = (name: string) => void (who = name);
  return { app, backlog, story, news, seen, edit, act };
}

test('who never said to have seen them is told of no change', async () => {
  const { news, edit, story } = await world();
  await edit(story);
  expect(await news()).toMatchObject({ since: undefined, changed: new Set() });
});

test('what changed since is told until it was seen, and only to that person', async () => {
  const { news, seen, edit, story, act } = await world();
  await seen();
  expect(await news()).toMatchObject({ since: '2026-03-02T09:00:00.000Z', changed: new Set() });
  await edit(story);
  expect((await news()).changed).toEqual(new Set([story]));
  act('another');
  expect((await news()).since).toBeUndefined();
  act('owner');
  await seen();
  expect((await news()).changed).toEqual(new Set());
});

test('what the service tells twice is no change', async () => {
  const { backlog, news, seen, story, edit } = await world();
  const { changes } = backlog.tasks;
  const retold = { id: story, rev: backlog.items.find(story)?.rev ?? 0, deleted: false, tags: [] };
  backlog.tasks.changes = async (since) => {
    const told = await changes.call(backlog.tasks, since);
    return since === undefined ? told : { ...told, items: told.items.length > 0 ? told.items : [retold] };
  };
  await seen();
  expect((await news()).changed).toEqual(new Set());
  await edit(story);
  expect((await news()).changed).toEqual(new Set([story]));
});

test('a token that the service has forgotten begins again', async () => {
  const { backlog, news, seen } = await world();
  await seen();
  const { changes } = backlog.tasks;
  let forgotten = true;
  backlog.tasks.changes = async (since) => {
    if (since !== undefined && forgotten) {
      forgotten = false;
      throw new AccessError('unexpected', 'The token is not known.');
    }
    return changes.call(backlog.tasks, since);
  };
  expect(await news()).toMatchObject({ since: undefined, changed: new Set() });
});
