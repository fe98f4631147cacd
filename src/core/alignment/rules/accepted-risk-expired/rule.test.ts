import { aPicture } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aThreat, anAcceptance, threatNumber } from '../../../../../tests/fixtures/sample-model';
import type { Acceptance } from '../../../model/decisions';
import type { Threat } from '../../../model/threat';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const today = '2026-06-01T08:00:00.000Z';
const past = anAcceptance(1, 1, { until: '2026-05-31T00:00:00.000Z' });
const later = anAcceptance(2, 1, { until: '2026-07-01T00:00:00.000Z' });
const given = (acceptances: readonly Acceptance[], threat: Partial<Threat> = {}) => ({
  ...aPicture({ models: [aModel({ threats: [aThreat(1, threat)], acceptances })] }),
  today,
});

testRule(rule, {
  aligned: {
    'it still holds': given([later]),
    'it was renewed': given([past, later]),
    'the threat does not apply any more': given([past], {
      status: { kind: 'not-applicable', justification: 'x' },
    }),
    'nobody says what day it is': { ...given([past]), today: undefined },
  },
  misaligned: {
    over: {
      given: given([past]),
      findings: [
        {
          messageId: 'expired',
          subject: { model: aModel({}).info.id, threat: threatNumber(1), acceptance: past.id },
        },
      ],
    },
  },
});
