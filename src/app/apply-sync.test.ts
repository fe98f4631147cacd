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
import { modelCollection } from '../core/store/collections';
import type { SyncChoice } from '../core/sync/plan';
import { noChoice } from '../core/sync/plan';
import { assess } from '../core/risk/assess';
import { createApp } from './app';
import type { App } from './app';
import { AccessError } from './ports';
import type { Backlog, Ports } from './ports';
import type { Tasks } from './task-ports';

const everything: SyncChoice = { ...noChoice, approve: 'all', fallbackParent: null };

class Bench {
  readonly documents = new MemoryDocuments();
  readonly backlog = new MemoryBacklog();
  time = '2026-03-02T09:00:00.000Z';
  readonly #ids = countingIds();

  app(backlog: Backlog = this.backlog): App {
    const ports: Ports = {
      documents: this.documents,
      backlog,
      clock: { now: () => this.time },
      newId: this.#ids,
    };
    return createApp(ports, { projectId: this.backlog.projectId, hubId: 'without.without.hub' });
  }

  /** Two mitigations over one threat; the first story of the backlog is its story. */
  async withModel() {
    const story = this.backlog.addStory('Pay by card');
    const opened = await this.app().createModel(
      aModel({
        threats: [aThreat(1)],
        mitigations: [aMitigation(1), aMitigation(2)],
        treatments: [
          aTreatment(1, { threat: 1, mitigation: 1 }),
          aTreatment(2, { threat: 1, mitigation: 2 }),
        ],
        links: [aStoryLink(1, 1, story)],
      }),
    );
    return { opened, story, id: opened.model.info.id };
  }
}

async function applied(app: App, id: Parameters<App['openModel']>[0], choice = everything) {
  const opened = await app.openModel(id);
  const plan = await app.planSync({ model: opened.model, choice });
  return app.applySync({ opened, plan, choice });
}

test('makes each Task under the story, approves the mitigation, remembers the number; again writes nothing', async () => {
  const bench = new Bench();
  const { id, story } = await bench.withModel();
  const first = await applied(bench.app(), id);
  if (first.kind !== 'applied') throw new Error('busy');
  expect(first.outcomes.map((each) => each.result.kind)).toEqual(['done', 'done']);
  const { model } = await bench.app().openModel(id);
  expect([...model.realisation.values()].map((r) => r.workItem).sort()).toEqual([2, 3]);
  expect([...model.mitigation.values()].map((m) => m.status.kind)).toEqual(['approved', 'approved']);
  expect((await bench.backlog.read([2])).get(2)?.parent).toBe(story);

  const second = await applied(bench.app(), id);
  expect(second).toMatchObject({ kind: 'applied', outcomes: [], remaining: [], conflicts: [] });
  expect(await bench.backlog.tasks.tagged('security-mitigation')).toHaveLength(2);
});

test('closing a Task lowers the risk, reopening raises it, and nobody edits the model', async () => {
  const bench = new Bench();
  const { id } = await bench.withModel();
  await applied(bench.app(), id);
  const risk = async () => {
    const { model } = await bench.app().openModel(id);
    return assess(model, await bench.app().readWorkItems([2, 3])).current;
  };
  expect(await risk()).toBe(48);
  bench.backlog.setState(2, 'Closed');
  expect(await risk()).toBe(24);
  bench.backlog.setState(2, 'Active');
  expect(await risk()).toBe(48);
});

test('two people apply the same plan: the second finds the claim, and afterwards nothing left to do', async () => {
  const bench = new Bench();
  const { id, opened } = await bench.withModel();
  const collection = modelCollection(bench.backlog.projectId, id);
  const plan = await bench.app().planSync({ model: opened.model, choice: everything });
  await bench.documents.create(collection, {
    id: 'claim.create',
    schema: 1,
    at: bench.time,
    realisations: [],
  });
  expect(await bench.app().applySync({ opened, plan, choice: everything })).toEqual({
    kind: 'busy',
    since: bench.time,
  });

  bench.time = '2026-03-02T09:15:00.000Z';
  const late = await bench.app().applySync({ opened, plan, choice: everything });
  expect(late.kind === 'applied' && late.outcomes.length).toBe(2);
  const stale = await bench.app().applySync({ opened, plan, choice: everything });
  expect(stale.kind === 'applied' && stale.outcomes).toEqual([]);
  expect(await bench.backlog.tasks.tagged('security-mitigation')).toHaveLength(2);
});

