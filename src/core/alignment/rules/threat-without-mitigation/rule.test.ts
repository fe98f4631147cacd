import * as v from 'valibot';
import { aPicture } from '../../../../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  aThreat,
  aTreatment,
  threatNumber,
} from '../../../../../tests/fixtures/sample-model';
import type { Status } from '../../../../../src/core/model/mitigation';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import { acceptance } from '../../../model/decisions';
import rule from './rule';

const treated = (status: Status) =>
  aModel({
    threats: [aThreat(1)],
    mitigations: [aMitigation(1, status)],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
  });
const bare = aModel({ threats: [aThreat(1)] });
const accepted = v.parse(acceptance, {
  id: '0000000a-0000-4000-8000-0000000000aa',
  threat: threatNumber(1),
  by: 'Owner',
  reason: 'Small',
  at: '2026-01-01T00:00:00.000Z',
  until: '2026-09-01T00:00:00.000Z',
});
const finding = (messageId: string) => ({
  messageId,
  subject: { model: bare.info.id, threat: threatNumber(1) },
});

testRule(rule, {
  aligned: {
    'one that nobody decided on is a mitigation': aPicture({ models: [treated({ kind: 'open' })] }),
    'the threat does not apply': aPicture({
      models: [aModel({ threats: [aThreat(1, { status: { kind: 'not-applicable', justification: 'x' } })] })],
    }),
    'somebody accepted its risk': aPicture({
      models: [{ ...bare, acceptance: new Map([[accepted.id, accepted]]) }],
    }),
  },
  misaligned: {
    none: { given: aPicture({ models: [bare] }), findings: [finding('none')] },
    'the only one is rejected': {
      given: aPicture({ models: [treated({ kind: 'rejected', reason: 'Too dear' })] }),
      findings: [finding('allRuledOut')],
    },
  },
});
