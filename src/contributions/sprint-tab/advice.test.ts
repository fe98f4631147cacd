import { figuresWorld, sprints } from '../../../tests/fixtures/figures-world';
import type { FiguresWorld } from '../../../tests/fixtures/figures-world';
import { asId, modelId } from '../../core/model/ids';
import { countMissing } from '../../core/advice/postponed';
import { adviseSprint } from '../../core/advice/sprint-advice';
import { notPlanned } from '../../core/advice/story-advice';

const [, second] = sprints;

async function planned({ app }: FiguresWorld) {
  return adviseSprint((await app.readAlignment(second)).picture);
}
async function plan({ backlog }: FiguresWorld, id: number) {
  const rev = (await backlog.read([id])).get(id)?.rev ?? 0;
  await backlog.change({ id, rev, fields: { 'System.IterationPath': second.path } });
}

test('each threat counts once, whatever the number of planned stories that it is linked to', async () => {
  const world = await figuresWorld();
  const alone = await planned(world);
  await plan(world, 2);
  const both = await planned(world);
  expect(both.stories.map(({ story }) => story.item.id).sort()).toEqual([1, 2]);
  expect([both.totals.now, both.totals.after]).toEqual([alone.totals.now, alone.totals.after]);
});

test('a mitigation that several planned stories need is missing once', async () => {
  const world = await figuresWorld();
  await plan(world, 2);
  const advice = await planned(world);
  const missing = advice.stories.flatMap((story) => notPlanned(story).map(({ mitigation }) => mitigation));
  expect(missing.length).toBeGreaterThan(new Set(missing).size);
  expect(countMissing(advice, () => undefined)).toEqual({
    open: new Set(missing).size,
    postponed: 0,
    stories: 2,
  });
});

test('the three totals fall in order, and meet when all is in the sprint', async () => {
  const world = await figuresWorld();
  const before = (await planned(world)).totals;
  expect(before.now).toBeGreaterThan(before.after);
  expect(before.withSprint).toBe(before.now);
  await plan(world, 6);
  const after = (await planned(world)).totals;
  expect(after.withSprint).toBeLessThan(after.now);
  expect(after.withSprint).toBeGreaterThan(after.after);
});

test('the totals are made of their threats, and of nothing else', async () => {
  const world = await figuresWorld();
  await plan(world, 6);
  const { threats, now, withSprint, after } = (await planned(world)).totals;
  expect(threats.length).toBeGreaterThan(0);
  const sum = (which: 'now' | 'withSprint' | 'after') =>
    threats.reduce((total, each) => total + each[which], 0);
  expect([sum('now'), sum('withSprint'), sum('after')]).toEqual([now, withSprint, after]);
});

test('a rejected mitigation is not asked for', async () => {
  const world = await figuresWorld();
  const { picture } = await world.app.readAlignment(second);
  const [first] = picture.models;
  if (!first) throw new Error('The figures have one model.');
  const wanted = [...first.model.mitigation.values()].find(({ title }) =>
    title.startsWith('Check the owner'),
  );
  if (!wanted) throw new Error('The figures have this mitigation.');
  const opened = await world.app.openModel(first.model.info.id);
  const status = { kind: 'rejected', reason: 'Not worth it' } as const;
  const mitigation = new Map(opened.model.mitigation).set(wanted.id, { ...wanted, status });
  await world.app.saveModel(opened, { ...opened.model, mitigation });
  const [story] = (await planned(world)).stories;
  expect(story && notPlanned(story).map(({ mitigation: { title } }) => title.slice(0, 9))).toEqual([
    'Let the p',
    'Allow onl',
  ]);
});

test('planned stories that say nothing are told apart, and without a sprint nothing is planned', async () => {
  const world = await figuresWorld();
  const silent = world.backlog.addStory('Show opening hours', {
    'System.IterationPath': `${second.path}\\Week 1`,
  });
  expect((await planned(world)).silent.map(({ item }) => item.id)).toEqual([silent]);
  expect(adviseSprint((await world.app.readAlignment()).picture)).toMatchObject({
    stories: [],
    silent: [],
    totals: { now: 0 },
  });
});

test('a removed Task is no plan, though it stays in the sprint', async () => {
  const world = await figuresWorld();
  await plan(world, 6);
  const standings = async () =>
    (await planned(world)).stories.flatMap(({ mitigations }) => mitigations.map(({ standing }) => standing));
  expect(await standings()).toContainEqual(expect.objectContaining({ kind: 'in-sprint' }));
  world.backlog.setState(6, 'Removed');
  expect((await standings()).map(({ kind }) => kind)).not.toContain('in-sprint');
  expect(await standings()).toContainEqual({ kind: 'unseen', task: 6 });
  const { now, withSprint } = (await planned(world)).totals;
  expect(withSprint).toBe(now);
});

test('threats of a copied model are others, though their ids are the same', async () => {
  const { app } = await figuresWorld();
  const { picture } = await app.readAlignment(second);
  const [first] = picture.models;
  const id = asId(modelId, '00000000-0000-4000-8000-00000000c0b1');
  if (!first || !id) throw new Error('The figures have one model.');
  const copy = { ...first, model: { ...first.model, info: { ...first.model.info, id } } };
  const count = (models: typeof picture.models) =>
    adviseSprint({ ...picture, models }).stories[0]?.threats.length;
  expect(count([first, copy])).toBe(2 * (count([first]) ?? 0));
  expect(count([first])).toBeGreaterThan(0);
});
