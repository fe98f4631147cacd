/** The events that a mitigation makes the application raise, as its Task says them: what to log, and how to test it. */
import { eventsOfMitigation } from '../model/edits/events';
import type { EventField, SecurityEvent } from '../model/event';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import { thresholdWords } from '../model/threshold-words';
import type { SectionBlock } from './blocks';

/** Enough for one Task; the hub lists all. */
const listed = 20;

const fieldWords = ({ name, type = 'string', sensitive }: EventField): string =>
  `${name} (${type}${sensitive ? ', sensitive: log a keyed hash or nothing' : ''})`;

function contract(event: SecurityEvent): SectionBlock {
  const fields = event.fields.map(fieldWords).join(', ') || 'none besides name, level and time';
  return {
    kind: 'items',
    items: [
      { strong: 'Name', rest: `: ${event.logName}` },
      { strong: 'Raised when', rest: `: ${event.raisedWhen || 'not described yet'}` },
      { strong: 'Level', rest: `: ${event.level}` },
      { strong: 'Fields', rest: `: ${fields}` },
      { strong: 'Alert', rest: `: ${thresholdWords(event.threshold)}, severity ${event.severity}` },
    ],
  };
}

function test(event: SecurityEvent): SectionBlock {
  const { threshold } = event;
  const alert =
    threshold.kind === 'each'
      ? 'The alert comes up.'
      : `Bring it about ${thresholdWords(threshold)}: the alert comes up. Once less: it does not.`;
  return {
    kind: 'items',
    items: [
      { strong: '', rest: `Bring it about: ${event.raisedWhen || event.title}` },
      {
        strong: '',
        rest: `The log holds one entry ${event.logName} with all fields, and no sensitive value in the clear.`,
      },
      { strong: '', rest: alert },
    ],
  };
}

/** Empty for a mitigation that raises no event, so that its section stays what it was. */
export function eventBlocks(model: Model, mitigation: Mitigation): readonly SectionBlock[] {
  const events = eventsOfMitigation(model, mitigation.id);
  if (events.length === 0) return [];
  const each = events
    .slice(0, listed)
    .flatMap((event): SectionBlock[] => [
      { kind: 'heading', text: `Log contract: ${event.title}` },
      contract(event),
      { kind: 'paragraph', lines: ['How to test it:'] },
      test(event),
    ]);
  const rest = events.length - listed;
  return rest > 0
    ? [...each, { kind: 'paragraph', lines: [`and ${rest} more events: see the threat model.`] }]
    : each;
}
