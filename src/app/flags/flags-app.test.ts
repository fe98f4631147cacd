/** Flags switched on, kept in step, taken back, and the product taken out: with every write counted. */
import { flagsWorld, shopTeam, theirRules, webTeam } from '../../../tests/fixtures/flags-world';
import { editRules, hasOurs, planRules } from '../../core/flags/card-rules';
import { noChoice } from '../../core/sync/plan';
import { AccessError } from '../ports';
import type { FlagAction, FlagsPlan } from './plan-flags';

type World = Awaited<ReturnType<typeof flagsWorld>>;
const on = (look: 'tags' | 'cards' = 'tags', team = shopTeam): FlagAction => ({ kind: 'switch', team, look });
const off: FlagAction = { kind: 'switch', team: shopTeam, look: 'none' };

async function planned({ flags }: World, action: FlagAction): Promise<FlagsPlan> {
  const plan = await flags.plan(action);
  if (plan.kind === 'refused') throw new Error(plan.because);
  return plan;
}
const run = async (world: World, action: FlagAction) => world.flags.apply(await planned(world, action));
const rulesOf = async ({ boards }: World, team = shopTeam) => (await boards.board(team))?.rules ?? theirRules;

test('the count is there before anything is written, and then exactly that is written', async () => {
  const world = await flagsWorld(5);
  const plan = await planned(world, on());
  expect(plan).toMatchObject({
    counts: { get: 5, lose: 0, change: 0, byFlag: { decide: 5 } },
    change: { administrator: 'listed', rules: { added: 4, removed: 0, foreign: 2 } },
    newTags: [],
  });
  expect([world.boards.writes.length, ...world.ids.map(world.tagsOf)]).toEqual([
    0,
    ['ui'],
    ['ui'],
    ['ui'],
    ['ui'],
    ['ui'],
  ]);
  const report = await world.flags.apply(plan);
  expect([report.rules, report.tags.done.length, report.problem]).toEqual(['written', 5, undefined]);
  for (const id of world.ids) expect(world.tagsOf(id)).toEqual(['ui', 'security-decide']);
  // Only the type that changes is named, with the rules of other people as they were.
  expect(world.boards.writes.map((lists) => Object.keys(lists))).toEqual([['tagStyle']]);
  expect((await rulesOf(world)).tagStyle[0]).toEqual(theirRules.tagStyle[0]);
});

test('a second time nothing is written: not a tag, not a rule', async () => {
  const world = await flagsWorld(3);
  await run(world, on('cards'));
  const before = [world.boards.writes.length, world.backlog.items.count];
  const plan = await planned(world, on('cards'));
  expect([plan.tags.steps, plan.tags.same]).toEqual([[], 3]);
  await world.flags.apply(plan);
  await run(world, { kind: 'update' });
  expect([world.boards.writes.length, world.backlog.items.count]).toEqual(before);
});

test('undo takes back tags, rules and switch; what somebody did since stays', async () => {
  const world = await flagsWorld(3);
  await run(world, on('cards'));
  const [first = 0] = world.ids;
  await world.backlog.change({
    id: first,
    rev: world.backlog.items.find(first)?.rev ?? 0,
    fields: { 'System.Tags': 'theirs' },
  });
  const undo = await world.flags.planUndo();
  if (undo?.kind !== 'planned') throw new Error('no undo');
  await world.flags.apply(undo);
  expect(world.ids.map(world.tagsOf)).toEqual([['theirs'], ['ui'], ['ui']]);
  expect(JSON.stringify(await rulesOf(world))).toBe(JSON.stringify(theirRules));
  expect((await world.flags.read()).teams.map(({ state }) => state?.look ?? 'none')).toEqual([
    'none',
    'none',
  ]);
  expect(await world.flags.planUndo()).toBeUndefined();
});

test('switched off, tags and rules go; taken back, they are there again', async () => {
  const world = await flagsWorld(2);
  await run(world, on());
  const dressed = await rulesOf(world);
  await run(world, off);
  expect([world.ids.map(world.tagsOf), hasOurs(await rulesOf(world))]).toEqual([[['ui'], ['ui']], false]);
  const undo = await world.flags.planUndo();
  if (undo?.kind !== 'planned') throw new Error('no undo');
  await world.flags.apply(undo);
  expect(world.ids.map(world.tagsOf)).toEqual([
    ['ui', 'security-decide'],
    ['ui', 'security-decide'],
  ]);
  expect(await rulesOf(world)).toEqual(dressed);
});

test('only the areas of teams that have them on are touched, and a shared area keeps them for the other team', async () => {
  const world = await flagsWorld(4);
  await run(world, on('tags', webTeam));
  expect(world.ids.map((id) => world.tagsOf(id)?.length)).toEqual([1, 2, 1, 2]);
  await run(world, on());
  expect(world.ids.map((id) => world.tagsOf(id)?.length)).toEqual([2, 2, 2, 2]);
  await run(world, off);
  expect(world.ids.map((id) => world.tagsOf(id)?.length)).toEqual([1, 2, 1, 2]);
});

