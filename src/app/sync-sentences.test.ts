/** What a plan says to a person: every step is worth a press, no answer of theirs is passed over, and what it says is so. */
import { copyOf } from '../../tests/fixtures/aligned-world';
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
import { applyEdit } from '../core/model/edit';
import type { Edit } from '../core/model/edit';
import type { Model } from '../core/model/model';
import { isWriting, noChoice } from '../core/sync/plan';
import { createApp } from './app';
import { readMemory } from './sync-memory';

/** Three mitigations with their Tasks under the first of three stories. */
async function world() {
  const backlog = new MemoryBacklog();
  const app = createApp(
    {
      documents: new MemoryDocuments(),
      backlog,
      clock: { now: () => '2026-03-02T09:00:00.000Z' },
      newId: countingIds(),
      person: () => Promise.resolve({ id: 'olivia', name: 'Olivia Owner' }),
    },
    { projectId: backlog.projectId, hubId: 'without.without.hub' },
  );
  const stories = ['Sign in', 'See my orders', 'Pay by card'].map((title) => backlog.addStory(title));
  const numbers = [1, 2, 3];
  const { model } = await app.createModel(
    aModel({
      threats: numbers.map((n) => aThreat(n)),
      mitigations: numbers.map((n) => aMitigation(n, { kind: 'approved' })),
      treatments: numbers.map((n) => aTreatment(n, { threat: n, mitigation: n })),
      links: numbers.map((n) => aStoryLink(n, n, stories[0] ?? 0)),
    }),
  );
  const open = () => app.openModel(model.info.id);
  const plan = async (answers: Readonly<Record<string, string>> = {}) => {
    const opened = await open();
    const choice = { ...noChoice, answers: new Map(Object.entries(answers)) };
    return { opened, choice, plan: await app.planSync({ model: opened.model, opened, choice }) };
  };
  const sync = async (answers: Readonly<Record<string, string>> = {}) => app.applySync(await plan(answers));
  const edit = async (of: (model: Model) => Omit<Edit, 'label'>) => {
    const opened = await open();
    await app.saveModel(opened, applyEdit(opened.model, { label: 'Edit', ...of(opened.model) }));
  };
  await sync();
  const { realisation } = (await open()).model;
  const task = (n: number) =>
    [...realisation.values()].find(({ mitigation }) => mitigation === mitigationNumber(n))?.workItem ?? 0;
  /** The answer to every question about one Task. */
  const answer = async (to: Readonly<Record<string, string>>) => {
    const { oddities, conflicts } = (await plan()).plan;
    return Object.fromEntries(
      [...oddities, ...conflicts].flatMap((each) => {
        const key = 'key' in each ? each.key : '';
        const said = to[key.split(':')[0] ?? ''];
        return said === undefined ? [] : [[key, said]];
      }),
    );
  };
  /** The mitigation's threat belongs to another story from now on. */
  const relink = (n: number, story: number) =>
    edit(() => ({ storyLink: { put: [aStoryLink(n, n, story)] } }));
  const steps = async (answers: Readonly<Record<string, string>> = {}) =>
    (await plan(answers)).plan.steps.filter(isWriting);
  return { app, backlog, stories, task, open, plan, sync, answer, edit, relink, steps };
}

test('what is asked about a Task is noted in the model with the answer, not before, whatever else is written', async () => {
  const { backlog, task, plan, relink, stories } = await world();
  backlog.items.put(task(1), { title: 'Throttle the login form' });
  backlog.items.put(task(2), { tags: [] });
  await relink(3, stories[1] ?? 0);
  const { oddities, steps } = (await plan()).plan;
  expect(oddities.map(({ fate, workItem }) => [fate, workItem])).toEqual([
    ['renamed', task(1)],
    ['tag-removed', task(2)],
  ]);
  expect(steps.map((step) => 'workItem' in step && step.workItem)).toEqual([task(3)]);
});

test('a mitigation that takes the title of its Task is settled with that', async () => {
  const { backlog, task, sync, answer, relink, stories, steps } = await world();
  backlog.items.put(task(1), { title: 'Throttle the login form' });
  await sync(await answer({ renamed: 'take' }));
  await relink(3, stories[1] ?? 0);
  expect((await steps()).map((step) => 'workItem' in step && step.workItem)).toEqual([task(3)]);
});

test('what somebody answered is said in the step, also where the Task is changed for another reason', async () => {
  const { backlog, task, steps, answer, relink, stories } = await world();
  backlog.items.put(task(1), { type: 'Bug' });
  await relink(1, stories[1] ?? 0);
  const [step] = await steps(await answer({ retyped: 'keep' }));
  expect(step?.because).toBe(
    'It stays the work item of this mitigation, whatever its type. The plan of its stories changed.',
  );
});

test('a story that a Task is related to is named', async () => {
  const { backlog, task, steps, relink, stories } = await world();
  const [, second = 0, third = 0] = stories;
  backlog.items.put(task(1), { parent: third });
  await relink(1, second);
  const [step] = await steps();
  expect(step?.kind === 'update' && step.changes.map(({ says }) => says)).toEqual([
    `It is related to #${second} See my orders.`,
  ]);
});

test('a Task that both carry is settled with that; the first one says which places it is for', async () => {
  const { backlog, task, steps, sync, answer, stories, edit } = await world();
  await edit(() => ({ treatment: { put: [aTreatment(4, { threat: 2, mitigation: 1 })] } }));
  await edit(() => ({ storyLink: { put: [aStoryLink(2, 2, stories[1] ?? 0)] } }));
  await sync();
  const own = backlog.items.find(task(1));
  if (!own) throw new Error('There is no Task.');
  copyOf({ backlog, item: () => own }, { title: 'The other half', parent: stories[1] });
  await sync(await answer({ split: 'both' }));
  const rest = await steps();
  expect(rest.map((step) => 'workItem' in step && step.workItem)).toEqual([task(1)]);
  expect(rest[0]?.because).toContain('the places did that this part is for');
});

test('a Task of another type or of an unknown state is named without an article that may be wrong', async () => {
  const { backlog, task, plan } = await world();
  backlog.items.put(task(1), { type: 'Issue', state: 'Active', category: undefined });
  expect((await plan()).plan.oddities.map(({ because }) => because)).toEqual([
    'The process does not say what the state Active means for the type Issue.',
    'Its type is Issue, and mitigations are planned as Task here.',
  ]);
});

test('a Task that is not there is one question, and is counted as one', async () => {
  const { backlog, task, plan, open, sync, relink, stories } = await world();
  backlog.delete(task(1));
  await relink(3, stories[1] ?? 0);
  expect((await plan()).plan.oddities).toHaveLength(1);
  await sync();
  expect(readMemory((await open()).memory).last?.open).toBe(1);
});

test('what was stopped before it was tried has not failed', async () => {
  const { app, backlog, task, plan, open } = await world();
  for (const n of [1, 2]) backlog.items.put(task(n), { tags: [] });
  const { oddities } = (await plan()).plan;
  const request = await plan(Object.fromEntries(oddities.map(({ key }) => [key, 'ours'])));
  await app.applySync({ ...request, stopped: () => true });
  expect(readMemory((await open()).memory).last).toMatchObject({ done: 0, failed: 0, untried: 2 });
});
