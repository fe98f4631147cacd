import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
  threatNumber,
} from '../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { applyEdit } from '../core/model/edit';
import { linkClause } from '../core/model/edits/link';
import type { Model } from '../core/model/model';
import { byWorkItemCollection } from '../core/store/by-work-item';
import { createApp } from './app';
import { AccessError } from './ports';
import type { OpenedModel } from './open-model';
import { saveModel } from './save-model';
import { repairWorkItemViews, updateWorkItemViews } from './work-item-views';

/** Backlog reads are counted as requests beside those of the documents. */
class CountingBacklog extends MemoryBacklog {
  reads = 0;
  override read(ids: readonly number[]) {
    this.reads += 1;
    return super.read(ids);
  }
}

function world() {
  const documents = new MemoryDocuments();
  const backlog = new CountingBacklog();
  const story = backlog.addStory('Pay by card');
  const other = backlog.addStory('Search');
  const ports = {
    documents,
    backlog,
    clock: { now: () => '2026-03-02T09:00:00.000Z' },
    newId: countingIds(0x900),
  };
  const { projectId } = backlog;
  const app = createApp(ports, { projectId, hubId: 'w.w.hub' });
  const requests = async <T>(work: () => Promise<T>) => {
    const [before, reads] = [documents.requests, backlog.reads];
    const answer = await work();
    return { answer, documents: documents.requests - before, reads: backlog.reads - reads };
  };
  return { documents, backlog, story, other, ports, projectId, app, requests };
}

const shop = (story: number, task: number): Model =>
  aModel({
    threats: [aThreat(1), aThreat(2)],
    mitigations: [aMitigation(1)],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    realisations: [aRealisation(1, 1, task)],
    links: [aStoryLink(1, 1, story)],
  });
const linked = (model: Model, threat: number, story: number) =>
  applyEdit(
    model,
    linkClause(model, { threat: threatNumber(threat), story }, countingIds(0x700 + threat * 16 + story)),
  );
const titles = async (app: ReturnType<typeof createApp>, id: number) =>
  (await app.readWorkItem(id)).models.flatMap(({ model }) =>
    [...model.threat.values()].map(({ title }) => title),
  );

test('a model that nobody changed is not looked through', async () => {
  const { app, story, other, ports, projectId } = world();
  const opened = await app.createModel(shop(story, other));
  const model = new Proxy(opened.model, {
    get: () => {
      throw new Error('Somebody looks.');
    },
  });
  await updateWorkItemViews(ports, { projectId, before: model, after: { ...opened, model } });
});

test('a story is read in two requests, an unrelated item in one', async () => {
  const { app, story, other, requests } = world();
  await app.createModel(shop(story, other));
  const read = await requests(() => app.readWorkItem(story));
  expect([read.documents, read.reads]).toEqual([1, 1]);
  expect(read.answer.tasks.get(other)).toMatchObject({ title: 'Search', state: 'New', category: 'Proposed' });
  expect(read.answer.storyTypes).toEqual(['User Story']);
  const unrelated = await requests(() => app.readWorkItem(story + 1000));
  expect([unrelated.documents, unrelated.reads]).toEqual([1, 0]);
  expect(unrelated.answer.models).toEqual([]);
});

test('states without a category get it from what was stored of the process', async () => {
  const { ports, backlog, projectId, story, other } = world();
  backlog.setState(other, 'Closed');
  const bare = async (ids: readonly number[]) =>
    new Map([...(await backlog.read(ids))].map(([id, item]) => [id, { ...item, category: undefined }]));
  const app = createApp({ ...ports, taskStates: { read: bare } }, { projectId, hubId: 'w.w.hub' });
  await app.createModel(shop(story, other));
  expect((await app.readWorkItem(story)).tasks.get(other)?.category).toBe('Completed');
});

test('every save keeps the forms fresh; an edit that no form shows costs no request', async () => {
  const { app, ports, story, other, requests } = world();
  const opened = await app.createModel(shop(story, other));
  const more = linked(opened.model, 2, story);
  const saved = await app.saveModel(opened, more);
  expect(await titles(app, story)).toEqual(['Threat 1', 'Threat 2']);
  const described = {
    ...saved.opened.model,
    threat: new Map(
      [...saved.opened.model.threat].map(([id, threat]) => [id, { ...threat, description: 'More' }]),
    ),
  };
  const own = await requests(() => app.saveModel(saved.opened, described));
  const plain = await requests(() =>
    saveModel(ports, own.answer.opened, { ...described, threat: more.threat }),
  );
  // The one is the note of who changed what.
  expect(own.documents).toBe(plain.documents + 1);
});

