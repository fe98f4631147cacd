/** States over time and the pace of a team, read over REST from the local Azure DevOps. */
import { AzdoBacklog } from '../../src/adapters/azdo/azdo-backlog';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { readKeptHistories } from '../../src/app/kept-histories';
import type { RunningHost } from '../../src/host/start-host';
import { categoryAt } from '../../src/core/risk/state-history';
import { ownerHttp, startLocalHost } from '../fixtures/local-host';

let host: RunningHost;
let backlog: AzdoBacklog;
let http: ReturnType<typeof ownerHttp>['http'];
let root: string;

beforeAll(async () => {
  host = await startLocalHost('figures', 'agile');
  ({ http, root } = ownerHttp(host));
  backlog = new AzdoBacklog({ http, root, project: 'Shop' });
});
afterAll(() => host.close());

async function patch(id: number, values: Readonly<Record<string, string | number>>) {
  const answer = await http.send({
    method: 'PATCH',
    url: `${root}_apis/wit/workItems/${id}?api-version=7.1`,
    contentType: 'application/json-patch+json',
    body: Object.entries(values).map(([path, value]) => ({ op: 'add', path: `/fields/${path}`, value })),
  });
  expect(answer.status).toBe(200);
}
const categories = async (id: number) =>
  ((await backlog.histories([id])).get(id) ?? []).map(({ category }) => category);

test('a Task’s own dates tell its history; a reopened one is read from its revisions', async () => {
  expect(await categories(6)).toEqual(['Proposed']);
  await patch(6, { 'System.State': 'Active' });
  await patch(6, { 'System.State': 'Closed' });
  expect(await categories(6)).toEqual(['Proposed', 'InProgress', 'Completed']);
  await patch(6, { 'System.State': 'Active' });
  expect(await categories(6)).toEqual(['Proposed', 'InProgress', 'Completed', 'InProgress']);
  const history = (await backlog.histories([6])).get(6) ?? [];
  expect(categoryAt(history, '2100-01-01T00:00:00Z')).toBe('InProgress');
  expect(categoryAt(history, '2000-01-01T00:00:00Z')).toBeUndefined();
});

test('a reopened Task is read from its revisions once, then from the shelf until it changes', async () => {
  const asked: string[] = [];
  const counted = new AzdoBacklog({
    http: {
      send: (request) => {
        if (request.url.includes('/updates')) asked.push(request.url);
        return http.send(request);
      },
    },
    root,
    project: 'Shop',
  });
  const ports = { documents: new MemoryDocuments(), backlog: counted };
  const read = async () => (await readKeptHistories(ports, 'p', [6, 7])).get(6);
  const first = await read();
  expect(first?.map(({ category }) => category)).toEqual([
    'Proposed',
    'InProgress',
    'Completed',
    'InProgress',
  ]);
  expect(asked).toHaveLength(1);
  expect(await read()).toEqual(first);
  expect(asked).toHaveLength(1);
  // Anything that is saved on the item makes what was kept old.
  await patch(6, { 'System.Title': 'Reopened' });
  expect(await read()).toEqual(first);
  expect(asked).toHaveLength(2);
});

test('what is not there has no history', async () => {
  expect([...(await backlog.histories([987_654])).keys()]).toEqual([]);
});

test('the iterations of the project have paths and dates', async () => {
  const iterations = await backlog.iterations();
  const second = iterations.find(({ name }) => name === 'Sprint 2');
  expect(second).toMatchObject({ path: 'Shop\\Sprint 2' });
  expect(Date.parse(second?.finish ?? '')).toBeGreaterThan(Date.parse(second?.start ?? ''));
});

test('the pace: capacity without days off, hours and points that are planned', async () => {
  const team = 'Shop Team';
  const sprint = (await backlog.sprints(team)).find(({ name }) => name === 'Sprint 2');
  if (!sprint) throw new Error('The seed has a Sprint 2.');
  const before = await backlog.pace(team, sprint);
  expect(before.capacity).toBeUndefined();
  await patch(6, { 'System.IterationPath': sprint.path, 'Microsoft.VSTS.Scheduling.RemainingWork': 6 });
  const address = `${root}Shop/${encodeURIComponent(team)}/_apis/work/teamsettings/iterations/${sprint.id}`;
  const members = await http.send({
    method: 'GET',
    url: `${root}_apis/projects/Shop/teams/${encodeURIComponent(team)}/members?api-version=7.1`,
  });
  const [member] = (members.body as { value: readonly { identity: { id: string } }[] }).value;
  const answer = await http.send({
    method: 'PATCH',
    url: `${address}/capacities/${member?.identity.id}?api-version=7.1`,
    body: { activities: [{ name: 'Development', capacityPerDay: 5 }], daysOff: [] },
  });
  expect(answer.status).toBe(200);
  const pace = await backlog.pace(team, sprint);
  // Two weeks of five days.
  expect(pace.capacity).toBe(50);
  expect(pace.planned).toBe((before.planned ?? 0) + 6);
  expect(pace.plannedPoints).toBeGreaterThan(0);
});
