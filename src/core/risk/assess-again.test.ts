/** An assessment that is made with an earlier one at hand: never another result, and only what changed is made anew. */
import * as fc from 'fast-check';
import {
  aMitigation,
  aModel,
  aRealisation,
  aThreat,
  aTreatment,
  mitigationNumber,
  threatNumber,
} from '../../../tests/fixtures/sample-model';
import type { Element } from '../model/diagram-parts';
import { elementId, mint } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import { standardScale } from '../model/project-policy';
import type { Threat } from '../model/threat';
import { assess } from './assess';
import type { Assessed } from './assess';
import type { WorkItemStates } from './effective-status';

const id = mint(elementId, () => '0000000e-0000-4000-8000-000000000001');
const anElement = (kind: Element['kind']): Element => ({
  id,
  origin: { kind: 'person' },
  name: 'Shop',
  properties: {},
  kind,
});
const none: WorkItemStates = new Map();
const done: WorkItemStates = new Map([[7, { category: 'Completed' }]]);

const start: Model = {
  ...aModel({
    threats: [1, 2, 3, 4].map((n) => aThreat(n, n === 1 ? { place: { kind: 'element', id } } : {})),
    mitigations: [1, 2, 3].map((n) => aMitigation(n, n === 3 ? { kind: 'existing' } : { kind: 'open' })),
    treatments: [
      [1, 1],
      [1, 2],
      [2, 1],
      [3, 2],
      [3, 3],
    ].map(([threat = 1, mitigation = 1], at) => aTreatment(at + 1, { threat, mitigation })),
    realisations: [aRealisation(1, 1, 7)],
  }),
  element: new Map([[id, anElement('store')]]),
};

const withThreat = (n: number, change: Partial<Threat>) => (model: Model) => {
  const threat = new Map(model.threat).set(threatNumber(n), { ...aThreat(n), ...change });
  return { ...model, threat };
};
const withMitigation = (n: number, change: Partial<Mitigation>) => (model: Model) => {
  const mitigation = new Map(model.mitigation).set(mitigationNumber(n), { ...aMitigation(n), ...change });
  return { ...model, mitigation };
};
const withElement = (kind: Element['kind']) => (model: Model) => ({
  ...model,
  element: new Map([[id, anElement(kind)]]),
});
const rare = { probability: { level: 'rare', basis: 'judged' } } as const;
const onStores = [{ type: 'kind:store', status: { kind: 'existing' } }] as const;

const edits: Readonly<Record<string, (model: Model) => Model>> = {
  'a threat is judged': withThreat(2, rare),
  'a threat is ruled out': withThreat(2, { status: { kind: 'not-applicable', justification: 'x' } }),
  'a threat is moved to the element': withThreat(3, { place: { kind: 'element', id } }),
  'a threat comes': withThreat(9, {}),
  'a threat goes': (model) => ({
    ...model,
    threat: new Map([...model.threat].filter(([each]) => each !== threatNumber(9))),
  }),
  'the element becomes a process': withElement('process'),
  'the element becomes a store': withElement('store'),
  'a mitigation stands at all stores': withMitigation(1, { byType: [...onStores] }),
  'a mitigation requires it': withMitigation(2, {
    requires: [mitigationNumber(1)],
    status: { kind: 'implemented' },
  }),
  'a mitigation replaces another': withMitigation(3, { alternatives: [mitigationNumber(2)] }),
  'a mitigation is planned': withMitigation(1, { status: { kind: 'planned' } }),
  'a treatment comes': (model) => {
    const more = aTreatment(9, { threat: 4, mitigation: 1, strength: 'strong' });
    return { ...model, treatment: new Map(model.treatment).set(more.id, more) };
  },
  'the Task goes': (model) => ({ ...model, realisation: new Map() }),
  'the scale is stricter': (model) => ({
    ...model,
    policy: { scale: { ...standardScale, from: { medium: 1, high: 2, critical: 3 } } },
  }),
};

test('whatever was edited since, it comes to what it comes to without', () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.constantFrom(none, none, done));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      let model = start;
      let before: Assessed = { model, states: none, assessment: assess(model, none) };
      for (const [name, states] of steps) {
        model = edits[name]?.(model) ?? model;
        const assessment = assess(model, states, indexModel(model), before);
        expect(assessment).toEqual(assess(model, states));
        before = { model, states, assessment };
      }
    }),
  );
});

const first: Assessed = { model: start, states: none, assessment: assess(start, none) };
const again = (edit: (model: Model) => Model, states = none) => {
  const model = edit(start);
  return assess(model, states, indexModel(model), first);
};

test('whoever draws gets the very assessment', () => {
  expect(again(withElement('process'))).toBe(first.assessment);
});

test.each([
  ['only the threat that was judged', again(withThreat(2, rare)), [2]],
  ['every threat, where a Task closed,', again((model) => model, done), [1, 2, 3, 4]],
  ['every threat, where a mitigation changed,', again(withMitigation(1, {})), [1, 2, 3, 4]],
] as const)('%s is made anew', (_name, { threats }, wanted) => {
  const anew = [1, 2, 3, 4].filter((n) => {
    const key = threatNumber(n);
    return threats.get(key) !== first.assessment.threats.get(key);
  });
  expect(anew).toEqual(wanted);
});