test('a renamed model is named anew in every form, and a deleted one in none', async () => {
  const { app, story, other } = world();
  const opened = await app.createModel(shop(story, other));
  await app.saveModel(opened, { ...opened.model, info: { ...opened.model.info, name: 'Web shop' } });
  for (const item of [story, other])
    expect((await app.readWorkItem(item)).models.map(({ name }) => name)).toEqual(['Web shop']);
  await app.deleteModel(opened.model.info.id);
  for (const item of [story, other]) expect((await app.readWorkItem(item)).models).toEqual([]);
});

test('two people who save different links at once both end up in the form', async () => {
  const { app, ports, projectId, story, other } = world();
  const opened = await app.createModel(shop(story, other));
  const [mine, theirs] = await Promise.all([
    saveModel(ports, opened, linked(opened.model, 2, story)),
    saveModel(ports, opened, linked(opened.model, 2, other)),
  ]);
  await Promise.all(
    [mine, theirs].map((saved) =>
      updateWorkItemViews(ports, { projectId, before: opened.model, after: saved.opened }),
    ),
  );
  expect(await titles(app, story)).toContain('Threat 2');
  expect(await titles(app, other)).toContain('Threat 2');
});

test('an older save that comes late does not replace the views of a newer one', async () => {
  const { app, ports, projectId, story, other } = world();
  const opened = await app.createModel(shop(story, other));
  const early = await saveModel(ports, opened, linked(opened.model, 2, story));
  const third = {
    ...early.opened.model,
    threat: new Map([...early.opened.model.threat, [aThreat(3).id, aThreat(3)]]),
  };
  const late = await saveModel(ports, early.opened, linked(third, 3, story));
  const update = (before: Model, after: OpenedModel) =>
    updateWorkItemViews(ports, { projectId, before, after });
  await update(early.opened.model, late.opened);
  await update(opened.model, early.opened);
  expect(await titles(app, story)).toEqual(['Threat 1', 'Threat 2', 'Threat 3']);
});

test('a failure on the way fails no save, and opening repairs what is left', async () => {
  const { app, documents, ports, projectId, story, other, requests } = world();
  const opened = await app.createModel(shop(story, other));
  const refuse = (collection: string, call: () => Promise<unknown>) =>
    collection === byWorkItemCollection(projectId)
      ? Promise.reject(new AccessError('throttled', 'Later.'))
      : call();
  const refusing = Object.assign(Object.create(documents) as MemoryDocuments, {
    list: (collection: string) => refuse(collection, () => documents.list(collection)),
    get: (collection: string, id: string) => refuse(collection, () => documents.get(collection, id)),
  });
  const during = createApp({ ...ports, documents: refusing }, { projectId, hubId: 'w.w.hub' });
  const saved = await during.saveModel(opened, linked(opened.model, 2, story));
  expect(saved.opened.model.storyLink.size).toBe(2);
  expect(await titles(app, story)).toEqual(['Threat 1']);
  await app.repairWorkItemViews(saved.opened);
  expect(await titles(app, story)).toEqual(['Threat 1', 'Threat 2']);
  const idle = await requests(() => repairWorkItemViews(ports, { projectId, opened: saved.opened }));
  expect(idle.documents).toBe(1);
});

test('a repair in the background that failed is tried again at the next opening', async () => {
  const { app, documents, ports, projectId, story, other } = world();
  const opened = await app.createModel(shop(story, other));
  await saveModel(ports, opened, linked(opened.model, 2, story));
  let refusals = 0;
  const refusing = Object.assign(Object.create(documents) as MemoryDocuments, {
    list: (collection: string) => {
      if (collection !== byWorkItemCollection(projectId) || refusals > 0) return documents.list(collection);
      refusals += 1;
      return Promise.reject(new AccessError('throttled', 'Later.'));
    },
  });
  const page = createApp({ ...ports, documents: refusing }, { projectId, hubId: 'w.w.hub' });
  // Nothing in memory waits for more than promises: by then the background is done.
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  await page.openModel(opened.model.info.id);
  await settled();
  expect([refusals, await titles(app, story)]).toEqual([1, ['Threat 1']]);
  await page.openModel(opened.model.info.id);
  await settled();
  expect(await titles(app, story)).toEqual(['Threat 1', 'Threat 2']);
});

test('many changed documents are looked up by one list', async () => {
  const { app, documents, backlog, projectId } = world();
  const model = aModel({
    threats: [aThreat(1)],
    links: Array.from({ length: 60 }, (_, i) => aStoryLink(i + 1, 1, i + 1)),
  });
  const lists: string[] = [];
  const counted = Object.assign(Object.create(documents) as MemoryDocuments, {
    list: (collection: string) => {
      lists.push(collection);
      return documents.list(collection);
    },
  });
  const ports = {
    documents: counted,
    backlog,
    clock: { now: () => '2026-03-02T09:00:00.000Z' },
    newId: countingIds(9),
  };
  await createApp(ports, { projectId, hubId: 'w.w.hub' }).createModel(model);
  expect(lists).toEqual([byWorkItemCollection(projectId)]);
  expect((await app.readWorkItem(60)).models).toHaveLength(1);
});
