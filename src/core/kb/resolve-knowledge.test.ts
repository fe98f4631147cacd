import * as fc from 'fast-check';
import { runs } from '../../../tests/fixtures/runs';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import type { KnowledgePackage } from './package';
import { readPackage } from './read-package';
import { changesOf, resolveKnowledge } from './resolve-knowledge';
import type { Resolved } from './resolve-knowledge';

function read(json: unknown): KnowledgePackage {
  const reading = readPackage(json);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.package;
}
const shop = read(samplePackage());
const shopFile = samplePackage() as Readonly<Record<string, unknown>>;

const overlay = (ops: unknown, more: object = {}) => ({
  kbSchema: 1,
  kind: 'overlay',
  id: 'contoso.policy',
  version: '3.1.0',
  name: 'Contoso policy',
  licence: 'LicenseRef-internal',
  targets: [{ id: 'test.shop', range: '^1.0.0' }],
  ops,
  ...more,
});
const resolve = (...own: readonly unknown[]): Resolved => resolveKnowledge([shop], own);
function changed(...ops: readonly unknown[]): KnowledgePackage {
  const resolved = resolve(overlay(ops));
  expect(resolved.own).toMatchObject([{ kind: 'overlay' }]);
  const [known] = resolved.packages;
  if (!known) throw new Error('gone');
  return known;
}
const threat = (known: KnowledgePackage, id = 'wire-read') => known.threats.find((each) => each.id === id);
const links = (known: KnowledgePackage, id = 'wire-read') =>
  threat(known, id)?.treatments.map(({ mitigation, strength }) => `${mitigation.id} ${strength}`);
const patch = (set: object) => ({ op: 'patch', type: 'threat', id: 'wire-read', set });
/** Place and sentence of each problem of the only own file; nothing of it is loaded. */
function problems(own: unknown): string {
  const resolved = resolve(own);
  expect(resolved.packages).toEqual([shop]);
  const [reading] = resolved.own;
  if (reading?.kind !== 'refused') return 'not refused';
  return reading.problems.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n');
}

test('without own files everything is as it ships, the very same objects', () => {
  const shipped = [shop];
  expect(resolveKnowledge(shipped, []).packages).toBe(shipped);
});