test('who is no administrator of the team is refused before anything is written', async () => {
  const world = await flagsWorld(2);
  world.act('ben');
  const plan = await planned(world, on());
  expect(plan.change?.administrator).toBe('not-listed');
  const report = await world.flags.apply(plan);
  expect(report).toMatchObject({
    rules: 'refused',
    problem: 'Only an administrator of Shop Team may change how its cards look. Nothing was written.',
    tags: { done: [] },
  });
  expect(world.ids.map(world.tagsOf)).toEqual([['ui'], ['ui']]);
  expect((await world.flags.read()).teams.some(({ state }) => state)).toBe(false);
});

test('others keep in step what an administrator switched on', async () => {
  const world = await flagsWorld(2);
  await run(world, on());
  const [first = 0] = world.ids;
  world.backlog.setState(first, 'Removed');
  world.act('ben');
  const plan = await planned(world, { kind: 'update' });
  expect(plan.counts).toMatchObject({ get: 0, lose: 1 });
  await world.flags.apply(plan);
  expect(world.tagsOf(first)).toEqual(['ui']);
});

test('in a public project they stay off, and can only be taken away', async () => {
  const world = await flagsWorld(1);
  await run(world, on());
  world.boards.shown = 'public';
  const because = expect.stringMatching(/^This project is public/);
  expect(await world.flags.plan(on())).toEqual({ kind: 'refused', because });
  expect(await world.flags.plan({ kind: 'update' })).toEqual({ kind: 'refused', because });
  await run(world, off);
  expect(world.ids.map(world.tagsOf)).toEqual([['ui']]);
  expect(await world.flags.planUndo()).toEqual({ kind: 'refused', because });
});

test('without the right to make tags the run ends and says so', async () => {
  const world = await flagsWorld(150);
  const { write } = world.backlog.tasks;
  let batches = 0;
  world.backlog.tasks.write = async (operations) => {
    batches += 1;
    return operations.map(() => ({
      kind: 'refused',
      message: 'TF401289: The current user does not have permissions to create tags.',
    }));
  };
  const report = await run(world, on());
  expect([batches, report.problem]).toEqual([
    1,
    expect.stringContaining('You may not make tags in this project'),
  ]);
  expect([report.tags.refused.length, report.tags.left.length]).toEqual([100, 50]);
  world.backlog.tasks.write = write;
});

test('Stop keeps what is done; the next plan is the rest', async () => {
  const world = await flagsWorld(250);
  let reached = 0;
  const report = await world.flags.apply(await planned(world, on()), {
    onProgress: (done) => void (reached = done),
    stopped: () => reached >= 100,
  });
  expect([report.tags.done.length, report.tags.left.length]).toEqual([100, 150]);
  expect((await planned(world, { kind: 'update' })).counts.get).toBe(150);
});

test('a failure of the service in the middle is told, with what was done', async () => {
  const world = await flagsWorld(150);
  const { tasks } = world.backlog;
  const write = tasks.write.bind(tasks);
  let batches = 0;
  tasks.write = async (operations) => {
    batches += 1;
    if (batches > 1) throw new AccessError('unreachable', 'The line is cut.');
    return write(operations);
  };
  const report = await run(world, on());
  expect([report.tags.done.length, report.tags.left.length, report.problem]).toEqual([
    100,
    50,
    'The line is cut.',
  ]);
});

test('an item that somebody saved in between is left to the next look', async () => {
  const world = await flagsWorld(2);
  const plan = await planned(world, on());
  const [first = 0] = world.ids;
  await world.backlog.change({ id: first, rev: 1, fields: { 'System.Title': 'Theirs' } });
  const report = await world.flags.apply(plan);
  expect([report.tags.done.length, report.tags.outdated.map(({ id }) => id)]).toEqual([1, [first]]);
});

test('rules that somebody made while the plan was read stay', async () => {
  const world = await flagsWorld(1);
  const plan = await planned(world, on());
  const { tagStyle } = theirRules;
  await world.boards.writeRules(shopTeam, 'b-t-shop', { tagStyle: [...tagStyle, { name: 'new' }] });
  await world.flags.apply(plan);
  expect((await rulesOf(world)).tagStyle.map(({ name }) => name).slice(0, 2)).toEqual(['urgent', 'new']);
});

