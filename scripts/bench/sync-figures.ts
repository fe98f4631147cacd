/** Figures of a sync over a backlog of 20,000 work items, over HTTP, as JSON on stdout. Milliseconds; requests in the names. */
import { asId, modelId } from '../../src/core/model/ids';
import type { ModelId } from '../../src/core/model/ids';
import { noChoice } from '../../src/core/sync/plan';
import { largeSeed } from '../../src/host/seeds/large-seed';
import { startHost } from '../../src/host/start-host';
import { ownerToken } from '../../tests/fixtures/local-host';
import { patientApp } from '../../tests/fixtures/patient-app';
import type { PatientApp } from '../../tests/fixtures/patient-app';
import { aMitigation, aModel, aStoryLink, aThreat, aTreatment } from '../../tests/fixtures/sample-model';

const mitigations = 2000;
const changed = 10;
const numbers = Array.from({ length: mitigations }, (_, i) => i + 1);

interface Timed {
  readonly times: number[];
  requests: number;
}

async function timed(session: PatientApp, into: Timed, work: () => Promise<void>): Promise<void> {
  const [begin, before] = [performance.now(), session.sent.length];
  await work();
  into.times.push(performance.now() - begin);
  into.requests = Math.max(into.requests, session.sent.length - before);
}

function spread({ times }: Timed) {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)],
    min: sorted[0],
    max: sorted.at(-1),
    runs: sorted.length,
  };
}

/** Opens, looks, plans and writes; the count of steps done must be the expected one, or the figure says nothing. */
async function sync({ app }: PatientApp, id: ModelId, expected: number): Promise<void> {
  const [opened] = await app.openModels({ choose: () => [id] });
  if (!opened) throw new Error('There is no model.');
  const plan = await app.planSync({ model: opened.model, opened, choice: noChoice });
  const report = await app.applySync({ opened, plan, choice: noChoice });
  const done =
    report.kind === 'busy' ? -1 : report.outcomes.filter(({ result }) => result.kind === 'done').length;
  if (done !== expected) throw new Error(`${done} steps were done, not ${expected}.`);
}

async function measure(): Promise<void> {
  const host = await startHost({
    port: 0,
    dataDir: null,
    seed: largeSeed(),
    process: 'agile',
    fresh: true,
    ownerToken,
    extensionDirs: [],
    shellDir: '',
  });
  const post = async (path: string, body: unknown, method = 'POST', type = 'application/json') => {
    const headers = { authorization: `Bearer ${ownerToken}`, 'content-type': type };
    const url = `${host.collectionUrl}/Shop/_apis/wit/${path}?api-version=7.1`;
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as { readonly workItems?: readonly { readonly id: number }[] };
  };
  const query = "SELECT [System.Id] FROM WorkItems WHERE [System.WorkItemType] = 'User Story'";
  const stories = (await post('wiql', { query })).workItems ?? [];
  const now = () => new Date().toISOString();
  const first = patientApp(host, { projectId: '', now });
  const session = patientApp(host, { projectId: (await first.app.facts()).id, now });
  const { model } = await session.app.createModel(
    aModel({
      threats: numbers.map((n) => aThreat(n)),
      mitigations: numbers.map((n) => aMitigation(n, { kind: 'approved' })),
      treatments: numbers.map((n) => aTreatment(n, { threat: n, mitigation: n })),
      links: numbers.map((n) => aStoryLink(n, n, stories[n % stories.length]?.id ?? 0)),
    }),
  );
  const id = asId(modelId, model.info.id) ?? model.info.id;
  const [making, unchanged, few, begun] = [0, 1, 2, 3].map((): Timed => ({ times: [], requests: 0 })) as [
    Timed,
    Timed,
    Timed,
    Timed,
  ];
  await timed(session, making, () => sync(session, id, mitigations));
  const writes = session.sent.filter((request) => request.includes('$batch')).length;
  // The first look passes over what was just written, the second finds nothing; then there is nothing to remember.
  for (let run = 0; run < 2; run += 1) await sync(session, id, 0);
  for (let run = 0; run < 9; run += 1) await timed(session, unchanged, () => sync(session, id, 0));
  // As a scheduled run begins: nothing is known but the id of the project.
  for (let run = 0; run < 9; run += 1) {
    const fresh = patientApp(host, { projectId: (await session.app.facts()).id, now });
    await timed(fresh, begun, () => sync(fresh, id, 0));
  }
  const tasks = [...(await session.app.openModel(id)).model.realisation.values()].slice(0, changed);
  for (let run = 0; run < 5; run += 1) {
    const body = [{ op: 'add', path: '/fields/System.Tags', value: `security-mitigation; run ${run}` }];
    for (const { workItem } of tasks)
      await post(`workitems/${workItem}`, body, 'PATCH', 'application/json-patch+json');
    await timed(session, few, () => sync(session, id, 0));
  }
  await host.close();
  process.stdout.write(
    JSON.stringify({
      [`sync: make ${mitigations} Tasks (${writes} writes of work items)`]: spread(making),
      [`sync: nothing changed among 22,000 items (${unchanged.requests} requests)`]: spread(unchanged),
      [`sync: the same by a process that has just begun (${begun.requests} requests)`]: spread(begun),
      [`sync: ${changed} items changed (${few.requests} requests)`]: spread(few),
    }),
  );
}

void measure();
