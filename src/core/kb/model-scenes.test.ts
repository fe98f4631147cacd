import { exampleModel } from './example-model';
import type { ExampleModel } from './example-model';
import { compileRule } from './compile-rule';
import { matchThreat } from './match-threat';
import { ModelScenes } from './model-scenes';
import type { KnowledgePackage } from './package';
import { readPackage } from './read-package';
import { readRule } from './read-rule';
import { ProblemList } from './problem';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { applyEdit } from '../model/edit';

const file = {
  kbSchema: 1,
  kind: 'package',
  id: 'test.zones',
  version: '1.0.0',
  name: 'Zones',
  licence: 'MIT',
  entityTypes: [
    { id: 'process', name: 'Process', base: 'process', tags: ['code'] },
    { id: 'data-store', name: 'Data store', base: 'data-store' },
    { id: 'data-flow', name: 'Data flow', base: 'data-flow' },
    { id: 'trust-boundary', name: 'Trust boundary', base: 'trust-boundary' },
    { id: 'dmz', name: 'DMZ', parent: 'trust-boundary' },
  ],
  properties: [{ id: 'region', label: 'Region', type: 'string' }],
};
function known(json: unknown): KnowledgePackage {
  const reading = readPackage(json);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.package;
}
const zones = known(file);

const nested: ExampleModel = {
  elements: [
    { kind: 'process', name: 'Outside' },
    { kind: 'process', name: 'Front', properties: { Tags: 'PCI, legacy' } },
    { kind: 'store', name: 'Back', properties: { data: 'payment; personal' } },
  ],
  flows: [
    { name: 'in', source: 'Outside', target: 'Front' },
    { name: 'deep', source: 'Front', target: 'Back', properties: { Data: 'payment' } },
    { name: 'out', source: 'Back', target: 'Outside' },
  ],
  boundaries: [
    { name: 'Perimeter', type: 'dmz', holds: ['Front', 'Back'] },
    { name: 'Vault', holds: ['Back'] },
  ],
  properties: { region: 'EU' },
};

/** The answer of a rule at each flow (or element) of the model, by name. */
function answers(json: unknown, anchor: 'flow' | 'element' | 'model', example = nested) {
  const names = {
    resolveType: (id: string) => zones.entityTypes.find((type) => type.id === id)?.id,
    resolveProperty: (id: string) => zones.properties.find((property) => property.id === id)?.id,
    choicesOf: () => [],
  };
  const rule = readRule(json, 'when', { names, problems: new ProblemList() });
  if (!rule) throw new Error('The rule cannot be read.');
  const model = exampleModel(example);
  const scenes = new ModelScenes(zones, model);
  return Object.fromEntries(
    scenes.all(model, anchor).map(({ place, scene }) => {
      const name =
        place.kind === 'flow'
          ? model.flow.get(place.id)?.name
          : place.kind === 'element'
            ? model.element.get(place.id)?.name
            : 'all';
      return [name, compileRule(rule)(scene)];
    }),
  );
}

test.each([
  [{ crosses: 'any' }, { in: 'yes', deep: 'yes', out: 'yes' }],
  [{ crosses: ['dmz'] }, { in: 'yes', deep: 'no', out: 'yes' }],
  [
    { crosses: ['trust-boundary'], direction: 'enter' },
    { in: 'yes', deep: 'yes', out: 'no' },
  ],
  [
    { crosses: 'any', min: 2 },
    { in: 'no', deep: 'no', out: 'yes' },
  ],
  [
    { carries: ['payment'], on: 'flow' },
    { in: 'unknown', deep: 'yes', out: 'unknown' },
  ],
])('flows: %j', (rule, expected) => expect(answers(rule, 'flow')).toEqual(expected));

test.each([
  [
    { inside: ['dmz'], on: 'element' },
    { Outside: 'no', Front: 'yes', Back: 'yes' },
  ],
  [
    { tagged: ['pci'], on: 'element' },
    { Outside: 'no', Front: 'yes', Back: 'no' },
  ],
  [
    { tagged: ['code'], on: 'element' },
    { Outside: 'yes', Front: 'yes', Back: 'no' },
  ],
  [
    { carries: ['personal'], on: 'element' },
    { Outside: 'unknown', Front: 'unknown', Back: 'yes' },
  ],
])('elements: %j', (rule, expected) => expect(answers(rule, 'element')).toEqual(expected));

test('the whole model has properties too', () => {
  expect(answers({ prop: 'region', on: 'model', eq: 'EU' }, 'model')).toEqual({ all: 'yes' });
});

test('a person may say what the drawing does not', () => {
  const said = (value: string): ExampleModel => ({
    elements: [
      { kind: 'process', name: 'A' },
      { kind: 'process', name: 'B' },
    ],
    flows: [{ name: 'f', source: 'A', target: 'B', properties: { 'Crosses trust boundary': value } }],
  });
  expect(answers({ crosses: ['dmz'] }, 'flow', said('DMZ'))).toEqual({ f: 'yes' });
  expect(answers({ crosses: 'any' }, 'flow', said('no'))).toEqual({ f: 'no' });
  expect(answers({ crosses: ['dmz'] }, 'flow', said('yes'))).toEqual({ f: 'no' });
});

test('a flow that is not drawn may cross anything', () => {
  const model = exampleModel(nested);
  const bare = {
    ...model,
    element: new Map([...model.element].map(([id, { drawing: _gone, ...rest }]) => [id, rest])),
  };
  const scenes = new ModelScenes(zones, bare);
  const check = compileRule({ kind: 'crosses', types: 'any', direction: 'any', min: 1 });
  expect(scenes.all(bare, 'flow').map(({ scene }) => check(scene))).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ]);
});

test('following an edit gives what a fresh look gives, and names what was touched', () => {
  const shop = known(samplePackage());
  const model = exampleModel({
    elements: [
      { kind: 'process', name: 'A' },
      { kind: 'process', name: 'B' },
      { kind: 'process', name: 'C' },
    ],
    flows: [
      { name: 'ab', source: 'A', target: 'B' },
      { name: 'bc', source: 'B', target: 'C' },
    ],
  });
  const [first] = model.flow.values();
  if (!first) throw new Error('The example has a flow.');
  const scenes = new ModelScenes(shop, model);
  const next = applyEdit(model, {
    label: 'Encrypt',
    flow: { put: [{ ...first, properties: { 'Encrypted in transit': 'Yes' } }] },
  });
  expect([...scenes.follow(next).flows]).toEqual([first.id]);
  const [threat] = shop.threats;
  if (!threat) throw new Error('The sample has a threat.');
  const check = compileRule(threat.when);
  expect(scenes.all(next, 'flow').map(({ scene }) => check(scene))).toEqual(['no', 'yes']);
  expect(matchThreat(shop, threat, next)).toHaveLength(1);
  expect(scenes.follow(next)).toEqual({
    flows: new Set(),
    elements: new Set(),
    boundaries: new Set(),
    ends: new Set(),
    info: false,
  });
});
