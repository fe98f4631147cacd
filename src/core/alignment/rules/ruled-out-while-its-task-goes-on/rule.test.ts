import { aPicture, aTask } from '../../../../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  aRealisation,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../../../../tests/fixtures/sample-model';
import type { Status } from '../../../model/mitigation';
import type { StateCategory } from '../../../model/state-category';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const out: Status = { kind: 'rejected', reason: 'Too dear' };
const notHere: Status = { kind: 'not-applicable', reason: 'No such data' };
const model = (status: Status, places: readonly (Status | undefined)[] = [undefined]) =>
  aModel({
    threats: [aThreat(1)],
    mitigations: [aMitigation(1, status)],
    treatments: places.map((own, i) =>
      aTreatment(i + 1, { threat: 1, mitigation: 1, ...(own ? { status: own } : {}) }),
    ),
    realisations: [aRealisation(1, 1, 6)],
  });
const given = (one: ReturnType<typeof model>, category: StateCategory) =>
  aPicture({ models: [one], tasks: [aTask(6, { category })] });
const finding = (messageId: string) => ({
  messageId,
  subject: { model: model(out).info.id, mitigation: mitigationNumber(1), task: 6 },
});

testRule(rule, {
  aligned: {
    'it is to be done': given(model({ kind: 'approved' }), 'InProgress'),
    'the Task was done before it was ruled out': given(model(out), 'Completed'),
    'the Task was removed': given(model(out), 'Removed'),
    'one of its places is left': given(model({ kind: 'approved' }, [out, undefined]), 'Proposed'),
    'the Task is hidden from the reader': aPicture({ models: [model(out)] }),
  },
  misaligned: {
    'rejected, and the Task is new': {
      given: given(model(out), 'Proposed'),
      findings: [finding('mitigation')],
    },
    'does not apply, and somebody works on it': {
      given: given(model(notHere), 'InProgress'),
      findings: [finding('mitigation')],
    },
    'every place was ruled out by itself': {
      given: given(model({ kind: 'approved' }, [out, notHere]), 'Resolved'),
      findings: [finding('places')],
    },
  },
});
