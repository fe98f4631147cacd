/** Somebody accepted a risk for a time, and the time is over: from then on nobody answers for it. */
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

export default defineRule({
  id: 'accepted-risk-expired',
  meta: {
    title: 'The acceptance of a risk has expired',
    severity: 'warning',
    readings: ['Is the risk still borne knowingly?', 'Should it be mitigated now?'],
    messages: { expired: '{by} accepted the risk of {threat} until {until}; that is over.' },
  },
  *check({ models, today }) {
    if (today === undefined) return;
    for (const { model } of models) {
      const valid = new Set(
        [...model.acceptance.values()]
          .filter(({ until }) => Date.parse(until) >= Date.parse(today))
          .map(({ threat }) => threat),
      );
      for (const { id, threat: of, by, until, reason } of model.acceptance.values()) {
        const threat = model.threat.get(of);
        if (!threat || threat.status.kind === 'not-applicable' || valid.has(of)) continue;
        yield {
          messageId: 'expired',
          subject: { model: model.info.id, threat: of, acceptance: id },
          words: { by: quoted(by), threat: quoted(threat.title), until: until.slice(0, 10) },
          because: [`The reason was ${quoted(reason)}.`],
        };
      }
    }
  },
});
