import { aPicture, aStory } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aStoryLink, aThreat } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import type { Model } from '../../../model/model';
import rule from './rule';

const model = aModel({ threats: [aThreat(1)] });
const with_ = (info: Partial<Model['info']>) => ({ ...model, info: { ...model.info, ...info } });
const given = (count: number, own: Model = model, created: string | undefined = '2026-03-01T00:00:00.000Z') =>
  aPicture({
    models: [own],
    stories: Array.from({ length: count }, (_, at) =>
      aStory(at + 1, [], created === undefined ? {} : { created }),
    ),
  });

testRule(rule, {
  aligned: {
    'a few new stories': given(4),
    'stories as old as the model': given(9, model, '2026-01-01T00:00:00.000Z'),
    'nobody says when they came': {
      ...given(9),
      stories: new Map(Array.from({ length: 9 }, (_, at) => [at + 1, aStory(at + 1)])),
    },
    'somebody reviewed it since': given(9, with_({ reviewed: '2026-04-01T00:00:00.000Z' })),
    'a threat was found since': given(
      9,
      aModel({ threats: [aThreat(1, { found: '2026-04-01T00:00:00.000Z' })] }),
    ),
    'it does not cover them': given(9, with_({ scope: ['Bank'] })),
    'threats are linked to them': given(5, {
      ...model,
      storyLink: aModel({ links: [1, 2, 3].map((n) => aStoryLink(n, 1, n)) }).storyLink,
    }),
  },
  misaligned: {
    'five stories that it does not know': {
      given: given(5),
      findings: [{ messageId: 'older', subject: { model: model.info.id } }],
    },
  },
});
