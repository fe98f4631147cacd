/** The events that a mitigation makes the application raise, as its Task says them: what to log, and how to test it. */
import { eventsOfMitigation } from '../model/edits/events';
import { countedFields } from '../model/event';
import type { EventField, SecurityEvent } from '../model/event';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import { thresholdWords } from '../model/threshold-words';
import type { SectionBlock } from './blocks';

/** Enough for one Task; the hub lists all. */
const listed = 20;

function fieldWords({ name, type = 'string', sensitive }: EventField, counted: readonly string[]): string {
  const hash = counted.includes(name)
    ? 'log a keyed hash, the alert counts by it'
    : 'log a keyed hash or nothing';
  return `${name} (${type}${sensitive ? `, sensitive: ${hash}` : ''})`;
}

/** Those of the event, and those that only its alert asks for. */
function fieldsOf({ fields, threshold }: SecurityEvent): string {
  const counted = countedFields(threshold);
  const named = new Set(fields.map(({ name }) => name));
  const asked = counted.filter((name) => !named.has(name)).map((name): EventField => ({ name }));
  return [...fields, ...asked].map((field) => fieldWords(field, counted)).join(', ');
}

function contract(event: SecurityEvent): SectionBlock {
  const fields = fieldsOf(event) || 'none besides name, level and time';
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

function alertTest({ threshold }: SecurityEvent): string {
  switch (threshold.kind) {
    case 'each':
      return 'The alert comes up.';
    case 'sequence':
      return `Bring it about, ${thresholdWords(threshold)}: the alert comes up. Alone: it does not.`;
    case 'count':
    case 'distinct':
      return `Bring it about ${thresholdWords(threshold)}: the alert comes up. Once less: it does not.`;
  }
}

function test(event: SecurityEvent): SectionBlock {
  return {
    kind: 'items',
    items: [
      { strong: '', rest: `Bring it about: ${event.raisedWhen || event.title}` },
      {
        strong: '',
        rest: `The log holds one entry ${event.logName} with all fields, and no sensitive value in the clear.`,
      },
      { strong: '', rest: alertTest(event) },
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
