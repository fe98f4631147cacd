import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { readPackage } from './read-package';
import { deepestRule } from './read-rule';

/** "place: sentence" for each problem; empty = it was read. */
function problems(json: unknown): readonly string[] {
  const reading = readPackage(json);
  return reading.kind === 'package' ? [] : reading.problems.map((p) => `${p.place}: ${p.sentence}`);
}

/** A file that a hand could have written: anything may stand anywhere. */
type Spoilable = Record<string, Record<string, unknown>[]>;
const spoilt = (change: (file: Spoilable) => void) =>
  samplePackage((file) => change(file as unknown as Spoilable));
/** A field that is given as undefined is taken away. */
const inFirst = (part: string, fields: Record<string, unknown>): unknown =>
  spoilt((file) => {
    const [first = {}, ...rest] = file[part] ?? [];
    const given = Object.entries({ ...first, ...fields }).filter(([, value]) => value !== undefined);
    file[part] = [Object.fromEntries(given), ...rest];
  });

function nested(depth: number): unknown {
  let rule: unknown = { always: true };
  for (let level = 1; level < depth; level += 1) rule = { not: rule };
  return rule;
}

test('a package is read with what it inherits and whom it means', () => {
  const reading = readPackage(samplePackage());
  if (reading.kind !== 'package') throw new Error(JSON.stringify(reading.problems));
  const [wire] = reading.package.threats;
  expect(wire?.stride).toEqual(['information-disclosure']);
  expect(wire?.treatments.map(({ mitigation }) => mitigation.id)).toEqual(['watch', 'tls', 'vpn', 'pinning']);
  const https = reading.package.entityTypes.find(({ id }) => id === 'https');
  expect(https?.lineage).toEqual(['https', 'data-flow']);
  expect([https?.fixed.get('encrypted'), https?.defaults.get('encrypted')]).toEqual(['yes', 'no']);
});

