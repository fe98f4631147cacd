/** What a sync costs, in requests to the local Azure DevOps. Times are measured by `npm run bench`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, modelId } from '../src/core/model/ids';
import type { ModelId } from '../src/core/model/ids';
import type { App } from '../src/app/app';
import { readMemory } from '../src/app/sync-memory';
import { applyEdit } from '../src/core/model/edit';
import { noChoice } from '../src/core/sync/plan';
import { run } from '../src/cli/main';
import { ownerToken } from './fixtures/local-host';
import { patientApp } from './fixtures/patient-app';
import type { PatientApp } from './fixtures/patient-app';
import { startRecorder } from './fixtures/recording-proxy';
import type { Recorder } from './fixtures/recording-proxy';
import { times } from './fixtures/runs';
import { aMitigation, aTreatment } from './fixtures/sample-model';
import { startSyncWorld } from './fixtures/sync-world';
import type { SyncWorld } from './fixtures/sync-world';

const many = times(300, 2000);
jest.setTimeout(times(120_000, 1_200_000));

let shop: SyncWorld;
let session: PatientApp;
let wire: Recorder;
const cache = mkdtempSync(join(tmpdir(), 'sync-cost-'));
let id: ModelId;
/** The requests of the first sync, which made every Task. */
let making: readonly string[];
beforeAll(async () => {
  shop = await startSyncWorld();
  wire = await startRecorder(shop.host.origin);
  const model = await shop.model(many, await shop.story('Pay by card'));
  id = asId(modelId, model.info.id) ?? model.info.id;
  const { app } = await shop.connect();
  const { id: projectId } = await app.facts();
  session = patientApp(shop.host, { projectId, now: () => new Date().toISOString() });
  making = await counted(() => sync(session.app, many));
});
afterAll(async () => {
  await wire.close();
  await shop.host.close();
  rmSync(cache, { recursive: true, force: true });
});

/** The requests that the work sent. */
async function counted(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = session.sent.length;
  await work();
  return session.sent.slice(before);
}

