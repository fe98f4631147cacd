import { aPicture, aStory } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat, threatNumber } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const link = aStoryLink(1, 1, 17);
const model = aModel({ threats: [aThreat(1)], links: [link] });
const ruledOut = aThreat(1, { status: { kind: 'not-applicable', justification: 'Not here' } });

testRule(rule, {
  aligned: {
    'the story is there': aPicture({ models: [model], stories: [aStory(17)] }),
    'it is there, and outside the scope': aPicture({
      models: [{ ...model, info: { ...model.info, scope: ['Elsewhere'] } }],
      stories: [aStory(17)],
    }),
    'the threat does not apply': aPicture({ models: [aModel({ threats: [ruledOut], links: [link] })] }),
  },
  misaligned: {
    'it is not among the stories': {
      given: aPicture({ models: [model], stories: [aStory(1)] }),
      findings: [
        {
          messageId: 'gone',
          subject: { model: model.info.id, threat: threatNumber(1), link: link.id, story: 17 },
        },
      ],
    },
  },
});
