/** An engine that follows a model from edit to edit finds what a fresh one finds, whatever the edits are. */
import fc from 'fast-check';
import { runs } from '../../../tests/fixtures/runs';
import type { Edit } from '../model/edit';
import { applyEdit } from '../model/edit';
import type { Model } from '../model/model';
import { countingIds, exampleModel } from './example-model';
import { KnowledgeEngine } from './knowledge-engine';
import { readPackage } from './read-package';

const treated = {
  mitigations: [],
  description: '',
  stride: ['T'],
  severity: { probability: 'likely', impact: 'minor' },
};
const threat = (id: string, anchor: string, when: object) => ({ ...treated, id, name: id, anchor, when });
const open = { prop: 'open', on: 'element', eq: 'yes' };
const knowledge = {
  kbSchema: 1,
  kind: 'package',
  id: 'test.follow',
  version: '1.0.0',
  name: 'Follow',
  licence: 'MIT',
  properties: [
    {
      id: 'open',
      label: 'Open',
      type: 'enum',
      values: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
    },
  ],
  entityTypes: [
    { id: 'process', name: 'Process', base: 'process' },
    { id: 'api', name: 'API', parent: 'process' },
    { id: 'data-store', name: 'Store', base: 'data-store' },
    { id: 'data-flow', name: 'Flow', base: 'data-flow' },
    { id: 'trust-boundary', name: 'Boundary', base: 'trust-boundary' },
  ],
  threats: [
    threat('typed', 'element', { is: 'element', of: ['api'] }),
    threat('said', 'element', { all: [{ is: 'element', of: ['process'] }, open] }),
    threat('held', 'element', { inside: ['trust-boundary'], on: 'element' }),
    threat('asked', 'element', {
      exists: 'incoming',
      on: 'element',
      where: { prop: 'open', on: 'source', eq: 'yes' },
    }),
    threat('crossing', 'flow', { crosses: 'any' }),
    threat('carrying', 'flow', { carries: ['secret'], on: 'flow' }),
    threat('to-api', 'flow', {
      all: [{ is: 'target', of: ['api'] }, { not: { is: 'source', of: ['api'] } }],
    }),
    threat('walled', 'boundary', { prop: 'open', on: 'element', eq: 'yes' }),
    threat('whole', 'model', { prop: 'open', on: 'model', eq: 'yes' }),
    threat('whole-at-element', 'element', { prop: 'open', on: 'model', eq: 'no' }),
  ],
};
const reading = readPackage(knowledge);
if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
const packages = [reading.package];

const names = ['A', 'B', 'C', 'D'] as const;
function start(): Model {
  return exampleModel({
    elements: names.map((name, at) => ({ name, kind: at === 3 ? 'store' : 'process' })),
    flows: [
      { name: 'AB', source: 'A', target: 'B' },
      { name: 'BC', source: 'B', target: 'C' },
      { name: 'CD', source: 'C', target: 'D' },
    ],
    boundaries: [{ name: 'Wall', holds: ['C', 'D'] }],
  });
}

/** What a person does: number `what` at number `which`, with a word where one is needed. */
interface Step {
  readonly what: number;
  readonly which: number;
  readonly word: string;
}
const steps = fc.array(
  fc.record({
    what: fc.nat(8),
    which: fc.nat(10),
    word: fc.constantFrom('yes', 'no', 'api', 'process', 'secret', ''),
  }),
  { minLength: 1, maxLength: 12 },
);

const at = <T>(map: ReadonlyMap<unknown, T>, which: number): T | undefined =>
  [...map.values()][which % Math.max(1, map.size)];

function editOf(model: Model, { what, which, word }: Step, newId: () => string): Edit {
  const label = 'edit';
  const element = at(model.element, which);
  const flow = at(model.flow, which);
  const boundary = at(model.boundary, which);
  const other = at(model.element, which + 1);
  switch (what) {
    case 0:
      return element ? { label, element: { put: [{ ...element, properties: { open: word } }] } } : { label };
    case 1:
      return element
        ? { label, element: { put: [{ ...element, type: { id: word, name: word } }] } }
        : { label };
    case 2:
      return element?.drawing
        ? {
            label,
            element: {
              put: [
                {
                  ...element,
                  drawing: { ...element.drawing, box: { ...element.drawing.box, x: which * 150 } },
                },
              ],
            },
          }
        : { label };
    case 3:
      return flow ? { label, flow: { put: [{ ...flow, properties: { data: word } }] } } : { label };
    case 4:
      return flow ? { label, flow: { remove: [flow.id] } } : { label };
    case 5:
      return flow && element && other
        ? {
            label,
            flow: {
              put: [
                {
                  ...flow,
                  id: newId() as typeof flow.id,
                  source: element.id,
                  target: which % 3 === 0 ? null : other.id,
                },
              ],
            },
          }
        : { label };
    case 6:
      return boundary
        ? { label, boundary: { put: [{ ...boundary, properties: { open: word } }] } }
        : { label };
    case 7:
      return boundary ? { label, boundary: { remove: [boundary.id] } } : { label };
    default:
      return { label, info: { ...model.info, properties: { open: word } } };
  }
}

const told = (engine: KnowledgeEngine): readonly string[] =>
  engine
    .hits()
    .map((hit) => {
      const why = engine.explain(hit.threat, hit.place);
      return `${hit.key} ${hit.answer} ${why?.because.map(({ sentence }) => sentence).join('; ') ?? '?'}`;
    })
    .sort();

test('following finds what a fresh look finds, with the same reasons', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const newId = countingIds();
      for (let skip = 0; skip < 100; skip += 1) newId();
      let model = start();
      const engine = new KnowledgeEngine(packages, model);
      for (const step of made) {
        model = applyEdit(model, editOf(model, step, newId));
        engine.follow(model);
        expect(told(engine)).toEqual(told(new KnowledgeEngine(packages, model)));
      }
    }),
    { numRuns: runs(60) },
  );
});

test('the example has something of every kind to find', () => {
  const model = applyEdit(start(), { label: '', info: { ...start().info, properties: { open: 'yes' } } });
  const found = new Set(new KnowledgeEngine(packages, model).hits().map((hit) => hit.threat.id));
  expect([...found].sort()).toEqual(
    expect.arrayContaining(['asked', 'carrying', 'crossing', 'held', 'said', 'walled', 'whole']),
  );
});
