/** A threat is high or critical, and nothing would tell that it happens. */
import { missingEventKey, waiversOf } from '../../../model/edits/events';
import type { ThreatRisk } from '../../../risk/assess';
import type { ModelPicture } from '../../picture';
import { defineRule } from '../../rule';
import { listed, quoted } from '../../wording';

/** As many threats as one sentence can name. */
const named = 3;

/** The high and critical threats that no selected event names and nobody waived by name. */
function blindSpots({ model, assessment }: ModelPicture, today: string | undefined): readonly ThreatRisk[] {
  const selected = [...model.event.values()].filter(({ choice }) => choice === 'selected');
  const watched = new Set(selected.flatMap(({ threats }) => threats));
  return [...assessment.threats.values()].filter(
    ({ threat, severity, applies }) =>
      applies &&
      (severity === 'high' || severity === 'critical') &&
      !watched.has(threat.id) &&
      waiversOf(model, missingEventKey(model.info.id, threat.id), today).length === 0,
  );
}

/** Its knowledge base says which events tell of such a threat, so that they are missing is somebody's doing. */
function isFromKnowledge({ threat }: ThreatRisk): boolean {
  return threat.origin.kind === 'rule';
}

function threatWords(blind: readonly ThreatRisk[]): string {
  const titles = blind.slice(0, named).map(({ threat }) => quoted(threat.title));
  const others = blind.length - titles.length;
  return listed(others > 0 ? [...titles, `${others} more`] : titles);
}

export default defineRule({
  id: 'threat-without-event',
  meta: {
    title: 'A threat is high or critical, and no event tells of it',
    severity: 'warning',
    readings: ['Is an event missing that would tell of it?', 'Is it fine that nobody would notice?'],
    messages: {
      blind: '{threat} is {severity}, and no selected event tells of it.',
      none: 'The model has no event yet, so nothing tells of what is high or critical: {threats}.',
    },
  },
  *check({ models, today }) {
    for (const each of models) {
      const { model } = each;
      const blind = blindSpots(each, today);
      if (model.event.size === 0) {
        // Who has not begun with events hears it once: a line for each threat would bury all other findings. Who has
        // no knowledge base either has nothing to begin with; the Operations page tells them how.
        if (blind.some(isFromKnowledge)) {
          yield {
            messageId: 'none',
            subject: { model: model.info.id },
            words: { threats: threatWords(blind) },
            because: ['Operations takes events from the knowledge bases in use.'],
          };
        }
        continue;
      }
      const proposed = new Set([...model.event.values()].flatMap(({ threats }) => threats));
      for (const { threat, severity } of blind) {
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
