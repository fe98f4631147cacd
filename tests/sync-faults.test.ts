/**
 * A sync over HTTP that fails at each of its requests in every way, or is cut off there for good, and is then run
 * again: no second Task, nothing lost, and the report names what remains (SPEC.md, S82, S83, S85, S86). A few points
 * by default, every one of them in `npm run test:deep`.
 */
import type { App } from '../src/app/app';
import type { ApplyReport, StepOutcome } from '../src/app/apply-sync';
import { AccessError } from '../src/app/ports';
import { ModelError } from '../src/app/model-error';
import { parseIdentity } from '../src/core/sync/identity';
import { isWriting, stepKey } from '../src/core/sync/plan';
import type { Effect } from '../src/host/faults/fault';
import { beginTrial, beside, stepsToDo, titlesInTheEnd } from './fixtures/fault-trial';
import type { Trial } from './fixtures/fault-trial';
import { times } from './fixtures/runs';

jest.setTimeout(times(60_000, 3_600_000));

async function planAndApply(app: App, trial: Trial, strike: () => Promise<void>) {
  const opened = await app.openModel(trial.id);
  const plan = await app.planSync({ model: opened.model, opened, choice: trial.choice });
  await strike();
  return { plan, run: () => app.applySync({ opened, plan, choice: trial.choice }) };
}

/** Undefined when it ended with an error that says why, in a sentence. */
async function reportOf(run: () => Promise<ApplyReport>): Promise<ApplyReport | undefined> {
  try {
    return await run();
  } catch (error) {
    // Anything else would be a defect of ours.
    if (!(error instanceof AccessError || error instanceof ModelError)) throw error;
    return undefined;
  }
}

/** Without the places that the Task of a part names. */
const titlesOf = async (trial: Trial) =>
  (await trial.tasks()).map(({ fields }) => String(fields['System.Title']).replace(/ – .*$/, '')).sort();

/** What the report calls done is done, and each step that was shown is in it. */
async function isHonest(
  trial: Trial,
  { report, keys }: { readonly report: ApplyReport | undefined; readonly keys: readonly string[] },
): Promise<void> {
  if (report?.kind !== 'applied') return;
  const told = new Set([...report.outcomes.map(({ step }) => step), ...report.remaining].map(stepKey));
  expect(keys.filter((key) => !told.has(key))).toEqual([]);
  const there = new Set([trial.leftOver, ...(await trial.tasks()).map(({ id }) => id)]);
  const isFalse = ({ step, result }: StepOutcome): boolean =>
    result.kind === 'done' && step.kind !== 'note' && !there.has(result.workItem);
  expect(report.outcomes.filter(isFalse)).toEqual([]);
  const made = new Set(
    report.outcomes.flatMap(({ step, result }) => (result.kind === 'done' ? step.realisation : [])),
  );
  expect(report.remaining.filter((step) => step.kind === 'adopt' && made.has(step.realisation))).toEqual([]);
  for (const { result } of report.outcomes)
    if (result.kind !== 'done') expect(result.message).toMatch(/\w.*\.$/s);
}

/** Runs again until nothing is left: at most three times, as a person would. */
async function resume(trial: Trial): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    trial.later();
    const app = trial.session();
    const { run } = await planAndApply(app, trial, () => Promise.resolve());
    const report = await run();
    if (report.kind === 'applied' && report.outcomes.length + report.remaining.length === 0) break;
  }
}

