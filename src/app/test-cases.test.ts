import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
} from '../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { MemoryTestCases } from '../adapters/memory/memory-test-cases';
import type { Mitigation } from '../core/model/mitigation';
import type { Model } from '../core/model/model';
import { modelCollection } from '../core/store/collections';
import { hasWork, isHarmless } from '../core/sync/test-cases/plan-test-cases';
import { createModel } from './create-model';
import { openModel } from './open-model';
import { AccessError } from './ports';
import type { Ports } from './ports';
import { saveModel } from './save-model';
import { claimSync } from './sync-claim';
import { lookAtTestCases, writeTestCases } from './test-cases';

const place = { projectId: '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10', hubId: 'without.without.hub' };

async function world(count = 2) {
  const backlog = new MemoryBacklog();
  const testCases = new MemoryTestCases(backlog);
  const story = backlog.addStory('Pay by card', { 'System.AreaPath': 'Shop\\Cards' });
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const ports: Ports = {
    documents: new MemoryDocuments(),
    backlog,
    testCases,
    clock: { now: () => '2026-03-02T09:00:00.000Z' },
    newId: countingIds(),
  };
  const first = aModel({
    threats: numbers.map((n) => aThreat(n)),
    mitigations: numbers.map((n) => ({
      ...aMitigation(n, { kind: 'approved' }),
      verify: `- Try ${n}\n- Look`,
    })),
    treatments: numbers.map((n) => aTreatment(n, { threat: n, mitigation: n })),
    links: numbers.map((n) => aStoryLink(n, n, story)),
  });
  await createModel(ports, place.projectId, first);
  const id = first.info.id;
  const stored = async () => (await openModel(ports, place.projectId, id)).model;
  const look = async () => {
    const found = await lookAtTestCases(ports, { model: await stored(), hubId: place.hubId });
    if (found.kind !== 'planned') throw new Error('no type');
    return found;
  };
  const change = async (number: number, how: Partial<Mitigation>) => {
    const opened = await openModel(ports, place.projectId, id);
    const mitigation = new Map(opened.model.mitigation);
    const one = [...mitigation.values()][number - 1];
    if (one) mitigation.set(one.id, { ...one, ...how });
    const next: Model = { ...opened.model, mitigation };
    await saveModel(ports, opened, next);
  };
  const write = async (given: Partial<Parameters<typeof writeTestCases>[2]> = {}) => {
    const rows = (await look()).rows.filter(isHarmless);
    return writeTestCases(ports, place, { model: id, rows, ...given });
  };
  return { ports, backlog, testCases, story, id, look, change, write };
}

const results = (report: Awaited<ReturnType<typeof writeTestCases>>) =>
  report.kind === 'written' ? report.outcomes.map(({ result }) => result.kind) : report.kind;

test('a check becomes a Test Case of the story, where the story stands, and is made once', async () => {
  const { backlog, story, look, write } = await world();
  expect(results(await write())).toEqual(['made', 'made']);
  const { rows } = await look();
  expect(rows.map((row) => [row.kind, row.tests, hasWork(row)])).toEqual([
    ['there', [story], false],
    ['there', [story], false],
  ]);
  const [first] = rows;
  const draft = backlog.draft(first?.kind === 'there' ? first.workItem : 0);
  expect(draft).toMatchObject({
    type: 'Test Case',
    fields: {
      'System.Tags': 'security-check',
      'System.AreaPath': 'Shop\\Cards',
      'System.Title': 'Verify: Mitigation 1',
    },
  });
  expect(await backlog.tasks.tagged('security-mitigation')).toEqual([]);
  expect(results(await write())).toEqual([]);
});

test('what somebody else made meanwhile is found; what changed meanwhile is left alone', async () => {
  const { look, write, change, backlog } = await world();
  const { rows } = await look();
  expect(results(await write({ rows: rows.slice(0, 1) }))).toEqual(['made']);
  await change(2, { verify: 'Something else' });
  expect(results(await write({ rows }))).toEqual(['found', 'outdated']);
  expect(backlog.items.all().filter(({ type }) => type === 'Test Case')).toHaveLength(1);
});

test('steps that differ are told, and written over only where somebody ticks them', async () => {
  const { look, write, change } = await world(1);
  await write();
  await change(1, { verify: 'Another way' });
  const { rows } = await look();
  expect(rows).toMatchObject([{ kind: 'there', differs: true, missing: [] }]);
  expect(rows.map(isHarmless)).toEqual([false]);
  expect(results(await write({ rows }))).toEqual(['updated']);
  expect((await look()).rows.map(hasWork)).toEqual([false]);
});

test('a Test Case of a mitigation that is ruled out is named', async () => {
  const { look, write, change } = await world(2);
  await write();
  await change(2, { status: { kind: 'rejected', reason: 'Too dear' } });
  const { rows, orphans } = await look();
  expect([rows.length, orphans.length]).toEqual([1, 1]);
});

test('a process without the type is told from an empty list', async () => {
  const { ports, testCases, id } = await world();
  testCases.caseType = undefined;
  const { model } = await openModel(ports, place.projectId, id);
  expect(await lookAtTestCases(ports, { model, hubId: place.hubId })).toEqual({ kind: 'no-type' });
});

test('under the claim of sync only one writes; stopping keeps what is done', async () => {
  const { ports, id, look, write } = await world(60);
  const { rows } = await look();
  const claim = await claimSync(ports, modelCollection(place.projectId, id), []);
  expect(results(await write({ rows }))).toBe('busy');
  if (claim.kind === 'held') await claim.release();
  let asked = 0;
  const report = await write({ rows, stopped: () => (asked += 1) > 1 });
  expect([...new Set(results(report))]).toEqual(['made', 'not-tried']);
  expect((await look()).rows.filter(({ kind }) => kind === 'there')).toHaveLength(50);
});

test('a service that fails in between: the report says so, and the next look finds what was made', async () => {
  const { backlog, look, write } = await world();
  const { rows } = await look();
  const whole = backlog.tasks.write.bind(backlog.tasks);
  backlog.tasks.write = async (operations) => {
    await whole(operations);
    throw new AccessError('unreachable', 'The line went dead.');
  };
  const report = await write({ rows });
  expect(report).toMatchObject({ problem: expect.stringContaining('The line went dead.') });
  expect(results(report)).toEqual(['not-tried', 'not-tried']);
  backlog.tasks.write = whole;
  expect(results(await write({ rows }))).toEqual(['found', 'found']);
});
