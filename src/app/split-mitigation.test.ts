/** A mitigation that is split by places: each part its Task, under its own story; joined again one is let go of (S55, S59). */
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
import { splitMitigation } from '../core/model/edits/split';
import type { StatusKind } from '../core/model/mitigation';
import { assess } from '../core/risk/assess';
import { noChoice } from '../core/sync/plan';
import { createApp } from './app';

async function world(status: Extract<StatusKind, 'approved' | 'open'> = 'approved') {
  const backlog = new MemoryBacklog();
  const newId = countingIds();
  const app = createApp(
    {
      documents: new MemoryDocuments(),
      backlog,
      clock: { now: () => '2026-03-02T09:00:00.000Z' },
      newId,
    },
    { projectId: backlog.projectId, hubId: 'without.without.hub' },
  );
  const stories = [backlog.addStory('Sign in'), backlog.addStory('See past orders')] as const;
  const treatments = [
    aTreatment(1, { threat: 1, mitigation: 1 }),
    aTreatment(2, { threat: 2, mitigation: 1 }),
  ];
  const { model } = await app.createModel(
    aModel({
      threats: [aThreat(1), aThreat(2)],
      mitigations: [aMitigation(1, { kind: status })],
      treatments,
      links: [aStoryLink(1, 1, stories[0]), aStoryLink(2, 2, stories[1])],
    }),
  );
  const open = () => app.openModel(model.info.id);
  const plan = async () => {
    const opened = await open();
    return {
      opened,
      plan: await app.planSync({ model: opened.model, opened, choice: noChoice, depth: 'whole' }),
    };
  };
  const sync = async () => app.applySync({ ...(await plan()), choice: noChoice, depth: 'whole' });
  const part = async (...parts: readonly (readonly number[])[]) => {
    const opened = await open();
    const ids = parts.map((each) => each.flatMap((n) => treatments[n]?.id ?? []));
    const edit = splitMitigation(opened.model, { mitigation: mitigationNumber(1), parts: ids, newId });
    await app.saveModel(opened, applyEdit(opened.model, edit));
  };
  const tasks = () => backlog.items.all().filter(({ type }) => type === 'Task');
  return { app, backlog, stories, open, plan, sync, part, tasks };
}

test('S55: the Task goes on with its places, the other part gets one under its own story; then nothing is left to do', async () => {
  const { sync, part, tasks, stories, plan } = await world();
  await sync();
  const [first] = tasks();
  await part([0], [1]);
  expect((await plan()).plan.steps.map(({ kind }) => kind).sort()).toEqual(['create', 'update']);
  await sync();
  expect(tasks().map(({ id, parent }) => [id, parent])).toEqual([
    [first?.id, stories[0]],
    [expect.any(Number), stories[1]],
  ]);
  expect((await plan()).plan).toMatchObject({ steps: [], oddities: [], conflicts: [] });
});

test('S37, S55: one Task done lowers the risk of its places only', async () => {
  const { sync, part, tasks, backlog, open } = await world();
  await part([0], [1]);
  await sync();
  const [done] = tasks();
  if (!done) throw new Error('No Task was made.');
  backlog.setState(done.id, 'Closed');
  const { model } = await open();
  const states = new Map(backlog.items.all().map((item) => [item.id, item]));
  const now = [...assess(model, states).threats.values()].map(({ inherent, current }) => current < inherent);
  expect(now).toEqual([true, false]);
});

test('S59: joined, one Task carries all; the other is left over, and untouched until somebody says so', async () => {
  const { sync, part, tasks, plan, open } = await world();
  await part([0], [1]);
  await sync();
  await part([0, 1]);
  const { model } = await open();
  expect([...model.realisation.values()]).toMatchObject([{ covers: 'all', workItem: tasks()[0]?.id }]);
  const joined = await plan();
  expect(joined.plan.oddities).toMatchObject([{ fate: 'left-over', workItem: tasks()[1]?.id }]);
  await sync();
  expect(tasks()).toHaveLength(2);
});

test('S55: parts that ask the same ask once', async () => {
  const { part, plan } = await world('open');
  await part([0], [1]);
  expect((await plan()).plan.steps.map(({ kind }) => kind)).toEqual(['needs-approval']);
});
