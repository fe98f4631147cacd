import {
  aFoundClause,
  aLinkedClause,
  aPicture,
  aStory,
} from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat, threatNumber } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const old = 'having my card data stolen';
const now = 'having payment details read by others';
const clause = aLinkedClause(1, 1, old);
const link = aStoryLink(1, 1, 1, clause);
const model = aModel({ threats: [aThreat(1)], clauses: [clause], links: [link] });
const { field, hash } = aFoundClause(now);
const at = (ordinal: number) => ({
  messageId: 'reworded',
  subject: {
    model: model.info.id,
    threat: threatNumber(1),
    link: link.id,
    story: 1,
    clause: { field, ordinal, hash },
  },
});

testRule(rule, {
  aligned: {
    'the same words': aPicture({ models: [model], stories: [aStory(1, [old])] }),
    'other letters in capitals and another full stop': aPicture({
      models: [model],
      stories: [aStory(1, ['Having my card data stolen!'])],
    }),
    'moved down': aPicture({ models: [model], stories: [aStory(1, [now, old])] }),
    gone: aPicture({ models: [model], stories: [aStory(1)] }),
  },
  misaligned: {
    'other words at its place': {
      given: aPicture({ models: [model], stories: [aStory(1, [now])] }),
      findings: [at(0)],
    },
  },
});
