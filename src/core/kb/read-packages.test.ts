import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { readPackages } from './read-packages';

const shop = samplePackage();

/** A package that builds on the sample: a type of its own, a rule with both, a link to its own and to a foreign mitigation. */
function till(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    kbSchema: 1,
    kind: 'package',
    id: 'test.till',
    version: '1.0.0',
    name: 'Till',
    licence: 'MIT',
    extends: [{ id: 'test.shop', range: '^1.0.0' }],
    entityTypes: [
      { id: 'till', name: 'Till', parent: 'test.shop:web-api' },
      { id: 'card-line', name: 'Card line', parent: 'test.shop:https' },
    ],
    threats: [
      {
        id: 'drawer-opened',
        name: 'The drawer of {target.name} is opened',
        stride: ['E'],
        description: 'A clerk opens it.',
        severity: { probability: 'possible', impact: 'minor' },
        anchor: 'flow',
        when: {
          all: [
            { is: 'target', of: ['till', 'test.shop:process'] },
            { prop: 'test.shop:encrypted', on: 'flow', eq: 'no' },
          ],
        },
        mitigations: [
          { ref: 'test.shop:tls', strength: 'strong' },
          { ref: 'lock', strength: 'average' },
        ],
      },
    ],
    mitigations: [{ id: 'lock', name: 'Lock', controlType: 'preventive', description: 'With a key.' }],
    ...changes,
  };
}

/** "id" of what was read, "place: sentence" of what was refused. */
const told = (files: readonly unknown[]) =>
  readPackages(files).map((reading) =>
    reading.kind === 'package'
      ? reading.package.id
      : reading.problems.map(({ place, sentence }) => `${place}: ${sentence}`).join(' | '),
  );

function read(files: readonly unknown[], id: string) {
  for (const reading of readPackages(files))
    if (reading.kind === 'package' && reading.package.id === id) return reading.package;
  throw new Error(told(files).join(' | '));
}

test('an extended package lends its types, properties and mitigations, whichever file comes first', () => {
  expect(told([till(), shop])).toEqual(['test.till', 'test.shop']);
  const known = read([till(), shop], 'test.till');
  expect(known.entityTypes.find(({ id }) => id === 'till')?.lineage).toEqual(['till', 'web-api', 'process']);
  const line = known.entityTypes.find(({ id }) => id === 'card-line');
  expect([line?.fixed.get('encrypted'), line?.defaults.get('encrypted')]).toEqual(['yes', 'no']);
  expect(known.properties.map(({ id }) => id)).toEqual(['encrypted', 'rows']);
  const [threat] = known.threats;
  expect(threat?.treatments.map(({ mitigation }) => `${mitigation.package}:${mitigation.id}`)).toEqual([
    'test.shop:tls',
    'test.till:lock',
  ]);
  // Only its own mitigations and threats are in it: the others are in the package that they come from.
  expect(known.mitigations.map(({ id }) => id)).toEqual(['lock']);
});

test('types of an extended package may be named plainly: no package may use their ids for something else', () => {
  const plain = till({ entityTypes: [{ id: 'till', name: 'Till', parent: 'web-api' }], threats: [] });
  const known = read([plain, shop], 'test.till');
  expect(known.entityTypes.find(({ id }) => id === 'till')?.lineage).toEqual(['till', 'web-api', 'process']);
});

test('what two packages take from a third is there once', () => {
  const kiosk = till({ id: 'test.kiosk', entityTypes: [], threats: [] });
  const both = till({
    id: 'test.both',
    extends: ['test.till', 'test.kiosk'].map((id) => ({ id, range: '^1.0.0' })),
    entityTypes: [{ id: 'booth', name: 'Booth', parent: 'test.till:till' }],
    threats: [],
  });
  const known = read([both, kiosk, till(), shop], 'test.both');
  expect(known.entityTypes.map(({ id }) => id).sort()).toEqual(
    [...read([till(), shop], 'test.till').entityTypes.map(({ id }) => id), 'booth'].sort(),
  );
});

test.each<[string, readonly unknown[], RegExp]>([
  ['a package that is not there', [till()], /^extends\[0\]: There is no package "test\.shop"/],
  [
    'another major version',
    [till({ extends: [{ id: 'test.shop', range: '^2.0.0' }] }), shop],
    /^extends\[0\]: "test\.shop" is here in version 1\.2\.0, which is not in "\^2\.0\.0"/,
  ],
  [
    'a mitigation of another package without its name',
    [
      till({
        mitigations: [
          { id: 'lock', name: 'Lock', controlType: 'preventive', description: 'A lock.', requires: ['tls'] },
        ],
      }),
      shop,
    ],
    /no mitigation "tls"/,
  ],
  [
    'a name of a package that is not extended',
    [till({ extends: [] }), shop],
    /no mitigation "test\.shop:tls"/,
  ],
  [
    'a type that the other one has',
    [till({ entityTypes: [{ id: 'https', name: 'Mine', parent: 'test.shop:data-flow' }] }), shop],
    /^entityTypes\[0\]\.id: The id "https" belongs to a package that is extended/,
  ],
  ['itself', [till({ extends: [{ id: 'test.till', range: '^1.0.0' }] }), shop], /no package "test\.till"/],
])('%s is refused with its place', (_, files, sentence) => {
  const [first] = told(files);
  expect(first).toMatch(sentence);
});

test('packages that extend one another in a circle are all refused, the others are read', () => {
  const circle = ['a', 'b'].map((name, at) =>
    till({ id: `test.${name}`, extends: [{ id: `test.${'ba'[at]}`, range: '^1.0.0' }] }),
  );
  const [a, b, last] = told([...circle, shop]);
  expect(a).toMatch(/no package "test\.b"/);
  expect(b).toMatch(/no package "test\.a"/);
  expect(last).toBe('test.shop');
});

test("a file that is no package at all stands in nobody's way", () => {
  const [first, second] = told(['nonsense', shop]);
  expect([first?.startsWith('package: '), second]).toEqual([true, 'test.shop']);
});
