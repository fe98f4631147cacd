/** A threat is high or critical, and nothing would tell that it happens. */
import { missingEventKey, waiversOf } from '../../../model/edits/events';
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

export default defineRule({
  id: 'threat-without-event',
  meta: {
    title: 'A threat is high or critical, and no event tells of it',
    severity: 'warning',
    readings: ['Is an event missing that would tell of it?', 'Is it fine that nobody would notice?'],
    messages: { blind: '{threat} is {severity}, and no selected event tells of it.' },
  },
  *check({ models, today }) {
    for (const { model, assessment } of models) {
      // Who has no event at all has not begun with detection: the Operations page says so once, not threat by threat.
      if (model.event.size === 0) continue;
      const selected = [...model.event.values()].filter(({ choice }) => choice === 'selected');
      const watched = new Set(selected.flatMap(({ threats }) => threats));
      const proposed = new Set([...model.event.values()].flatMap(({ threats }) => threats));
      for (const risk of assessment.threats.values()) {
        const { threat, severity, applies } = risk;
        if (!applies || (severity !== 'high' && severity !== 'critical') || watched.has(threat.id)) continue;
        if (waiversOf(model, missingEventKey(model.info.id, threat.id), today).length > 0) continue;
        yield {
          messageId: 'blind',
          subject: { model: model.info.id, threat: threat.id },
          words: { threat: quoted(threat.title), severity },
          because: [
            proposed.has(threat.id)
              ? 'Events for it are proposed, and nobody selected one.'
              : 'No event of the model names it.',
          ],
        };
      }
    }
  },
});
