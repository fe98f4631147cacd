/** Other words stand where a linked clause stood: is it still the same requirement? */
import { defineRule } from '../../rule';
import { applyingLinks } from '../../story-links';
import { clauseWords, quoted, storyWords } from '../../wording';

export default defineRule({
  id: 'linked-clause-reworded',
  meta: {
    title: 'A linked WITHOUT clause was reworded',
    severity: 'suggestion',
    readings: ['Do the new words still speak of this threat?', 'Is it another requirement by now?'],
    messages: { reworded: 'The clause of {story} that {threat} is linked to now reads {clause}.' },
  },
  *check(picture) {
    for (const { at, link, threat, story, clause } of applyingLinks(picture)) {
      if (clause.kind !== 'drifted') continue;
      const { field, ordinal, hash } = clause.found;
      yield {
        messageId: 'reworded',
        subject: {
          model: at.model.info.id,
          threat: threat.id,
          link: link.id,
          story: story.item.id,
          clause: { field, ordinal, hash },
        },
        words: {
          story: storyWords(story.item),
          threat: quoted(threat.title),
          clause: clauseWords(clause.found),
        },
        because: ['These are not the words that were linked, and those stand nowhere else in the story.'],
      };
    }
  },
});
