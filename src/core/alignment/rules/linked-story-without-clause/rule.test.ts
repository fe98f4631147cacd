import { aLinkedClause, aPicture, aStory } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const [link, second] = [aStoryLink(1, 1, 3), aStoryLink(2, 1, 4)];
const model = aModel({ threats: [aThreat(1)], links: [link, second] });
const elsewhere = { ...model, info: { ...model.info, scope: ['Shop\\Orders'] } };
const ruledOut = aThreat(1, { status: { kind: 'not-applicable', justification: 'No cards here' } });
const at = (story: number, one: typeof link) => ({
  messageId: 'noClause',
  subject: { model: model.info.id, threat: one.threat, link: one.id, story },
});
const stolen = 'having my card data stolen';
const clause = aLinkedClause(1, 3, stolen);

testRule(rule, {
  aligned: {
    'the story has a clause': aPicture({
      models: [aModel({ threats: [aThreat(1)], links: [link] })],
      stories: [aStory(3, [stolen])],
    }),
    'the threat does not apply': aPicture({
      models: [aModel({ threats: [ruledOut], links: [link] })],
      stories: [aStory(3)],
    }),
    'no model covers the story': aPicture({ models: [elsewhere], stories: [aStory(3)] }),
    'the clause that it named is gone': aPicture({
      models: [aModel({ threats: [aThreat(1)], clauses: [clause], links: [aStoryLink(1, 1, 3, clause)] })],
      stories: [aStory(3)],
    }),
  },
  misaligned: {
    'each link is judged by itself': {
      given: aPicture({ models: [model], stories: [aStory(3), aStory(4, [stolen])] }),
      findings: [at(3, link)],
    },
    'one for each link, in the order of the stories': {
      given: aPicture({ models: [model], stories: [aStory(4), aStory(3)] }),
      findings: [at(3, link), at(4, second)],
    },
    'another model covers the story': {
      given: aPicture({
        models: [elsewhere, { ...aModel({}), info: { ...model.info, name: 'All' } }],
        stories: [aStory(3)],
      }),
      findings: [at(3, link)],
    },
  },
});
