/** An accepted risk with no comment on a work item by the same person: anybody may have written it (design: storage). */
import { doubtOf } from '../../../model/comment-proof';
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

const messageIds = { 'no-evidence': 'noEvidence', gone: 'gone', 'other-author': 'otherAuthor' } as const;

export default defineRule({
  id: 'accepted-risk-without-evidence',
  meta: {
    title: 'The acceptance of a risk has no evidence',
    severity: 'warning',
    readings: [
      'Did this person accept it, and only the comment is missing?',
      'Was it entered by somebody else?',
    ],
    messages: {
      noEvidence: 'That {by} accepted the risk of {threat} is not recorded on any work item.',
      gone: 'The comment on #{item} by which {by} accepted the risk of {threat} cannot be read any more.',
      otherAuthor: '{by} is said to accept the risk of {threat}; {author} wrote the comment on #{item}.',
    },
  },
  *check({ models, evidence: read }) {
    for (const { model } of models)
      for (const acceptance of model.acceptance.values()) {
        const { id, threat: of, by, evidence } = acceptance;
        const threat = model.threat.get(of);
        const doubt = doubtOf(acceptance, read?.get(id));
        if (!threat || !doubt || threat.status.kind === 'not-applicable') continue;
        const author = doubt.kind === 'other-author' ? doubt.author : '';
        const item = evidence?.workItem ?? '';
        yield {
          messageId: messageIds[doubt.kind],
          subject: { model: model.info.id, threat: of, acceptance: id },
          words: { by: quoted(by), threat: quoted(threat.title), item, author: quoted(author) },
          because: ['Threat models can be changed by every member; only a comment records its author.'],
        };
      }
  },
});
