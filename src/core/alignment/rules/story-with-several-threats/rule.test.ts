import { aLinkedClause, aPicture, aStory } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const clause = aLinkedClause(1, 1, 'a leak');
const ruledOut = aThreat(2, { status: { kind: 'not-applicable', justification: 'Not here' } });
const links = [aStoryLink(1, 1, 1), aStoryLink(2, 2, 1)];

testRule(rule, {
  aligned: {
    'one threat in two stories': aPicture({
      models: [aModel({ threats: [aThreat(1)], links: [aStoryLink(1, 1, 1), aStoryLink(2, 1, 2)] })],
      stories: [aStory(1), aStory(2)],
    }),
    'one threat by two links': aPicture({
      models: [
        aModel({
          threats: [aThreat(1)],
          clauses: [clause],
          links: [aStoryLink(1, 1, 1, clause), aStoryLink(2, 1, 1)],
        }),
      ],
      stories: [aStory(1, ['a leak'])],
    }),
    'the other one does not apply': aPicture({
      models: [aModel({ threats: [aThreat(1), ruledOut], links })],
      stories: [aStory(1)],
    }),
  },
  misaligned: {
    'two threats': {
      given: aPicture({
        models: [aModel({ threats: [aThreat(1), aThreat(2)], links })],
        stories: [aStory(1)],
      }),
      findings: [{ messageId: 'several', subject: { story: 1 } }],
    },
  },
});
