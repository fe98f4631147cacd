/** A threat counts as high or critical and nobody said why: a number without a reason persuades nobody (paper, R9, R10). */
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

export default defineRule({
  id: 'severity-without-reason',
  meta: {
    title: 'A threat is high or critical, and nobody said why',
    severity: 'suggestion',
    policy: 'reasonedSeverity',
    readings: ['Is the reason known, and only not written down?', 'Is the judgement still an assumption?'],
    messages: {
      assumed: '{threat} is {severity} by assumption: nobody judged it.',
      noReason: '{threat} is {severity}, and no reason says why.',
    },
  },
  *check({ models }) {
    for (const { model, assessment } of models)
      for (const { threat, applies, severity } of assessment.threats.values()) {
        if (!applies || (severity !== 'high' && severity !== 'critical')) continue;
        const { probability, impact } = threat;
        const isAssumed = probability.basis === 'assumed' || impact.basis === 'assumed';
        const hasReasons = Boolean(probability.reason?.trim()) && Boolean(impact.reason?.trim());
        if (!isAssumed && hasReasons) continue;
        yield {
          messageId: isAssumed ? 'assumed' : 'noReason',
          subject: { model: model.info.id, threat: threat.id },
          words: { threat: quoted(threat.title), severity },
          because: [`Probability is ${probability.level}, impact is ${impact.level}.`],
        };
      }
  },
});
