import { runs } from '../../tests/fixtures/runs';
import * as fc from 'fast-check';
import { infoOf, modelUuid, modelWithEdits, plain, poolId } from '../../tests/fixtures/model-arbitrary';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { mint, modelId, storyLinkId, threatId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import { emptyModel } from '../core/model/model';
import type { Threat } from '../core/model/threat';
import { indexCollection, modelCollection } from '../core/store/collections';
import { createModel } from './create-model';
import { deleteModel } from './delete-model';
import { listModels } from './list-models';
import { openModel } from './open-model';
import type { StoredDocument } from './ports';
import { DocumentError } from './ports';
import { saveModel } from './save-model';

const projectId = '6CE954B1-CE1F-45D1-B94D-E6BF2464BA2C';
const id = mint(modelId, () => modelUuid);
const index = indexCollection(projectId);
const shards = modelCollection(projectId, id);
const start = () => ({ documents: new MemoryDocuments() });
const open = (ports: ReturnType<typeof start>) => openModel(ports, projectId, id);

const threat = (at: number, title: string): Threat => ({
  id: mint(threatId, () => poolId('threat', at)),
  origin: { kind: 'person' },
  title,
  description: '',
  stride: [],
  place: { kind: 'model' },
  probability: { level: 'rare', basis: 'assumed' },
  impact: { level: 'minor', basis: 'assumed' },
  status: { kind: 'open' },
});
const withThreat = (model: Model, one: Threat): Model => ({
  ...model,
  threat: new Map([...model.threat, [one.id, one]]),
});
const empty = emptyModel(infoOf('One'));
const titles = (model: Model) => [...model.threat.values()].map(({ title }) => title).sort();

describe('saving a model', () => {
  test('gives back what was saved, in three requests, and the very model that it got', () =>
    fc.assert(
      fc.asyncProperty(modelWithEdits, async ({ base, mine }) => {
        const ports = start();
        const created = await createModel(ports, projectId, base);
        const { opened, conflicts } = await saveModel(ports, created, mine);
        expect([opened.model, conflicts]).toEqual([mine, []]);
        expect(opened.model).toBe(mine);
        const before = ports.documents.requests;
        const again = await open(ports);
        expect(ports.documents.requests - before).toBe(3);
        expect(plain(again.model)).toEqual(plain(mine));
        // What the save knows about the store is what a fresh look sees.
        const known = [...opened.stored.shards.values()].map(({ id: shard, etag }) => [shard, etag]).sort();
        expect(known).toEqual(
          [...again.stored.shards.values()].map(({ id: shard, etag }) => [shard, etag]).sort(),
        );
        expect(opened.stored.index?.etag).toBe(again.stored.index?.etag);
      }),
      { numRuns: runs(25) },
    ));

  test('that fails at any call leaves a valid model, and calling again completes it', () =>
    fc.assert(
      fc.asyncProperty(
        modelWithEdits,
        fc.integer({ min: 1, max: 25 }),
        fc.constantFrom('before', 'after'),
        fc.constantFrom('opened again', 'as it was'),
        async ({ base, mine }, call, when, retry) => {
          const ports = start();
          const created = await createModel(ports, projectId, base);
          ports.documents.failAt({ call, when });
          const outcome = await saveModel(ports, created, mine).catch((error: unknown) => error);
          ports.documents.failAt({ call: 0, when });
          const between = await open(ports);
          expect(between.problems).toEqual([]);
          if (outcome instanceof Error) expect(outcome).toMatchObject({ problem: 'unreachable' });
          const { conflicts } = await saveModel(ports, retry === 'as it was' ? created : between, mine);
          expect(conflicts).toEqual([]);
          expect(plain((await open(ports)).model)).toEqual(plain(mine));
        },
      ),
      { numRuns: runs(50) },
    ));

  test('of a new model that fails at any call is completed by calling again', async () => {
    for (const when of ['before', 'after'] as const) {
      for (const call of [1, 2]) {
        const ports = start();
        const model = withThreat(empty, threat(0, 'A'));
        ports.documents.failAt({ call, when });
        await expect(createModel(ports, projectId, model)).rejects.toMatchObject({ problem: 'unreachable' });
        expect((await createModel(ports, projectId, model)).model).toEqual(model);
        expect(plain((await open(ports)).model)).toEqual(plain(model));
      }
    }
  });

  test('brings together what several people saved at the same time', async () => {
    const ports = start();
    await createModel(ports, projectId, withThreat(empty, threat(0, 'A')));
    const people = await Promise.all([1, 2, 3].map(() => open(ports)));
    const saves = people.map((opened, at) =>
      saveModel(ports, opened, withThreat(opened.model, threat(at + 1, `By ${at}`))),
    );
    expect((await Promise.all(saves)).map(({ conflicts }) => conflicts)).toEqual([[], [], []]);
    expect(titles((await open(ports)).model)).toEqual(['A', 'By 0', 'By 1', 'By 2']);
  });

  test('looks again before it removes things or refers to them: no etag tells of a collision between documents', async () => {
    const link = {
      id: mint(storyLinkId, () => poolId('storyLink', 0)),
      threat: threat(0, 'A').id,
      story: 42,
    };
    const linked = (model: Model): Model => ({ ...model, storyLink: new Map([[link.id, link]]) });
    const without = (model: Model): Model => ({ ...model, threat: new Map() });
    for (const [first, second] of [
      [linked, without],
      [without, linked],
    ] as const) {
      const ports = start();
      await createModel(ports, projectId, withThreat(empty, threat(0, 'A')));
      const [one, other] = [await open(ports), await open(ports)];
      await saveModel(ports, one, first(one.model));
      const { opened, conflicts } = await saveModel(ports, other, second(other.model));
      expect(conflicts).toMatchObject([{ kind: 'threat', base: { title: 'A' } }]);
      const { model, problems } = await open(ports);
      expect([plain(model), problems]).toEqual([plain(linked(withThreat(empty, threat(0, 'A')))), []]);
      expect(plain(opened.model)).toEqual(plain(model));
    }
  });

  test('of a change in one thing is one request', async () => {
    const ports = start();
    const opened = await createModel(ports, projectId, withThreat(empty, threat(0, 'A')));
    const before = ports.documents.requests;
    await saveModel(ports, opened, withThreat(opened.model, threat(0, 'B')));
    expect(ports.documents.requests - before).toBe(1);
  });

  test('hands a conflict back, keeps theirs, and lets mine be saved over it afterwards', async () => {
    const ports = start();
    await createModel(ports, projectId, withThreat(empty, threat(0, 'A')));
    const [mine, theirs] = [await open(ports), await open(ports)];
    await saveModel(ports, theirs, withThreat(theirs.model, threat(0, 'Theirs')));
    const { opened, conflicts } = await saveModel(ports, mine, withThreat(mine.model, threat(0, 'Mine')));
    expect(conflicts).toMatchObject([
      { kind: 'threat', base: { title: 'A' }, mine: { title: 'Mine' }, theirs: { title: 'Theirs' } },
    ]);
    expect(titles(opened.model)).toEqual(['Theirs']);
    expect((await saveModel(ports, opened, withThreat(opened.model, threat(0, 'Mine')))).conflicts).toEqual(
      [],
    );
    expect(titles((await open(ports)).model)).toEqual(['Mine']);
  });

  test('ends with a sentence when others win five times', async () => {
    const ports = start();
    const opened = await createModel(ports, projectId, withThreat(empty, threat(0, 'A')));
    let updates = 0;
    const update = (_: string, document: StoredDocument) => {
      updates += 1;
      return Promise.reject(new DocumentError('version-mismatch', document.id));
    };
    const stubborn = Object.assign(Object.create(ports.documents) as MemoryDocuments, { update });
    const saving = saveModel({ documents: stubborn }, opened, withThreat(empty, threat(0, 'B')));
    await expect(saving).rejects.toMatchObject({ name: 'ModelError', problem: 'busy' });
    expect(updates).toBe(5);
  });

  test('of a model that was deleted meanwhile says so', async () => {
    const ports = start();
    const opened = await createModel(ports, projectId, withThreat(empty, threat(0, 'A')));
    await deleteModel(ports, projectId, id);
    const saving = saveModel(ports, opened, withThreat(empty, threat(0, 'B')));
    await expect(saving).rejects.toMatchObject({ name: 'ModelError', problem: 'missing' });
  });

  test('never writes to a model of a newer version', async () => {
    const ports = start();
    await createModel(ports, projectId, withThreat(empty, threat(0, 'A')));
    await ports.documents.update(shards, {
      id: 'threat.x',
      schema: 2,
      kind: 'threat',
      entities: [threat(0, 'A')],
      __etag: 1,
    });
    const opened = await open(ports);
    expect(opened.readOnly).toMatch(/newer version/);
    expect(titles(opened.model)).toEqual(['A']);
    const before = ports.documents.requests;
    await expect(saveModel(ports, opened, empty)).rejects.toMatchObject({
      name: 'ModelError',
      problem: 'read-only',
    });
    expect(ports.documents.requests).toBe(before);
  });
});

describe('the models of a project', () => {
  test('are listed by name in one request, with the damaged and the newer ones', async () => {
    const ports = start();
    await createModel(ports, projectId, empty);
    const other = poolId('diagram', 1);
    await ports.documents.create(index, { id: 'oops', kind: 'model' });
    await ports.documents.create(index, {
      id: other,
      schema: 7,
      kind: 'model',
      info: { ...infoOf('Newer'), id: other },
    });
    await ports.documents.create(index, {
      id: poolId('diagram', 2),
      schema: 1,
      kind: 'model',
      info: { name: 'Broken' },
    });
    const before = ports.documents.requests;
    expect(await listModels(ports, projectId.toLowerCase())).toMatchObject([
      { kind: 'read-only', info: { name: 'Broken' }, problem: expect.stringMatching(/damaged/) },
      { kind: 'read-only', info: { name: 'Newer' }, problem: expect.stringMatching(/newer version/) },
      { kind: 'model', id, info: { name: 'One' } },
      { kind: 'damaged', id: 'oops' },
    ]);
    expect(ports.documents.requests - before).toBe(1);
  });

  test('a model that is not there is missing', async () => {
    await expect(open(start())).rejects.toMatchObject({ name: 'ModelError', problem: 'missing' });
  });

  test('a deletion that fails at any call leaves a valid model that is still listed, and can be repeated', () =>
    fc.assert(
      fc.asyncProperty(modelWithEdits, fc.integer({ min: 1, max: 12 }), async ({ base }, call) => {
        const ports = start();
        await createModel(ports, projectId, base);
        await ports.documents.create(shards, { id: 'claim.create' });
        ports.documents.failAt({ call, when: 'before' });
        const failed = await deleteModel(ports, projectId, id).then(
          () => false,
          () => true,
        );
        ports.documents.failAt({ call: 0, when: 'before' });
        if (failed) expect((await open(ports)).problems).toEqual([]);
        await deleteModel(ports, projectId, id);
        expect(await listModels(ports, projectId)).toEqual([]);
        expect(await ports.documents.list(shards)).toEqual([]);
      }),
      { numRuns: runs(25) },
    ));
});
