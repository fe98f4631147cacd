import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { habitsCollection } from '../core/store/collections';
import { DocumentHabits, dropView, HabitKeeper, mostViews, putView } from './person-habits';
import { AccessError } from './ports';
import type { Documents } from './ports';

const ana = '11111111-1111-4111-8111-111111111111';
const ben = '22222222-2222-4222-8222-222222222222';
const habitsOf = (id: string, documents: Documents) =>
  new DocumentHabits(documents, () => Promise.resolve({ id }));

/** Refuses every call of these names. */
function refusing(documents: Documents, names: readonly string[]): Documents {
  return new Proxy(documents, {
    get: (target, name) => {
      if (names.includes(String(name)))
        return () => Promise.reject(new AccessError('forbidden', 'Not allowed.'));
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

const view = (name: string, state: unknown = { group: 'place' }) => ({ name, state });

test('what was chosen is there for the next page', async () => {
  const store = habitsOf(ana, new MemoryDocuments());
  const first = new HabitKeeper(store);
  expect(await first.change((habits) => ({ ...habits, role: 'tester' }))).toBe('kept');
  expect(await first.change((habits) => putView(habits, 'threats', view('Mine')))).toBe('kept');
  expect(await new HabitKeeper(store).read()).toEqual({ role: 'tester', views: { threats: [view('Mine')] } });
});

test('each person has their own', async () => {
  const documents = new MemoryDocuments();
  await new HabitKeeper(habitsOf(ana, documents)).change((habits) => ({ ...habits, role: 'tester' }));
  await new HabitKeeper(habitsOf(ben, documents)).change((habits) => ({ ...habits, role: 'developer' }));
  expect((await new HabitKeeper(habitsOf(ana, documents)).read()).role).toBe('tester');
  expect((await documents.list(habitsCollection)).map(({ id }) => id)).toEqual([ana, ben]);
});

test('two windows that write at the same moment: the last one stands', async () => {
  const documents = new MemoryDocuments();
  const [here, there] = [habitsOf(ana, documents), habitsOf(ana, documents)];
  for (const role of ['tester', 'developer'])
    await Promise.all([here.write({ role, views: {} }), there.write({ role, views: {} })]);
  expect(await here.read()).toMatchObject({ role: 'developer' });
});

test.each([
  ['read', ['get']],
  ['write', ['create', 'update']],
])('where the store refuses to %s, the page goes on by itself', async (_what, names) => {
  const store = habitsOf(ana, refusing(new MemoryDocuments(), names));
  const keeper = new HabitKeeper(store);
  expect(await keeper.change((habits) => ({ ...habits, role: 'tester' }))).toBe('session');
  expect((await keeper.read()).role).toBe('tester');
});

test('without a store it lasts as long as the page', async () => {
  const keeper = new HabitKeeper(undefined);
  expect(await keeper.change((habits) => putView(habits, 'threats', view('Mine')))).toBe('session');
  expect((await keeper.read()).views['threats']).toEqual([view('Mine')]);
});

test.each([7, 'role', { role: 7 }, { views: [] }, { views: { threats: [{ state: 1 }] } }, null, undefined])(
  'stored nonsense is nothing: %j',
  async (value) => {
    const read = () => Promise.resolve(value);
    expect(await new HabitKeeper({ read, write: () => Promise.resolve() }).read()).toEqual({ views: {} });
  },
);

test('what another window kept meanwhile is not lost', async () => {
  const store = habitsOf(ana, new MemoryDocuments());
  const [here, there] = [new HabitKeeper(store), new HabitKeeper(store)];
  await here.read();
  await there.change((habits) => putView(habits, 't', view('Theirs')));
  await here.change((habits) => ({ ...habits, role: 'tester' }));
  expect(await new HabitKeeper(store).read()).toEqual({ role: 'tester', views: { t: [view('Theirs')] } });
});

test('two changes at once are both kept', async () => {
  const store = habitsOf(ana, new MemoryDocuments());
  const keeper = new HabitKeeper(store);
  await Promise.all(['A', 'B'].map((name) => keeper.change((habits) => putView(habits, 't', view(name)))));
  expect((await new HabitKeeper(store).read()).views['t']?.map(({ name }) => name)).toEqual(['A', 'B']);
});

test('one name once; the oldest of too many goes', () => {
  const names = Array.from({ length: mostViews + 1 }, (_, i) => `View ${i}`);
  const full = names.reduce((habits, name) => putView(habits, 't', view(name)), { views: {} });
  expect(full).toMatchObject({ views: { t: names.slice(1).map((name) => ({ name })) } });
  const twice = putView(putView({ views: {} }, 't', view('A', 1)), 't', view('A', 2));
  expect(twice.views).toEqual({ t: [view('A', 2)] });
  expect(dropView(twice, 't', 'A').views).toEqual({ t: [] });
});