describe('our own writes are no change', () => {
  const news = async ({ app, model }: World) => app.readStoryNews(await app.openModel(model.info.id));
  const seen = async (world: World) =>
    world.app.keepStoryLook(await world.app.openModel(world.model.info.id), await news(world));
  const edit = async ({ backlog }: World, id: number) =>
    backlog.change({ id, rev: backlog.items.find(id)?.rev ?? 0, fields: { 'System.Title': 'Theirs' } });

  test('of a story: flags on and off again are no news', async () => {
    const world = await flagsWorld(3);
    await seen(world);
    await run(world, on());
    expect((await news(world)).changed).toEqual(new Set());
    await run(world, off);
    expect((await news(world)).changed).toEqual(new Set());
  });

  test.each([
    ['before ours', ['edit', 'on']],
    ['between ours', ['on', 'edit', 'off']],
    ['after ours', ['on', 'edit']],
  ])('an edit of somebody %s is news', async (_when, order) => {
    const world = await flagsWorld(3);
    const [first = 0] = world.ids;
    await seen(world);
    for (const each of order) {
      if (each === 'edit') await edit(world, first);
      else await run(world, each === 'on' ? on() : off);
    }
    expect((await news(world)).changed).toEqual(new Set([first]));
  });

  test('of sync and alignment: the plan and the findings are the same before and after', async () => {
    const world = await flagsWorld(6);
    const look = async () => {
      const opened = await world.app.openModel(world.model.info.id);
      const { steps, conflicts, oddities } = await world.app.planSync({
        model: opened.model,
        opened,
        choice: noChoice,
        depth: 'whole',
      });
      return { steps, conflicts, oddities };
    };
    const before = await look();
    await run(world, on());
    expect(await look()).toEqual(before);
  });
});

describe('Remove Without', () => {
  test('takes tags, rules and, if asked, links away, after an export; then nothing is left to remove', async () => {
    const world = await flagsWorld(3);
    const [first = 0] = world.ids;
    const url = `https://x/hub?model=${world.model.info.id}&mitigation=${world.model.info.id}&realisation=${world.model.info.id}`;
    const [task] = await world.backlog.create([
      {
        type: 'Task',
        fields: { 'System.Title': 'Pin it', 'System.Tags': 'security-mitigation; ui' },
        parent: first,
        related: [],
        hyperlink: { url, comment: '' },
      },
    ]);
    const id = task?.kind === 'created' ? task.id : 0;
    await run(world, on('cards'));
    const plan = await world.flags.planRemoval({ links: 'remove' });
    expect(plan.counts).toEqual({ items: 4, tags: 5, links: 1 });
    expect(plan.boards.map(({ team }) => team.name)).toEqual(['Shop Team']);
    const exported = await world.flags.exportEverything();
    const report = await world.flags.remove(plan, exported);
    expect([report.items.done.length, report.boards.map(({ result }) => result)]).toEqual([4, ['removed']]);
    expect([world.tagsOf(id), world.backlog.items.find(id)?.hyperlinks]).toEqual([['ui'], []]);
    expect(await rulesOf(world)).toEqual(theirRules);
    const again = await world.flags.planRemoval({ links: 'remove' });
    expect([again.counts.items, again.boards]).toEqual([0, []]);
    expect((await world.flags.read()).teams.some(({ state }) => state)).toBe(false);
  });

  test('links stay unless asked, and the report says so', async () => {
    const world = await flagsWorld(1);
    await run(world, on());
    const plan = await world.flags.planRemoval({ links: 'keep' });
    const report = await world.flags.remove(plan, await world.flags.exportEverything());
    expect(report.remains).toContain('Links from Tasks to their mitigations.');
  });

  test('the export holds every document of the project as it is stored', async () => {
    const world = await flagsWorld(1);
    await run(world, on());
    const { models, collections, format } = await world.flags.exportEverything();
    expect([format, models.length]).toEqual(['without-export', 1]);
    const stored = await Promise.all(Object.keys(collections).map((name) => world.documents.list(name)));
    expect(Object.values(collections)).toEqual(stored);
    expect(JSON.stringify(collections)).toContain('Threat 1');
  });

  test('a board whose rules one may not change is named, with what to do', async () => {
    const world = await flagsWorld(1);
    await run(world, on());
    world.act('ben');
    const plan = await world.flags.planRemoval({ links: 'keep' });
    const report = await world.flags.remove(plan, await world.flags.exportEverything());
    expect(report.boards).toMatchObject([{ result: 'refused' }]);
    expect(report.remains.join(' ')).toContain('boards of Shop Team');
    expect(world.ids.map(world.tagsOf)).toEqual([['ui']]);
  });
});

test('rules that fill the board are refused with the way out', async () => {
  const world = await flagsWorld(1);
  const many = Array.from({ length: 18 }, (_, n) => ({ name: `t${n}`, settings: { a: 'b' } }));
  await world.boards.writeRules(shopTeam, 'b-t-shop', { tagStyle: many });
  const plan = await world.flags.plan(on());
  expect(plan.kind === 'refused' && plan.because).toContain('18 of at most 20 tag colours');
  const fits = planRules({ tagStyle: many.slice(2), fill: [] }, 'tags');
  expect(
    fits.kind === 'planned' && editRules({ tagStyle: many.slice(2), fill: [] }, fits.edits).tagStyle.length,
  ).toBe(20);
});
