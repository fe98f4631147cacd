/** A new Task instead of the one that is there, through the command line: also where it cannot be made at once. */
import type { Effect } from '../src/host/faults/fault';
import { startSyncWorld } from './fixtures/sync-world';
import type { CommandResult, SyncWorld } from './fixtures/sync-world';

const open: SyncWorld[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ host }) => host.close()));
});

const kinds = ({ out }: CommandResult): readonly string[] =>
  out.flatMap((line) => /^ {2}([a-z-]+) {2}/.exec(line)?.[1] ?? []);

interface Replaced extends SyncWorld {
  readonly under: number;
  readonly first: number;
  readonly answer: string;
  /** All Tasks that carry our tag. */
  readonly numbers: () => Promise<readonly number[]>;
}

type Fate = 'retyped' | 'deleted' | 'removed';
const befall: Readonly<Record<Fate, (world: SyncWorld, id: number) => Promise<void>>> = {
  retyped: (world, id) => world.edit(id, { 'System.WorkItemType': 'Bug' }),
  deleted: (world, id) => world.remove(id),
  removed: (world, id) => world.edit(id, { 'System.State': 'Removed' }),
};

type Where = 'under its own story' | 'under a chosen story' | 'under nothing';

/** A mitigation whose Task was made and is of no use any more. */
async function useless(fate: Fate, where: Where = 'under its own story'): Promise<Replaced> {
  const world = await startSyncWorld();
  open.push(world);
  const story = await world.story('Pay by card');
  await world.model(1, where === 'under its own story' ? story : undefined);
  const chosen = where === 'under nothing' ? 'none' : String(story);
  expect((await world.sync('--apply', '--story', chosen)).code).toBe(0);
  const numbers = async () => (await world.tasks()).map(({ id }) => id);
  const [first = 0] = await numbers();
  await befall[fate](world, first);
  return { ...world, under: story, first, answer: `${fate}:${first}=again`, numbers };
}

const fates: readonly Fate[] = ['retyped', 'deleted', 'removed'];

describe.each(fates)('%s', (fate) => {
  const ways: readonly (readonly [string, Effect])[] = [
    ['was done and the answer got lost', { kind: 'drop', when: 'after' }],
    ['was done and answered with 500', { kind: 'fail', status: 500, when: 'after' }],
    ['never arrived', { kind: 'drop' }],
    ['was refused with 400', { kind: 'fail', status: 400 }],
  ];
  test.each(ways)('S87 one new Task is made where the write %s', async (_way, effect) => {
    const world = await useless(fate);
    await world.faults.add({ path: '/_apis/wit/$batch' }, effect);
    await world.sync('--apply', '--answer', world.answer);
    await world.faults.reset();
    await world.sync('--apply', '--answer', world.answer);
    const [made = 0, ...more] = await world.numbers();
    expect([made === world.first, more]).toEqual([false, []]);
    const [realisation] = (await world.stored()).realisation.values();
    expect([realisation?.workItem, realisation?.earlier]).toEqual([made, [world.first]]);
    const last = await world.sync('--apply');
    expect([last.code, kinds(last)]).toEqual([0, []]);
  });

  test('S87 where its place is not known yet, the old one is let go of, and only the place is asked for', async () => {
    const world = await useless(fate);
    await world.remove(world.under);
    const first = await world.sync('--apply', '--answer', world.answer);
    expect([first.code, kinds(first)]).toEqual([
      1,
      [fate === 'deleted' ? 'noted' : 'updated', 'needs-story'],
    ]);
    for (const depth of [[], ['--whole']]) {
      const next = await world.sync('--apply', ...depth);
      expect([next.code, kinds(next)]).toEqual([1, ['needs-story']]);
    }
    const other = await world.story('Pay later');
    const last = await world.sync('--apply', '--story', String(other));
    expect([last.code, kinds(last)]).toEqual([0, ['made']]);
    const numbers = await world.numbers();
    expect([numbers.length, numbers.includes(world.first)]).toEqual([1, false]);
  });

  const places = ['under a chosen story', 'under nothing'] as const;
  test.each(places)(
    'S52 the new one stands where the old one stood, %s: nobody is asked again',
    async (where) => {
      const world = await useless(fate, where);
      const shown = await world.sync('--dry-run', '--answer', world.answer);
      expect(kinds(shown)).not.toContain('needs-story');
      await world.faults.add({ path: '/_apis/wit/$batch' }, { kind: 'drop' });
      await world.sync('--apply', '--answer', world.answer);
      await world.faults.reset();
      // Whatever was cut off: where the old one stood is remembered along with the letting go.
      await world.sync('--apply', '--answer', world.answer);
      const [made = 0, ...more] = await world.numbers();
      expect([made === world.first, more]).toEqual([false, []]);
      const parents = ((await world.item(made)).relations ?? [])
        .filter(({ rel }) => rel === 'System.LinkTypes.Hierarchy-Reverse')
        .map(({ url }) => Number(url.split('/').at(-1)));
      expect(parents).toEqual(where === 'under nothing' ? [] : [world.under]);
      const [realisation] = (await world.stored()).realisation.values();
      expect(realisation).not.toHaveProperty('stood');
    },
  );

  test('letting go is taken back with the sync that did it (S77)', async () => {
    const world = await useless(fate);
    await world.remove(world.under);
    const before = await world.stored();
    await world.sync('--apply', '--answer', world.answer);
    expect((await world.sync('--undo')).code).toBe(0);
    expect([...(await world.stored()).realisation.values()]).toEqual([...before.realisation.values()]);
    expect(kinds(await world.sync('--dry-run'))).toContain(fate);
  });
});

test('one that was let go of and comes back before there is another is listed, and can be used again (S32)', async () => {
  const world = await useless('deleted');
  await world.remove(world.under);
  await world.sync('--apply', '--answer', world.answer);
  const url = `${world.host.collectionUrl}/Shop/_apis/wit/recyclebin/${world.first}?api-version=7.1`;
  await world.http.send({ method: 'PATCH', url, body: { isDeleted: false } });
  const back = await world.sync('--dry-run');
  expect(kinds(back)).toEqual(['needs-story', 'restored']);
  expect(back.out.join('\n')).toContain('has let go of it and has no other one yet');
  await world.sync('--apply', '--answer', `restored:${world.first}=use`);
  const last = await world.sync('--apply');
  expect([last.code, kinds(last), await world.numbers()]).toEqual([0, [], [world.first]]);
});
