/** A WITHOUT clause that no threat is the reason for (Figure 1, story 5): a security requirement without a threat. */
import type { FoundClause } from '../../../clauses/clause';
import type { AlignmentPicture, StoryPicture } from '../../picture';
import { defineRule } from '../../rule';
import { judgedStories } from '../../scope';
import { foundClause, liveLinks } from '../../story-links';
import { clauseWords, storyWords } from '../../wording';

/** A link that names no clause stands for all of its story; a link to a reworded clause still covers it. */
function uncovered(picture: AlignmentPicture): (story: StoryPicture) => readonly FoundClause[] {
  const whole = new Set<number>();
  const named = new Set<FoundClause>();
  for (const { clause, story } of liveLinks(picture)) {
    if (clause.kind === 'none') whole.add(story.item.id);
    const found = foundClause(clause);
    if (found) named.add(found);
  }
  return ({ item, clauses }) => (whole.has(item.id) ? [] : clauses.filter((clause) => !named.has(clause)));
}

export default defineRule({
  id: 'clause-without-threat',
  meta: {
    title: 'A WITHOUT clause has no threat',
    severity: 'warning',
    readings: ['Is a threat missing from the model?', 'Is only the link missing?'],
    messages: { noThreat: '{clause} in {story} has no threat.' },
  },
  *check(picture) {
    const clausesOf = uncovered(picture);
    for (const story of judgedStories(picture))
      for (const found of clausesOf(story)) {
        const { field, ordinal, hash } = found;
        yield {
          messageId: 'noThreat',
          subject: { story: story.item.id, clause: { field, ordinal, hash } },
          words: { clause: clauseWords(found), story: storyWords(story.item) },
          because: ['No threat of any model is linked to the clause, or to its story as a whole.'],
        };
      }
  },
});
