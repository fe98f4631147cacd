/** A Task that people made becomes a mitigation's (S58): with a claim, its words kept, found again after a lost answer, undone. */
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
  mitigationNumber,
} from '../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import type { SyncChoice } from '../core/sync/plan';
import { noChoice } from '../core/sync/plan';
import { createApp } from './app';
import { AccessError } from './ports';

const title = 'Nightly copies: turn on encryption';
const theirs = '<p>As agreed with operations.</p>';

async function world() {
  const backlog = new MemoryBacklog();
  const app = createApp(
    {
      documents: new MemoryDocuments(),
      backlog,
      clock: { now: () => '2026-03-02T09:00:00.000Z' },
      newId: countingIds(),
      person: async () => ({ id: 'owner', name: 'Owner' }),
    },
    { projectId: backlog.projectId, hubId: 'without.without.hub' },
  );
  const story = backlog.addStory('Keep backups');
  const made = backlog.items.create({
    type: 'Task',
    fields: { 'System.Title': title, 'System.Description': theirs, 'System.Tags': 'ops' },
    parent: story,
    related: [],
    hyperlink: undefined,
  });
  if (made.kind !== 'written') throw new Error('The Task was not made.');
  const task = made.id;
  const { model } = await app.createModel(
    aModel({
      threats: [aThreat(1)],
      mitigations: [{ ...aMitigation(1), title: 'Encrypt backups' }],
      treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
      links: [aStoryLink(1, 1, story)],
    }),
  );
  const choice: SyncChoice = {
    ...noChoice,
    approve: new Set([mitigationNumber(1)]),
    takes: new Map([[mitigationNumber(1), task]]),
  };
  const plan = async () => {
    const opened = await app.openModel(model.info.id);
    return { opened, plan: await app.planSync({ model: opened.model, opened, choice, depth: 'whole' }) };
  };
  const apply = async () => {
    const shown = await plan();
    return app.applySync({ ...shown, choice, depth: 'whole' });
  };
  const stored = async () => (await app.openModel(model.info.id)).model;
  return { app, backlog, task, story, plan, apply, stored, id: model.info.id };
}

type World = Awaited<ReturnType<typeof world>>;

test('it is found under the story and looks like the mitigation', async () => {
  const { app, stored, task } = await world();
  const [found] = await app.findLookAlikes(await stored());
  expect(found).toMatchObject({ task: { id: task }, candidates: [{ mitigation: mitigationNumber(1) }] });
});

test('S70 one under a story that no threat is linked to is found by a word of its title, and holds nothing back', async () => {
  const { app, backlog, task, stored, id } = await world();
  backlog.delete(task);
  const parent = backlog.addStory('Run the shop at night');
  const fields = { 'System.Title': 'Nightly backups: encrypt them' };
  const made = backlog.items.create({ type: 'Task', fields, parent, related: [], hyperlink: undefined });
  const [found] = await app.findLookAlikes(await stored());
  expect(found?.task.id).toBe(made.kind === 'written' && made.id);
  const opened = await app.openModel(id);
  const choice = { ...noChoice, approve: 'all' as const };
  const plan = await app.planSync({ model: opened.model, opened, choice, depth: 'whole' });
  expect(plan.steps.map(({ kind }) => kind)).toEqual(['create']);
  expect(plan.alike?.map((each) => each.task.id)).toEqual([found?.task.id]);
});

test('S58: it gets tag, link and section; title and words stay; the mitigation is approved; a further sync writes nothing', async () => {
  const { backlog, task, plan, apply, stored, app } = await world();
  const shown = (await plan()).plan.steps;
  expect(shown.map(({ kind }) => kind)).toEqual(['update']);
  expect(await apply()).toMatchObject({ kind: 'applied', remaining: [], oddities: [], conflicts: [] });
  const item = backlog.items.find(task);
  expect(item).toMatchObject({ title, tags: ['ops', 'security-mitigation'] });
  expect(item?.description.text.endsWith(theirs)).toBe(true);
  expect(item?.hyperlinks).toHaveLength(1);
  const model = await stored();
  expect([...model.realisation.values()]).toMatchObject([
    { workItem: task, mitigation: mitigationNumber(1) },
  ]);
  expect(model.mitigation.get(mitigationNumber(1))?.status.kind).toBe('approved');
  expect(backlog.items.all().filter(({ type }) => type === 'Task')).toHaveLength(1);
  const opened = await app.openModel(model.info.id);
  const again = await app.planSync({ model, opened, choice: noChoice, depth: 'whole' });
  expect(again).toMatchObject({ steps: [], oddities: [], conflicts: [] });
});

