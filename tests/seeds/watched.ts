/** The watched shop as a seed: a model with events, its stories, and Tasks in three sprints. The JSON is made from here. */
import { MemoryBacklog } from '../../src/adapters/memory/memory-backlog';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { createApp } from '../../src/app/app';
import { indexModel } from '../../src/core/model/model-index';
import type { Model } from '../../src/core/model/model';
import { byWorkItemCollection } from '../../src/core/store/by-work-item';
import { indexCollection, modelCollection } from '../../src/core/store/collections';
import { identityUrl, mitigationTag } from '../../src/core/sync/identity';
import { taskSection } from '../../src/core/sync/task-text';
import type { SeedFile, SeedWorkItem } from '../../src/host/seeds/seed-file';
import { aRealisation, countingIds, mitigationNumber } from '../fixtures/sample-model';
import { watchedShop, watchedStories, watchedTasks } from '../fixtures/watched-shop';

/** The project of the local Azure DevOps. */
const projectId = '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10';
const hub = 'http://127.0.0.1:8080/local/Shop/_apps/hub/without.without.hub';

function tasks(model: Model): readonly SeedWorkItem[] {
  const index = indexModel(model);
  return watchedTasks.map(({ id, mitigation: n, story, category, sprint }) => {
    const mitigation = model.mitigation.get(mitigationNumber(n));
    if (!mitigation) throw new Error(`The watched shop has no mitigation ${n}.`);
    const realisation = aRealisation(n, n, id).id;
    const url = identityUrl(hub, { model: model.info.id, mitigation: mitigation.id, realisation });
    return {
      key: `task-${id}`,
      kind: 'task',
      title: mitigation.title,
      description: taskSection(model, index, { mitigation, url }).html(),
      category,
      parent: `story-${story}`,
      tags: [mitigationTag],
      hyperlinks: [url],
      ...(sprint ? { iteration: sprint } : {}),
    };
  });
}

export async function watchedSeed(): Promise<SeedFile> {
  const documents = new MemoryDocuments();
  const clock = { now: () => '2026-01-05T10:00:00.000Z' };
  const ports = { documents, backlog: new MemoryBacklog(projectId), clock, newId: countingIds() };
  const model = watchedShop();
  await createApp(ports, { projectId, hubId: 'without.without.hub' }).createModel(model);
  const collections = [
    indexCollection(projectId),
    modelCollection(projectId, model.info.id),
    byWorkItemCollection(projectId),
  ];
  const groups = collections.map(async (collection) => {
    const stored = await documents.list(collection);
    return { collection, documents: stored.map(({ __etag, ...document }) => document) };
  });
  return {
    team: { name: 'Shop Team' },
    users: [
      { displayName: 'Sam Security', uniqueName: 'sam@shop.example', role: 'Security champion' },
      { displayName: 'Olivia Operations', uniqueName: 'olivia@shop.example', role: 'Security analyst' },
      { displayName: 'Dana Developer', uniqueName: 'dana@shop.example', role: 'Developer' },
    ],
    areas: [],
    iterations: [
      { name: 'Sprint 1', startDay: -17, finishDay: -4 },
      { name: 'Sprint 2', startDay: -3, finishDay: 10 },
      { name: 'Sprint 3', startDay: 11, finishDay: 24 },
    ],
    workItems: [
      ...watchedStories.map(
        (title, n): SeedWorkItem => ({ key: `story-${n + 1}`, kind: 'requirement', title, category: 'InProgress' }),
      ),
      ...tasks(model),
    ],
    documents: await Promise.all(groups),
  };
}
