/** A link to a work item that is not among the stories: removed, deleted, of another type, or hidden. */
import { defineRule } from '../../rule';
import { linksToNowhere } from '../../story-links';
import { quoted } from '../../wording';

export default defineRule({
  id: 'linked-story-gone',
  meta: {
    title: 'A threat is linked to a story that is gone',
    severity: 'warning',
    readings: ['Did the work go on in another story?', 'Is the link out of date?'],
    messages: { gone: '{threat} is linked to #{story}, which is not among the stories.' },
  },
  *check(picture) {
    for (const { at, link, threat } of linksToNowhere(picture)) {
      if (threat.status.kind === 'not-applicable') continue;
      yield {
        messageId: 'gone',
        subject: { model: at.model.info.id, threat: threat.id, link: link.id, story: link.story },
        words: { threat: quoted(threat.title), story: link.story },
        because: ['The story was removed, deleted, moved or changed its type, or you may not read it.'],
      };
    }
  },
});
