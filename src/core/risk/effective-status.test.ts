import {
  aMitigation,
  aModel,
  aRealisation,
  aThreat,
  aTreatment,
  mitigationNumber,
  threatNumber,
} from '../../../tests/fixtures/sample-model';
import { applyEdit } from '../model/edit';
import { setMitigationStatus, setTreatmentStatus, setTypeStatus } from '../model/edits/judge';
import type { Status } from '../model/mitigation';
import { typeStatusAt } from '../model/entity-type';
import { effectiveStatus } from './effective-status';

const whole = 'kind:model';
/** One threat against the whole model with one mitigation, and Task 7 where it is said to be read. */
const bare = aModel({
  threats: [aThreat(1)],
  mitigations: [aMitigation(1)],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
  realisations: [aRealisation(1, 1, 7)],
});
const [treatment] = bare.treatment.keys();
if (!treatment) throw new Error('The model has a treatment.');

interface Said {
  readonly place?: Status;
  readonly type?: Status;
  readonly model?: Status;
  readonly given?: Status;
  readonly task?: 'Proposed' | 'Completed';
}

function decided({ place, type, model: own, given, task }: Said): string {
  let model = bare;
  if (place) model = applyEdit(model, setTreatmentStatus(model, [...model.treatment.keys()], place));
  if (type)
    model = applyEdit(model, setTypeStatus(model, mitigationNumber(1), { type: whole, status: type }));
  if (own) model = applyEdit(model, setMitigationStatus(model, [mitigationNumber(1)], own));
  const plain = model.mitigation.get(mitigationNumber(1));
  const [first] = model.treatment.values();
  if (!plain || !first) throw new Error('The model has both.');
  const mitigation = given ? { ...plain, given } : plain;
  const states = new Map(task ? [[7, { category: task } as const]] : []);
  const realisations = [...model.realisation.values()];
  const { status, source } = effectiveStatus({ model, treatment: first, mitigation, realisations, states });
  return `${status.kind} by ${source.kind}`;
}

const [open, existing, approved, planned] = (['open', 'existing', 'approved', 'planned'] as const).map(
  (kind): Status => ({ kind }),
) as [Status, Status, Status, Status];
const rejected: Status = { kind: 'rejected', reason: 'x' };

describe('which rung of the cascade counts', () => {
  test.each<[Said, string]>([
    [{}, 'open by mitigation'],
    [{ given: existing }, 'existing by knowledge'],
    [{ given: existing, model: approved }, 'approved by mitigation'],
    [{ given: existing, model: open }, 'existing by knowledge'],
    [{ given: existing, task: 'Proposed' }, 'planned by work-item'],
    [{ given: existing, type: planned }, 'planned by entity-type'],
    [{ model: approved, type: existing }, 'existing by entity-type'],
    [{ model: approved, type: existing, task: 'Proposed' }, 'existing by entity-type'],
    [{ model: approved, task: 'Completed' }, 'implemented by work-item'],
    [{ model: existing, task: 'Proposed' }, 'existing by mitigation'],
    [{ model: existing, type: rejected }, 'rejected by entity-type'],
    [{ model: existing, type: existing, place: rejected }, 'rejected by place'],
    [{ given: existing, type: planned, place: open, task: 'Completed' }, 'open by place'],
  ])('%j: %s', (said, expected) => {
    expect(decided(said)).toBe(expected);
  });

  test('a status of another type says nothing here', () => {
    const id = mitigationNumber(1);
    const other = applyEdit(bare, setTypeStatus(bare, id, { type: 'SE.P.Other', status: existing }));
    const mitigation = other.mitigation.get(id);
    const threat = other.threat.get(threatNumber(1));
    if (!mitigation || !threat) throw new Error('The model has both.');
    expect(typeStatusAt(other, mitigation, threat.place)).toBeUndefined();
  });

  test('taking the last status of a type away leaves no trace', () => {
    const id = mitigationNumber(1);
    const set = applyEdit(bare, setTypeStatus(bare, id, { type: whole, status: existing }));
    const again = applyEdit(set, setTypeStatus(set, id, { type: whole, status: undefined }));
    expect(again.mitigation.get(id)).toEqual(bare.mitigation.get(id));
  });
});