describe('overlays', () => {
  test('patch: what is named changes, links merge by name, the rest stays', () => {
    const known = changed({
      ...patch({
        severity: { impact: 'severe' },
        top: true,
        withoutClause: null,
        mitigations: [{ ref: 'watch', strength: 'average' }],
      }),
      because: 'Card data',
    });
    expect(threat(known)).toMatchObject({ impact: 'severe', probability: 'possible', top: true });
    expect(threat(known)?.withoutClause).toBeUndefined();
    expect(links(known)).toEqual(['watch average', 'tls strong', 'vpn average', 'pinning weak']);
    expect(threat(known, 'table-emptied')).toEqual(threat(shop, 'table-emptied'));
    expect(known.hash).not.toBe(shop.hash);
    expect(threat(known)?.hash).not.toBe(threat(shop)?.hash);
  });

  test('patch: a rule is replaced as a whole', () => {
    expect(threat(changed(patch({ when: { crosses: 'any' } })))?.when).toMatchObject({ kind: 'crosses' });
  });

  test('add, link, strength and TOP', () => {
    const proxy = { id: 'proxy', name: 'Our proxy', controlType: 'preventive', description: 'Profile B.' };
    const known = changed(
      { op: 'add', type: 'mitigation', value: proxy },
      {
        op: 'link',
        threat: 'wire-read',
        mitigation: 'proxy',
        strength: 'maximum',
        top: true,
        because: 'Tested',
      },
      { op: 'link', threat: 'wire-read', mitigation: 'tls', top: false },
      { op: 'link', threat: 'wire-read', mitigation: 'vpn', remove: true, because: 'We have none' },
    );
    expect(links(known)).toEqual(['watch weak', 'tls strong', 'pinning weak', 'proxy maximum']);
    expect(threat(known)?.treatments.map(({ top }) => top)).toEqual([false, false, false, true]);
    expect(threat(known)?.treatments.at(-1)?.reason).toBe('Tested');
  });

  test('disable: the entry goes, and with it what names it', () => {
    const known = changed({ op: 'disable', type: 'mitigation', id: 'tls' });
    expect(known.mitigations.map(({ id }) => id)).toEqual(['vpn', 'pinning', 'watch']);
    expect(
      known.mitigations.flatMap(({ alternativeTo, requires }) => [...alternativeTo, ...requires]),
    ).toEqual([]);
    expect(links(known)).toEqual(['watch weak', 'vpn average', 'pinning weak']);
    expect(threat(changed({ op: 'disable', type: 'threat', id: 'wire-read' }))).toBeUndefined();
  });

  test('disable: a kind and a property go once nothing rests on them, and with the property what is said of it', () => {
    const known = changed(
      { op: 'disable', type: 'threat', id: 'wire-read' },
      { op: 'disable', type: 'property', id: 'encrypted', because: 'The edge team sees to it' },
      { op: 'disable', type: 'entityType', id: 'test.shop:https' },
    );
    expect(known.properties.map(({ id }) => id)).toEqual(['rows']);
    expect(known.entityTypes.map(({ id, defaults }) => [id, defaults.size])).toEqual([
      ['process', 0],
      ['web-api', 0],
      ['data-flow', 0],
    ]);
  });

  test('each change says whose it is and why', () => {
    const resolved = resolve(
      overlay([
        { ...patch({ top: true, level: 1 }), because: 'Card data' },
        { op: 'link', threat: 'wire-read', mitigation: 'vpn', strength: 'strong' },
        { op: 'disable', type: 'threat', id: 'table-emptied', because: 'Others do that' },
      ]),
    );
    const from = { overlay: 'contoso.policy', overlayName: 'Contoso policy', version: '3.1.0' };
    const shared = { ...from, package: 'test.shop', type: 'threat' };
    const changes = [
      { ...shared, op: 'patch', id: 'wire-read', what: ['top', 'level'], because: 'Card data' },
      { ...shared, op: 'link', id: 'wire-read', what: ['vpn'], because: '' },
      { ...shared, op: 'disable', id: 'table-emptied', what: [], because: 'Others do that' },
    ];
    expect(changesOf(resolved)).toEqual(changes);
    expect(resolved.packages.map(({ localChanges }) => localChanges)).toEqual([changes]);
  });

  test('a second overlay sees what the first one made', () => {
    const proxy = { id: 'proxy', name: 'P', controlType: 'detective', description: 'x' };
    const first = overlay([{ op: 'add', type: 'mitigation', value: proxy }]);
    const link = { op: 'link', threat: 'wire-read', mitigation: 'proxy', strength: 'weak' };
    const second = overlay([link], { id: 'team.policy' });
    const resolved = resolve(first, second);
    expect(resolved.own.map(({ kind }) => kind)).toEqual(['overlay', 'overlay']);
    expect(resolved.packages.flatMap((known) => links(known) ?? [])).toContain('proxy weak');
    expect(resolve(second).own).toMatchObject([{ kind: 'refused' }]);
  });
});

test('an own package stands beside those that ship, and may build on them', () => {
  const till = {
    id: 'till',
    name: 'The till is emptied',
    stride: ['T'],
    description: 'At night.',
    severity: { probability: 'rare', impact: 'major' },
    anchor: 'element',
    when: { is: 'element', of: ['test.shop:web-api'] },
    mitigations: [{ ref: 'test.shop:watch', strength: 'weak' }],
  };
  const own = {
    kbSchema: 1,
    kind: 'package',
    id: 'contoso.extra',
    version: '1.0.0',
    name: 'Extra',
    licence: 'LicenseRef-internal',
    extends: [{ id: 'test.shop', range: '^1.0.0' }],
    threats: [till],
  };
  const onOwn = overlay([{ op: 'patch', type: 'threat', id: 'till', set: { top: true } }], {
    targets: [{ id: 'contoso.extra', range: '^1.0.0' }],
  });
  const resolved = resolve(onOwn, own);
  expect(resolved.own.map(({ kind }) => kind)).toEqual(['overlay', 'package']);
  expect(resolved.packages.map(({ id }) => id)).toEqual(['test.shop', 'contoso.extra']);
  expect(resolved.packages[0]).toBe(shop);
  expect(threat(resolved.packages[1] ?? shop, 'till')?.top).toBe(true);
});

