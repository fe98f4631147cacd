/** A threat that applies, and no story is linked to it (Figure 1, threat D). */
import { placeName } from '../../../model/model-index';
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

export default defineRule({
  id: 'threat-without-story',
  meta: {
    title: 'A threat is not linked to any story',
    severity: 'warning',
    readings: ['Is a story, or its WITHOUT clause, missing from the backlog?', 'Is only the link missing?'],
    messages: { noStory: '{threat} is not linked to any story.' },
  },
  *check({ models }) {
    for (const { model, index } of models)
      for (const threat of model.threat.values()) {
        if (threat.status.kind === 'not-applicable') continue;
        // A link to a story that went is a link: linked-story-gone tells what happened to it.
        if (index.linksOfThreat(threat.id).length > 0) continue;
        yield {
          messageId: 'noStory',
          subject: { model: model.info.id, threat: threat.id },
          words: { threat: quoted(threat.title) },
          because: [`The threat stands at ${quoted(placeName(model, threat.place))} and applies.`],
        };
      }
  },
});