async function expectWhole(trial: Trial): Promise<void> {
  const app = trial.session();
  const opened = await app.openModel(trial.id);
  const plan = await app.planSync({ model: opened.model, opened, choice: trial.choice, depth: 'whole' });
  expect([plan.steps, plan.conflicts, plan.oddities]).toEqual([[], [], []]);
  expect(await titlesOf(trial)).toEqual(titlesInTheEnd);
  const tasks = await trial.tasks();
  const byRealisation = new Map(
    [...opened.model.realisation.values()].map((each) => [each.id, each.workItem]),
  );
  expect(byRealisation.size).toBe(titlesInTheEnd.length);
  for (const { id, relations = [] } of tasks) {
    const [link] = relations.flatMap(({ rel, url }) => (rel === 'Hyperlink' ? [parseIdentity(url)] : []));
    expect(link && byRealisation.get(link.realisation)).toBe(id);
  }
  const texts = tasks.map(({ fields }) => String(fields['System.Description']));
  expect(texts.filter((text) => text.endsWith(beside))).toHaveLength(1);
  expect([...opened.model.mitigation.values()].map(({ status }) => status.kind)).toEqual(
    [...opened.model.mitigation.keys()].map(() => 'approved'),
  );
  const { task, from, to } = trial.moved;
  const at = (rel: string) =>
    tasks
      .find(({ id }) => id === task)
      ?.relations?.flatMap((each) => (each.rel === rel ? [Number(each.url.split('/').at(-1))] : []));
  expect([at('System.LinkTypes.Hierarchy-Reverse'), at('System.LinkTypes.Related')]).toEqual([[to], [from]]);
  // Let go of, never deleted: only our marks are off it.
  const left = await trial.item(trial.leftOver);
  expect([left.fields['System.Tags'] ?? '', left.fields['System.Description'] ?? '']).toEqual(['', '']);
  expect(left.relations?.map(({ rel }) => rel)).not.toContain('Hyperlink');
}

type Way = readonly [name: string, effect: Effect, count: number];
const fail = (status: number, more: { readonly typeKey?: string; readonly when?: 'after' } = {}): Effect => ({
  kind: 'fail',
  status,
  ...more,
});
/** So often the client sends what was answered with 503, and with a 429 that names a pause, before it gives up. */
const everyTry = 4;
const everyPatientTry = 22;
const ways: readonly Way[] = [
  ['400', fail(400), 1],
  ['400 with a required field (TF401320)', fail(400, { typeKey: 'RuleValidationException' }), 1],
  ['404', fail(404), 1],
  ['409', fail(409), 1],
  ['412', fail(412), 1],
  ['429 once', { kind: 'block', retryAfter: 1 }, 1],
  ['429 until it gives up', { kind: 'block', retryAfter: 1 }, everyPatientTry],
  ['500', fail(500), 1],
  ['500 after the effect', fail(500, { when: 'after' }), 1],
  ['503', fail(503), everyTry],
  ['a connection dropped before', { kind: 'drop' }, 1],
  ['a connection dropped twice', { kind: 'drop' }, 2],
  ['a connection dropped after the effect', { kind: 'drop', when: 'after' }, 1],
];

const kinds = (outcomes: readonly StepOutcome[]) =>
  outcomes.map(({ step, result }) => `${step.kind} ${result.kind}`).sort();

/** Requests of the apply when nothing fails. */
async function countRequests(): Promise<number> {
  const trial = await beginTrial();
  try {
    let watch: { calls(): Promise<readonly unknown[]> } | undefined;
    const { run } = await planAndApply(trial.session(), trial, async () => {
      watch = await trial.faults.add({}, { kind: 'watch' });
    });
    const report = await run();
    expect(report.kind === 'applied' && kinds(report.outcomes)).toEqual(
      stepsToDo.map((step) => `${step} done`),
    );
    const count = (await watch?.calls())?.length ?? 0;
    await expectWhole(trial);
    return count;
  } finally {
    await trial.host.close();
  }
}

/** All points, or one that differs from way to way. */
function pointsOf(total: number, offset: number): readonly number[] {
  const all = Array.from({ length: total }, (_, i) => i + 1);
  return all.filter((point) => (point + offset * 2) % times(total, 1) === 0);
}

let total = 0;
beforeAll(async () => {
  total = await countRequests();
});

test('an apply is some twenty requests, each of which can fail', () => {
  expect(total).toBeGreaterThan(12);
  expect(total).toBeLessThan(40);
});

async function attempt(strike: (trial: Trial) => Promise<void>): Promise<void> {
  const trial = await beginTrial();
  try {
    const { plan, run } = await planAndApply(trial.session(), trial, () => strike(trial));
    const keys = plan.steps.filter(isWriting).map(stepKey);
    const report = await reportOf(run);
    await trial.faults.reset();
    await isHonest(trial, { report, keys });
    await resume(trial);
    await expectWhole(trial);
  } finally {
    await trial.host.close();
  }
}

