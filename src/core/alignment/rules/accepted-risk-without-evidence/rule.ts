/** An accepted risk with no comment on a work item to prove it: anybody may have written it (design: storage). */
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

export default defineRule({
  id: 'accepted-risk-without-evidence',
  meta: {
    title: 'The acceptance of a risk has no evidence',
    severity: 'warning',
    readings: [
      'Did this person accept it, and only the comment is missing?',
      'Was it entered by somebody else?',
    ],
    messages: { noEvidence: 'That {by} accepted the risk of {threat} is not recorded on any work item.' },
  },
  *check({ models }) {
    for (const { model } of models)
      for (const { id, threat: of, by, evidence } of model.acceptance.values()) {
        const threat = model.threat.get(of);
        if (!threat || evidence || threat.status.kind === 'not-applicable') continue;
        yield {
          messageId: 'noEvidence',
          subject: { model: model.info.id, threat: of, acceptance: id },
          words: { by: quoted(by), threat: quoted(threat.title) },
          because: ['Threat models can be changed by every member; only a comment records its author.'],
        };
      }
  },
});
