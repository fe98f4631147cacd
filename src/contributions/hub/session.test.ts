import { MemoryDocuments } from '../../adapters/memory/memory-documents';
import type { App } from '../../app/app';
import type { Edit } from '../../core/model/edit';
import { setThreatStatus } from '../../core/model/edits/judge';
import { addThreat, removeThreats } from '../../core/model/edits/build';
import { ModelSession } from './session';
import { hubWorld, smallModel } from './testing/hub-world';

const rename = (session: ModelSession, name: string): Edit => ({
  label: 'Rename model',
  info: { ...session.current.model.info, name },
});

/** A real app whose saves are counted, so that coalescing can be seen. */
async function opened() {
  const world = hubWorld(new MemoryDocuments());
  let saves = 0;
  const app: App = {
    ...world.app,
    saveModel: (before, next) => {
      saves += 1;
      return world.app.saveModel(before, next);
    },
  };
  const first = await app.createModel(smallModel(app, ['A', 'B']));
  const session = new ModelSession(app, first);
  const stored = async () => (await app.openModel(first.model.info.id)).model;
  return { ...world, app, session, stored, saves: () => saves };
}

test('edits made while a save is under way go together in the next one', async () => {
  const { session, saves, stored } = await opened();
  for (const name of ['1', '2', '3', '4']) session.apply(rename(session, name));
  expect(session.current.model.info.name).toBe('4');
  expect(session.current.saving.kind).toBe('saving');
  await session.idle();
  expect(session.current.saving.kind).toBe('saved');
  expect(saves()).toBe(2);
  expect((await stored()).info.name).toBe('4');
});

test('a failed save keeps the edit, says why, and retry completes it', async () => {
  const { session, documents, stored } = await opened();
  documents.failAt({ call: 1, when: 'before' });
  session.apply(rename(session, 'kept'));
  await session.idle();
  expect(session.current.saving).toEqual({
    kind: 'failed',
    reason: 'The store cannot be reached.',
    waits: true,
  });
  expect(session.current.model.info.name).toBe('kept');
  expect((await stored()).info.name).toBe('Web shop');
  session.retry();
  await session.idle();
  expect(session.current.saving.kind).toBe('saved');
  expect((await stored()).info.name).toBe('kept');
  session.close();
});

test('a save that fails when the page is gone is not tried again', async () => {
  const { session, documents, saves } = await opened();
  jest.useFakeTimers();
  documents.failAt({ call: 1, when: 'before' });
  session.apply(rename(session, 'kept'));
  session.close();
  await session.idle();
  expect([saves(), jest.getTimerCount()]).toEqual([1, 0]);
  jest.useRealTimers();
});

test('an answer that got lost does not lose the edit or make a conflict', async () => {
  const { session, documents, stored } = await opened();
  documents.failAt({ call: 1, when: 'after' });
  session.apply(rename(session, 'kept'));
  await session.idle();
  session.retry();
  await session.idle();
  expect(session.current).toMatchObject({ saving: { kind: 'saved' }, conflicts: [] });
  expect((await stored()).info.name).toBe('kept');
  session.close();
});

test('undo takes edits back one by one and stores that, too', async () => {
  const { session, stored } = await opened();
  const ids = [...session.current.model.threat.keys()];
  session.apply(setThreatStatus(session.current.model, ids, { kind: 'needs-investigation' }));
  session.apply(removeThreats(session.current.model, ids));
  expect(session.current.undoable).toBe('Delete threats');
  expect(session.undo()).toBe('done');
  expect(session.undo()).toBe('done');
  expect(session.undo()).toBe('nothing');
  await session.idle();
  const after = await stored();
  expect([...after.threat.values()].map((threat) => threat.status.kind)).toEqual(['open', 'open']);
  expect(after.treatment.size).toBe(1);
});

test('undo of one edit that is meant does nothing once another came later', async () => {
  const { session } = await opened();
  const inverse = session.apply(rename(session, 'first'));
  session.apply(rename(session, 'second'));
  expect(session.undo(inverse)).toBe('nothing');
  expect(session.current.model.info.name).toBe('second');
  await session.idle();
});

