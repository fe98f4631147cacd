/** A mitigation that is split by places: each part its Task, under its own story; joined again one is let go of; places that come later (S55, S59, S63). */
import * as v from 'valibot';
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
import type { Element } from '../core/model/diagram-parts';
import type { Edit } from '../core/model/edit';
import { applyEdit } from '../core/model/edit';
import { splitMitigation } from '../core/model/edits/split';
import { elementId } from '../core/model/ids';
import type { ElementId } from '../core/model/ids';
import type { StatusKind } from '../core/model/mitigation';
import type { Model } from '../core/model/model';
import { assess } from '../core/risk/assess';
import { noChoice } from '../core/sync/plan';
import { createApp } from './app';
import type { OpenedModel } from './open-model';
import { AccessError } from './ports';

async function world(status: Extract<StatusKind, 'approved' | 'open'> = 'approved') {
  const backlog = new MemoryBacklog();
  const documents = new MemoryDocuments();
  const newId = countingIds();
  // Each look at the clock is 20 minutes later: nobody waits for the claim of one who is gone.
  let minutes = 0;
  const app = createApp(
    {
      documents,
      backlog,
      clock: { now: () => new Date(Date.UTC(2026, 2, 2, 9, (minutes += 20))).toISOString() },
      newId,
      person: () => Promise.resolve({ id: 'olivia', name: 'Olivia Owner' }),
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
  const edit = async (of: (model: Model) => Omit<Edit, 'label'>) => {
    const opened = await open();
    await app.saveModel(opened, applyEdit(opened.model, { label: 'Edit', ...of(opened.model) }));
  };
  const tasks = () => backlog.items.all().filter(({ type }) => type === 'Task');
  return { app, documents, backlog, stories, open, plan, sync, part, edit, tasks };
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

test('S61: a look by changes lists the Task that a join let go of, though it has not changed', async () => {
  const { app, sync, part, open, tasks } = await world();
  await part([0], [1]);
  await sync();
  await part([0, 1]);
  const opened = await open();
  const look = { model: opened.model, opened, choice: noChoice, depth: 'changes' } as const;
  const { oddities, look: end } = await app.planSync(look);
  expect(oddities).toMatchObject([{ fate: 'left-over', workItem: tasks()[1]?.id }]);
  expect(end.kind).toBe('whole');
});

test('S55: parts that ask the same ask once', async () => {
  const { part, plan } = await world('open');
  await part([0], [1]);
  expect((await plan()).plan.steps.map(({ kind }) => kind)).toEqual(['needs-approval']);
});

describe('S52 a part without a story of its own', () => {
  test.each<[string, 'a story' | 'nothing']>([
    ['stands under the story that was chosen before the split', 'a story'],
    ['stands under nothing, where that was chosen', 'nothing'],
  ])('%s: nobody is asked twice', async (_what, where) => {
    const { app, open, edit, sync, part, tasks, plan, stories } = await world();
    await edit(() => ({ storyLink: { remove: [aStoryLink(1, 1, 1).id, aStoryLink(2, 2, 1).id] } }));
    const opened = await open();
    const chosen = where === 'nothing' ? null : stories[1];
    const choice = { ...noChoice, parents: new Map([[mitigationNumber(1), chosen]]) };
    const shown = await app.planSync({ model: opened.model, opened, choice, depth: 'whole' });
    await app.applySync({ opened, plan: shown, choice, depth: 'whole' });
    await part([0], [1]);
    await sync();
    const parent = where === 'nothing' ? undefined : stories[1];
    expect(tasks().map((task) => task.parent)).toEqual([parent, parent]);
    expect((await plan()).plan).toMatchObject({ steps: [], oddities: [], conflicts: [] });
  });

  test('is asked about where that story was removed since', async () => {
    const { app, backlog, open, edit, part, plan, stories } = await world();
    await edit(() => ({ storyLink: { remove: [aStoryLink(1, 1, 1).id, aStoryLink(2, 2, 1).id] } }));
    const opened = await open();
    const choice = { ...noChoice, fallbackParent: stories[1] };
    const shown = await app.planSync({ model: opened.model, opened, choice, depth: 'whole' });
    await app.applySync({ opened, plan: shown, choice, depth: 'whole' });
    await part([0], [1]);
    backlog.setState(stories[1], 'Removed');
    expect((await plan()).plan.steps.map(({ kind }) => kind)).toContain('needs-story');
  });
});

describe('S63 a place that comes after the split', () => {
  type Place = { readonly kind: 'element'; readonly id: ElementId };
  const element = (n: number): Element => ({
    id: v.parse(elementId, `0000000e-0000-4000-8000-00000000000${n}`),
    origin: { kind: 'person' },
    name: `Place ${n}`,
    kind: 'process',
    properties: {},
  });
  const at = (n: number): { readonly place: Place } => ({ place: { kind: 'element', id: element(n).id } });
  /** Split and synced, then threat 3 at a place, treated by the same mitigation; its story if it has one. */
  async function grown(place: number, story: 'its own' | 'the second one') {
    const made = await world();
    await made.part([0], [1]);
    await made.edit(() => ({
      element: { put: [1, 2, 3].map(element) },
      threat: { put: [aThreat(1, at(1)), aThreat(2, at(2))] },
    }));
    await made.sync();
    const own = story === 'its own' ? made.backlog.addStory('Export orders') : made.stories[1];
    await made.edit(() => ({
      threat: { put: [aThreat(3, at(place))] },
      treatment: { put: [aTreatment(3, { threat: 3, mitigation: 1 })] },
      storyLink: { put: [aStoryLink(3, 3, own)] },
    }));
    return { ...made, own };
  }
  const covered = ({ model }: OpenedModel) =>
    [...model.realisation.values()].map(({ covers }) => (covers === 'all' ? 0 : covers.length)).sort();
  const settled = { steps: [], oddities: [], conflicts: [] };

  test('gets a Task of its own under its story', async () => {
    const { sync, tasks, plan, own, stories, open } = await grown(3, 'its own');
    expect((await plan()).plan.steps.map(({ kind, title }) => [kind, title])).toEqual([
      ['create', expect.stringMatching(/ – Place 3$/)],
    ]);
    await sync();
    expect(tasks().map(({ parent }) => parent)).toEqual([...stories, own]);
    expect(covered(await open())).toEqual([1, 1, 1]);
    expect((await plan()).plan).toMatchObject(settled);
  });

  test('that a part covers already goes with its Task, which says so', async () => {
    const { sync, tasks, plan, own, open } = await grown(2, 'its own');
    await sync();
    const [, second] = tasks();
    expect(tasks()).toHaveLength(2);
    expect(second?.description.text.match(/Place 2/g)?.length).toBeGreaterThan(1);
    expect(second?.related).toEqual([own]);
    expect(covered(await open())).toEqual([1, 2]);
    expect((await plan()).plan).toMatchObject(settled);
  });

  test('goes with a Task that is done, too, without a word written into it', async () => {
    const { backlog, sync, tasks, open } = await grown(2, 'its own');
    const [, second] = tasks();
    backlog.setState(second?.id ?? 0, 'Closed');
    const before = tasks();
    await sync();
    expect(tasks()).toEqual(before);
    expect(covered(await open())).toEqual([1, 2]);
  });

  test.each([
    ['the second one', [1, 2], 2],
    ['its own', [1, 1, 1], 3],
  ] as const)(
    'where both parts are: it goes with the one of its story (%s)',
    async (story, covers, count) => {
      const { edit, sync, tasks, open } = await grown(3, story);
      await edit(() => ({ threat: { put: [1, 2, 3].map((n) => aThreat(n, at(1))) } }));
      await sync();
      expect(tasks()).toHaveLength(count);
      expect(covered(await open())).toEqual(covers);
    },
  );

  test('S86 wherever saving is cut off, running again makes no second Task, and every place has one', async () => {
    let reached = 0;
    for (let call = 1; call <= reached + 1; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const { documents, sync, tasks, plan, open } = await grown(3, 'its own');
        const from = documents.requests;
        documents.failAt({ call, when });
        await sync().catch((error: unknown) => expect(error).toBeInstanceOf(AccessError));
        reached = Math.max(reached, documents.requests - from);
        documents.failAt({ call: 1_000_000, when });
        await sync();
        expect([call, when, tasks().length, covered(await open())]).toEqual([call, when, 3, [1, 1, 1]]);
        expect((await plan()).plan).toMatchObject(settled);
      }
      if (call > reached) break;
    }
    expect(reached).toBeGreaterThan(5);
  });

  test('a new story of a threat goes with the part that covers it', async () => {
    const { backlog, edit, sync, tasks } = await grown(3, 'its own');
    await sync();
    const more = backlog.addStory('Cancel an order');
    await edit(() => ({ storyLink: { put: [aStoryLink(4, 2, more)] } }));
    await sync();
    expect(tasks().map(({ related }) => related)).toEqual([[], [more], []]);
  });

  test('is taken back with the sync that made its Task', async () => {
    const { app, open, sync, tasks } = await grown(3, 'its own');
    await sync();
    const undoing = await app.planUndoSync(await open());
    if (!undoing) throw new Error('Nothing can be taken back.');
    await app.undoSync(await open(), undoing);
    expect(tasks()).toHaveLength(2);
    expect(covered(await open())).toEqual([1, 1]);
  });
});
