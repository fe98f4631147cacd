import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { MemoryProjects } from '../adapters/memory/memory-projects';
import { aMitigation, aModel, aRealisation, aThreat, aTreatment } from '../../tests/fixtures/sample-model';
import { MemoryStories } from '../contributions/hub/testing/hub-world';
import { mint, modelId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import { indexCollection, notesCollection } from '../core/store/collections';
import { createModel } from './create-model';
import { AccessError } from './ports';
import { readPortfolio } from './read-portfolio';
import type { Portfolio } from './read-portfolio';

const here = '00000000-0000-4000-8000-00000000000a';
const there = '00000000-0000-4000-8000-00000000000b';
const closed = '00000000-0000-4000-8000-00000000000c';
const now = '2026-05-04T10:00:00.000Z';
const task = 301;

/** A threat that one Task treats. */
function named(name: string, last: number): Model {
  const model = aModel({
    threats: [aThreat(1)],
    mitigations: [aMitigation(1)],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    realisations: [aRealisation(1, 1, task)],
  });
  const id = mint(modelId, () => `00000000-0000-4000-8000-0000000000f${last}`);
  return { ...model, info: { ...model.info, id, name } };
}

class OtherBacklog extends MemoryStories {
  override async project() {
    return { ...(await super.project()), name: 'Bank', url: 'http://localhost/org/Bank' };
  }
}

function world() {
  const documents = new MemoryDocuments();
  const backlog = new MemoryStories([]);
  const other = new OtherBacklog([]);
  const list = documents.list.bind(documents);
  documents.list = async (collection) => {
    if (collection === indexCollection(closed)) throw new AccessError('forbidden', 'You may not read that.');
    return list(collection);
  };
  const projects = new MemoryProjects([
    { id: here, name: 'Shop' },
    { id: there, name: 'Bank' },
    { id: closed, name: 'Vault' },
  ]);
  const elsewhere = { projects, backlog: () => other };
  const ports = { documents, backlog, elsewhere, clock: { now: () => now } };
  return { documents, backlog, other, ports };
}
const request = { projectId: here, hubId: 'w.w.hub' };
const goOn = () => 'go-on' as const;

test('every project is looked at; the risk is that of its own Tasks; what is closed is named', async () => {
  const { documents, backlog, other, ports } = world();
  await createModel({ documents }, here, named('Web shop', 1));
  await createModel({ documents }, there, named('Payments', 2));
  for (const items of [backlog, other]) items.put(task, 'Task', 'Mitigation 1');
  const done = other.items.get(task);
  if (!done) throw new Error('no Task');
  other.items.set(task, { ...done, state: 'Closed', category: 'Completed' });
  const { rows, unread, looked, of } = await readPortfolio(ports, { ...request, watch: goOn });
  const found = new Map(rows.map((row) => [row.entry.name, row]));
  expect([looked, of, unread]).toEqual([3, 3, ['Vault: You may not read that.']]);
  expect(found.get('Web shop')?.hub).toBeUndefined();
  expect(found.get('Payments')).toMatchObject({
    project: 'Bank',
    hub: 'http://localhost/org/Bank/_apps/hub/w.w.hub',
  });
  const left = (name: string) => found.get(name)?.entry.current ?? NaN;
  expect(left('Payments')).toBe(left('Web shop') / 2);
});

test('a model that is damaged is named, and the last change comes from the notes', async () => {
  const { documents, ports } = world();
  const model = named('Web shop', 1);
  await createModel({ documents }, here, model);
  await documents.create(indexCollection(here), { id: 'nonsense' });
  const note = (at: string) => ({ id: at, at, changes: [] });
  const notes = [note('2026-05-01T10:00:00.000Z'), note('2026-05-03T10:00:00.000Z')];
  await documents.create(notesCollection(here, model.info.id), {
    id: 'ada',
    schema: 1,
    by: null,
    notes,
    chunk: 0,
  });
  const { rows, unread } = await readPortfolio(ports, { ...request, watch: goOn });
  expect(rows.map(({ entry }) => entry.changed)).toEqual(['2026-05-03T10:00:00.000Z']);
  expect(unread).toContain('Shop: a model that is damaged.');
});

test('what is known is told after each project, and whoever leaves stops the reading', async () => {
  const { documents, ports } = world();
  await createModel({ documents }, there, named('Payments', 2));
  const told: Portfolio[] = [];
  const known = await readPortfolio(ports, {
    ...request,
    watch: (each) => (told.push(each) > 1 ? 'stop' : 'go-on'),
  });
  expect(told.map(({ looked, rows }) => [looked, rows.length])).toEqual([
    [0, 0],
    [1, 1],
    [1, 1],
  ]);
  expect(known.looked).toBe(1);
});

test('without a way to other projects there is this one', async () => {
  const { documents, ports } = world();
  await createModel({ documents }, here, named('Web shop', 1));
  const { elsewhere: _none, ...only } = ports;
  const { rows, of } = await readPortfolio(only, { ...request, watch: goOn });
  expect([of, rows.map(({ project }) => project)]).toEqual([1, ['Shop']]);
});

test('nothing is written', async () => {
  const { documents, ports } = world();
  await createModel({ documents }, here, named('Web shop', 1));
  const refuse = () => Promise.reject(new Error('The portfolio writes nothing.'));
  Object.assign(documents, { create: refuse, update: refuse, remove: refuse });
  expect((await readPortfolio(ports, { ...request, watch: goOn })).rows).toHaveLength(1);
});
