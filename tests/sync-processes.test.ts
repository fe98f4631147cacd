/** The life of a mitigation's Task in all four processes and an inherited one: by the category of each state, never its name. */
import type { StatusKind } from '../src/core/model/mitigation';
import { indexModel } from '../src/core/model/model-index';
import type { StateCategory } from '../src/core/model/state-category';
import { effectiveStatus } from '../src/core/risk/effective-status';
import { noChoice } from '../src/core/sync/plan';
import type { ProcessKey } from '../src/host/processes/process';
import { startSyncWorld } from './fixtures/sync-world';
import type { SyncWorld } from './fixtures/sync-world';

// Each state of five processes is walked through, with a whole look at each.
jest.setTimeout(60_000);

const meaning: Readonly<Record<StateCategory, StatusKind>> = {
  Proposed: 'planned',
  InProgress: 'in-progress',
  Resolved: 'in-progress',
  Completed: 'implemented',
  // What will not be done says nothing: somebody is asked.
  Removed: 'approved',
};

/** The status that counts for the only treatment, and what a plan asks about its Task. */
async function judged(shop: SyncWorld, task: number) {
  const { app } = await shop.connect();
  const model = await shop.stored();
  const [treatment] = model.treatment.values();
  const [mitigation] = model.mitigation.values();
  if (!treatment || !mitigation) throw new Error('The model is empty.');
  const states = await app.readWorkItems([task]);
  const realisations = indexModel(model).realisationsOfMitigation(mitigation.id);
  const { status } = effectiveStatus({ model, treatment, mitigation, realisations, states });
  const opened = await app.openModel(model.info.id);
  const plan = await app.planSync({ model, opened, choice: noChoice, depth: 'whole' });
  return {
    counts: status.kind,
    stored: mitigation.status.kind,
    asks: plan.oddities.map(({ fate }) => fate),
    writes: plan.steps.length + plan.conflicts.length,
  };
}

/** Every process has the type; its check is made once, tests the Task, and is no Task of ours to a sync. */
async function makesTheTestCase(shop: SyncWorld, task: number): Promise<void> {
  await shop.change((model) => {
    const [first] = model.mitigation.values();
    if (!first) throw new Error('The model is empty.');
    return { id: first.id, verify: '1. Send <script>\n2. Look at the page & its source' };
  });
  const { app } = await shop.connect();
  const look = async () => {
    const found = await app.lookAtTestCases(await shop.stored());
    if (found.kind !== 'planned') throw new Error('no type for test cases');
    return found.rows;
  };
  const rows = await look();
  expect(rows.map(({ kind, tests }) => [kind, tests])).toEqual([['create', [task]]]);
  const { id: model } = (await shop.stored()).info;
  const reports = await Promise.all([
    app.writeTestCases({ model, rows }),
    (await shop.connect()).app.writeTestCases({ model, rows }),
  ]);
  expect(reports.map(({ kind }) => kind).sort()).not.toEqual(['busy', 'busy']);
  const [known, ...more] = await look();
  expect([known, more]).toMatchObject([{ kind: 'there', missing: [], differs: false, copies: [] }, []]);
  const item = await shop.item(known?.kind === 'there' ? known.workItem : 0);
  expect(item.fields['System.WorkItemType']).toBe('Test Case');
  expect(item.relations?.map(({ rel }) => rel).sort()).toEqual([
    'Hyperlink',
    'Microsoft.VSTS.Common.TestedBy-Reverse',
  ]);
  expect((await judged(shop, task)).writes).toBe(1); // The new check is in the Task's section, and nothing else.
}

test.each<[ProcessKey, string, readonly string[]]>([
  ['agile', 'Task', ['New', 'Active', 'Closed', 'Removed']],
  ['scrum', 'Task', ['To Do', 'In Progress', 'Done', 'Removed']],
  ['basic', 'Task', ['To Do', 'Doing', 'Done']],
  ['cmmi', 'Task', ['Proposed', 'Active', 'Resolved', 'Closed']],
  ['inherited', 'Work Step', ['Waiting', 'Underway', 'Checked', 'Skipped']],
])('S37, S41, S29: %s', async (process, type, names) => {
  const shop = await startSyncWorld(process);
  try {
    const { app } = await shop.connect();
    await shop.model(1, await shop.story('Pay by card'));
    const field = process === 'inherited' ? ['--field', 'Custom.CostCentre=Platform'] : [];
    await shop.sync('--apply', ...field);
    const [task] = await shop.tasks();
    const { states, taskType } = await app.facts();
    const known = states.get(taskType) ?? new Map<string, StateCategory>();
    expect(taskType).toBe(type);
    expect([...known.keys()].sort()).toEqual([...names].sort());
    for (const [state, category] of [...known, ...[...known].slice(0, 1)]) {
      await shop.edit(task?.id ?? 0, { 'System.State': state });
      expect([state, await judged(shop, task?.id ?? 0)]).toEqual([
        state,
        {
          counts: meaning[category],
          stored: 'approved',
          asks: category === 'Removed' ? ['removed'] : [],
          writes: 0,
        },
      ]);
    }
    // The last step above was the way back: what was done counts as planned again.
    expect((await judged(shop, task?.id ?? 0)).counts).toBe('planned');
    await makesTheTestCase(shop, task?.id ?? 0);
  } finally {
    await shop.host.close();
  }
});
