import { aPicture } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aThreat, anAcceptance, threatNumber } from '../../../../../tests/fixtures/sample-model';
import type { Acceptance } from '../../../model/decisions';
import type { ProjectPolicy } from '../../../model/project-policy';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const acceptance = anAcceptance(1, 1, { by: 'Owner' });
const given = (acceptors: ProjectPolicy['acceptors'], change: Partial<Acceptance> = {}) => {
  const model = aModel({ threats: [aThreat(1)], acceptances: [{ ...acceptance, ...change }] });
  return {
    today: '2026-02-01T00:00:00.000Z',
    ...aPicture({
      models: [acceptors ? { ...model, policy: { acceptors } } : model],
    }),
  };
};
const subject = { model: aModel({}).info.id, threat: threatNumber(1), acceptance: acceptance.id };

testRule(rule, {
  aligned: {
    'the project says nothing': given(undefined),
    'nobody is named': given([]),
    'the person is named, in other letters': given([{ name: ' owner' }]),
    'a high risk is within what the person may accept': given([{ name: 'Owner', upTo: 'high' }]),
    'it expired, which is another finding': given([{ name: 'Somebody' }], {
      until: '2020-01-01T00:00:00.000Z',
    }),
  },
  misaligned: {
    'another person is named': {
      given: given([{ name: 'Chief' }, { name: 'Deputy', upTo: 'low' }]),
      findings: [
        {
          messageId: 'notExpected',
          subject,
        },
      ],
    },
    'the risk is worse than the person may accept': {
      given: given([{ name: 'Owner', upTo: 'medium' }]),
      findings: [{ messageId: 'tooMuch', subject }],
    },
  },
});
