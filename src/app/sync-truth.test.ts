/** Sequences in which a sync could lose a decision or report what is not so (SPEC.md of core/sync), over the memory adapters. */
import { aligned, changed, copyOf, everything } from '../../tests/fixtures/aligned-world';
import type { World } from '../../tests/fixtures/aligned-world';
import type { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { aStoryLink, countingIds } from '../../tests/fixtures/sample-model';
import type { Fate } from '../core/sync/fate';
import { createApp } from './app';

const fatesOf = async (world: World) => (await world.plan()).plan.oddities.map(({ fate }) => fate);

async function keyOf(world: World, fate: Fate): Promise<string> {
  const found = (await world.plan()).plan.oddities.find((each) => each.fate === fate);
  if (!found) throw new Error(`Nothing is ${fate}.`);
  return found.key;
}

const realisationOf = async (world: World) => {
  const [own] = (await world.app.openModel(world.id)).model.realisation.values();
  if (!own) throw new Error('No realisation.');
  return own;
};

/** The Task was deleted, another one made, the first restored and used again: the other one lies in the recycle bin. */
async function usedAgain(before: (world: World, second: number) => Promise<void> = () => Promise.resolve()) {
  const world = await aligned();
  world.backlog.delete(world.task);
  await world.apply({ [await keyOf(world, 'deleted')]: 'again' });
  const second = (await realisationOf(world)).workItem ?? 0;
  await before(world, second);
  world.backlog.items.restore(world.task);
  const restored = await keyOf(world, 'restored');
  world.backlog.delete(second);
  await world.apply({ [restored]: 'use' });
  await world.apply();
  return { world, second };
}

describe('S32 a Task that was let go of', () => {
  test('is known when it comes back, also where its number is larger than the present one', async () => {
    const { world, second } = await usedAgain();
    expect([second > world.task, (await realisationOf(world)).workItem]).toEqual([true, world.task]);
    expect(await fatesOf(world)).toEqual([]);
    world.backlog.items.restore(second);
    expect((await world.plan()).plan.oddities).toMatchObject([{ fate: 'restored', workItem: second }]);
  });

  test('takes its decisions with it: those about the one that is used again are asked anew (S33)', async () => {
    const { world } = await usedAgain(async (own, second) => {
      own.backlog.items.put(second, { title: 'Theirs' });
      await own.apply({ [await keyOf(own, 'renamed')]: 'keep' });
    });
    expect((await realisationOf(world)).decided).toBeUndefined();
    world.backlog.items.put(world.task, { title: 'Another title' });
    // Nobody knows any more what both sides agreed on of that one.
    expect((await world.plan()).plan.conflicts).toMatchObject([
      { kind: 'field', field: 'title', backlog: 'Another title' },
    ]);
  });
});

test('S74 a Task that somebody wrote into after its undo was shown is not deleted', async () => {
  const world = await aligned();
  const opened = await world.app.openModel(world.id);
  const undoing = await world.app.planUndoSync(opened);
  if (!undoing) throw new Error('Nothing to take back.');
  world.backlog.items.put(world.task, { title: 'Work on it has begun' });
  const { outcomes } = await world.app.undoSync(opened, undoing);
  expect(outcomes.map(({ result }) => result.kind)).toEqual(['outdated']);
  expect(world.item().title).toBe('Work on it has begun');
  expect((await realisationOf(world)).workItem).toBe(world.task);
});

describe('S83 what somebody else did between showing and writing', () => {
  /** The model says something new of the mitigation; somebody has seen the plan that says so. */
  async function shown() {
    const world = await aligned();
    const opened = await world.app.openModel(world.id);
    await world.app.saveModel(opened, changed(opened.model, { title: 'Ours' }));
    return { world, seen: await world.plan() };
  }

  test('a Task that got another title meanwhile is a conflict, and is not said to be done', async () => {
    const { world, seen } = await shown();
    world.backlog.items.put(world.task, { title: 'Theirs' });
    const report = await world.app.applySync({ ...seen, depth: 'whole' });
    if (report.kind !== 'applied') throw new Error('busy');
    expect(report.conflicts).toMatchObject([{ field: 'title', model: 'Ours', backlog: 'Theirs' }]);
    expect(report.outcomes.map(({ result }) => result.kind)).toEqual(['outdated']);
  });

  test('what another person wrote already is done', async () => {
    const { world, seen } = await shown();
    await world.apply();
    const report = await world.app.applySync({ ...seen, depth: 'whole' });
    if (report.kind !== 'applied') throw new Error('busy');
    expect(report.outcomes.map(({ result }) => result.kind)).toEqual(['done']);
  });
});

test('S83 one person uses a Task again, the other makes it an ordinary one: what the model follows keeps its marks', async () => {
  const world = await aligned();
  world.backlog.delete(world.task);
  await world.apply({ [await keyOf(world, 'deleted')]: 'again' });
  world.backlog.items.restore(world.task);
  const key = await keyOf(world, 'restored');
  const theirs = await world.plan({ [key]: 'unmark' });
  await world.apply({ [key]: 'use' });
  await world.app.applySync({ ...theirs, depth: 'whole' });
  expect((await realisationOf(world)).workItem).toBe(world.task);
  expect(world.item().tags).toEqual(['security-mitigation']);
});

describe('S31 a split', () => {
  const halves = (world: World) =>
    ['The second part', 'The third part'].map((title) => copyOf(world, { title, parent: undefined }));
  const keysOf = async (world: World) => (await world.plan()).plan.oddities.map(({ key }) => key);

  test('in three: both confirmed in one go, each keeps a realisation of its own', async () => {
    const world = await aligned();
    const copies = halves(world);
    await world.apply(Object.fromEntries((await keysOf(world)).map((key) => [key, 'both'])));
    await world.apply();
    const { steps, oddities } = (await world.plan()).plan;
    expect({ steps, oddities }).toEqual({ steps: [], oddities: [] });
    const { realisation } = (await world.app.openModel(world.id)).model;
    expect([...realisation.values()].map(({ workItem }) => workItem).sort()).toEqual([world.task, ...copies]);
  });

  test('and a copy that is none of ours, answered in one go: both answers are kept', async () => {
    const world = await aligned();
    halves(world);
    const [first = '', second = ''] = await keysOf(world);
    await world.apply({ [first]: 'both', [second]: 'not-ours' });
    expect(await fatesOf(world)).toEqual([]);
  });
});

test('S87 where the old Task kept its marks because the write got lost, they are taken off in the same run', async () => {
  const world = await aligned();
  world.backlog.setState(world.task, 'Removed');
  const { write } = world.backlog.tasks;
  let lost = false;
  world.backlog.tasks.write = async (operations) => {
    const creates = operations.filter(({ kind }) => kind === 'create');
    if (lost || creates.length === operations.length) return write.call(world.backlog.tasks, operations);
    lost = true;
    const made = await write.call(world.backlog.tasks, creates);
    return operations.map((each) => made[creates.indexOf(each)] ?? { kind: 'outdated' });
  };
  const { outcomes } = await world.apply({ [await keyOf(world, 'removed')]: 'again' });
  expect(outcomes.map(({ step, result }) => `${step.kind} ${result.kind}`).sort()).toEqual([
    'create done',
    'update done',
  ]);
  expect(world.item()).toMatchObject({ tags: [], hyperlinks: [] });
});

test('S61 a look of a machine whose clock was ahead does not keep everything from being read again', async () => {
  const { app, backlog, documents, id } = await aligned();
  const at = (now: string) =>
    createApp(
      {
        documents,
        backlog,
        clock: { now: () => now },
        newId: countingIds(),
        person: () => Promise.resolve({ id: 'ada', name: 'Ada' }),
      },
      { projectId: backlog.projectId, hubId: 'without.without.hub' },
    );
  const lookAt = async (now: string) => {
    const opened = await app.openModel(id);
    const plan = await at(now).planSync({ model: opened.model, opened, choice: everything });
    await at(now).applySync({ opened, plan, choice: everything });
    return plan.look.kind;
  };
  expect(await lookAt('2031-03-02T09:00:00.000Z')).toBe('whole');
  expect(await lookAt('2026-03-03T09:00:00.000Z')).toBe('whole');
  expect(await lookAt('2026-03-03T10:00:00.000Z')).toBe('changes');
});

test('S53 a Task whose story was deleted was not moved by hand: it goes under the next story that needs it', async () => {
  const world = await aligned();
  const other = world.backlog.addStory('Pay later');
  const opened = await world.app.openModel(world.id);
  const link = aStoryLink(2, 1, other);
  const storyLink = new Map([...opened.model.storyLink, [link.id, link] as const]);
  await world.app.saveModel(opened, { ...opened.model, storyLink });
  await world.apply();
  expect(world.item().parent).toBe(world.story);
  // As the service does it: what lies in the recycle bin is nobody's parent.
  world.backlog.delete(world.story);
  world.backlog.items.put(world.task, { parent: undefined });
  await world.apply();
  expect(world.item().parent).toBe(other);
});

test('S34 a model that was brought from another project of the organisation: its Tasks there are the other model’s', async () => {
  const world = await aligned();
  const { app, backlog, documents, id } = world;
  const { model } = await app.openModel(id);
  const before = world.item();
  const project = {
    id: '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c11',
    name: 'Depot',
    url: 'https://dev.example/local/Depot',
  };
  const there = createApp(
    {
      documents,
      backlog: Object.assign(Object.create(backlog) as MemoryBacklog, {
        project: () => Promise.resolve(project),
      }),
      clock: { now: () => '2026-03-02T12:00:00.000Z' },
      newId: countingIds(),
      person: () => Promise.resolve({ id: 'ada', name: 'Ada' }),
    },
    { projectId: project.id, hubId: 'without.without.hub' },
  );
  // Not a word of it changed, nor its revision.
  const same = await there.planSync({ model, choice: everything });
  expect([same.steps, same.oddities.map(({ fate }) => fate)]).toEqual([[], ['foreign']]);
  const brought = await there.createModel(changed(model, { title: 'Said in the other project' }));
  const plan = await there.planSync({ model: brought.model, opened: brought, choice: everything });
  expect([plan.steps, plan.oddities.map(({ fate }) => fate)]).toEqual([[], ['foreign']]);
  const choice = { ...everything, answers: new Map([[plan.oddities[0]?.key ?? '', 'again']]) };
  const again = await there.planSync({ model: brought.model, opened: brought, choice });
  const report = await there.applySync({ opened: brought, plan: again, choice });
  expect(report).toMatchObject({
    kind: 'applied',
    outcomes: [{ step: { kind: 'create' }, result: { kind: 'done' } }],
  });
  expect(world.item()).toEqual(before);
});

test('S8 a wording that people kept stays until the model itself says something else; then it is a conflict', async () => {
  const world = await aligned();
  const { text, format } = world.item().description;
  world.backlog.items.put(world.task, {
    description: { format, text: text.replace('How to implement 1', 'As we like it') },
  });
  await world.apply({ [await keyOf(world, 'section-edited')]: 'keep' });
  const asked = async () =>
    (await world.plan()).plan.conflicts.map((each) => each.kind === 'field' && each.field);
  expect([await asked(), await fatesOf(world)]).toEqual([[], []]);
  const opened = await world.app.openModel(world.id);
  await world.app.saveModel(opened, changed(opened.model, { implement: 'In another way' }));
  expect(await asked()).toEqual(['section']);
});

test('S29 one that was removed, kept, taken up and removed again is asked about again (S33)', async () => {
  const world = await aligned();
  world.backlog.setState(world.task, 'Removed');
  await world.apply({ [await keyOf(world, 'removed')]: 'keep' });
  expect(await fatesOf(world)).toEqual([]);
  world.backlog.setState(world.task, 'Active');
  await world.apply();
  world.backlog.setState(world.task, 'Removed');
  expect(await fatesOf(world)).toEqual(['removed']);
});