describe('killed after any request', () => {
  test('the next apply finds what was made and completes it: no second Task', async () => {
    for (let call = 1; call <= 12; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const bench = new Bench();
        const { id, opened } = await bench.withModel();
        const plan = await bench.app().planSync({ model: opened.model, choice: everything });
        bench.documents.failAt({ call, when });
        await bench
          .app()
          .applySync({ opened, plan, choice: everything })
          .catch(() => undefined);
        // A failure that was never reached must not hit the second try.
        bench.documents.failAt({ call: 1_000_000, when });
        bench.time = '2026-03-02T10:00:00.000Z';
        await applied(bench.app(), id);
        const { model } = await bench.app().openModel(id);
        expect([...model.realisation.values()].map((r) => r.workItem).sort()).toEqual([2, 3]);
        expect(await bench.backlog.tasks.tagged('security-mitigation')).toHaveLength(2);
      }
    }
  });

  test.each(['before', 'after'])('an answer that got lost %s the Tasks were made', async (when) => {
    const bench = new Bench();
    const { id } = await bench.withModel();
    let lost = false;
    const write: Tasks['write'] = async (operations) => {
      const isLost = !lost;
      lost = true;
      const results = isLost && when === 'before' ? [] : await bench.backlog.tasks.write(operations);
      if (isLost) throw new AccessError('unreachable', 'connection lost');
      return results;
    };
    const tasks = Object.assign(Object.create(bench.backlog.tasks) as Tasks, { write });
    const backlog = Object.assign(Object.create(bench.backlog) as MemoryBacklog, {
      project: () => bench.backlog.project(),
      facts: () => bench.backlog.facts(),
      read: (ids: readonly number[]) => bench.backlog.read(ids),
      tasks,
    });
    const report = await applied(bench.app(backlog), id);
    expect(report.kind === 'applied' && report.outcomes.map((each) => each.result)).toEqual([
      { kind: 'done', workItem: 2, rev: 1 },
      { kind: 'done', workItem: 3, rev: 1 },
    ]);
    // What was found and completed remains no more.
    expect(report.kind === 'applied' && report.remaining).toEqual([]);
    await applied(bench.app(backlog), id);
    expect(await bench.backlog.tasks.tagged('security-mitigation')).toHaveLength(2);
  });
});

test('a refused Task is reported with the service’s sentence and stays to be done', async () => {
  const bench = new Bench();
  const { id } = await bench.withModel();
  const opened = await bench.app().openModel(id);
  const mitigation = { ...aMitigation(1), title: '' };
  const { opened: changed } = await bench.app().saveModel(opened, {
    ...opened.model,
    mitigation: new Map([...opened.model.mitigation, [mitigation.id, mitigation]]),
  });
  const report = await applied(bench.app(), changed.model.info.id);
  if (report.kind !== 'applied') throw new Error('busy');
  const refused = report.outcomes.find((each) => each.step.mitigation === mitigationNumber(1));
  expect(refused?.result).toEqual({
    kind: 'refused',
    message: expect.stringContaining('TF401320') as string,
    required: 'System.Title',
  });
  expect([...report.opened.model.realisation.values()]).toHaveLength(1);
});

