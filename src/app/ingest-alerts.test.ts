import { alertsById, monitorAlert } from '../../tests/fixtures/alert-samples';
import { countingIds } from '../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../tests/fixtures/watched-shop';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { alertsCollection } from '../core/store/collections';
import { createModel } from './create-model';
import { deleteModel } from './delete-model';
import { ingestAlerts } from './ingest-alerts';
import { openModel } from './open-model';

const projectId = '11111111-1111-4111-8111-111111111111';
const model = watchedShop();
const { id } = model.info;

async function* stream(lines: readonly (string | undefined)[]) {
  for (const line of lines) yield await Promise.resolve(line);
}
async function world() {
  const documents = new MemoryDocuments();
  const clock = { now: () => '2026-03-01T12:00:00.000Z' };
  const ports = { documents, backlog: new MemoryBacklog(projectId), clock, newId: countingIds() };
  await createModel(ports, projectId, model);
  const ingest = (lines: readonly (string | undefined)[], over = ports) =>
    ingestAlerts(over, { projectId, models: [id], lines: stream(lines) });
  const evidence = async () =>
    [...(await openModel(ports, projectId, id)).model.evidence.values()].map(
      ({ about, total }) => [about.id, total] as const,
    );
  return { ports, documents, ingest, evidence };
}
const home = (n: number) => ({ WithoutEvent: eventNumber(n) });
const alerts = (n: number, times: number) =>
  Array.from({ length: times }, () => monitorAlert({ rule: 'x', properties: home(n) }));

test('counts by event; malformed lines are told by number and skipped; a second run counts nothing', async () => {
  const { ingest, evidence } = await world();
  const [first = '', ...more] = alerts(1, 3);
  const lines = [
    first,
    '{ not json',
    ...more,
    '',
    first,
    '{"a":1}',
    undefined,
    monitorAlert({ rule: 'Nobody knows this one' }),
    (alerts(1, 1)[0] ?? '').replace('"Fired"', '"Resolved"'),
    ...alerts(4, 2),
  ];
  const report = await ingest(lines);
  expect(report).toMatchObject({
    lines: 12,
    counted: 5,
    known: 1,
    over: 1,
    strange: 1,
    malformed: 3,
    isFull: false,
  });
  expect(report.problems.map(({ line }) => line)).toEqual([2, 7, 8]);
  expect(report.models).toEqual([{ id, name: 'Watched shop', counted: 5 }]);
  const counted = [
    [eventNumber(1), 3],
    [eventNumber(4), 2],
  ];
  expect(await evidence()).toEqual(counted);
  expect(await ingest(lines)).toMatchObject({ counted: 0, known: 6 });
  expect(await evidence()).toEqual(counted);
});

test('a line with more alerts than one may hold counts the first of them, and says so', async () => {
  const { ingest } = await world();
  const report = await ingest([`[${alerts(1, 205).join(',')}]`]);
  expect(report).toMatchObject({ counted: 200, malformed: 1 });
  expect(report.problems).toEqual([
    { line: 1, reason: 'holds 5 alerts more than the 200 that count of one line' },
  ]);
});

test('an alert that names a threat without an event counts for the threat', async () => {
  const { ingest, evidence } = await world();
  const sample = alertsById.find(({ answer }) => answer === 18);
  expect(await ingest([sample?.text])).toMatchObject({ counted: 1 });
  expect((await evidence()).map(([, total]) => total)).toEqual([1]);
});

test('two feeds at the same time lose nothing and count nothing twice', async () => {
  const { ingest, evidence } = await world();
  const [both, mine, theirs] = [alerts(1, 5), alerts(1, 3), alerts(2, 4)];
  const reports = await Promise.all([ingest([...both, ...mine]), ingest([...both, ...theirs])]);
  // Both heard of five alerts; one of them counted each.
  expect(reports.reduce((sum, { counted }) => sum + counted, 0)).toBe(12);
  for (const report of reports) expect(report.counted + report.known).toBe(report.lines);
  for (const report of reports) expect(report.models[0]?.counted).toBe(report.counted);
  expect(new Map(await evidence())).toEqual(
    new Map([
      [eventNumber(1), 8],
      [eventNumber(2), 4],
    ]),
  );
});

test('a feed that ran while another one was about to write is not forgotten', async () => {
  const { ports, documents, ingest, evidence } = await world();
  // Of another month, so both write documents of their own and no etag tells one of the other.
  const theirs = alerts(1, 4).map((line) => line.replace(/"2026-\d\d-/, '"2025-11-'));
  let waiting: (() => Promise<unknown>) | undefined = () => ingest(theirs);
  const late = new Proxy(documents, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        const [before, first] = [waiting, name === 'create' || name === 'update'];
        if (first) waiting = undefined;
        if (first) await before?.();
        return (await Reflect.apply(member, target, given)) as unknown;
      };
    },
  });
  await ingest(alerts(1, 3), { ...ports, documents: late });
  expect(await evidence()).toEqual([[eventNumber(1), 7]]);
});

test('a feed that is cut off anywhere is made good by running it again', async () => {
  for (let fails = 0; fails < 6; fails += 1) {
    const { ports, documents, ingest, evidence } = await world();
    let left = fails;
    const cut = new Proxy(documents, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: readonly unknown[]): unknown => {
          if ((name === 'create' || name === 'update') && (left -= 1) < 0) throw new Error('cut off');
          return Reflect.apply(member, target, given) as unknown;
        };
      },
    });
    const lines = [...alerts(1, 2), ...alerts(2, 3)];
    await ingest(lines, { ...ports, documents: cut }).catch(() => undefined);
    await ingest([...lines, ...alerts(3, 1)]);
    expect(new Map(await evidence())).toEqual(
      new Map([
        [eventNumber(1), 2],
        [eventNumber(2), 3],
        [eventNumber(3), 1],
      ]),
    );
  }
});

test('deleting the model forgets its alerts', async () => {
  const { ports, documents, ingest } = await world();
  await ingest(alerts(1, 1));
  expect(await documents.list(alertsCollection(projectId, id))).toHaveLength(1);
  await deleteModel(ports, projectId, id);
  expect(await documents.list(alertsCollection(projectId, id))).toEqual([]);
});
