/** What befalls Tasks behind the model's back, over the memory adapters: SPEC.md of core/sync, S7 to S42. */
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
} from '../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import type { TaskItem } from '../core/sync/backlog-picture';
import type { Fate } from '../core/sync/fate';
import type { SyncChoice } from '../core/sync/plan';
import { noChoice } from '../core/sync/plan';
import { assess } from '../core/risk/assess';
import { createApp } from './app';

const everything: SyncChoice = { ...noChoice, approve: 'all', fallbackParent: null };

/** A model of one mitigation whose Task is made. */
async function aligned() {
  const backlog = new MemoryBacklog();
  const documents = new MemoryDocuments();
  const clock = { now: () => '2026-03-02T09:00:00.000Z' };
  const app = createApp(
    { documents, backlog, clock, newId: countingIds() },
    { projectId: backlog.projectId, hubId: 'without.without.hub' },
  );
  const story = backlog.addStory('Pay by card');
  const { model } = await app.createModel(
    aModel({
      threats: [aThreat(1)],
      mitigations: [aMitigation(1)],
      treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
      links: [aStoryLink(1, 1, story)],
    }),
  );
  const id = model.info.id;
  const plan = async (answers: Readonly<Record<string, string>> = {}) => {
    const opened = await app.openModel(id);
    const choice = { ...everything, answers: new Map(Object.entries(answers)) };
    return { opened, choice, plan: await app.planSync({ model: opened.model, choice, depth: 'whole' }) };
  };
  const apply = async (answers: Readonly<Record<string, string>> = {}) => {
    const { opened, choice, plan: shown } = await plan(answers);
    const report = await app.applySync({ opened, plan: shown, choice, depth: 'whole' });
    if (report.kind !== 'applied') throw new Error('busy');
    return report;
  };
  await apply();
  const [task] = [...(await app.openModel(id)).model.realisation.values()].map(
    ({ workItem }) => workItem ?? 0,
  );
  if (!task) throw new Error('The Task was not made.');
  const item = (): TaskItem => {
    const found = backlog.items.find(task);
    if (!found) throw new Error('The Task is gone.');
    return found;
  };
  return { app, backlog, id, story, task, item, plan, apply };
}
type World = Awaited<ReturnType<typeof aligned>>;

const copyOf = ({ backlog, item }: World, change: Partial<TaskItem> = {}): number => {
  const { title, type, tags, hyperlinks, description, parent } = item();
  const copy = backlog.items.create({
    type,
    fields: { 'System.Title': title, 'System.Tags': tags.join('; '), 'System.Description': description.text },
    parent,
    related: [],
    hyperlink: { url: hyperlinks[0] ?? '', comment: '' },
  });
  if (copy.kind !== 'written') throw new Error('No copy.');
  backlog.items.put(copy.id, change);
  return copy.id;
};

test('S5 what is aligned has nothing to write', async () => {
  const { plan } = await aligned();
  const { steps, conflicts, oddities } = (await plan()).plan;
  expect({ steps, conflicts, oddities }).toEqual({ steps: [], conflicts: [], oddities: [] });
});

const cases: readonly [string, Fate, (world: World) => void][] = [
  ['S21 renamed', 'renamed', ({ backlog, task }) => backlog.items.put(task, { title: 'Their title' })],
  [
    'S22 our section edited',
    'section-edited',
    ({ backlog, task, item }) => {
      const { text, format } = item().description;
      backlog.items.put(task, {
        description: { format, text: text.replace('How to implement 1', 'As we like it') },
      });
    },
  ],
  [
    'S22 our section lost',
    'section-lost',
    ({ backlog, task }) =>
      backlog.items.put(task, { description: { format: 'html', text: '<p>Theirs</p>' } }),
  ],
  ['S23 tag removed', 'tag-removed', ({ backlog, task }) => backlog.items.put(task, { tags: ['other'] })],
  ['S24 link removed', 'link-removed', ({ backlog, task }) => backlog.items.put(task, { hyperlinks: [] })],
  [
    'S25 moved to another project',
    'moved',
    ({ backlog, task }) => backlog.items.put(task, { project: 'Depot' }),
  ],
  ['S26 retyped', 'retyped', ({ backlog, task }) => backlog.items.put(task, { type: 'Bug' })],
  ['S27 deleted', 'deleted', ({ backlog, task }) => backlog.delete(task)],
  ['S29 removed by its state', 'removed', ({ backlog, task }) => backlog.setState(task, 'Removed')],
  ['S30 copied', 'copied', (world) => void copyOf(world)],
  ['S31 split', 'split', (world) => void copyOf(world, { title: 'The other half', parent: undefined })],
];

