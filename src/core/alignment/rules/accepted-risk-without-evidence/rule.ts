/** An accepted risk with no comment on a work item by the same person: anybody may have written it (design: storage). */
import type { Acceptance } from '../../../model/decisions';
import { sameName } from '../../../model/project-policy';
import type { Evidence } from '../../picture';
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

interface Doubt {
  readonly messageId: 'noEvidence' | 'gone' | 'otherAuthor';
  readonly author: string;
}

/** Undefined where the comment proves it, or nobody looked. */
function doubtOf({ by, evidence }: Acceptance, read: Evidence | undefined): Doubt | undefined {
  if (!evidence) return { messageId: 'noEvidence', author: '' };
  if (read?.kind === 'gone') return { messageId: 'gone', author: '' };
  if (read && !sameName(read.by, by)) return { messageId: 'otherAuthor', author: read.by };
  return undefined;
}

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
        const { messageId, author } = doubt;
        const item = evidence?.workItem ?? '';
        yield {
          messageId,
          subject: { model: model.info.id, threat: of, acceptance: id },
          words: { by: quoted(by), threat: quoted(threat.title), item, author: quoted(author) },
          because: ['Threat models can be changed by every member; only a comment records its author.'],
        };
      }
  },
});
