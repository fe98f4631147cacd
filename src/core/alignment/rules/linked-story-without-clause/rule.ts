/** A threat is linked to a story that says nothing about it: no WITHOUT clause (Figure 1, threat B and story 3). */
import { defineRule } from '../../rule';
import { applyingLinks } from '../../story-links';
import { quoted, storyWords } from '../../wording';

export default defineRule({
  id: 'linked-story-without-clause',
  meta: {
    title: 'A threat is linked to a story that has no WITHOUT clause',
    severity: 'warning',
    readings: ['Is the WITHOUT clause missing from the story?', 'Is the link a mistake?'],
    messages: { noClause: '{threat} is linked to {story}, which has no WITHOUT clause.' },
  },
  *check(picture) {
    for (const { at, link, threat, story, clause } of applyingLinks(picture)) {
      // A clause that was there and went is another matter: see linked-clause-gone.
      if (clause.kind !== 'none' || story.clauses.length > 0) continue;
      yield {
        messageId: 'noClause',
        subject: { model: at.model.info.id, threat: threat.id, link: link.id, story: story.item.id },
        words: { threat: quoted(threat.title), story: storyWords(story.item) },
        because: [
          `The model “${at.model.info.name}” links the threat to the story.`,
          'Neither title, description nor acceptance criteria of the story have a WITHOUT clause.',
        ],
      };
    }
  },
});