describe('a package that builds on a changed one', () => {
  const extra = (id: string, more: object) => ({
    kbSchema: 1,
    kind: 'package',
    id,
    version: '1.0.0',
    name: 'Extra',
    licence: 'LicenseRef-internal',
    ...more,
  });
  const on = (id: string) => ({ extends: [{ id, range: '^1.0.0' }] });
  // The second builds on the first alone, so that it meets the new words only through it.
  const near = extra('contoso.near', on('test.shop'));
  const far = extra('contoso.far', on('contoso.near'));
  const aside = extra('contoso.aside', {});
  const kiosk = { id: 'kiosk', name: 'Kiosk', parent: 'process' };
  const words = { id: 'rush', label: 'Rush', type: 'number' };
  const adding = (type: string, value: object) => overlay([{ op: 'add', type, value }]);
  const knows = ({ packages }: Resolved, entry: string) =>
    packages.flatMap(({ id, entityTypes, properties }) =>
      [...entityTypes, ...properties].some((each) => each.id === entry) ? [id] : [],
    );

  test.each([
    ['kind', adding('entityType', kiosk), 'kiosk'],
    ['property', adding('property', words), 'rush'],
  ])('knows a %s that an overlay adds there, however far away', (_, own, entry) => {
    const resolved = resolve(near, far, aside, own);
    expect(resolved.own.map(({ kind }) => kind)).toEqual(['package', 'package', 'package', 'overlay']);
    expect(knows(resolved, entry)).toEqual(['test.shop', 'contoso.near', 'contoso.far']);
  });

  test('is read again without a change of its own; one that does not build on it stays the same object', () => {
    const before = resolve(near, far, aside);
    const after = resolve(near, far, aside, adding('entityType', kiosk));
    const stays = (at: number) => after.packages[at]?.localChanges ?? [];
    expect(stays(0)).toHaveLength(1);
    expect([...stays(1), ...stays(2)]).toEqual([]);
    expect(after.packages.map(({ hash }) => hash).slice(1)).toEqual(
      before.packages.map(({ hash }) => hash).slice(1),
    );
    const base = [...resolve(aside).packages];
    const aboutShop = resolveKnowledge(base, [adding('entityType', kiosk)]);
    expect(aboutShop.packages[1]).toBe(base[1]);
    expect(aboutShop.packages[0]).not.toBe(base[0]);
  });
});

