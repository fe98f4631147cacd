import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { countingIds, threatNumber } from '../../tests/fixtures/sample-model';
import { samplePackage } from '../../tests/fixtures/sample-knowledge';
import { eventNumber, watchedShop } from '../../tests/fixtures/watched-shop';
import { draftFile } from '../core/kb/knowledge-draft';
import { lessonOperations } from '../core/kb/lesson-proposal';
import { resolveKnowledge } from '../core/kb/resolve-knowledge';
import { saveIncident } from '../core/model/edits/incidents';
import type { Incident } from '../core/model/incident';
import type { Model } from '../core/model/model';
import { readLessonFates } from './lesson-fates';
import { answerLesson, lessonsCollection, proposeLesson, readLessons } from './lessons';

const shop = watchedShop();
const fourth = shop.threat.get(threatNumber(4));
const origin = {
  kind: 'rule',
  package: 'test.shop',
  version: '1.2.0',
  entry: 'wire-read',
  hash: '0',
  key: 'k',
  written: {},
} as const;
/** One threat of the incident comes from a package. */
const model: Model = {
  ...shop,
  threat: new Map([...shop.threat, ...(fourth ? [[fourth.id, { ...fourth, origin }] as const] : [])]),
};
const incident = (threat: number, lesson?: string): Incident =>
  saveIncident(
    model,
    {
      title: 'Orders were counted up',
      at: '2026-02-01T10:00:00.000Z',
      source: 'sentinel',
      alert: `sentinel:${threat}`,
      events: [eventNumber(4)],
      threats: [threatNumber(threat)],
      workItems: [],
      found: 'The route for invoices does not ask.',
      ...(lesson === undefined ? {} : { lesson }),
    },
    countingIds(0xabc00 + threat),
  ).saved;
const learnt = incident(4, 'Ask for the owner in one place. Not in each route.');

function world() {
  const documents = new MemoryDocuments();
  let day = 1;
  const clock = { now: () => `2026-03-0${(day += 1)}T10:00:00.000Z` };
  const person = async () => ({ id: 'o', name: 'Olivia' });
  const ports = { documents, clock, person };
  const propose = (given = learnt) => proposeLesson(ports, { project: 'p', model, incident: given });
  return { ports, documents, propose };
}
const packages = () => {
  const [reading] = resolveKnowledge([], [samplePackage()]).packages;
  if (!reading) throw new Error('The sample package does not read.');
  return [reading];
};

test('a lesson is proposed once, however often it is sent', async () => {
  const { ports, propose } = world();
  await propose();
  await propose();
  const { lessons, unreadable } = await readLessons(ports);
  expect(unreadable).toBe(0);
  expect(lessons).toMatchObject([
    { lesson: `lesson-${learnt.id}`, model: 'Watched shop', by: 'Olivia', at: '2026-03-03T10:00:00.000Z' },
  ]);
});

test('without a lesson there is nothing to propose', async () => {
  await expect(world().propose(incident(4))).rejects.toThrow('Write down what the next model should know');
});

test('declined with a reason, thought over, and the incident is told each time', async () => {
  const { ports, propose } = world();
  const fate = async () =>
    (await readLessonFates(ports, { incidents: [learnt], knowledge: undefined })).get(learnt.id);
  expect(await fate()).toBeUndefined();
  await propose();
  expect(await fate()).toMatchObject({ fate: 'proposed' });
  const [first] = (await readLessons(ports)).lessons;
  if (!first) throw new Error('There is no lesson.');
  await answerLesson(ports, first, ' We have it already. ');
  expect(await fate()).toMatchObject({
    fate: 'declined',
    proposal: { declined: { by: 'Olivia', reason: 'We have it already.' } },
  });
  await expect(answerLesson(ports, first, 'Twice')).rejects.toThrow(/Somebody else answered/);
  const [second] = (await readLessons(ports)).lessons;
  if (second) await answerLesson(ports, second, undefined);
  expect(await fate()).toMatchObject({ fate: 'proposed' });
});

test('taken into a draft it holds, and once published it is accepted', async () => {
  const { ports, propose } = world();
  await propose();
  const [lesson] = (await readLessons(ports)).lessons;
  if (!lesson) throw new Error('There is no lesson.');
  const shipped = packages();
  const { ops, left } = lessonOperations(lesson.overlay, 'test.shop');
  expect([ops.map((op) => op.op), left]).toEqual([['add', 'link', 'add'], 0]);
  const ground = { shipped: new Map(shipped.map(({ id, file }) => [id, file])), published: new Map() };
  const draft = draftFile({ target: 'test.shop', ops }, ground);
  if (draft.kind !== 'file') throw new Error('The draft was refused.');
  const resolved = resolveKnowledge(shipped, [draft.file]);
  expect(resolved.own).toMatchObject([{ kind: 'overlay' }]);
  const [changed] = resolved.packages;
  expect(changed?.threats.find(({ id }) => id === 'wire-read')?.treatments).toContainEqual(
    expect.objectContaining({ mitigation: expect.objectContaining({ id: lesson.lesson }) }),
  );
  const knowledge = { packages: async () => resolved.packages };
  const fates = await readLessonFates(ports, { incidents: [learnt], knowledge });
  expect(fates.get(learnt.id)?.fate).toBe('accepted');
});

test('into another package go the mitigation and its events, not the links', async () => {
  const { ports, propose } = world();
  await propose();
  const [lesson] = (await readLessons(ports)).lessons;
  const { ops, left } = lesson ? lessonOperations(lesson.overlay, 'other.one') : { ops: [], left: 0 };
  expect([ops.map((op) => op.op), left]).toEqual([['add', 'add'], 1]);
});

test('a threat that somebody wrote by hand has a lesson too', async () => {
  const { ports, propose } = world();
  await propose(incident(1, 'Slow down.'));
  expect((await readLessons(ports)).lessons[0]?.overlay.targets).toEqual([
    { id: 'without.core', range: '*' },
  ]);
});

test('what somebody else wrote into the collection is counted, not shown', async () => {
  const { ports, documents, propose } = world();
  await propose();
  const [first] = (await readLessons(ports)).lessons;
  await documents.create(lessonsCollection, { id: 'x', schema: 1, kind: 'lesson' });
  const { __etag: _etag, ...copy } = first?.document ?? { __etag: 0, id: 'y' };
  await documents.create(lessonsCollection, { ...copy, id: 'lesson.0' });
  expect(await readLessons(ports)).toMatchObject({ lessons: [{ lesson: first?.lesson }], unreadable: 2 });
});

test('the packages that ship have the one that lessons without a source are for', () => {
  const core = JSON.parse(readFileSync(join(__dirname, '../../kb/core/kb.json'), 'utf8')) as { id: string };
  expect(core.id).toBe('without.core');
});