test('S57 a field that only a rule wants is asked for with the values that the type knows', async () => {
  const bench = new Bench();
  const { id } = await bench.withModel();
  const cost = { field: 'Custom.CostCentre', name: 'Cost Centre', allowed: ['Platform', 'Product'] };
  bench.backlog.items.requiredByRule = cost.field;
  bench.backlog.tasks.listed = [cost];
  const look = async (fields: Readonly<Record<string, string>> = {}) => {
    const opened = await bench.app().openModel(id);
    const choice = { ...everything, fields };
    return { opened, choice, plan: await bench.app().planSync({ model: opened.model, opened, choice }) };
  };
  await bench.app().applySync(await look());
  const asked = (await look()).plan;
  expect(asked.steps).toMatchObject([{ kind: 'needs-field', fields: [cost] }, { kind: 'needs-field' }]);
  expect(asked.required).toEqual([{ field: cost, value: undefined }]);
  const wrong = (await look({ [cost.field]: 'Nonsense' })).plan;
  expect(wrong.steps[0]?.because).toMatch(/“Nonsense” is none of the values of Cost Centre/);
  await bench.app().applySync(await look({ [cost.field]: 'Product' }));
  expect((await look()).plan.steps).toEqual([]);
});

test('stopping keeps what is done', async () => {
  const bench = new Bench();
  const { id } = await bench.withModel();
  const opened = await bench.app().openModel(id);
  const plan = await bench.app().planSync({ model: opened.model, choice: everything });
  const report = await bench.app().applySync({ opened, plan, choice: everything, stopped: () => true });
  expect(report.kind === 'applied' && report.outcomes.map((each) => each.result.kind)).toEqual([
    'not-tried',
    'not-tried',
  ]);
});

describe('between the showing and the writing', () => {
  const shownPlan = async (bench: Bench, opened: Awaited<ReturnType<App['openModel']>>) =>
    bench.app().planSync({ model: opened.model, choice: everything });

  test('S82 a Task whose story changed since is not written but shown again', async () => {
    const bench = new Bench();
    const { opened } = await bench.withModel();
    const plan = await shownPlan(bench, opened);
    const other = bench.backlog.addStory('Pay by invoice');
    const next = {
      ...opened.model,
      storyLink: new Map([aStoryLink(1, 1, other)].map((link) => [link.id, link])),
    };
    await bench.app().saveModel(opened, next);
    const report = await bench.app().applySync({ opened, plan, choice: everything });
    if (report.kind !== 'applied') throw new Error('busy');
    expect(report.outcomes).toEqual([]);
    expect(report.remaining.map((step) => step.kind === 'create' && step.parent?.id)).toEqual([other, other]);
    expect(await bench.backlog.tasks.tagged('security-mitigation')).toEqual([]);
  });

  test('what is written is exactly the text that was shown', async () => {
    const bench = new Bench();
    const { opened } = await bench.withModel();
    const plan = await shownPlan(bench, opened);
    await bench.app().applySync({ opened, plan, choice: everything });
    // The memory keeps the address of a link, not what is said beside it.
    const kept = plan.steps.flatMap((step) => (step.kind === 'create' ? [step.draft] : []));
    const shown = kept.map((draft) => ({
      ...draft,
      hyperlink: draft.hyperlink && { ...draft.hyperlink, comment: '' },
    }));
    expect([bench.backlog.draft(2), bench.backlog.draft(3)]).toEqual(shown);
  });

  test('a model that may not be written makes no Task', async () => {
    const bench = new Bench();
    const { opened } = await bench.withModel();
    const plan = await shownPlan(bench, opened);
    const readOnly = { ...opened, readOnly: 'A newer version wrote this model.' };
    await expect(bench.app().applySync({ opened: readOnly, plan, choice: everything })).rejects.toThrow(
      'newer version',
    );
    expect(await bench.backlog.tasks.tagged('security-mitigation')).toEqual([]);
  });

  test('a place that says no keeps its mitigation from being approved as a whole', async () => {
    const bench = new Bench();
    const { opened, id } = await bench.withModel();
    const place = aTreatment(1, { threat: 1, mitigation: 1, status: { kind: 'approved' } });
    await bench.app().saveModel(opened, { ...opened.model, treatment: new Map([[place.id, place]]) });
    await applied(bench.app(), id, { ...noChoice, fallbackParent: null });
    const { model } = await bench.app().openModel(id);
    expect(model.mitigation.get(mitigationNumber(1))?.status.kind).toBe('open');
    expect(model.realisation.size).toBe(1);
  });
});
