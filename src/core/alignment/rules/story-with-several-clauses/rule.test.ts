import { aPicture, aStory } from '../../../../../tests/fixtures/alignment-picture';
import { aModel } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const model = aModel({});
const elsewhere = { ...model, info: { ...model.info, scope: ['Shop\\Orders'] } };
const two = aStory(4, ['a leak', 'being locked out']);

testRule(rule, {
  aligned: {
    'one clause': aPicture({ models: [model], stories: [aStory(4, ['a leak'])] }),
    'outside the scope of the model with the policy': aPicture({ models: [elsewhere], stories: [two] }),
  },
  misaligned: {
    'two clauses, linked or not': {
      given: aPicture({ models: [model], stories: [two, aStory(1, ['a leak'])] }),
      findings: [{ messageId: 'several', subject: { story: 4 } }],
    },
  },
});
