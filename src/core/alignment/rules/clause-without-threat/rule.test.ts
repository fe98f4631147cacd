import {
  aFoundClause,
  aLinkedClause,
  aPicture,
  aStory,
} from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const [first, second] = ['anybody seeing the card number', 'being locked out'];
const clause = aLinkedClause(1, 5, first);
const named = aModel({ threats: [aThreat(1)], clauses: [clause], links: [aStoryLink(1, 1, 5, clause)] });
const whole = aModel({ threats: [aThreat(1)], links: [aStoryLink(1, 1, 5)] });
const empty = aModel({});
const scoped = (area: string) => ({ ...empty, info: { ...empty.info, scope: [area] } });
const at = (text: string, ordinal = 0) => {
  const { field, hash } = aFoundClause(text);
  return { messageId: 'noThreat', subject: { story: 5, clause: { field, ordinal, hash } } };
};

testRule(rule, {
  aligned: {
    'a link names it': aPicture({ models: [named], stories: [aStory(5, [first])] }),
    'it moved behind another one that the story’s link covers': aPicture({
      models: [named, whole],
      stories: [aStory(5, [second, first])],
    }),
    'it was reworded': aPicture({ models: [named], stories: [aStory(5, ['others seeing the number'])] }),
    'a threat of the whole story stands for its clause': aPicture({
      models: [whole],
      stories: [aStory(5, [first])],
    }),
    'as many threats of the whole story as clauses': aPicture({
      models: [
        aModel({ threats: [aThreat(1), aThreat(2)], links: [aStoryLink(1, 1, 5), aStoryLink(2, 2, 5)] }),
      ],
      stories: [aStory(5, [first, second])],
    }),
    'another model names it': aPicture({ models: [empty, named], stories: [aStory(5, [first])] }),
    'no model': aPicture({ models: [], stories: [aStory(5, [first])] }),
    'outside every scope': aPicture({
      models: [scoped('Shop\\Pay')],
      stories: [aStory(5, [first], { areaPath: 'Shop\\Payments' })],
    }),
    'only suggested': aPicture({
      models: [empty],
      stories: [{ ...aStory(5), suggested: [{ ...aFoundClause(first), kind: 'suggested' }] }],
    }),
  },
  misaligned: {
    'no link at all': {
      given: aPicture({ models: [empty], stories: [aStory(5, [first])] }),
      findings: [at(first)],
    },
    'below the area of a model, whatever its letter case': {
      given: aPicture({
        models: [scoped('shop\\pay')],
        stories: [aStory(5, [first], { areaPath: 'Shop\\Pay\\Cards' })],
      }),
      findings: [at(first)],
    },
    'the other one is linked': {
      given: aPicture({ models: [named], stories: [aStory(5, [first, second])] }),
      findings: [at(second, 1)],
    },
    'a clause was added to a story that is linked as a whole': {
      given: aPicture({ models: [whole], stories: [aStory(5, [first, second])] }),
      findings: [at(second, 1)],
    },
    'a threat linked twice to the whole story stands for one clause': {
      given: aPicture({
        models: [aModel({ threats: [aThreat(1)], links: [aStoryLink(1, 1, 5), aStoryLink(2, 1, 5)] })],
        stories: [aStory(5, [first, second])],
      }),
      findings: [at(second, 1)],
    },
    'the whole story’s threat stands for the one that no link names': {
      given: aPicture({
        models: [named, whole],
        stories: [aStory(5, [first, second, 'waiting for an hour'])],
      }),
      findings: [at('waiting for an hour', 2)],
    },
    'a clause that nothing links claims no words': {
      given: aPicture({ models: [aModel({ clauses: [clause] })], stories: [aStory(5, [first])] }),
      findings: [at(first)],
    },
  },
});
