import { aPicture, aStory } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat, threatNumber } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const model = aModel({ threats: [aThreat(2), aThreat(1)], links: [aStoryLink(1, 1, 1)] });
const ruledOut = aThreat(1, { status: { kind: 'not-applicable', justification: 'No backups' } });
const at = (n: number) => ({
  messageId: 'noStory',
  subject: { model: model.info.id, threat: threatNumber(n) },
});

testRule(rule, {
  aligned: {
    'every threat has a story': aPicture({
      models: [aModel({ threats: [aThreat(1)], links: [aStoryLink(1, 1, 1)] })],
      stories: [aStory(1)],
    }),
    'the threat does not apply': aPicture({ models: [aModel({ threats: [ruledOut] })] }),
    'the story is gone, which another rule tells': aPicture({
      models: [aModel({ threats: [aThreat(1)], links: [aStoryLink(1, 1, 9)] })],
    }),
    'no model': aPicture({ models: [], stories: [aStory(1)] }),
  },
  misaligned: {
    'one of two': { given: aPicture({ models: [model], stories: [aStory(1)] }), findings: [at(2)] },
    'flagged for investigation, in the order of the ids': {
      given: aPicture({
        models: [aModel({ threats: [aThreat(2), aThreat(1, { status: { kind: 'needs-investigation' } })] })],
      }),
      findings: [at(1), at(2)],
    },
  },
});