describe('two people', () => {
  async function both() {
    const world = await opened();
    const theirs = new ModelSession(
      world.app,
      await world.app.openModel(world.session.current.model.info.id),
    );
    return { ...world, theirs };
  }

  test('edits of different things end up in both', async () => {
    const { session, theirs, app } = await both();
    const draft = {
      description: '',
      stride: [],
      place: { kind: 'model' },
      probability: 'rare',
      impact: 'minor',
    } as const;
    theirs.apply(addThreat({ ...draft, title: 'Theirs' }, app.newId));
    await theirs.idle();
    session.apply(addThreat({ ...draft, title: 'Mine' }, app.newId));
    await session.idle();
    const titles = [...session.current.model.threat.values()].map((threat) => threat.title);
    expect(titles.sort()).toEqual(['A', 'B', 'Mine', 'Theirs']);
    expect(session.current.conflicts).toEqual([]);
    expect(session.current.undoable).toBeUndefined();
  });

  test.each([
    ['mine', 'my name'],
    ['theirs', 'their name'],
  ] as const)('a conflict waits for the choice: %s', async (choice, name) => {
    const { session, theirs, stored } = await both();
    theirs.apply(rename(theirs, 'their name'));
    await theirs.idle();
    session.apply(rename(session, 'my name'));
    await session.idle();
    const [conflict] = session.current.conflicts;
    expect(conflict).toMatchObject({
      kind: 'info',
      mine: { name: 'my name' },
      theirs: { name: 'their name' },
    });
    if (conflict) session.settle(conflict, choice);
    await session.idle();
    expect(session.current.conflicts).toEqual([]);
    expect((await stored()).info.name).toBe(name);
  });

  test('refresh shows what others saved, and keeps every map that did not change', async () => {
    const { session, theirs } = await both();
    const before = session.current.model;
    theirs.apply(rename(theirs, 'their name'));
    await theirs.idle();
    await session.refresh();
    expect(session.current.model.info.name).toBe('their name');
    expect(session.current.model.threat).toBe(before.threat);
    const seen = session.current.model;
    await session.refresh();
    expect(session.current.model).toBe(seen);
  });
});

test('two conflicts about one thing are one question, with the newest of mine', async () => {
  const { session, app } = await opened();
  const theirs = new ModelSession(app, await app.openModel(session.current.model.info.id));
  theirs.apply(rename(theirs, 'their name'));
  await theirs.idle();
  session.apply(rename(session, 'my first name'));
  session.apply(rename(session, 'my second name'));
  await session.idle();
  expect(session.current.conflicts.map((conflict) => conflict.mine)).toMatchObject([
    { name: 'my second name' },
  ]);
});

test('a threat that came later than the model carries its date, and Undo still takes it back', async () => {
  const { session, app, stored } = await opened();
  const text = { title: 'New', description: '', stride: [], place: { kind: 'model' } } as const;
  const edit = addThreat({ ...text, probability: 'rare', impact: 'minor' }, app.newId);
  session.apply(edit);
  await session.idle();
  expect((await stored()).threat.get(edit.added.id)?.found).toBe(app.now());
  expect(session.undo()).toBe('done');
  await session.idle();
  expect((await stored()).threat.has(edit.added.id)).toBe(false);
});

test('a look reads the model only when somebody left a note, and news during a save are not lost', async () => {
  const { session, app, documents } = await opened();
  const other = hubWorld(documents);
  const id = session.current.model.info.id;
  await session.lookForNews();
  const before = documents.requests;
  await session.lookForNews();
  expect(documents.requests - before).toBe(1);
  const theirs = new ModelSession(other.app, await app.openModel(id));
  theirs.apply(rename(theirs, 'their name'));
  await theirs.idle();
  session.apply(rename(session, 'my name'));
  await session.lookForNews();
  await session.idle();
  await session.lookForNews();
  expect(session.current.opened.model.info.name).toBe('their name');
  expect(session.current.conflicts).toHaveLength(1);
});

test('a save waits until the edit is on the screen, and takes along what was done meanwhile', async () => {
  const { app, session, stored, saves } = await opened();
  let paint: () => void = () => undefined;
  const shown = () =>
    new Promise<void>((done) => {
      paint = done;
    });
  const patient = new ModelSession(app, session.current.opened, undefined, shown);
  patient.apply(rename(patient, 'first'));
  expect(patient.current).toMatchObject({ saving: { kind: 'saving' }, model: { info: { name: 'first' } } });
  patient.apply(rename(patient, 'second'));
  expect(saves()).toBe(0);
  paint();
  await patient.idle();
  expect(saves()).toBe(1);
  expect((await stored()).info.name).toBe('second');
});
