/** The story is there; the clause that a threat was linked to is not. */
import { defineRule } from '../../rule';
import { applyingLinks } from '../../story-links';
import { quoted, storyWords } from '../../wording';

export default defineRule({
  id: 'linked-clause-gone',
  meta: {
    title: 'A linked WITHOUT clause is gone',
    severity: 'warning',
    readings: ['Was the requirement dropped by mistake?', 'Is the link out of date?'],
    messages: { gone: 'The WITHOUT clause of {story} that {threat} is linked to is gone.' },
  },
  *check(picture) {
    for (const { at, link, threat, story, clause } of applyingLinks(picture)) {
      if (clause.kind !== 'gone') continue;
      const left = story.clauses.length;
      const others =
        left === 0 ? 'The story has no clause left.' : 'The other clauses of the story are others.';
      yield {
        messageId: 'gone',
        subject: { model: at.model.info.id, threat: threat.id, link: link.id, story: story.item.id },
        words: { story: storyWords(story.item), threat: quoted(threat.title) },
        because: ['The words that were linked stand nowhere in the story.', others],
      };
    }
  },
});