/** Opens, looks, plans, and writes what the plan says, as a scheduled run does. */
async function sync(app: App, expected: number): Promise<void> {
  const [opened] = await app.openModels({ choose: () => [id] });
  if (!opened) throw new Error('There is no model.');
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

test('after the first sync of a quiet project only what is ours is left to be read (S62)', async () => {
  const own = await startSyncWorld();
  try {
    // Where nothing has changed for an hour, the changes begin with the first work item.
    await own.faults.setClock('2026-01-05T09:00:00Z');
    const story = await own.story('Pay by card');
    await own.edit(await own.task('Choose the colours', story), { 'System.Tags': 'design' });
    await own.faults.reset();
    const { info } = await own.model(1, story);
    expect((await own.sync('--apply')).code).toBe(0);
    const { app } = await own.connect();
    const { looks } = readMemory((await app.openModel(info.id)).memory);
    expect(Object.values(looks).map(({ attention }) => attention)).toEqual([[story]]);
  } finally {
    await own.host.close();
  }
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

/** The list of the models with the policy of the project, and the model. */
const opening = [
  expect.stringMatching(/^POST .*ExtensionDataCollectionQuery/),
  expect.stringMatching(/^GET .*\/Collections\/w1\.[0-9a-f-]{36}\.[0-9a-f-]{36}\/Documents/),
];
const looking = expect.stringMatching(/^GET Shop\/_apis\/wit\/reporting\/workItemRevisions/);
const knowing = expect.stringMatching(/^GET _apis\/projects\/Shop/);
const remembering = expect.stringMatching(/^PATCH .*\/Documents/);

test('a sync to which nothing has changed is three requests, however large the backlog is (S61, S62)', async () => {
  await addQuietOnes();
  // The first look after our own writes passes over them by their revisions, and remembers that.
  await sync(session.app, 0);
  await sync(session.app, 0);
  expect(await counted(() => sync(session.app, 0))).toEqual([...opening, looking]);
});

test('for a process that has just begun it is four: it asks for the project, and for nothing else (S61)', async () => {
  const { id: projectId } = await session.app.facts();
  const fresh = patientApp(shop.host, { projectId, now: () => new Date().toISOString() });
  await sync(fresh.app, 0);
  expect(fresh.sent).toEqual([...opening, knowing, looking]);
});

interface Asked {
  readonly words?: readonly string[];
  /** What the command keeps on this machine; absent = nothing. */
  readonly cache?: string;
}

/** What `without sync --apply` sends, seen on the wire: method and path below the organisation. */
async function sentByCommand({ words = [], cache }: Asked): Promise<readonly string[]> {
  const before = wire.exchanges.length;
  const said: string[] = [];
  const org = `${wire.origin}${new URL(shop.host.collectionUrl).pathname}`;
  const code = await run(['sync', '--org', org, '--project', 'Shop', '--apply', ...words], {
    environment: { WITHOUT_TOKEN: ownerToken },
    ...(cache === undefined ? {} : { cache }),
    out: (line) => said.push(line),
    err: (line) => said.push(line),
  });
  // One mitigation waits for a decision, so something remains to be said.
  expect([code, said.join()]).toEqual([1, expect.stringContaining('needs-approval')]);
  return wire.exchanges
    .slice(before)
    .map(({ method, path }) => `${method} ${path.replace(/^\/[^/]+\//, '')}`);
}
/** In the cloud its address is documented; elsewhere it is asked for. */
const isAddress = (request: string) => request.includes('_apis/resourceAreas/');

test('the command line sends the same four over an unchanged backlog', async () => {
  const sent = await sentByCommand({});
  expect(sent.filter(isAddress)).toHaveLength(1);
  expect(sent.filter((request) => !isAddress(request))).toEqual([knowing, ...opening, looking]);
  // Named by its id, the model comes along with the list.
  const named = await sentByCommand({ words: ['--model', id] });
  expect(named.filter((request) => !isAddress(request))).toEqual([knowing, opening[0], looking]);
});

test('what the last run learned on this machine makes three of them: the models come along with the list', async () => {
  await sentByCommand({ cache });
  expect(await sentByCommand({ cache })).toEqual([knowing, opening[0], looking]);
  const [note = ''] = readdirSync(cache).map((name) => name + readFileSync(join(cache, name), 'utf8'));
  // Nobody who reads it learns what is modelled where.
  expect(note).toContain(id);
  expect(note).not.toContain('Shop');
});

test('S65 after an hour it is five: that nothing has changed is written down again', async () => {
  const { id: projectId } = await session.app.facts();
  const later = new Date(Date.now() + 60 * 60 * 1000).toISOString();
  const fresh = patientApp(shop.host, { projectId, now: () => later });
  await sync(fresh.app, 0);
  expect(fresh.sent).toEqual([...opening, knowing, looking, remembering]);
});

test('ten changed work items are five requests in a session, and six in a new process that names the model (S61)', async () => {
  const tasks = (await shop.tasks()).slice(0, 10);
  const change = async (state: string) => {
    for (const task of tasks) await shop.edit(task.id, { 'System.State': state });
  };
  await change('Active');
  const reading = expect.stringMatching(/^POST _apis\/wit\/workitemsbatch/);
  // Tasks and their stories are read together.
  expect(await counted(() => sync(session.app, 0))).toEqual([...opening, looking, reading, remembering]);
  // They were looked at: the next time they are nothing new.
  expect((await counted(() => sync(session.app, 0))).length).toBeLessThanOrEqual(4);
  await change('New');
  const sent = await sentByCommand({ words: ['--model', id] });
  expect(sent.filter((request) => !isAddress(request))).toEqual([
    knowing,
    opening[0],
    looking,
    expect.stringContaining('_apis/work/backlogconfiguration'),
    reading,
    remembering,
  ]);
});

test('ten changed work items are six requests for the command line that ran here before, too', async () => {
  const tasks = (await shop.tasks()).slice(0, 10);
  for (const task of tasks) await shop.edit(task.id, { 'System.State': 'Active' });
  expect(await sentByCommand({ cache })).toEqual([
    knowing,
    opening[0],
    looking,
    expect.stringContaining('_apis/work/backlogconfiguration'),
    expect.stringMatching(/^POST _apis\/wit\/workitemsbatch/),
    remembering,
  ]);
});

test('what a sync wrote into ten Tasks is taken back by what they were in one read, none by its own (S73)', async () => {
  const opened = await session.app.openModel(id);
  const put = [...opened.model.mitigation.values()]
    .filter(({ status }) => status.kind === 'approved')
    .slice(0, 10)
    .map((each) => ({ ...each, title: `${each.title}, renamed` }));
  await session.app.saveModel(opened, applyEdit(opened.model, { label: 'Rename', mitigation: { put } }));
  await sync(session.app, 10);
  const after = await session.app.openModel(id);
  const read = await counted(async () => {
    const undoing = await session.app.planUndoSync(after);
    expect([undoing?.steps.length, undoing?.left]).toEqual([10, []]);
  });
  expect(read.filter((request) => request.includes('_apis/wit/'))).toEqual([
    // What they are, and what they were.
    expect.stringContaining('workitemsbatch'),
    expect.stringContaining('workitemsbatch'),
  ]);
});