describe('what does not hold is refused as a whole, with the place of each error', () => {
  let deep: unknown = { always: true };
  for (let n = 0; n < 10_000; n += 1) deep = { not: deep };
  const disable = (type: string, id: string) => ({ op: 'disable', type, id });
  test.each<[string, unknown, readonly RegExp[]]>([
    ['not an object', 5, [/^package: .*an object/]],
    ['a wrong type', overlay({}), [/^ops: .*a list/]],
    ['an unknown op', overlay([{ op: 'rename' }]), [/^ops\[0\]\.op: /]],
    [
      'a target that is not there',
      overlay([disable('threat', 'x1')], { targets: [{ id: 'test.gone', range: '^1.0.0' }] }),
      [/^targets\[0\]: There is no package "test\.gone"\.$/],
    ],
    [
      'a target of another version',
      overlay([], { targets: [{ id: 'test.shop', range: '^2.0.0' }] }),
      [/^targets\[0\]: "test\.shop" is here in version 1\.2\.0, which is not in "\^2\.0\.0"\.$/],
    ],
    [
      'unknown ids',
      overlay([
        disable('threat', 'nobody'),
        { op: 'link', threat: 'wire-read', mitigation: 'none', strength: 'weak' },
      ]),
      [/^ops\[0\]\.id: There is no threat "nobody"/, /^ops\[1\]\.mitigation: There is no mitigation "none"/m],
    ],
    [
      'a property that a rule asks for',
      overlay([disable('property', 'encrypted')]),
      [
        /^ops\[0\]\.id: The property "encrypted" is still used by "Traffic to \{target\.name\} is sniffed"\.$/,
      ],
    ],
    [
      'a kind that a rule asks for, and one that others are a kind of',
      overlay([disable('entityType', 'web-api'), disable('entityType', 'data-flow')]),
      [
        /^ops\[0\]\.id: The entity type "web-api" is still used by "The table behind/,
        /^ops\[1\]\.id: The entity type "data-flow" is still used by "HTTPS"\.$/m,
      ],
    ],
    [
      'an id that is taken',
      overlay([{ op: 'add', type: 'mitigation', value: { id: 'tls' } }]),
      [/^ops\[0\]\.value\.id: The id "tls" is taken in test\.shop\.$/],
    ],
    [
      'an id that changes',
      overlay([patch({ id: 'other' })]),
      [/^ops\[0\]\.set\.id: An id stays what it is\.$/],
    ],
    [
      'a new link without strength',
      overlay([disable('question', 'q1'), { op: 'link', threat: 'table-emptied', mitigation: 'tls' }]),
      [/^ops\[0\]\.id: There is no question "q1"/, /^ops\[1\]\.strength: A new link says how strong/m],
    ],
    [
      'a link that is not there',
      overlay([{ op: 'link', threat: 'table-emptied', mitigation: 'tls', remove: true }]),
      [/^ops\[0\]: There is no such link to remove\.$/],
    ],
    [
      'a rule that names nothing',
      overlay([patch({ when: { all: [{ is: 'target', of: ['moon'] }] } })]),
      [/^ops\[0\]\.set\.when\.all\[0\]\.of: There is no entity type "moon"\.$/],
    ],
    [
      'an entry of the wrong shape',
      overlay([{ op: 'add', type: 'mitigation', value: { id: 'proxy', name: 5 } }]),
      [/^ops\[0\]\.value\.name: /],
    ],
    [
      'types in a circle',
      overlay([{ op: 'patch', type: 'entityType', id: 'process', set: { base: null, parent: 'web-api' } }]),
      [/^ops\[0\]\.set\.parent: The parents go in a circle\.$/m],
    ],
    ['the id of a package that ships', shopFile, [/^id: The id "test\.shop" is taken\.$/]],
    [
      'a rule nested 10,000 deep, in an overlay',
      overlay([patch({ when: deep })]),
      [/^ops\[0\]\.set\.when.*nested deeper/],
    ],
    [
      'a rule nested 10,000 deep, in a package',
      { ...shopFile, id: 'own.deep', threats: [{ when: deep }] },
      [/^threats\[0\]\.when.*nested deeper/],
    ],
  ])('%s', (_, own, expected) => {
    const found = problems(own);
    for (const each of expected) expect(found).toMatch(each);
  });

  test('packages in a circle, and an id that is there twice', () => {
    const own = (id: string, other: string) => ({
      ...shopFile,
      id,
      extends: [{ id: other, range: '^1.0.0' }],
    });
    const circle = resolve(own('own.a', 'own.b'), own('own.b', 'own.a'));
    expect(circle.packages).toEqual([shop]);
    const missing = circle.own.map((each) => each.kind === 'refused' && each.problems[0]);
    expect(missing).toEqual([
      { place: 'extends[0]', sentence: 'There is no package "own.b".' },
      { place: 'extends[0]', sentence: 'There is no package "own.a".' },
    ]);
    const twice: unknown = JSON.parse(JSON.stringify(shopFile).replaceAll('test.shop', 'own.twice'));
    expect(resolve(twice, twice).own).toMatchObject([
      { kind: 'package' },
      { kind: 'refused', problems: [{ place: 'id' }] },
    ]);
  });

  test('the good ones are used without the bad ones', () => {
    const bad = overlay([patch({ top: 'yes' })], { id: 'contoso.bad' });
    const resolved = resolve(bad, overlay([patch({ top: true })]));
    expect(resolved.own.map(({ kind }) => kind)).toEqual(['refused', 'overlay']);
    expect(threat(resolved.packages[0] ?? shop)?.top).toBe(true);
  });

  test('whatever the file holds, it never throws, and is used whole or not at all', () => {
    const value: fc.Arbitrary<unknown> = fc.oneof(
      fc.constantFrom<unknown>(
        'wire-read',
        'tls',
        'test.shop:tls',
        'threat',
        '__proto__',
        null,
        true,
        5,
        [],
        {},
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const keyed = (...keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), value);
    const op = fc.record(
      {
        op: fc.constantFrom('patch', 'add', 'disable', 'link'),
        type: fc.constantFrom('threat', 'mitigation', 'event'),
        id: value,
        set: keyed('top', 'mitigations', 'when', 'name'),
        value: keyed('id', 'name', 'controlType', 'description'),
        threat: value,
        mitigation: value,
      },
      { requiredKeys: ['op'] },
    );
    fc.assert(
      fc.property(fc.array(op, { maxLength: 4 }), (ops) => {
        const { packages, own } = resolve(overlay(ops));
        if (own[0]?.kind === 'refused') expect(packages).toEqual([shop]);
        for (const { file } of packages)
          expect(readPackage(JSON.parse(JSON.stringify(file)))).toMatchObject({ kind: 'package' });
      }),
      { numRuns: runs(200) },
    );
  });
});

test('mitigations that require one another in a circle are refused, also in a long chain', () => {
  const chain = (length: number, last: string) => ({
    ...shopFile,
    id: 'own.chain',
    threats: [],
    mitigations: Array.from({ length }, (_, n) => ({
      id: `m${n}-x`,
      name: 'M',
      controlType: 'preventive',
      description: 'x',
      requires: n + 1 < length ? [`m${n + 1}-x`] : last === '' ? [] : [last],
    })),
  });
  expect(problems(chain(3, 'm1-x'))).toBe(
    'mitigations[2].requires[0]: The requirements go in a circle: m1-x, m2-x, m1-x.',
  );
  expect(problems(chain(5000, 'm0-x'))).toMatch(/^mitigations\[4999\]\.requires\[0\]: .*circle/);
  expect(resolve(chain(5000, '')).own).toMatchObject([{ kind: 'package' }]);
});
