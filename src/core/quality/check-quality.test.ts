import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { anyModel } from '../../../tests/fixtures/model-arbitrary';
import { aMitigation, aModel, aStoryLink, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import { runs } from '../../../tests/fixtures/runs';
import { boundary, diagram, element, flow } from '../model/diagram-parts';
import { question } from '../model/knowledge';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import { assess } from '../risk/assess';
import { checkQuality } from './check-quality';
import { qualityRules } from './rules';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const origin = { kind: 'person' };
const on = uuid(1);
const box = (x: number) => ({ x, y: 0, width: 100, height: 50 });
const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<T['id'], T> =>
  new Map(things.map((each): [T['id'], T] => [each.id, each]));

const anElement = (n: number, change: object = {}) =>
  v.parse(element, {
    id: uuid(10 + n),
    origin,
    name: `Element ${n}`,
    kind: 'process',
    properties: {},
    drawing: { diagram: on, box: box(n * 300) },
    ...change,
  });
const aFlow = (n: number, change: object = {}) =>
  v.parse(flow, {
    id: uuid(20 + n),
    origin,
    name: `Flow ${n}`,
    source: uuid(11),
    target: uuid(12),
    properties: { 'transport-encrypted': 'yes' },
    ...change,
  });
const aBoundary = (x: number) =>
  v.parse(boundary, {
    id: uuid(31),
    origin,
    name: 'Data centre',
    properties: {},
    drawing: { shape: 'box', diagram: on, box: { x, y: -50, width: 200, height: 200 } },
  });

interface Given {
  readonly elements?: readonly ReturnType<typeof anElement>[];
  readonly flows?: readonly ReturnType<typeof aFlow>[];
  readonly boundaries?: readonly ReturnType<typeof aBoundary>[];
  readonly change?: Parameters<typeof aModel>[0];
}

/** A small model in which nothing is weak, changed in one place. */
function model({ elements, flows, boundaries = [], change = {} }: Given): Model {
  const reasoned = { level: 'possible', basis: 'judged', reason: 'Seen before.' } as const;
  const base = aModel({
    threats: [aThreat(1, { place: { kind: 'element', id: anElement(1).id }, probability: reasoned })],
    mitigations: [{ ...aMitigation(1), implement: 'Do it.', verify: 'Try it.' }],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    links: [aStoryLink(1, 1, 101)],
    ...change,
  });
  return {
    ...base,
    diagram: byId([v.parse(diagram, { id: on, origin, name: 'Main' })]),
    element: byId(elements ?? [anElement(1), anElement(2, { kind: 'external' })]),
    flow: byId(flows ?? [aFlow(1)]),
    boundary: byId(boundaries),
  };
}
const judged = (n: number) =>
  aThreat(n, { probability: { level: 'possible', basis: 'judged', reason: 'Seen.' }, title: `T${n}` });
const assumed = aThreat(1, {
  probability: { level: 'likely', basis: 'assumed' },
  impact: { level: 'minor', basis: 'assumed' },
});

/** Rule -> a model that it reports, with what it says. */
const weak: Readonly<Record<string, readonly [Model, string]>> = {
  'no-diagram': [model({ elements: [], flows: [] }), 'The model has no element.'],
  'element-without-flow': [
    model({ elements: [anElement(1), anElement(2), anElement(3)] }),
    '“Element 3” has no data flow.',
  ],
  'loose-flow': [
    model({ flows: [aFlow(1), aFlow(2, { target: null })] }),
    '“Flow 2 (Element 1 → ?)” is connected at one end only.',
  ],
  'flow-without-protection': [
    model({ flows: [aFlow(1, { properties: { Protocol: 'Select' } })] }),
    'Nothing says how “Flow 1 (Element 1 → Element 2)” is protected.',
  ],
  'store-without-classification': [
    model({ elements: [anElement(1), anElement(2, { kind: 'store' })] }),
    'Nothing says how sensitive the data in “Element 2” are.',
  ],
  'boundary-crossed-by-nothing': [
    model({ boundaries: [aBoundary(5000)] }),
    'No data flow crosses “Data centre”.',
  ],
  'thing-without-name': [
    model({ elements: [anElement(1), anElement(2, { kind: 'external', name: ' ' })] }),
    'An external entity has no name.',
  ],
  'duplicate-names': [
    model({ elements: [anElement(1), anElement(2, { kind: 'external', name: 'element  1' })] }),
    '2 elements are called “Element 1”.',
  ],
  'place-without-threat': [
    model({ change: { threats: [judged(1)] } }),
    'Nothing threatens “Element 1”, nor what flows to or from it.',
  ],
  'threat-without-reason': [
    model({ change: { threats: [aThreat(1)] } }),
    '“Threat 1” is high, and nobody said why.',
  ],
  'severity-assumed': [model({ change: { threats: [assumed] } }), 'Nobody judged 1 of 1 threat.'],
  'same-severity': [
    model({ change: { threats: [1, 2, 3, 4, 5].map(judged) } }),
    'All 5 threats have 48 points.',
  ],
  'strength-assumed': [
    model({
      change: {
        treatments: [
          {
            ...aTreatment(1, { threat: 1, mitigation: 1 }),
            strength: { level: 'average', basis: 'assumed' },
          },
        ],
      },
    }),
    'Nobody judged the strength of “Mitigation 1” at 1 of 1 threat.',
  ],
  'mitigation-without-threat': [model({ change: { treatments: [] } }), '“Mitigation 1” treats no threat.'],
  'mitigation-without-instructions': [
    model({ change: { mitigations: [aMitigation(1)] } }),
    '“Mitigation 1” does not say how to verify it.',
  ],
  'unanswered-questions': [
    {
      ...model({}),
      question: byId([
        v.parse(question, {
          id: uuid(50),
          package: 'p',
          entry: 'q',
          place: { kind: 'model' },
          workItem: 7,
        }),
      ]),
    },
    '1 question was sent to somebody and not answered.',
  ],
  'no-stories': [model({ change: { links: [] } }), 'None of the threats is linked to a story.'],
};

const check = (given: Model) => {
  const index = indexModel(given);
  return checkQuality({ model: given, index, assessment: assess(given, new Map(), index) });
};

test('nothing is weak in a model in which everything is said', () => {
  expect(check(model({}))).toEqual([]);
  expect(check(model({ boundaries: [aBoundary(250)] }))).toEqual([]);
});

test.each(Object.entries(weak))('%s', (id, [given, message]) => {
  const group = check(given).find(({ rule }) => rule.id === id);
  expect(group?.findings.map((each) => each.message)).toContain(message);
});

test('the registry has every folder, every rule has a case and a line in the documentation', () => {
  const folders = readdirSync(join(__dirname, 'rules')).filter((name) => !name.includes('.'));
  expect(qualityRules.map(({ id }) => id).sort()).toEqual(folders.sort());
  expect(Object.keys(weak).sort()).toEqual(folders.sort());
  const list = readFileSync(join(__dirname, '../../../docs/quality.md'), 'utf8');
  const listed = [
    ...list.matchAll(/^\| \[`([a-z-]+)`\]\(\S+\/\1\/README\.md\) \| (.+?) \| (gap|hint) \| (.+?) \|$/gm),
  ];
  expect(listed.map(([, id, title, weight, why]) => ({ id, title, weight, why }))).toEqual(
    qualityRules.map(({ id, title, weight, why }) => ({ id, title, weight, why })),
  );
});

test('what is out of scope is nobody’s weakness', () => {
  const out = { outOfScope: 'Another team.' };
  const given = model({
    elements: [anElement(1), anElement(2, { kind: 'external' }), anElement(3, { kind: 'store', ...out })],
    flows: [aFlow(1), aFlow(2, { target: null, properties: {}, ...out })],
  });
  expect(check(given)).toEqual([]);
});

test('any model is judged, in sentences, each with its own key', () => {
  fc.assert(
    fc.property(anyModel, (given) => {
      const findings = check(given).flatMap((group) => group.findings);
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      for (const { message } of findings) expect(message).toMatch(/\.$/);
    }),
    { numRuns: runs(20) },
  );
});
