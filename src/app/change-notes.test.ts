import { countingIds } from '../../tests/fixtures/sample-model';
import { infoOf } from '../../tests/fixtures/model-arbitrary';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { maxChunk, maxFresh } from '../core/history/note-documents';
import type { Model } from '../core/model/model';
import { emptyModel } from '../core/model/model';
import { historyCollection, notesCollection } from '../core/store/collections';
import { ChangeNotes } from './change-notes';

const projectId = '6ce954b1-ce1f-45d1-b94d-e6bf2464ba2c';
const ada = { id: 'a0000000-0000-4000-8000-00000000000a', name: 'Ada' };
const bo = { id: 'b0000000-0000-4000-8000-00000000000b', name: 'Bo' };

const named = (name: string, description = ''): Model => emptyModel({ ...infoOf(name), description });
const start = named('One');
const { id } = start.info;

function world() {
  const documents = new MemoryDocuments();
  const newId = countingIds();
  let second = 0;
  const clock = { now: () => new Date(1_767_323_045_000 + (second += 1) * 1000).toISOString() };
  const page = (person: typeof ada) =>
    new ChangeNotes({ documents, clock, newId, person: () => Promise.resolve(person) }, projectId);
  return { documents, page };
}
const save = (notes: ChangeNotes, before: Model, wanted: Model) =>
  notes.add({ before, wanted, conflicts: [] });

test('a save is noted in one request, and read with who and what', async () => {
  const { documents, page } = world();
  const notes = page(ada);
  await notes.look(id);
  const before = documents.requests;
  await save(notes, start, named('Two'));
  expect(documents.requests - before).toBe(1);
  expect(await notes.read(id)).toMatchObject([
    { by: ada, changes: [{ kind: 'info', how: 'changed', was: { name: 'One' }, is: { name: 'Two' } }] },
  ]);
});

test('a look tells of others, once, and never of oneself', async () => {
  const { page } = world();
  const [mine, theirs] = [page(ada), page(bo)];
  expect(await mine.look(id)).toBe('nothing');
  await save(mine, start, named('Two'));
  expect(await mine.look(id)).toBe('nothing');
  await save(theirs, named('Two'), named('Three'));
  expect(await mine.look(id)).toBe('news');
  expect(await mine.look(id)).toBe('nothing');
  const second = page(ada);
  await second.look(id);
  await save(second, named('Three'), named('Four'));
  // The same person on another page is somebody else here.
  expect(await mine.look(id)).toBe('news');
  await save(mine, named('Four'), named('Five'));
  expect(await mine.look(id)).toBe('nothing');
  expect((await mine.read(id)).map(({ by }) => by?.name)).toEqual(['Ada', 'Ada', 'Bo', 'Ada']);
});

test('what everybody looks at stays small, what is behind it is bounded, and the newest is always there', async () => {
  const { documents, page } = world();
  const notes = page(ada);
  const saves = 700;
  for (let i = 0; i < saves; i += 1) {
    await save(notes, named(`${i}`, 'x'.repeat(2000)), named(`${i + 1}`, 'y'.repeat(2000)));
  }
  const [fresh] = await documents.list(notesCollection(projectId, id));
  expect(JSON.stringify(fresh).length).toBeLessThan(maxFresh + 500);
  const chunks = await documents.list(historyCollection(projectId, id));
  expect(chunks.length).toBeLessThanOrEqual(10);
  for (const chunk of chunks) expect(JSON.stringify(chunk).length).toBeLessThan(maxChunk + 120_000);
  const entries = await notes.read(id);
  expect(entries.length).toBeGreaterThan(300);
  expect(entries.length).toBeLessThan(saves);
  const names = entries.map(({ changes }) => Number(changes[0]?.is?.['name']));
  expect(names).toEqual(names.map((_, at) => saves - at));
});

test('a note that cannot be written waits for the next save, and fails nobody', async () => {
  const { documents, page } = world();
  const notes = page(ada);
  await notes.look(id);
  documents.failAt({ call: 1, when: 'before' });
  await save(notes, start, named('Two'));
  expect(await notes.read(id)).toEqual([]);
  await save(notes, named('Two'), named('Three'));
  expect((await notes.read(id)).length).toBe(2);
});

test('a note whose answer got lost counts once', async () => {
  const { documents, page } = world();
  const notes = page(ada);
  await notes.look(id);
  documents.failAt({ call: 1, when: 'after' });
  await save(notes, start, named('Two'));
  await save(notes, named('Two'), named('Three'));
  expect((await notes.read(id)).length).toBe(2);
});

test('what conflicts with others is not noted as done', async () => {
  const { page } = world();
  const notes = page(ada);
  const [before, wanted] = [start, named('Two')];
  const conflict = { kind: 'info', id, base: before.info, mine: wanted.info, theirs: before.info } as const;
  await notes.add({ before, wanted, conflicts: [conflict] });
  expect(await notes.read(id)).toEqual([]);
});

test('damaged and foreign documents are passed over', async () => {
  const { documents, page } = world();
  const notes = page(ada);
  await save(notes, start, named('Two'));
  const collection = notesCollection(projectId, id);
  await documents.create(collection, { id: 'broken', notes: 'no list', by: 7 });
  await documents.create(collection, { id: 'odd', by: bo, notes: [{ id: 1 }, null, { at: 'never' }] });
  expect((await notes.read(id)).length).toBe(1);
});
