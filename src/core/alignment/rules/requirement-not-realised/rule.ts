/** A security requirement that nothing fulfils: no mitigation, no work item, no member of its family (paper, R52). */
import { workingFor } from '../../../model/requirement-family';
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

export default defineRule({
  id: 'requirement-not-realised',
  meta: {
    title: 'A security requirement is not realised by anything',
    severity: 'warning',
    readings: ['Is the work for it missing?', 'Is the work there, and only the link missing?'],
    messages: {
      nothing: 'Nothing realises the requirement {requirement}.',
      emptyFamily: 'The requirement {requirement} names a family of mitigations that has no member.',
    },
  },
  *check({ models }) {
    for (const at of models)
      for (const requirement of at.model.requirement.values()) {
        if (requirement.workItems.length > 0 || workingFor(at.model, requirement).length > 0) continue;
        yield {
          messageId: requirement.family ? 'emptyFamily' : 'nothing',
          subject: { model: at.model.info.id, requirement: requirement.id },
          words: { requirement: quoted(requirement.title) },
          because: [
            requirement.source ? `It is asked for by ${quoted(requirement.source)}.` : 'It is in the model.',
          ],
        };
      }
  },
});
