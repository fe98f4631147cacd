/** What a sync costs, in requests to the local Azure DevOps. Times are measured by `npm run bench`. */
import { asId, modelId } from '../src/core/model/ids';
import type { ModelId } from '../src/core/model/ids';
import type { App } from '../src/app/app';
import { applyEdit } from '../src/core/model/edit';
import { noChoice } from '../src/core/sync/plan';
import { patientApp } from './fixtures/patient-app';
import type { PatientApp } from './fixtures/patient-app';
import { times } from './fixtures/runs';
import { aMitigation, aTreatment } from './fixtures/sample-model';
import { startSyncWorld } from './fixtures/sync-world';
import type { SyncWorld } from './fixtures/sync-world';

const many = times(300, 2000);
jest.setTimeout(times(120_000, 1_200_000));

let shop: SyncWorld;
let session: PatientApp;
let id: ModelId;
/** The requests of the first sync, which made every Task. */
let making: readonly string[];
beforeAll(async () => {
  shop = await startSyncWorld();
  const model = await shop.model(many, await shop.story('Pay by card'));
  id = asId(modelId, model.info.id) ?? model.info.id;
  const { app } = await shop.connect();
  const { id: projectId } = await app.facts();
  session = patientApp(shop.host, { projectId, now: () => new Date().toISOString() });
  making = await counted(() => sync(session.app, many));
});
afterAll(() => shop.host.close());

/** The requests that the work sent. */
async function counted(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = session.sent.length;
  await work();
  return session.sent.slice(before);
}

/** Opens, looks, plans, and writes what the plan says, as a page or a scheduled run does. */
async function sync(app: App, expected: number): Promise<void> {
  const opened = await app.openModel(id);
  const plan = await app.planSync({ model: opened.model, opened, choice: noChoice });
  const report = await app.applySync({ opened, plan, choice: noChoice });
  if (report.kind === 'busy') throw new Error('busy');
  expect(report.outcomes.filter(({ result }) => result.kind === 'done')).toHaveLength(expected);
  const asked = report.remaining.filter(({ kind }) => kind !== 'needs-approval');
  expect([asked, report.oddities, report.conflicts]).toEqual([[], [], []]);
}

const isBatch = (request: string) => request.includes('_apis/wit/$batch');
/** Documents of the model itself: neither its journal nor what the forms of work items read. */
const isModelSave = (request: string) =>
  /^(POST|PATCH) .*\/Collections\/w1\.[0-9a-f-]{36}\.[0-9a-f-]{36}\/Documents/.test(request);

test(`${many} Tasks are made in one write for each hundred, with at most two saves of the model for each (S84)`, () => {
  const batches = making.filter(isBatch).length;
  expect(batches).toBe(Math.ceil(many / 100));
  expect(batches).toBeLessThanOrEqual(25);
  const first = making.findIndex(isBatch);
  const last = making.map(isBatch).lastIndexOf(true);
  // The claim, and then the number of every Task; what the look remembers is saved once, at the end.
  expect(making.filter(isModelSave).length).toBeGreaterThanOrEqual(batches);
  const between = making.slice(first, last).filter(isModelSave).length;
  expect(between).toBeLessThanOrEqual(2 * batches);
  expect(making.filter(isModelSave).length).toBeLessThanOrEqual(2 * batches + 4);
});

/** Mitigations that want no Task: what stands already, and what nobody has decided on. */
async function addQuietOnes(): Promise<void> {
  const opened = await session.app.openModel(id);
  const quiet = [aMitigation(9001, { kind: 'existing' }), aMitigation(9002)];
  const edit = {
    label: 'Add',
    mitigation: { put: quiet },
    treatment: { put: [1, 2].map((n) => aTreatment(9000 + n, { threat: 1, mitigation: 9000 + n })) },
  };
  await session.app.saveModel(opened, applyEdit(opened.model, edit));
}

test('a sync to which nothing has changed is four requests, however large the backlog is (S61, S62)', async () => {
  await addQuietOnes();
  // The first look after our own writes passes over them by their revisions.
  await sync(session.app, 0);
  const again = await counted(() => sync(session.app, 0));
  expect(again.length).toBeLessThanOrEqual(4);
  expect(again.filter((request) => request.includes('_apis/wit/'))).toEqual([
    expect.stringContaining('reporting/workItemRevisions'),
  ]);
});

/** What a process asks once: the project, its backlog, who it is, and whether the forms of work items show this model. */
const isOnce = (request: string) =>
  /connectionData|_apis\/projects\/|backlogconfiguration|\.by-work-item\/Documents/i.test(request);

test('the same four for a process that has just begun, besides what it asks once (S61)', async () => {
  const { id: projectId } = await session.app.facts();
  const fresh = patientApp(shop.host, { projectId, now: () => new Date().toISOString() });
  await sync(fresh.app, 0);
  expect(fresh.sent.filter(isOnce).length).toBeLessThanOrEqual(4);
  // The policy of the project is no request of its own: it comes with the model.
  expect(fresh.sent.filter((request) => !isOnce(request))).toEqual([
    expect.stringMatching(/^GET .*\/Documents\//),
    expect.stringMatching(/^POST .*ExtensionDataCollectionQuery/),
    expect.stringContaining('reporting/workItemRevisions'),
    expect.stringMatching(/^PATCH .*\/Documents/),
  ]);
});

test('ten changed work items are six requests (S61)', async () => {
  const tasks = (await shop.tasks()).slice(0, 10);
  for (const task of tasks) await shop.edit(task.id, { 'System.State': 'Active' });
  const look = await counted(() => sync(session.app, 0));
  expect(look.length).toBeLessThanOrEqual(6);
  expect(look.filter((request) => request.includes('workitemsbatch')).length).toBeGreaterThan(0);
  // They were looked at: the next time they are nothing new.
  expect((await counted(() => sync(session.app, 0))).length).toBeLessThanOrEqual(4);
});
