import { MemoryHabits } from '../adapters/memory/memory-habits';
import { dropView, HabitKeeper, mostViews, putView } from './person-habits';

const view = (name: string, state: unknown = { group: 'place' }) => ({ name, state });

test('what was chosen is there for the next page', async () => {
  const store = new MemoryHabits();
  const first = new HabitKeeper(store);
  expect(await first.change((habits) => ({ ...habits, role: 'tester' }))).toBe('kept');
  expect(await first.change((habits) => putView(habits, 'threats', view('Mine')))).toBe('kept');
  expect(await new HabitKeeper(store).read()).toEqual({ role: 'tester', views: { threats: [view('Mine')] } });
});

test.each(['read', 'write'] as const)(
  'where the store refuses to %s, the page goes on by itself',
  async (refused) => {
    const store = new MemoryHabits();
    store.refuse(refused);
    const keeper = new HabitKeeper(store);
    expect(await keeper.change((habits) => ({ ...habits, role: 'tester' }))).toBe(
      refused === 'read' ? 'kept' : 'session',
    );
    expect((await keeper.read()).role).toBe('tester');
  },
);

test('without a store it lasts as long as the page', async () => {
  const keeper = new HabitKeeper(undefined);
  expect(await keeper.change((habits) => putView(habits, 'threats', view('Mine')))).toBe('session');
  expect((await keeper.read()).views['threats']).toEqual([view('Mine')]);
});

test.each([7, 'role', { role: 7 }, { views: [] }, { views: { threats: [{ state: 1 }] } }, null, undefined])(
  'stored nonsense is nothing: %j',
  async (value) => {
    const store = new MemoryHabits();
    await store.write(value);
    expect(await new HabitKeeper(store).read()).toEqual({ views: {} });
  },
);

test('what another window kept meanwhile is not lost', async () => {
  const store = new MemoryHabits();
  const [here, there] = [new HabitKeeper(store), new HabitKeeper(store)];
  await here.read();
  await there.change((habits) => putView(habits, 't', view('Theirs')));
  await here.change((habits) => ({ ...habits, role: 'tester' }));
  expect(await new HabitKeeper(store).read()).toEqual({ role: 'tester', views: { t: [view('Theirs')] } });
});

test('two changes at once are both kept', async () => {
  const store = new MemoryHabits();
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
