/** An event was chosen so that an attack is seen, and nobody works on raising it (paper: events must be implemented first). */
import type { SecurityEvent } from '../../../model/event';
import type { AlignmentPicture, ModelPicture } from '../../picture';
import { defineRule } from '../../rule';
import { effectOf } from '../../../risk/effective-status';
import { quoted } from '../../wording';

type Gap = 'noMitigation' | 'noTask' | 'ruledOut';

function gapOf(
  picture: AlignmentPicture,
  { model, index }: ModelPicture,
  event: SecurityEvent,
): Gap | undefined {
  const mitigation = event.mitigation && model.mitigation.get(event.mitigation);
  if (!mitigation) return 'noMitigation';
  const { kind } = mitigation.status;
  if (kind === 'rejected' || kind === 'not-applicable') return 'ruledOut';
  const tasks = index
    .realisationsOfMitigation(mitigation.id)
    .flatMap(({ workItem }) => (workItem === null ? [] : [picture.tasks.get(workItem)]));
  // A Task that this person may not see may well be there.
  const isWorkedOn = tasks.some((task) => task?.category !== 'Removed');
  return effectOf(kind) === 'now' || isWorkedOn ? undefined : 'noTask';
}

export default defineRule({
  id: 'event-not-implemented',
  meta: {
    title: 'An event was chosen that nobody implements',
    severity: 'warning',
    readings: ['Is the work for it missing?', 'Is the event raised already?'],
    messages: {
      noMitigation: 'No mitigation makes the application raise {event}.',
      noTask: 'Nobody works on raising {event}: {mitigation} has no Task.',
      ruledOut: '{event} was chosen, yet {mitigation}, which raises it, was ruled out.',
    },
  },
  *check(picture) {
    for (const at of picture.models)
      for (const event of at.model.event.values()) {
        // What a platform gives need not be built.
        if (event.choice !== 'selected' || event.source !== 'application') continue;
        const gap = gapOf(picture, at, event);
        if (!gap) continue;
        const mitigation = event.mitigation && at.model.mitigation.get(event.mitigation);
        yield {
          messageId: gap,
          subject: { model: at.model.info.id, event: event.id },
          words: { event: quoted(event.title), mitigation: quoted(mitigation?.title ?? '') },
          because: [`It was chosen, and would be logged as ${event.logName}.`],
        };
      }
  },
});
