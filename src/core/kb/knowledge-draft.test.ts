import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { coverageOf } from './coverage';
import {
  draftFile,
  draftSize,
  factsOfPackage,
  newPackage,
  nextVersion,
  operationName,
  withOperation,
  withoutOperation,
} from './knowledge-draft';
import type { KnowledgeDraft } from './knowledge-draft';
import type { Operation } from './overlay-schema';
import type { KnowledgePackage, PackageSource } from './package';
import { readPackage } from './read-package';
import { resolveKnowledge } from './resolve-knowledge';
import { runExample } from './run-examples';

const reading = readPackage(samplePackage());
if (reading.kind === 'refused') throw new Error('refused');
const shop = reading.package;
const shipped = new Map([[shop.id, shop.file]]);
const patch = (set: Record<string, unknown>, because?: string): Operation => ({
  op: 'patch',
  type: 'threat',
  id: 'wire-read',
  set,
  ...(because === undefined ? {} : { because }),
});
const add = (id: string): Operation => ({
  op: 'add',
  type: 'mitigation',
  value: { id, name: 'P', controlType: 'preventive', description: 'x' },
});

function file(draft: KnowledgeDraft, published: Readonly<Record<string, PackageSource>> = {}) {
  const made = draftFile(draft, { shipped, published: new Map(Object.entries(published)) });
  if (made.kind === 'refused') throw new Error(JSON.stringify(made.problems));
  return made.file;
}

describe('each entry and each link is spoken of once', () => {
  const together = (...ops: readonly Operation[]) => ops.reduce(withOperation, []);
  const link = (more: object): Operation => ({
    op: 'link',
    threat: 'wire-read',
    mitigation: 'test.shop:vpn',
    ...more,
  });
  test.each<[string, readonly Operation[], readonly unknown[]]>([
    [
      'patches join, the last reason counts',
      [patch({ top: true, name: 'A' }, 'a'), patch({ name: 'B' }, 'b')],
      [patch({ top: true, name: 'B' }, 'b')],
    ],
    [
      'patches join below their keys, too',
      [
        patch({ severity: { impact: 'severe' }, refs: { cwe: [79] } }),
        patch({ severity: { probability: 'likely' }, refs: { cwe: null } }),
      ],
      [patch({ severity: { impact: 'severe', probability: 'likely' }, refs: { cwe: null } })],
    ],
    [
      'a patch of what was added changes what is added',
      [add('p1'), { op: 'patch', type: 'mitigation', id: 'p1', set: { name: 'Q' } }],
      [{ ...add('p1'), value: { id: 'p1', name: 'Q', controlType: 'preventive', description: 'x' } }],
    ],
    [
      'what was added and disabled was never there',
      [
        add('p1'),
        { op: 'link', threat: 'wire-read', mitigation: 'p1', strength: 'weak' },
        { op: 'disable', type: 'mitigation', id: 'p1' },
      ],
      [],
    ],
    [
      'what was added is named nowhere once it is gone',
      [
        { op: 'add', type: 'event', value: { id: 'e1' } },
        { op: 'patch', type: 'threat', id: 'wire-read', set: { events: ['other', 'e1'] } },
        { op: 'add', type: 'mitigation', value: { id: 'p1', events: ['e1'] } },
        { op: 'disable', type: 'event', id: 'e1' },
      ],
      [
        { op: 'patch', type: 'threat', id: 'wire-read', set: { events: ['other'] } },
        { op: 'add', type: 'mitigation', value: { id: 'p1', events: [] } },
      ],
    ],
    [
      'disabling forgets what was changed',
      [patch({ top: true }), { op: 'disable', type: 'threat', id: 'test.shop:wire-read' }],
      [{ op: 'disable', type: 'threat', id: 'test.shop:wire-read' }],
    ],
    [
      'links join',
      [link({ strength: 'weak' }), link({ top: true })],
      [link({ strength: 'weak', top: true })],
    ],
    [
      'a link that is taken away',
      [link({ strength: 'weak' }), link({ remove: true })],
      [link({ remove: true })],
    ],
    [
      'and comes back',
      [link({ remove: true }), link({ strength: 'strong' })],
      [link({ strength: 'strong' })],
    ],
  ])('%s', (_, ops, expected) => {
    expect(together(...ops)).toEqual(expected);
  });
});

test('changes of a package that ships become an overlay, which grows with the next ones', () => {
  const first = file({ target: 'test.shop', ops: [patch({ top: true }, 'Cards')] });
  expect(first).toMatchObject({
    kind: 'overlay',
    id: 'own.test-shop',
    version: '1.0.0',
    name: 'Our changes of Shop',
  });
  const second = file({ target: 'test.shop', ops: [patch({ level: 1 })] }, { 'own.test-shop': first });
  expect(second).toMatchObject({
    version: '1.0.1',
    ops: [{ set: { top: true, level: 1 }, because: 'Cards' }],
  });
  expect(resolveKnowledge([shop], [second]).own).toMatchObject([{ kind: 'overlay' }]);
});

test('a published change is taken back by its name, and what was added goes with its links', () => {
  const ops: readonly Operation[] = [
    patch({ top: true }),
    add('p1'),
    { op: 'link', threat: 'test.shop:wire-read', mitigation: 'p1', strength: 'weak' },
  ];
  expect(ops.map(operationName)).toEqual(['threat wire-read', 'mitigation p1', 'link wire-read p1']);
  expect(withoutOperation(ops, 'mitigation p1')).toEqual([patch({ top: true })]);
  const before = file({ target: 'test.shop', ops });
  const draft = { target: 'test.shop', ops: [], takenBack: ['threat wire-read', 'link wire-read p1'] };
  expect(draftSize(draft)).toBe(2);
  const after = file(draft, { 'own.test-shop': before });
  expect(after).toMatchObject({ version: '1.0.1', ops: [add('p1')] });
  expect(resolveKnowledge([shop], [after]).own).toMatchObject([{ kind: 'overlay' }]);
});