describe.each(cases)('%s', (_name, fate, befall) => {
  test('is listed with proposals, and nothing is written by itself', async () => {
    const world = await aligned();
    befall(world);
    const before = world.backlog.items.all();
    const { plan } = await world.plan();
    expect(plan.oddities.map((each) => each.fate)).toContain(fate);
    expect(plan.steps.filter((step) => step.kind !== 'note')).toEqual([]);
    const { outcomes } = await world.apply();
    expect(outcomes.map(({ step }) => step.kind).filter((kind) => kind !== 'note')).toEqual([]);
    expect(world.backlog.items.all()).toEqual(before);
  });

  test('S33 every answer settles it, or says that it waits', async () => {
    const world = await aligned();
    befall(world);
    const [first] = (await world.plan()).plan.oddities.filter((each) => each.fate === fate);
    for (const { answer } of first?.proposals ?? []) {
      const own = await aligned();
      befall(own);
      const [oddity] = (await own.plan()).plan.oddities.filter((each) => each.fate === fate);
      const key = oddity?.key ?? '';
      await own.apply({ [key]: answer });
      const after = (await own.plan()).plan;
      const still = after.oddities.filter((each) => each.key === key).length;
      expect([answer, still]).toEqual([answer, answer === 'wait' ? 1 : 0]);
      // A further sync has nothing left to write.
      await own.apply();
      expect([answer, (await own.plan()).plan.steps]).toEqual([answer, []]);
    }
  });
});

test('S32 a Task that was replaced and comes back is known', async () => {
  const world = await aligned();
  world.backlog.delete(world.task);
  const [gone] = (await world.plan()).plan.oddities;
  await world.apply({ [gone?.key ?? '']: 'again' });
  world.backlog.items.restore(world.task);
  expect((await world.plan()).plan.oddities.map(({ fate }) => fate)).toEqual(['restored']);
});

test('S7 both sides changed the title: a conflict, and nothing is written until somebody decides', async () => {
  const world = await aligned();
  const { app, backlog, task, id } = world;
  const opened = await app.openModel(id);
  const [mitigation] = opened.model.mitigation.values();
  if (!mitigation) throw new Error('No mitigation.');
  const renamed = { ...mitigation, title: 'Ours' };
  await app.saveModel(opened, { ...opened.model, mitigation: new Map([[renamed.id, renamed]]) });
  backlog.items.put(task, { title: 'Theirs' });
  const { conflicts } = (await world.plan()).plan;
  expect(conflicts).toMatchObject([{ kind: 'field', field: 'title', model: 'Ours', backlog: 'Theirs' }]);
  await world.apply();
  expect(world.item().title).toBe('Theirs');
  const key = conflicts[0]?.kind === 'field' ? conflicts[0].key : '';
  await world.apply({ [key]: 'model' });
  expect(world.item().title).toBe('Ours');
});

test('S13 what people write beside our section stays when the model changes', async () => {
  const world = await aligned();
  const { app, backlog, task, id } = world;
  const { text, format } = world.item().description;
  backlog.items.put(task, { description: { format, text: `<p>Above</p>${text}<p>Below &amp; more</p>` } });
  const opened = await app.openModel(id);
  const [mitigation] = opened.model.mitigation.values();
  if (!mitigation) throw new Error('No mitigation.');
  const changed = { ...mitigation, implement: 'In another way' };
  await app.saveModel(opened, { ...opened.model, mitigation: new Map([[changed.id, changed]]) });
  await world.apply();
  const after = world.item().description.text;
  expect(after).toMatch(/^<p>Above<\/p>/);
  expect(after).toMatch(/<p>Below &amp; more<\/p>$/);
  expect(after).toContain('In another way');
  expect(after).not.toContain('How to implement 1');
});

test('S37 a Task that is done lowers the risk, reopened it raises it, and the model’s own status stays', async () => {
  const world = await aligned();
  const risk = async () => {
    const { model } = await world.app.openModel(world.id);
    const states = await world.app.readWorkItems([world.task]);
    const [mitigation] = model.mitigation.values();
    return [Math.round(assess(model, states).current), mitigation?.status.kind];
  };
  world.backlog.setState(world.task, 'Closed');
  expect(await risk()).toEqual([24, 'approved']);
  world.backlog.setState(world.task, 'Active');
  expect(await risk()).toEqual([48, 'approved']);
});
