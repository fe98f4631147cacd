import { aLinkedClause, aPicture, aStory } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat, threatNumber } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const [first, second] = ['having my card data stolen', 'being locked out'];
const [one, two] = [aLinkedClause(1, 1, first), aLinkedClause(2, 1, second, 1)];
const twin = aLinkedClause(3, 1, first);
const links = [aStoryLink(1, 1, 1, one), aStoryLink(2, 1, 1, two)] as const;
const model = aModel({ threats: [aThreat(1)], clauses: [one, two], links });
const at = (n: 0 | 1) => ({
  messageId: 'gone',
  subject: { model: model.info.id, threat: threatNumber(1), link: links[n].id, story: 1 },
});

testRule(rule, {
  aligned: {
    'both are there, the other way round': aPicture({
      models: [model],
      stories: [aStory(1, [second, first])],
    }),
    'two stored twins of one clause': aPicture({
      models: [
        aModel({
          threats: [aThreat(1), aThreat(2)],
          clauses: [one, twin],
          links: [links[0], aStoryLink(2, 2, 1, twin)],
        }),
      ],
      stories: [aStory(1, [first])],
    }),
    'the story is gone too, which another rule tells': aPicture({ models: [model] }),
    'the same clause in two models': aPicture({
      models: [model, model],
      stories: [aStory(1, [first, second])],
    }),
  },
  misaligned: {
    'the first one is left': {
      given: aPicture({ models: [model], stories: [aStory(1, [first])] }),
      findings: [at(1)],
    },
    'none is left': { given: aPicture({ models: [model], stories: [aStory(1)] }), findings: [at(0), at(1)] },
    'the model lost the clause': {
      given: aPicture({
        models: [aModel({ threats: [aThreat(1)], links: [links[0]] })],
        stories: [aStory(1, [first])],
      }),
      findings: [at(0)],
    },
  },
});