test.each<[string, unknown, RegExp]>([
  ['not an object', 'kb', /^package: /],
  ['an overlay', spoilt((f) => Object.assign(f, { kind: 'overlay' })), /^kind: .*overlays cannot/],
  ['another schema', spoilt((f) => Object.assign(f, { kbSchema: 2 })), /^kbSchema: /],
  ['a misspelt key', inFirst('threats', { witoutClause: 'x' }), /^threats\[0\]\.witoutClause: /],
  ['a wrong type', inFirst('mitigations', { name: 7 }), /^mitigations\[0\]\.name: /],
  [
    'an unknown control type',
    inFirst('mitigations', { controlType: 'magic' }),
    /^mitigations\[0\]\.controlType/,
  ],
  ['an id with capitals', inFirst('threats', { id: 'Wire' }), /^threats\[0\]\.id: must be an id/],
  ['the same id twice', inFirst('threats', { id: 'table-emptied' }), /^threats\[1\]\.id: .*twice/],
  [
    'a retired id',
    spoilt((f) => (f['retired'] = [{ type: 'entityType', id: 'https', since: '1.0.0' }])),
    /^entityTypes\[3\]\.id: .*retired/,
  ],
  [
    'an unknown mitigation',
    inFirst('threats', { mitigations: [{ ref: 'luck', strength: 'weak' }] }),
    /^threats\[0\]\.mitigations\[0\]\.ref\[0\]: There is no mitigation "luck"/,
  ],
  [
    'a mitigation of another package',
    inFirst('threats', { mitigations: [{ ref: 'other.kb:tls', strength: 'weak' }] }),
    /no mitigation "other\.kb:tls"/,
  ],
  [
    'a mitigation twice',
    inFirst('threats', {
      mitigations: [
        { ref: 'tls', strength: 'weak' },
        { ref: 'test.shop:tls', strength: 'weak' },
      ],
    }),
    /mitigations\[1\]: .*twice/,
  ],
  [
    'an unknown strength',
    inFirst('threats', { mitigations: [{ ref: 'tls', strength: 'huge' }] }),
    /strength/,
  ],
  [
    'a level off the scale',
    inFirst('threats', { severity: { probability: 'often', impact: 'major' } }),
    /scale/,
  ],
  ['an unknown event', inFirst('threats', { events: ['alarm'] }), /no event "alarm"/],
  [
    'an unknown requirement',
    inFirst('mitigations', { requires: ['luck'] }),
    /^mitigations\[0\]\.requires\[0\]/,
  ],
  [
    'an unknown type in a rule',
    inFirst('threats', { when: { is: 'source', of: ['cloud'] } }),
    /when\.of: .*"cloud"/,
  ],
  [
    'an unknown property',
    inFirst('threats', { when: { prop: 'color', on: 'flow', eq: 'red' } }),
    /when\.prop/,
  ],
  [
    'a value that the property does not have',
    inFirst('threats', { when: { any: [{ prop: 'encrypted', on: 'flow', eq: 'maybe' }] } }),
    /^threats\[0\]\.when\.any\[0\]: "maybe" is no value of "encrypted"/,
  ],
  [
    'a list with such a value',
    inFirst('threats', { unless: { prop: 'test.shop:encrypted', on: 'flow', in: ['no', true] } }),
    /^threats\[0\]\.unless: "true" is no value of "encrypted"/,
  ],
  [
    'a type with such a value',
    inFirst('entityTypes', { defaults: { encrypted: 'Yes' } }),
    /^entityTypes\[0\]\.defaults\.encrypted: "Yes" is no value/,
  ],
  ['no test', inFirst('threats', { when: { prop: 'encrypted', on: 'flow' } }), /exactly one test/],
  ['two tests', inFirst('threats', { when: { prop: 'rows', on: 'flow', gt: 1, lt: 3 } }), /exactly one test/],
  ['an unknown rule', inFirst('threats', { when: { exec: 'rm' } }), /^threats\[0\]\.when: A rule has one of/],
  [
    'a rule with more in it',
    inFirst('threats', { when: { always: true, or: [] } }),
    /^threats\[0\]\.when\.or/,
  ],
  [
    'a rule deep inside',
    inFirst('threats', { when: { all: [{ not: { any: [{}] } }] } }),
    /when\.all\[0\]\.not\.any\[0\]/,
  ],
  [
    'a rule in a mitigation',
    inFirst('mitigations', { satisfiedWhen: { is: 'moon', of: ['x'] } }),
    /satisfiedWhen/,
  ],
  // As much of the place as helps.
  [
    'a rule too deep',
    inFirst('threats', { when: nested(deepestRule + 1) }),
    /^threats\[0\]\.when\..{10,80}…: .*deeper than 64/,
  ],
  [
    'a rule far too deep',
    inFirst('threats', { when: nested(10_000) }),
    /^threats\[0\]\.when\..{10,80}…: .*deeper than 64/,
  ],
  ['a circle of types', inFirst('entityTypes', { base: undefined, parent: 'web-api' }), /circle/],
  ['a type without a root', inFirst('entityTypes', { base: undefined }), /a base if it is a root/],
  ['a fixed value of nothing', inFirst('entityTypes', { fixed: { color: 'red' } }), /no property "color"/],
])('%s is refused, with the place', (_, json, expected) => {
  expect(problems(json).some((problem) => expected.test(problem))).toBe(true);
});

test('what is compared with any text may be any text', () => {
  const when = {
    any: [
      { prop: 'rows', on: 'element', eq: 'many' },
      { prop: 'encrypted', on: 'flow', contains: 'y' },
    ],
  };
  expect(problems(inFirst('threats', { when }))).toEqual([]);
});

test(`a rule of ${deepestRule} levels is read`, () => {
  expect(problems(inFirst('threats', { when: nested(deepestRule) }))).toEqual([]);
});

test('a list of problems ends somewhere', () => {
  const many = Array.from({ length: 500 }, () => ({ ref: 'luck', strength: 'weak' }));
  expect(problems(inFirst('threats', { mitigations: many.slice(0, 100) })).length).toBe(50);
});

test('whatever stands in the file, it is an answer and never an exception', () => {
  const parts = ['threats', 'mitigations', 'entityTypes', 'properties'];
  const keys = ['id', 'when', 'mitigations', 'parent', 'fixed', 'requires', 'refs', 'severity', '__proto__'];
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.constantFrom(...keys), fc.jsonValue(), (part, key, value) => {
      expect(['package', 'refused']).toContain(readPackage(inFirst(part, { [key]: value })).kind);
    }),
    { numRuns: 300 },
  );
});

test('the published sample is read', () => {
  const file = join(__dirname, '../../../../shared/reference/kb-sample.json');
  if (!existsSync(file)) return console.log('skipped: the published sample is not here');
  expect(problems(JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
});
