import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { aModel, aStoryLink, aThreat } from '../../tests/fixtures/sample-model';
import { checkAlignment } from '../core/alignment/check-alignment';
import { standardScale } from '../core/model/project-policy';
import { assess } from '../core/risk/assess';
import { createModel } from './create-model';
import { openModel } from './open-model';
import { mayEditPolicy, openPolicy, policyRights, recentPolicy, savePolicy } from './project-policy';
import { readAlignment } from './read-alignment';
import { readWorkItem } from './read-work-item';
import { saveModel } from './save-model';
import { repairWorkItemViews } from './work-item-views';

const projectId = '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10';
const start = () => ({
  documents: new MemoryDocuments(),
  backlog: new MemoryBacklog(projectId),
  clock: { now: () => '2026-05-01T08:00:00.000Z' },
  person: () => Promise.resolve({ id: 'p1', name: 'Pat' }),
});
const half = { target: { share: 0.5 } };

test('a policy that is saved comes with every model, and is stored in none', async () => {
  const ports = start();
  const model = aModel({ threats: [aThreat(1)] });
  await createModel(ports, projectId, model);
  const opened = await savePolicy(ports, projectId, await openPolicy(ports, projectId), half);
  expect(opened).toMatchObject({ policy: half, changes: [{ by: 'Pat', before: {} }] });
  const read = await openModel(ports, projectId, model.info.id);
  expect(read.model.policy).toEqual(half);
  const saved = await saveModel(ports, read, { ...read.model, info: { ...model.info, name: 'Renamed' } });
  expect(saved.opened.model.policy).toEqual(half);
  const all = await ports.documents.list(`w1.${projectId}.${model.info.id}`);
  const indexes = await ports.documents.list(`w1.${projectId}`);
  expect(JSON.stringify([...all, ...indexes])).not.toContain('share');
});

test('somebody who was slower looks again first', async () => {
  const ports = start();
  const empty = await openPolicy(ports, projectId);
  const first = await savePolicy(ports, projectId, empty, half);
  await expect(savePolicy(ports, projectId, empty, {})).rejects.toMatchObject({ problem: 'busy' });
  await savePolicy(ports, projectId, first, {});
  await expect(savePolicy(ports, projectId, first, half)).rejects.toMatchObject({ problem: 'busy' });
});

test('a form counts by the policy, and reads no more for it', async () => {
  const ports = start();
  const views = { documents: ports.documents, backlog: ports.backlog };
  const model = aModel({ threats: [aThreat(1)], links: [aStoryLink(1, 1, 7)] });
  await createModel(ports, projectId, model);
  await repairWorkItemViews(views, { projectId, opened: await openModel(ports, projectId, model.info.id) });
  const scale = { ...standardScale, points: standardScale.points.map((row) => row.map((each) => each / 2)) };
  const empty = await openPolicy(ports, projectId);
  await savePolicy(ports, projectId, empty, { scale, target: { share: 0.5 } });
  const before = ports.documents.requests;
  const [read] = (await readWorkItem(views, projectId, 7)).models;
  expect(ports.documents.requests - before).toBe(1);
  // Of the policy it knows what it counts by, and nothing else.
  expect(read?.model.policy).toEqual({ scale });
  expect(read && assess(read.model, new Map()).inherent).toBe(24);
  // What is written for the model later carries it as well.
  const opened = await openModel(ports, projectId, model.info.id);
  const again = ports.documents.requests;
  await repairWorkItemViews(views, { projectId, opened });
  expect(ports.documents.requests - again).toBe(1);
});

test('alignment is judged by what the project decides', async () => {
  const ports = { ...start(), newId: () => 'x' };
  await createModel(ports, projectId, aModel({ threats: [aThreat(1)] }));
  const rules = async () => {
    const { picture } = await readAlignment(ports, { projectId, sprint: undefined });
    return checkAlignment(picture).map(({ ruleId }) => ruleId);
  };
  expect(await rules()).not.toContain('severity-without-reason');
  const empty = await openPolicy(ports, projectId);
  await savePolicy(ports, projectId, empty, { switches: { reasonedSeverity: 'report' } });
  expect(await rules()).toContain('severity-without-reason');
});

test('is read once a minute by whoever opens models one after the other', async () => {
  const ports = start();
  let now = '2026-05-01T08:00:00.000Z';
  const policy = recentPolicy({ ...ports, clock: { now: () => now } }, projectId);
  await savePolicy(ports, projectId, await openPolicy(ports, projectId), half);
  const before = ports.documents.requests;
  expect((await policy()).policy).toEqual(half);
  now = '2026-05-01T08:00:59.000Z';
  await policy();
  expect(ports.documents.requests - before).toBe(1);
  now = '2026-05-01T08:01:00.000Z';
  await policy();
  expect(ports.documents.requests - before).toBe(2);
});

describe('who may edit', () => {
  const member = (id: string, isAdministrator: boolean) => ({ id, name: id.toUpperCase(), isAdministrator });
  const members = [member('p1', false), member('p2', true)];
  test.each([
    ['an administrator', undefined, members, 'P2', { kind: 'yes' }],
    ['somebody else', undefined, members, 'p1', { kind: 'no', who: ['P2'] }],
    ['nobody known', undefined, members, undefined, { kind: 'no', who: ['P2'] }],
    ['everybody', { editors: 'everybody' as const }, members, 'p1', { kind: 'yes' }],
    ['a team without administrator', undefined, [member('p1', false)], 'p1', { kind: 'yes' }],
    ['a service that does not tell', undefined, undefined, 'p1', { kind: 'yes' }],
  ])('%s', (_name, policy, list, person, right) => {
    expect(mayEditPolicy(policy, list, person)).toEqual(right);
  });

  test('what cannot be asked keeps nobody from editing', async () => {
    const members = { list: () => Promise.reject(new Error('403')) };
    expect(await policyRights({ ...start(), members }, undefined)).toEqual({ kind: 'yes' });
  });
});
