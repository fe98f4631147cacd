import { aPicture, aTask } from '../../../../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  aRealisation,
  mitigationNumber,
} from '../../../../../tests/fixtures/sample-model';
import type { Status } from '../../../../../src/core/model/mitigation';
import type { StateCategory } from '../../../../../src/core/model/state-category';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const model = (status: Status) =>
  aModel({ mitigations: [aMitigation(1, status)], realisations: [aRealisation(1, 1, 6)] });
const given = (status: Status, category: StateCategory) =>
  aPicture({ models: [model(status)], tasks: [aTask(6, { category })] });
const findings = [
  {
    messageId: 'stillOpen',
    subject: { model: model({ kind: 'open' }).info.id, mitigation: mitigationNumber(1), task: 6 },
  },
];

testRule(rule, {
  aligned: {
    'both say done': given({ kind: 'implemented' }, 'Completed'),
    'both say open': given({ kind: 'approved' }, 'InProgress'),
    'what was there before any Task': given({ kind: 'existing' }, 'Proposed'),
    'a removed Task says nothing': given({ kind: 'implemented' }, 'Removed'),
    'the Task is hidden from the reader': aPicture({ models: [model({ kind: 'implemented' })] }),
  },
  misaligned: {
    'the Task is new': { given: given({ kind: 'implemented' }, 'Proposed'), findings },
    'the Task was reopened': { given: given({ kind: 'implemented' }, 'InProgress'), findings },
    'resolved is not closed': { given: given({ kind: 'implemented' }, 'Resolved'), findings },
  },
});