test('what a package of one’s own says of itself changes, and its operations may build on that', () => {
  const own = newPackage('own.rules', 'Rules', []);
  const facts = {
    ...factsOfPackage(own),
    description: 'Ours.',
    extends: [{ id: 'test.shop', range: '^1.0.0' }],
  };
  const draft = { target: 'own.rules', ops: [add('p1')], facts };
  expect(draftSize(draft)).toBe(2);
  const next = file(draft, { 'own.rules': own });
  expect(next).toMatchObject({ ...facts, version: '1.0.1', mitigations: [{ id: 'p1' }] });
  expect(resolveKnowledge([shop], [next]).own).toMatchObject([{ kind: 'package' }]);
  expect(factsOfPackage(next)).toEqual(facts);
});

test('changes of a package of one’s own change its file', () => {
  const own = newPackage('own.rules', 'Rules', [shop]);
  expect(resolveKnowledge([shop], [own]).own).toMatchObject([{ kind: 'package' }]);
  const next = file({ target: 'own.rules', ops: [add('p1')] }, { 'own.rules': own });
  expect(next).toMatchObject({ kind: 'package', version: '1.0.1', mitigations: [{ id: 'p1' }] });
  expect(next['changes']).toBeUndefined();
  const reason: Operation = {
    op: 'patch',
    type: 'mitigation',
    id: 'p1',
    set: { top: true },
    because: 'In May.',
  };
  const last = file({ target: 'own.rules', ops: [reason] }, { 'own.rules': next });
  const told = { version: '1.0.2', op: 'patch', type: 'mitigation', id: 'p1', because: 'In May.' };
  expect(last['changes']).toEqual([told]);
  expect(resolveKnowledge([shop], [last]).packages[1]?.localChanges).toEqual([
    { ...told, overlay: 'own.rules', overlayName: 'Rules', package: 'own.rules', what: [] },
  ]);
  expect(draftFile({ target: 'own.gone', ops: [] }, { shipped, published: new Map() })).toMatchObject({
    kind: 'refused',
  });
});

test.each([
  ['1.2.3', '1.2.4'],
  ['1.0.0-33', '1.0.1'],
  ['x', '1.0.0'],
])('after %s comes %s', (before, after) => {
  expect(nextVersion(before)).toBe(after);
});

describe('examples', () => {
  const threat = shop.threats[0];
  const drawn = (encrypted?: string) => ({
    elements: [
      { kind: 'process', name: 'A' },
      { kind: 'process', name: 'B' },
    ],
    flows: [{ name: 'F', source: 'A', target: 'B', type: encrypted === 'Yes' ? 'https' : 'data-flow' }],
  });
  test.each<[string, unknown, string, boolean]>([
    ['fires', { expect: 'fires', because: 'x', model: drawn('No') }, 'fires', true],
    ['stays silent', { expect: 'silent', because: 'x', model: drawn('Yes') }, 'silent', true],
    ['says otherwise', { expect: 'fires', because: 'x', model: drawn('Yes') }, 'silent', false],
    [
      'names nobody',
      {
        expect: 'fires',
        because: 'x',
        model: { elements: [], flows: [{ name: 'F', source: 'A', target: 'B' }] },
      },
      'broken',
      false,
    ],
    ['is none', 5, 'broken', false],
  ])('one that %s', (_, json, outcome, holds) => {
    if (!threat) throw new Error('no threat');
    expect(runExample(shop, threat, json)).toMatchObject({ outcome, holds });
  });
});

describe('coverage', () => {
  const covered = (known: KnowledgePackage) =>
    Object.fromEntries(coverageOf(known).types.map(({ type, total }) => [type, total]));
  const changed = (...ops: readonly Operation[]) =>
    resolveKnowledge([shop], [file({ target: 'test.shop', ops })]).packages[0] ?? shop;

  test('counts what can strike at a kind of thing or at its flows', () => {
    expect(covered(shop)).toEqual({ process: 1, 'web-api': 2 });
    expect(coverageOf(shop).types.find(({ type }) => type === 'web-api')?.threats).toMatchObject({
      'information-disclosure': 1,
      'denial-of-service': 1,
      spoofing: 0,
    });
  });

  test.each<[string, unknown, readonly string[]]>([
    ['never', { always: false }, ['wire-read']],
    [
      'a process that is a flow',
      {
        all: [
          { is: 'target', of: ['process'] },
          { is: 'target', of: ['data-flow'] },
        ],
      },
      ['wire-read'],
    ],
    ['an element at a flow', { is: 'element', of: ['process'] }, ['wire-read']],
    [
      'whatever depends on what a model says',
      { all: [{ prop: 'encrypted', on: 'flow', known: true }, { not: { crosses: 'any' } }] },
      [],
    ],
    [
      'kinds at both ends',
      {
        all: [
          { is: 'source', of: ['web-api'] },
          { is: 'target', of: ['web-api'] },
          { is: 'flow', of: ['https'] },
        ],
      },
      [],
    ],
  ])('dead rules: %s', (_, when, dead) => {
    expect(coverageOf(changed(patch({ when }))).dead.map(({ id }) => id)).toEqual(dead);
  });
});
