import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { MemoryProjects } from '../adapters/memory/memory-projects';
import { samplePackage } from '../../tests/fixtures/sample-knowledge';
import { applyEdit } from '../core/model/edit';
import { exampleModel } from '../core/kb/example-model';
import type { KnowledgePackage } from '../core/kb/package';
import { planUpgrade } from '../core/kb/publication-impact';
import { readPackage } from '../core/kb/read-package';
import { resolveKnowledge } from '../core/kb/resolve-knowledge';
import type { Model } from '../core/model/model';
import { indexCollection } from '../core/store/collections';
import { createModel } from './create-model';
import { measurePublication } from './measure-publication';

const reading = readPackage(samplePackage());
if (reading.kind === 'refused') throw new Error('refused');
const shop = reading.package;

const overlay = (...ops: readonly unknown[]): readonly KnowledgePackage[] =>
  resolveKnowledge(
    [shop],
    [
      {
        kbSchema: 1,
        kind: 'overlay',
        id: 'contoso.policy',
        version: '1.0.0',
        name: 'P',
        licence: 'x',
        targets: [{ id: 'test.shop', range: '^1.0.0' }],
        ops,
      },
    ],
  ).packages;

let last = 0;
const newId = () => `00000000-0000-4000-9000-${String((last += 1)).padStart(12, '0')}`;

/** A model that uses the package, with its threats; `flows` of them are not encrypted. */
function using(flows: number): Model {
  const bare = exampleModel(
    {
      elements: [
        { kind: 'process', name: 'Browser' },
        { kind: 'process', name: 'Orders', type: 'web-api', properties: { Rows: '1000' } },
      ],
      flows: Array.from({ length: flows }, (_, n) => ({
        name: `Buy ${n}`,
        source: 'Browser',
        target: 'Orders',
        properties: { 'Encrypted in transit': 'No' },
      })),
    },
    newId,
  );
  const chosen: Model = {
    ...bare,
    info: {
      ...bare.info,
      name: `Model ${flows}`,
      knowledge: { packages: [{ id: 'test.shop', version: '1.2.0', hash: 'older' }], depth: 'full' },
    },
  };
  const plan = planUpgrade(chosen, [shop], newId);
  return plan ? applyEdit(chosen, plan.edit) : chosen;
}

async function world(models: Readonly<Record<string, readonly Model[]>>) {
  const documents = new MemoryDocuments();
  const known = Object.keys(models).map((name, at) => ({
    id: `00000000-0000-4000-8000-00000000000${at}`,
    name,
  }));
  for (const { id, name } of known)
    for (const model of models[name] ?? []) await createModel({ documents }, id, model);
  return { ports: { documents, newId, projects: new MemoryProjects(known) }, known, documents };
}

test('threats that come, go and change are counted over the models of all projects', async () => {
  const unused = exampleModel({ elements: [], flows: [] }, newId);
  const { ports } = await world({ Bank: [using(3), unused], Shop: [using(1)], Empty: [] });
  const after = overlay(
    { op: 'disable', type: 'threat', id: 'table-emptied' },
    { op: 'patch', type: 'threat', id: 'wire-read', set: { severity: { impact: 'severe' } } },
    {
      op: 'add',
      type: 'threat',
      value: {
        id: 'flooded',
        name: '{element.name} is flooded',
        stride: ['D'],
        description: 'By a rival.',
        severity: { probability: 'possible', impact: 'major' },
        anchor: 'element',
        when: { is: 'element', of: ['web-api'] },
        mitigations: [],
      },
    },
  );
  const seen: number[] = [];
  const measured = await measurePublication(ports, {
    before: [shop],
    after,
    progress: (done) => seen.push(done) < 0,
  });
  expect(measured).toEqual({
    models: [
      { project: 'Bank', model: 'Model 3', impact: { added: 1, retired: 1, changed: 3, mitigations: 0 } },
      { project: 'Shop', model: 'Model 1', impact: { added: 1, retired: 1, changed: 1, mitigations: 0 } },
    ],
    looked: 3,
    unread: [],
  });
  expect(seen).toEqual([0, 1, 2]);
});

test('a publication that changes nothing that is used touches no model', async () => {
  const { ports } = await world({ Shop: [using(1)] });
  expect(await measurePublication(ports, { before: [shop], after: [shop] })).toMatchObject({
    models: [],
    looked: 1,
  });
});

test('what cannot be read is named, and the rest is measured', async () => {
  const { ports, known, documents } = await world({ Bank: [using(1)], Shop: [using(1)] });
  const after = overlay({ op: 'disable', type: 'threat', id: 'wire-read' });
  documents.failAt({ call: 1, when: 'before' });
  const measured = await measurePublication(ports, { before: [shop], after });
  expect(measured.unread).toEqual(['Bank: The store cannot be reached.']);
  expect(measured.models).toMatchObject([{ project: 'Shop', impact: { added: 0, retired: 1 } }]);
  await documents.create(indexCollection(known[0]?.id ?? ''), { id: 'junk', schema: 1 });
  const again = await measurePublication(ports, { before: [shop], after });
  expect(again.unread).toEqual(['Bank: a model that is damaged.']);
  expect(again.models).toHaveLength(2);
});

test('it stops when it is told to', async () => {
  const { ports } = await world({ Bank: [using(1)], Shop: [using(1)] });
  const after = overlay({ op: 'disable', type: 'threat', id: 'wire-read' });
  const measured = await measurePublication(ports, { before: [shop], after, progress: (done) => done === 1 });
  expect(measured.models.map(({ project }) => project)).toEqual(['Bank']);
});