test('S58: its place stays, and one under nothing moves under the story', async () => {
  for (const [place, stands] of [
    ['elsewhere', 'elsewhere'],
    ['nowhere', 'story'],
  ] as const) {
    const { backlog, task, story, apply } = await world();
    const elsewhere = backlog.addStory('Run the shop at night');
    backlog.items.put(task, { parent: place === 'elsewhere' ? elsewhere : undefined });
    await apply();
    expect(backlog.items.find(task)?.parent).toBe(stands === 'elsewhere' ? elsewhere : story);
  }
});

test.each<[string, (world: World) => number, RegExp]>([
  [
    'a story',
    ({ story }) => story,
    /Keep backups is of the type User Story, and mitigations are planned as Task/,
  ],
  ['a number that nobody has', () => 4711, /^There is no work item #4711 that you may read\.$/],
  [
    'one that was removed',
    ({ backlog, task }) => {
      backlog.items.put(task, { state: 'Removed', category: 'Removed' });
      return task;
    },
    /was removed\.$/,
  ],
  [
    'one of another mitigation',
    ({ backlog, task }) => {
      const hyperlinks = [
        'https://x.example/hub?model=0000000f-0000-4000-8000-000000000009&mitigation=0000000b-0000-4000-8000-000000000002&realisation=0000000c-0000-4000-8000-000000000002',
      ];
      backlog.items.put(task, { hyperlinks });
      return task;
    },
    /belongs to another mitigation already/,
  ],
])(
  'S58: %s is not taken, nothing is made in its place, and the reason is said',
  async (_what, of, because) => {
    const there = await world();
    const { app, backlog, id } = there;
    const number = of(there);
    const choice: SyncChoice = {
      ...noChoice,
      approve: new Set([mitigationNumber(1)]),
      takes: new Map([[mitigationNumber(1), number]]),
    };
    const before = backlog.items.all().length;
    const opened = await app.openModel(id);
    const plan = await app.planSync({ model: opened.model, opened, choice, depth: 'whole' });
    const held = { kind: 'needs-decision', task: number, because: expect.stringMatching(because) as string };
    expect(plan.steps).toMatchObject([held]);
    const report = await app.applySync({ opened, plan, choice, depth: 'whole' });
    expect(report).toMatchObject({ kind: 'applied', outcomes: [], remaining: [held] });
    expect(backlog.items.all()).toHaveLength(before);
  },
);

test('S86: the answer is lost after the effect: it is taken once, and found', async () => {
  const { backlog, task, apply, stored } = await world();
  const { write } = backlog.tasks;
  let lost = false;
  backlog.tasks.write = async (operations) => {
    const results = await write.call(backlog.tasks, operations);
    if (lost) return results;
    lost = true;
    throw new AccessError('unreachable', 'The answer got lost.');
  };
  expect(await apply()).toMatchObject({ kind: 'applied' });
  expect([...(await stored()).realisation.values()].map(({ workItem }) => workItem)).toEqual([task]);
  expect(backlog.items.find(task)?.hyperlinks).toHaveLength(1);
});

test('S81: two who take at the same time: one is told, and one link is written', async () => {
  const { backlog, task, plan, app, stored } = await world();
  const [one, two] = [await plan(), await plan()];
  const choice: SyncChoice = {
    ...noChoice,
    approve: new Set([mitigationNumber(1)]),
    takes: new Map([[mitigationNumber(1), task]]),
  };
  await Promise.all([one, two].map((shown) => app.applySync({ ...shown, choice, depth: 'whole' })));
  expect((await stored()).realisation.size).toBe(1);
  expect(backlog.items.find(task)?.hyperlinks).toHaveLength(1);
});

test('S73: undo takes tag, link, section and realisation away again', async () => {
  const { backlog, task, apply, app, id, stored } = await world();
  await apply();
  const opened = await app.openModel(id);
  const undoing = await app.planUndoSync(opened);
  if (!undoing) throw new Error('Nothing can be undone.');
  await app.undoSync(opened, undoing);
  expect(backlog.items.find(task)).toMatchObject({ title, tags: ['ops'], hyperlinks: [] });
  expect(backlog.items.find(task)?.description.text).toBe(theirs);
  expect((await stored()).realisation.size).toBe(0);
});
