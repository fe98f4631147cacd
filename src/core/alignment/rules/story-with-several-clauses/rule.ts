/** A story has more than one WITHOUT clause (Figure 1, story 4): the paper leaves open whether that is right. */
import { defineRule } from '../../rule';
import { judgedStories } from '../../scope';
import { clauseWords, listed, storyWords } from '../../wording';

export default defineRule({
  id: 'story-with-several-clauses',
  meta: {
    title: 'A story has several WITHOUT clauses',
    severity: 'suggestion',
    policy: 'oneClausePerStory',
    readings: ['Should the story be split?', 'Do the clauses say the same twice?'],
    messages: { several: '{story} has {count} WITHOUT clauses.' },
  },
  *check(picture) {
    for (const { item, clauses } of judgedStories(picture)) {
      if (clauses.length < 2) continue;
      yield {
        messageId: 'several',
        subject: { story: item.id },
        words: { story: storyWords(item), count: clauses.length },
        because: [
          `They are ${listed(clauses.map(clauseWords))}.`,
          'The policy asks for one clause per story.',
        ],
      };
    }
  },
});
