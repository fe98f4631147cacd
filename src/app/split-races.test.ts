/** One person splits a mitigation while the other, who has not seen that, does something else to it (S55, S63, S64). */
import { TwoPeopleWorld } from '../../tests/fixtures/two-people-world';
import { mitigationNumber, threatNumber } from '../../tests/fixtures/sample-model';
import { removeTreatments } from '../core/model/edits/build';
import { partsBy, splitMitigation } from '../core/model/edits/split';
import type { Model } from '../core/model/model';
import { indexModel } from '../core/model/model-index';

const first = mitigationNumber(1);
const split = (world: TwoPeopleWorld) => (model: Model) =>
  splitMitigation(model, {
    mitigation: first,
    parts: partsBy(model, first, 'place'),
    newId: world.newId,
  });
const untreat = (model: Model) =>
  removeTreatments(
    model,
    indexModel(model)
      .treatmentsOfMitigation(first)
      .flatMap(({ id, threat }) => (threat === threatNumber(1) ? id : [])),
  );

async function sync(world: TwoPeopleWorld): Promise<void> {
  await world.look(1);
  await world.apply(1);
}

/** Both pages were opened before either of the two did anything. */
async function begin(): Promise<TwoPeopleWorld> {
  const world = new TwoPeopleWorld();
  await world.begin();
  await world.reload(0);
  await world.reload(1);
  return world;
}

/** What each Task of the mitigation covers, by the stories of the places. */
async function tasksOf(world: TwoPeopleWorld) {
  const { model, problems } = await world.open();
  expect(problems).toEqual([]);
  const index = indexModel(model);
  const treatments = index.treatmentsOfMitigation(first);
  const places = (covers: 'all' | readonly string[]) =>
    treatments.flatMap(({ id, threat }) =>
      covers === 'all' || covers.includes(id)
        ? index.linksOfThreat(threat).map(({ story }) => world.stories.indexOf(story) + 1)
        : [],
    );
  return index
    .realisationsOfMitigation(first)
    .flatMap(({ covers, workItem }) => (workItem === null ? [] : [places(covers)]))
    .sort();
}

test.each([
  ['before', [0, 1]],
  ['after', [1, 0]],
] as const)(
  'a place is taken away %s the other splits: told, and each place has one Task',
  async (_, order) => {
    const world = await begin();
    const deeds = { 0: untreat, 1: split(world) };
    for (const who of order) await world.edit(who, deeds[who]);
    const after = await world.open();
    // What the split refers to is not taken from under it: who removed it last was asked, and did it again.
    const stays = order[0] === 0;
    expect(indexModel(after.model).treatmentsOfMitigation(first)).toHaveLength(stays ? 2 : 1);
    await sync(world);
    expect(await tasksOf(world)).toEqual(stays ? [[1], [2]] : [[2]]);
    await world.edit(0, untreat);
    await sync(world);
    expect((await world.look(0)).steps).toEqual([]);
  },
);

test('S64: its Task is made while the other splits it: the Task goes on with the first part', async () => {
  const world = await begin();
  await sync(world);
  const made = world.tasks().length;
  await world.edit(0, split(world));
  await sync(world);
  expect(await tasksOf(world)).toEqual([[1], [2]]);
  expect(world.tasks()).toHaveLength(made + 1);
  const { steps, oddities, conflicts } = await world.look(0);
  expect({ steps, oddities, conflicts }).toEqual({ steps: [], oddities: [], conflicts: [] });
});

test('S64: both split it: each place is in one part, and no Task is made twice', async () => {
  const world = await begin();
  await world.edit(0, split(world));
  await world.edit(1, split(world));
  await sync(world);
  expect(await tasksOf(world)).toEqual([[1], [2]]);
});
