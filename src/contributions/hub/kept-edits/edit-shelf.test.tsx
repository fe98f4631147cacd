import { TextDecoder, TextEncoder } from 'node:util';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import type { App } from '../../../app/app';
import { AccessError } from '../../../app/ports';
import { judgeImpact } from '../../../core/model/edits/judge';
import { removeThreats } from '../../../core/model/edits/build';
import type { ModelId } from '../../../core/model/ids';
import { OpenSessions } from '../open-sessions';
import { hubWorld, smallModel } from '../testing/hub-world';
import { browserShelf } from './edit-shelf';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const owner = { organisation: 'o', project: 'p', user: 'u' };
const shelf = browserShelf(owner);
const keys = () => Object.keys(window.localStorage);
beforeEach(() => window.localStorage.clear());

async function world() {
  const { app } = hubWorld(new MemoryDocuments());
  const { model } = await app.createModel(smallModel(app, ['A', 'B']));
  const [first, second] = [...model.threat.keys()];
  if (!first || !second) throw new Error('The model has no threats.');
  const stored = async () => (await app.openModel(model.info.id)).model;
  return { app, id: model.info.id, first, second, stored };
}

function visit(app: App, name: string) {
  const said: string[] = [];
  const sessions = new OpenSessions(app, { shelf, window: name, tell: (sentence) => said.push(sentence) });
  return { sessions, said };
}

const withoutNetwork = (app: App): App => ({
  ...app,
  saveModel: () => Promise.reject(new AccessError('unreachable', 'The store cannot be reached.')),
});

/** A page on which the network refuses one judgement, and which is closed then. */
async function closedOffline(given: Awaited<ReturnType<typeof world>>, name = 'first') {
  const { app, id, first } = given;
  const { sessions } = visit(withoutNetwork(app), name);
  const session = await sessions.open(id);
  session.apply(judgeImpact(session.current.model, [first], { level: 'major', reason: '' }));
  await session.idle();
  expect(session.current).toMatchObject({ saving: { kind: 'failed' }, kept: 'browser' });
  sessions.close();
}
const impactOf = (threat: { readonly impact: { readonly level: string } } | undefined) =>
  threat?.impact.level;

test('edits that were not saved come back with the next visit, are saved, and the shelf is empty', async () => {
  const given = await world();
  await closedOffline(given);
  expect(keys()).toEqual([`without.edits.1/o/p/u/${given.id}/first`]);
  const { sessions, said } = visit(given.app, 'second');
  await sessions.bringBack();
  await (await sessions.open(given.id)).idle();
  expect(impactOf((await given.stored()).threat.get(given.first))).toBe('major');
  expect(said).toEqual([
    expect.stringMatching(/^1 edit of “Web shop” from an earlier visit, .* came back\.$/),
  ]);
  expect(keys()).toEqual([]);
});

test('what others changed meanwhile is merged, and the same thing is asked about', async () => {
  const given = await world();
  await closedOffline(given);
  const other = await new OpenSessions(given.app).open(given.id);
  other.apply(removeThreats(other.current.model, [given.second]));
  other.apply(judgeImpact(other.current.model, [given.first], { level: 'minor', reason: '' }));
  await other.idle();
  const { sessions } = visit(given.app, 'second');
  const session = await sessions.open(given.id);
  await session.idle();
  expect([...(await given.stored()).threat.keys()]).toEqual([given.first]);
  const [conflict] = session.current.conflicts;
  expect(conflict).toMatchObject({
    mine: { impact: { level: 'major' } },
    theirs: { impact: { level: 'minor' } },
  });
  // The question itself outlives the page, too.
  expect(keys()).toHaveLength(1);
  const third = await visit(given.app, 'third').sessions.open(given.id);
  const [again] = third.current.conflicts;
  if (!again) throw new Error('The question is gone.');
  third.settle(again, 'mine');
  await third.idle();
  expect(impactOf((await given.stored()).threat.get(given.first))).toBe('major');
  expect(keys()).toEqual([]);
});

test('edits of a model that was deleted are said, and stay until they are given up', async () => {
  const given = await world();
  await closedOffline(given);
  await given.app.deleteModel(given.id);
  const { sessions } = visit(given.app, 'second');
  await sessions.bringBack();
  const [stranded] = sessions.stranded();
  if (!stranded) throw new Error('Nothing is said.');
  expect(stranded.why).toMatch(/deleted/);
  expect(keys()).toHaveLength(1);
  sessions.discard(stranded);
  expect(sessions.stranded()).toEqual([]);
  expect(keys()).toEqual([]);
});

test('nobody sees the edits of another person, project or organisation', () => {
  const id = '00000000-0000-4000-8000-00000000000a' as ModelId;
  shelf.keep(id, 'w', '{}');
  for (const part of ['organisation', 'project', 'user'] as const)
    expect(browserShelf({ ...owner, [part]: 'other' }).all()).toEqual([]);
  expect(shelf.all().map(({ model }) => model)).toEqual([id]);
});

test('what another page wrote since is not taken away', () => {
  const id = '00000000-0000-4000-8000-00000000000a' as ModelId;
  shelf.keep(id, 'w', 'old');
  const [old] = shelf.all();
  if (!old) throw new Error('Nothing was kept.');
  shelf.keep(id, 'w', 'new');
  shelf.take(old);
  expect(shelf.all().map(({ text }) => text)).toEqual(['new']);
});

test('a browser that keeps nothing is said to, and the page goes on', async () => {
  const refusing = browserShelf(owner, () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  expect(refusing.all()).toEqual([]);
  const { app, id } = await world();
  const sessions = new OpenSessions(withoutNetwork(app), {
    shelf: refusing,
    window: 'w',
    tell: () => undefined,
  });
  const session = await sessions.open(id);
  session.apply({ label: 'Rename', info: { ...session.current.model.info, name: 'Other' } });
  await session.idle();
  expect(session.current.kept).toBe('page');
  // The file brings them back, on this page or on another.
  const bytes = new TextEncoder().encode(session.unsavedText());
  const edits = await app.readEdits(bytes);
  if (!edits) throw new Error('The file was not recognised.');
  sessions.close();
  const next = new OpenSessions(app);
  await next.putEdits(edits);
  await (await next.open(id)).idle();
  expect((await app.openModel(id)).model.info.name).toBe('Other');
  expect(await app.readEdits(new TextEncoder().encode('{"otmVersion": "0.2.0"}'))).toBeUndefined();
  // An archive, as Threats Manager writes its models, is a model and no edits.
  expect(await app.readEdits(Uint8Array.from([0x50, 0x4b, 3, 4, 0x80, 0xff]))).toBeUndefined();
  const damaged = new TextEncoder().encode('{"withoutEdits": 1}');
  await expect(app.readEdits(damaged)).rejects.toThrow(/damaged/);
});
