/** States over time and the pace of a team, read over REST. */
import { AzdoBacklog } from '../../src/adapters/azdo/azdo-backlog';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { readKeptHistories } from '../../src/app/kept-histories';
import { categoryAt } from '../../src/core/risk/state-history';
import type { Sprint } from '../../src/core/alignment/picture';
import { live, openPlace, type Place } from './live-place';

if (live) jest.setTimeout(300_000);

const made: number[] = [];
let place: Place;
let backlog: AzdoBacklog;
/** The Task whose history is told, and another one. */
let id = 0;
let other = 0;
/** States of a Task by category. */
let states: { readonly proposed: string; readonly active: string; readonly closed: string };

beforeAll(async () => {
  place = await openPlace('figures');
  const { http, root, project } = place;
  backlog = new AzdoBacklog({ http, root, project });
  const { taskType, states: all } = await backlog.facts();
  const named = (category: string): string =>
    [...(all.get(taskType) ?? [])].find(([, each]) => each === category)?.[0] ?? '';
  states = { proposed: named('Proposed'), active: named('InProgress'), closed: named('Completed') };
  [id, other] = [await create(taskType), await create(taskType)];
});
afterAll(() => place?.close(made));

async function create(type: string): Promise<number> {
  const [result] = await backlog.create([
    {
      type,
      fields: { 'System.Title': 'A story of states' },
      parent: undefined,
      related: [],
      hyperlink: undefined,
    },
  ]);
  if (result?.kind !== 'created') throw new Error(`nothing made: ${JSON.stringify(result)}`);
  made.push(result.id);
  return result.id;
}

async function patch(item: number, values: Readonly<Record<string, string | number>>) {
  const answer = await place.http.send({
    method: 'PATCH',
    url: `${place.root}_apis/wit/workItems/${item}?api-version=7.1`,
    contentType: 'application/json-patch+json',
    body: Object.entries(values).map(([path, value]) => ({ op: 'add', path: `/fields/${path}`, value })),
  });
  expect(answer.status).toBe(200);
}
const categories = async () =>
  ((await backlog.histories([id])).get(id) ?? []).map(({ category }) => category);

test('a Task’s own dates tell its history; a reopened one is read from its revisions', async () => {
  expect(await categories()).toEqual(['Proposed']);
  await patch(id, { 'System.State': states.active });
  await patch(id, { 'System.State': states.closed });
  expect(await categories()).toEqual(['Proposed', 'InProgress', 'Completed']);
  await patch(id, { 'System.State': states.active });
  expect(await categories()).toEqual(['Proposed', 'InProgress', 'Completed', 'InProgress']);
  const history = (await backlog.histories([id])).get(id) ?? [];
  expect(categoryAt(history, '2100-01-01T00:00:00Z')).toBe('InProgress');
  expect(categoryAt(history, '2000-01-01T00:00:00Z')).toBeUndefined();
});

test('a reopened Task is read from its revisions once, then from the shelf until it changes', async () => {
  const asked: string[] = [];
  const { http, root, project } = place;
  const counted = new AzdoBacklog({
    http: {
      send: (request) => {
        if (request.url.includes('/updates')) asked.push(request.url);
        return http.send(request);
      },
    },
    root,
    project,
  });
  const ports = { documents: new MemoryDocuments(), backlog: counted };
  const read = async () => (await readKeptHistories(ports, 'p', [id, other])).get(id);
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
  await patch(id, { 'System.Title': 'Reopened' });
  expect(await read()).toEqual(first);
  expect(asked).toHaveLength(2);
});

test('450 items cost three batches of dates and three queries, and revisions only where one was reopened', async () => {
  const asked = { batch: 0, query: 0, updates: 0 };
  const { http, root, project } = place;
  const counted = new AzdoBacklog({
    http: {
      send: (request) => {
        if (request.url.includes('workitemsbatch')) asked.batch += 1;
        else if (request.url.includes('/wiql')) asked.query += 1;
        else if (request.url.includes('/updates')) asked.updates += 1;
        return http.send(request);
      },
    },
    root,
    project,
  });
  const strangers = Array.from({ length: 448 }, (_, at) => 900_000 + at);
  const read = await counted.histories([id, other, ...strangers]);
  expect([read.has(id), read.has(other)]).toEqual([true, true]);
  expect(asked).toEqual({ batch: 3, query: 3, updates: 1 });
});

test('what is not there has no history', async () => {
  expect([...(await backlog.histories([987_654])).keys()]).toEqual([]);
});

/** The sprint of the suite: the second of the seed, or whatever a real team is in or has last. */
async function sprintOf(team: string): Promise<Sprint> {
  const dated = (await backlog.sprints(team)).filter(({ start, finish }) => start && finish);
  const sprint = live ? dated.at(-1) : dated.find(({ name }) => name === 'Sprint 2');
  if (!sprint) throw new Error(`${team} has no sprint with dates.`);
  return sprint;
}

test('the iterations of the project have paths and dates', async () => {
  const sprint = await sprintOf(place.team);
  const found = (await backlog.iterations()).find(({ path }) => path === sprint.path);
  expect(found?.path).toBe(live ? sprint.path : 'Shop\\Sprint 2');
  expect(Date.parse(found?.finish ?? '')).toBeGreaterThan(Date.parse(found?.start ?? ''));
});

test('the pace: capacity without days off, hours and points that are planned', async () => {
  const { http, root, project, team } = place;
  const sprint = await sprintOf(team);
  const encoded = `${encodeURIComponent(project)}/${encodeURIComponent(team)}`;
  const capacities = `${root}${encoded}/_apis/work/teamsettings/iterations/${sprint.id}/capacities`;
  const version = '?api-version=7.1';
  const kept = await http.send({ method: 'GET', url: `${capacities}${version}` });
  await http.send({ method: 'PUT', url: `${capacities}${version}`, body: [] });
  const before = await backlog.pace(team, sprint);
  expect(before.capacity).toBeUndefined();

  const { storyTypes } = await backlog.facts();
  const story = await create(storyTypes[0] ?? '');
  await patch(story, { 'System.IterationPath': sprint.path, 'Microsoft.VSTS.Scheduling.StoryPoints': 3 });
  await patch(id, { 'System.IterationPath': sprint.path, 'Microsoft.VSTS.Scheduling.RemainingWork': 6 });
  const members = await http.send({
    method: 'GET',
    url: `${root}_apis/projects/${encodeURIComponent(project)}/teams/${encodeURIComponent(team)}/members${version}`,
  });
  const [member] = (members.body as { value: readonly { identity: { id: string } }[] }).value;
  const paceOf = async (capacityPerDay: number) => {
    const answer = await http.send({
      method: 'PATCH',
      url: `${capacities}/${member?.identity.id}${version}`,
      body: { activities: [{ name: 'Development', capacityPerDay }], daysOff: [] },
    });
    expect(answer.status).toBe(200);
    return backlog.pace(team, sprint);
  };
  const pace = await paceOf(5);
  // Two weeks of five days in the seed; a real team has its own days off.
  if (!live) expect(pace.capacity).toBe(50);
  expect(pace.capacity).toBeGreaterThan(0);
  expect((await paceOf(2.5)).capacity).toBe((pace.capacity ?? 0) / 2);
  expect(pace.planned).toBe((before.planned ?? 0) + 6);
  expect(pace.plannedPoints).toBe((before.plannedPoints ?? 0) + 3);
  if (!live) return;
  const { teamMembers = [] } = kept.body as { teamMembers?: readonly object[] };
  await http.send({ method: 'PUT', url: `${capacities}${version}`, body: teamMembers });
});
