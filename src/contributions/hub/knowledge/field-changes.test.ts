/** The preview of an upgrade says of each field what stands there and what would, and of nothing else. */
import {
  aMitigation,
  aModel,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../../../tests/fixtures/sample-model';
import type { Edit } from '../../../core/model/edit';
import type { Threat } from '../../../core/model/threat';
import { fieldChanges, treatmentEdits } from './field-changes';

const before = aThreat(1, { title: 'Old', tentative: 'Nobody knows.' });
const model = aModel({
  threats: [before, aThreat(2)],
  mitigations: [aMitigation(1), aMitigation(2)],
  treatments: [
    aTreatment(1, { threat: 1, mitigation: 1, strength: 'weak' }),
    aTreatment(2, { threat: 1, mitigation: 2 }),
    aTreatment(3, { threat: 2, mitigation: 2 }),
  ],
});
const changed = (fields: readonly string[], change: Partial<Threat>, edit: Partial<Edit> = {}) =>
  fieldChanges(
    model,
    { kind: 'changed', threat: { ...before, ...change }, fields, kept: [] },
    treatmentEdits(model, { label: 'Upgrade', ...edit }),
  );

test.each<[string, string, Partial<Threat>, object]>([
  ['a title', 'title', { title: 'New' }, { what: 'Title', from: 'Old', to: 'New' }],
  ['an impact', 'impact', { impact: { level: 'severe', basis: 'assumed' } }, { what: 'Impact', from: 'Major', to: 'Severe' }], // prettier-ignore
  ['categories', 'stride', { stride: ['spoofing', 'tampering'] }, { what: 'STRIDE', from: 'Tampering', to: 'Spoofing, Tampering' }], // prettier-ignore
])('%s', (_, field, change, expected) => expect(changed([field], change)).toEqual([expected]));

test('what becomes certain, and what does not stay so', () => {
  const { tentative: _, ...certain } = before;
  const [first] = fieldChanges(
    model,
    { kind: 'changed', threat: certain, fields: ['tentative'], kept: [] },
    new Map(),
  );
  expect(first).toEqual({
    what: 'Certainty',
    from: 'may be real until a question is answered',
    to: 'certain',
  });
});

test('mitigations that come, go and weigh otherwise, each with its name', () => {
  const put = [
    aTreatment(1, { threat: 1, mitigation: 1, strength: 'strong' }),
    aTreatment(4, { threat: 1, mitigation: 3, strength: 'maximum' }),
    aTreatment(3, { threat: 2, mitigation: 2 }),
  ];
  const [gone] = [...model.treatment.values()].slice(1);
  const edit = {
    mitigation: { put: [{ ...aMitigation(3), id: mitigationNumber(3), title: 'A new one' }] },
    treatment: { put, remove: gone ? [gone.id] : [] },
  };
  expect(changed(['mitigations'], {}, edit)).toEqual([
    { what: 'Mitigation 1', from: 'Weak', to: 'Strong' },
    { what: 'A new one', from: '', to: 'Maximum' },
    { what: 'Mitigation 2', from: 'Average', to: '' },
  ]);
});

test('a threat that comes or goes has no fields that change', () => {
  const changes = (['added', 'revived', 'rested'] as const).map((kind) =>
    fieldChanges(model, { kind, threat: { ...before, title: 'New' } }, new Map()),
  );
  expect(changes).toEqual([[], [], []]);
});
