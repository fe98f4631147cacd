/** A threat that applies and that nothing treats: its risk can only stay. */
import { placeName } from '../../../model/model-index';
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

export default defineRule({
  id: 'threat-without-mitigation',
  meta: {
    title: 'A threat has no mitigation',
    severity: 'warning',
    readings: ['Is a mitigation missing from the model?', 'Does one that is there help against it too?'],
    messages: {
      none: '{threat} has no mitigation.',
      allRuledOut: 'Every mitigation of {threat} is rejected or does not apply.',
    },
  },
  *check({ models }) {
    for (const { model, assessment } of models)
      for (const { threat, applies, factors } of assessment.threats.values()) {
        const hopes = factors.filter(
          ({ effective: { status } }) => status.kind !== 'rejected' && status.kind !== 'not-applicable',
        );
        const accepted = [...model.acceptance.values()].some((each) => each.threat === threat.id);
        if (!applies || hopes.length > 0 || accepted) continue;
        yield {
          messageId: factors.length === 0 ? 'none' : 'allRuledOut',
          subject: { model: model.info.id, threat: threat.id },
          words: { threat: quoted(threat.title) },
          because: [`The threat stands at ${quoted(placeName(model, threat.place))} and applies.`],
        };
      }
  },
});
