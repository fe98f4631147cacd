import { aPicture } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aThreat, threatNumber } from '../../../../../tests/fixtures/sample-model';
import type { Threat } from '../../../model/threat';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const probability = { level: 'possible', basis: 'judged', reason: 'Seen twice.' } as const;
const impact = { level: 'major', basis: 'judged', reason: 'Names the customers.' } as const;
const given = (change: Partial<Threat>) =>
  aPicture({ models: [aModel({ threats: [aThreat(1, { probability, impact, ...change })] })] });
const finding = (messageId: string) => ({
  messageId,
  subject: { model: aModel({}).info.id, threat: threatNumber(1) },
});

testRule(rule, {
  aligned: {
    'judged, with both reasons': given({}),
    'a medium threat needs no reason': given({ impact: { level: 'moderate', basis: 'judged' } }),
    'a threat that does not apply': given({
      impact: { level: 'severe', basis: 'assumed' },
      status: { kind: 'not-applicable', justification: 'x' },
    }),
  },
  misaligned: {
    assumed: {
      given: given({ probability: { level: 'possible', basis: 'assumed' } }),
      findings: [finding('assumed')],
    },
    'one reason is missing': {
      given: given({ impact: { level: 'severe', basis: 'judged' } }),
      findings: [finding('noReason')],
    },
    'a reason of blanks': {
      given: given({ impact: { ...impact, reason: '  ' } }),
      findings: [finding('noReason')],
    },
  },
});
