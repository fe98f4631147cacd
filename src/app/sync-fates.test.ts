/** What befalls Tasks behind the model's back, over the memory adapters: SPEC.md of core/sync, S7 to S42. */
import { aligned, changed, copyOf, everything } from '../../tests/fixtures/aligned-world';
import type { World } from '../../tests/fixtures/aligned-world';
import { aRealisation, mitigationNumber } from '../../tests/fixtures/sample-model';
import type { Model } from '../core/model/model';
import { assess } from '../core/risk/assess';
import type { TaskItem } from '../core/sync/backlog-picture';
import { proposals } from '../core/sync/fate';
import type { Fate } from '../core/sync/fate';
import { statesOf } from '../core/sync/foreign';
import { identityUrl, parseIdentity } from '../core/sync/identity';
import type { SyncChoice } from '../core/sync/plan';
import { mapState } from '../core/sync/states';

test('S5 what is aligned has nothing to write', async () => {
  const { plan } = await aligned();
  const { steps, conflicts, oddities } = (await plan()).plan;
  expect({ steps, conflicts, oddities }).toEqual({ steps: [], conflicts: [], oddities: [] });
});

/** As where the model came from elsewhere: the number belongs to somebody else's work. */
const strange = ({ backlog, task }: World) =>
  backlog.items.put(task, {
    title: 'Book the venue',
    tags: ['party'],
    hyperlinks: ['https://example.org/venue'],
    description: { format: 'html', text: '<p>For two hundred guests</p>' },
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
  ['S34 a number that leads to other work', 'foreign', strange],
  ['S27 deleted', 'deleted', ({ backlog, task }) => backlog.delete(task)],
  ['S29 removed by its state', 'removed', ({ backlog, task }) => backlog.setState(task, 'Removed')],
  ['S30 copied', 'copied', (world) => void copyOf(world)],
  ['S31 split', 'split', (world) => void copyOf(world, { title: 'The other half', parent: undefined })],
  [
    'S42 a state that nobody knows',
    'state-unknown',
    ({ backlog, task }) => backlog.items.put(task, { state: 'Parked', category: undefined }),
  ],
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

/** The backlog without its revisions: a text that was written and written back has had two more. */
const withoutRevisions = ({ backlog }: World) =>
  backlog.items.all().map((item) => ({ ...item, rev: 0, tags: [...item.tags].sort() }));

test('S66 no list of changes says what moved to another project; one that was seen there is read, and settled', async () => {
  const { app, backlog, id, task } = await aligned();
  backlog.items.put(task, { project: 'Depot' });
  const look = async (suspects: readonly number[], answers: SyncChoice['answers'] = new Map()) => {
    const opened = await app.openModel(id);
    const choice = { ...everything, answers };
    const plan = await app.planSync({ model: opened.model, opened, choice, suspects });
    return { opened, choice, plan };
  };
  expect((await look([])).plan.oddities).toEqual([]);
  const [moved] = (await look([task])).plan.oddities;
  expect(moved?.fate).toBe('moved');
  // A new Task wants a claim, after which everything is read again: the moved one, too.
  const given = await look([task], new Map([[moved?.key ?? '', 'again']]));
  const report = await app.applySync({ ...given, suspects: [task] });
  expect(
    report.kind === 'applied' && report.outcomes.map(({ step, result }) => [step.kind, result.kind]),
  ).toEqual([
    ['create', 'done'],
    ['update', 'done'],
  ]);
});

test.each(cases.filter(([, fate]) => fate === 'split' || fate === 'copied'))(
  '%s is told by what it was made from, also where only changes are read (S61)',
  async (_name, fate, befall) => {
    const world = await aligned();
    befall(world);
    const { app, id } = world;
    const opened = await app.openModel(id);
    const plan = await app.planSync({ model: opened.model, opened, choice: everything });
    expect([plan.look.kind, plan.oddities.map((each) => each.fate)]).toEqual(['changes', [fate]]);
  },
);

describe.each(cases)('S73 %s: whatever was answered', (_name, fate, befall) => {
  const answers = proposals[fate].filter(({ answer }) => answer !== 'wait');
  test.each(answers.map(({ answer }) => answer))(
    '“%s” is taken back, in the model and on the backlog',
    async (answer) => {
      const world = await aligned();
      befall(world);
      const [oddity] = (await world.plan()).plan.oddities.filter((each) => each.fate === fate);
      const before = { model: await world.saved(), items: withoutRevisions(world) };
      await world.apply({ [oddity?.key ?? '']: answer });
      expect({ model: await world.saved(), items: withoutRevisions(world) }).not.toEqual(before);
      expect(await world.undo()).toEqual([]);
      expect({ model: await world.saved(), items: withoutRevisions(world) }).toEqual(before);
      // The question comes again, although the Task has not changed since somebody looked at it (S61).
      const opened = await world.app.openModel(world.id);
      const next = await world.app.planSync({ model: opened.model, opened, choice: everything });
      expect(next.oddities.map((each) => each.fate)).toContain(fate);
    },
  );
});

test('S73 using a Task again that had been replaced is taken back', async () => {
  const world = await aligned();
  world.backlog.delete(world.task);
  const [gone] = (await world.plan()).plan.oddities;
  await world.apply({ [gone?.key ?? '']: 'again' });
  world.backlog.items.restore(world.task);
  const [restored] = (await world.plan()).plan.oddities;
  const before = { model: await world.saved(), items: withoutRevisions(world) };
  await world.apply({ [restored?.key ?? '']: 'use' });
  expect(await world.undo()).toEqual([]);
  expect({ model: await world.saved(), items: withoutRevisions(world) }).toEqual(before);
});

test.each(['model', 'backlog'])(
  'S73 a conflict that was decided for the side “%s” is taken back',
  async (side) => {
    const world = await aligned();
    const opened = await world.app.openModel(world.id);
    await world.app.saveModel(opened, changed(opened.model, { title: 'Ours', implement: 'In another way' }));
    world.backlog.items.put(world.task, {
      title: 'Theirs',
      description: {
        format: 'html',
        text: world.item().description.text.replace('How to implement 1', 'As we like it'),
      },
    });
    const { conflicts } = (await world.plan()).plan;
    const keys = conflicts.flatMap((each) => (each.kind === 'field' ? each.key : []));
    expect(keys).toHaveLength(2);
    const before = { model: await world.saved(), items: withoutRevisions(world) };
    await world.apply(Object.fromEntries(keys.map((key) => [key, side])));
    expect({ model: await world.saved(), items: withoutRevisions(world) }).not.toEqual(before);
    expect(await world.undo()).toEqual([]);
    expect({ model: await world.saved(), items: withoutRevisions(world) }).toEqual(before);
    expect((await world.plan()).plan.conflicts).toHaveLength(2);
  },
);

describe('S77 what somebody decided since stays, and is named', () => {
  const changes: readonly [string, Fate, string, (model: Model) => Model, RegExp][] = [
    [
      'another title',
      'renamed',
      'take',
      (model) => changed(model, { title: 'A third one' }),
      /another title/,
    ],
    [
      'another status',
      'removed',
      'reject',
      (model) => changed(model, { status: { kind: 'existing' } }),
      /decided about the mitigation/,
    ],
    [
      'another meaning of a state',
      'state-unknown',
      'Completed',
      (model) => ({
        ...model,
        info: mapState(model.info, { type: 'Task', state: 'Parked', category: 'InProgress' }),
      }),
      /what the state Parked means/,
    ],
    [
      'another share',
      'split',
      'both',
      (model) => ({
        ...model,
        realisation: new Map(
          [...model.realisation].map(([id, each], at) => [
            id,
            { ...each, covers: at === 0 ? [] : each.covers },
          ]),
        ),
      }),
      /divided the mitigation anew/,
    ],
  ];
  test.each(changes)('%s', async (_what, fate, answer, change, because) => {
    const world = await aligned();
    cases.find(([, each]) => each === fate)?.[2](world);
    const [oddity] = (await world.plan()).plan.oddities.filter((each) => each.fate === fate);
    await world.apply({ [oddity?.key ?? '']: answer });
    const opened = await world.app.openModel(world.id);
    await world.app.saveModel(opened, change(opened.model));
    const then = await world.saved();
    expect(await world.undo()).toEqual([
      { workItem: expect.any(Number) as number, because: expect.stringMatching(because) as string },
    ]);
    const { mitigation, info } = await world.saved();
    expect({ mitigation, info }).toEqual({ mitigation: then['mitigation'], info: then['info'] });
  });

  test('an approval that came after the sync', async () => {
    const world = await aligned();
    world.backlog.items.put(world.task, { tags: [] });
    const decide = async (kind: 'open' | 'approved') => {
      const opened = await world.app.openModel(world.id);
      await world.app.saveModel(opened, changed(opened.model, { status: { kind } }));
    };
    await decide('open');
    const [oddity] = (await world.plan()).plan.oddities;
    await world.apply({ [oddity?.key ?? '']: 'ours' });
    await decide('approved');
    const then = await world.saved();
    await world.undo();
    expect((await world.saved())['mitigation']).toEqual(then['mitigation']);
  });
});

test('S31 of a split that somebody confirmed nothing more is asked: its title is theirs, its text says its own part', async () => {
  const world = await aligned();
  copyOf(world, { title: 'The other half', parent: undefined });
  const [split] = (await world.plan()).plan.oddities;
  await world.apply({ [split?.key ?? '']: 'both' });
  await world.apply();
  const { steps, conflicts, oddities } = (await world.plan()).plan;
  expect({ steps, conflicts, oddities }).toEqual({ steps: [], conflicts: [], oddities: [] });
  expect(world.backlog.items.all().map(({ title }) => title)).toContain('The other half');
});

test('S42 two states that are explained in one go both keep their meaning', async () => {
  const world = await aligned();
  const [first] = cases.filter(([, fate]) => fate === 'split');
  first?.[2](world);
  const [split] = (await world.plan()).plan.oddities;
  await world.apply({ [split?.key ?? '']: 'both' });
  const { realisation } = (await world.app.openModel(world.id)).model;
  const copy =
    [...realisation.values()].flatMap(({ workItem }) => workItem ?? []).find((id) => id !== world.task) ?? 0;
  world.backlog.items.put(world.task, { state: 'Parked', category: undefined });
  world.backlog.items.put(copy, { state: 'Waiting', category: undefined });
  const before = await world.saved();
  const asked = (await world.plan()).plan.oddities.filter(({ fate }) => fate === 'state-unknown');
  await world.apply(Object.fromEntries(asked.map(({ key }) => [key, 'InProgress'])));
  expect((await world.app.openModel(world.id)).model.info.stateMap).toMatchObject([
    { category: 'InProgress' },
    { category: 'InProgress' },
  ]);
  expect(await world.undo()).toEqual([]);
  expect((await world.saved())['info']).toEqual(before['info']);
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

test('S83 what somebody else saved of the mitigation meanwhile stays, and the decision is shown again', async () => {
  const world = await aligned();
  world.backlog.items.put(world.task, { title: 'Theirs' });
  const [renamed] = (await world.plan()).plan.oddities;
  const shown = await world.plan({ [renamed?.key ?? '']: 'take' });
  const opened = await world.app.openModel(world.id);
  await world.app.saveModel(opened, changed(opened.model, { title: 'A third one' }));
  const report = await world.app.applySync({ ...shown, depth: 'whole' });
  if (report.kind !== 'applied') throw new Error('busy');
  expect(report.outcomes.map(({ result }) => result.kind)).toEqual(['outdated']);
  expect(report.conflicts).toMatchObject([{ field: 'title', model: 'A third one', backlog: 'Theirs' }]);
  const [mitigation] = [...(await world.app.openModel(world.id)).model.mitigation.values()];
  expect(mitigation?.title).toBe('A third one');
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

describe('S34 a number that leads to other work', () => {
  test('is not believed by the risk, is not written into, and is left as it is when another Task is made', async () => {
    const world = await aligned();
    const risk = async () => {
      const { model } = await world.app.openModel(world.id);
      return Math.round(assess(model, statesOf(await world.app.readWorkItems([world.task]), model)).current);
    };
    expect(await risk()).toBe(48);
    strange(world);
    world.backlog.setState(world.task, 'Closed');
    expect(await risk()).toBe(48);
    const [foreign, ...more] = (await world.plan()).plan.oddities;
    expect([foreign?.fate, more]).toEqual(['foreign', []]);
    const before = world.item();
    await world.apply({ [foreign?.key ?? '']: 'again' });
    expect(world.item()).toEqual(before);
    const [own] = [...(await world.app.openModel(world.id)).model.realisation.values()];
    expect([own?.workItem === world.task, own?.earlier]).toEqual([false, undefined]);
  });

  test('is seen also where its revision is the one that both sides agreed on', async () => {
    const world = await aligned();
    strange(world);
    const opened = await world.app.openModel(world.id);
    const { rev } = world.item();
    const realisation = new Map(
      [...opened.model.realisation].map(([id, each]) => [
        id,
        { ...each, ...(each.baseline ? { baseline: { ...each.baseline, rev } } : {}) },
      ]),
    );
    await world.app.saveModel(opened, { ...opened.model, realisation });
    expect((await world.plan()).plan.oddities.map(({ fate }) => fate)).toEqual(['foreign']);
  });

  test('is another mitigation’s Task where its link says so, whatever its tag', async () => {
    const world = await aligned();
    const other = parseIdentity(world.item().hyperlinks[0] ?? '');
    if (!other) throw new Error('No link.');
    const url = identityUrl('https://dev.example/hub', {
      ...other,
      mitigation: mitigationNumber(2),
      realisation: aRealisation(9, 2, null).id,
    });
    strange(world);
    world.backlog.items.put(world.task, { tags: ['security-mitigation'], hyperlinks: [url] });
    expect((await world.plan()).plan.oddities.map(({ fate }) => fate)).toEqual(['foreign']);
  });

  test.each<[string, Partial<TaskItem>]>([
    ['its title', { title: 'Mitigation 1' }],
    ['its tag', { tags: ['Security-Mitigation'] }],
  ])('is none as long as %s says that it is ours', async (_what, kept) => {
    const world = await aligned();
    strange(world);
    world.backlog.items.put(world.task, kept);
    expect((await world.plan()).plan.oddities.map(({ fate }) => fate)).not.toContain('foreign');
  });

  test('that somebody said is the one is compared like any other', async () => {
    const world = await aligned();
    strange(world);
    const [foreign] = (await world.plan()).plan.oddities;
    await world.apply({ [foreign?.key ?? '']: 'keep' });
    expect((await world.plan()).plan.oddities.map(({ fate }) => fate)).toEqual([
      'tag-removed',
      'link-removed',
      'renamed',
      'section-lost',
    ]);
  });
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