test.each(ways.map((way, i) => [...way, i] as const))(
  'a request answered with %s: what remains is named, and the next run completes it (S83, S85, S86)',
  async (_name, effect, count, i) => {
    for (const point of pointsOf(total, i)) {
      try {
        await attempt(async ({ faults }) => void (await faults.add({}, effect, { from: point, count })));
      } catch (error) {
        throw new Error(`At request ${point} of ${total}.`, { cause: error });
      }
    }
  },
);

test.each([['before'], ['after']] as const)(
  'cut off for good %s a request takes effect: the next run finds what was made (S82, S85, S86)',
  async (when) => {
    for (const point of pointsOf(total, when === 'after' ? 5 : 4)) {
      try {
        await attempt(async ({ faults }) => {
          await faults.add({}, { kind: 'drop', when }, { from: point, count: 1 });
          await faults.add({}, { kind: 'drop' }, { from: point + 1, count: null });
        });
      } catch (error) {
        throw new Error(`At request ${point} of ${total}.`, { cause: error });
      }
    }
  },
);

describe('one entry of a batch', () => {
  /** Holds the batch while somebody else works; `check` sees what the report says of each step. */
  async function meanwhile(
    work: (trial: Trial, task: number) => Promise<void>,
    check: (trial: Trial, told: { task: number; outcomes: readonly StepOutcome[] }) => Promise<void>,
  ): Promise<void> {
    const trial = await beginTrial();
    try {
      const task = trial.renamed;
      const { run } = await planAndApply(trial.session(), trial, () => Promise.resolve());
      const batch = await trial.faults.add({ path: '**/$batch' }, { kind: 'hold' });
      const going = run();
      await batch.matched(1);
      await work(trial, task);
      await trial.faults.reset();
      const report = await going;
      if (report.kind !== 'applied') throw new Error('busy');
      await check(trial, { task, outcomes: report.outcomes });
    } finally {
      await trial.host.close();
    }
  }

  test('412: somebody saved in between; theirs stays, and ours is planned again and done (S83)', async () => {
    await meanwhile(
      (trial, task) => trial.edit(task, { 'System.Tags': 'security-mitigation; urgent' }),
      async (trial, { task, outcomes }) => {
        expect(kinds(outcomes)).toEqual(stepsToDo.map((step) => `${step} done`));
        expect((await trial.item(task)).fields).toMatchObject({
          'System.Tags': 'security-mitigation; urgent',
          'System.Title': 'A new title',
        });
        await resume(trial);
        await expectWhole(trial);
      },
    );
  });

  test('404: the Task was deleted in between; the report says so, and the next plan asks (S27)', async () => {
    await meanwhile(
      (trial, task) => trial.remove(task),
      async (trial, { task, outcomes }) => {
        const done = stepsToDo.map((step) => `${step} done`);
        expect(kinds(outcomes)).toEqual([...done.slice(0, -1), 'update refused']);
        const app = trial.session();
        const opened = await app.openModel(trial.id);
        const plan = await app.planSync({ model: opened.model, opened, choice: trial.choice });
        expect(plan.steps).toEqual([]);
        expect(plan.oddities.map(({ fate, workItem }) => [fate, workItem])).toEqual([['deleted', task]]);
        expect(await trial.tasks()).toHaveLength(titlesInTheEnd.length - 1);
      },
    );
  });

  test('a story went away in between: what hangs on it is refused, the rest of the batch is done (S84)', async () => {
    await meanwhile(
      async (trial) => {
        await trial.remove(trial.moved.to);
      },
      async (trial, { outcomes }) => {
        const done = stepsToDo.map((step) => `${step} done`);
        expect(kinds(outcomes)).toEqual([...done.slice(0, -1), 'update refused']);
        const { fields } = await trial.item(trial.moved.task);
        expect(fields['System.Parent']).toBe(trial.moved.from);
      },
    );
  });
});
