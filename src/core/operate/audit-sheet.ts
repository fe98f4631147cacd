/** The audit requirements as a sheet: what has to be logged, by whom, when, and with which fields. */
import type { SecurityEvent } from '../model/event';
import { thresholdWords } from '../model/threshold-words';
import type { Artefact } from './artefact';
import { threatsOf } from './artefact';
import { markdownText } from './escape';
import { applicationTable } from './kql';
import { writtenBy } from './operations-input';
import type { OperationsInput } from './operations-input';

const heads = [
  'Event',
  'What',
  'Raised by',
  'Raised when',
  'Level',
  'Fields',
  'Alert',
  'Threats',
  'Written by',
];

export function auditSheet(input: OperationsInput, events: readonly SecurityEvent[]): Artefact {
  const model = input.model.info;
  const rows = events.map((event) => {
    const fields = event.fields.map(({ name, sensitive }) => (sensitive ? `${name} (sensitive)` : name));
    return [
      `[\`${event.logName}\`](<${input.hubUrl}?model=${model.id}&event=${event.id}>)`,
      markdownText(event.title),
      event.source,
      markdownText(event.raisedWhen),
      event.level,
      fields.join(', ') || 'name, level and time',
      `${thresholdWords(event.threshold)}, severity ${event.severity}`,
      threatsOf(input.model, event)
        .map(({ title }) => markdownText(title))
        .join('; '),
      writtenBy(input, event),
    ];
  });
  const table = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const lines = [
    `# Audit requirements: ${markdownText(model.name)}`,
    '',
    `The threat model: <${input.hubUrl}?model=${model.id}>. The name of an event leads to it there.`,
    '',
    'Each entry carries its name, its level and its time besides the fields below. A sensitive field is written as a keyed hash; where no alert counts by it, it may be left out.',
    '',
    `The rules for Microsoft Sentinel and Azure Monitor look for entries of the application among the custom events of Application Insights (table \`${applicationTable}\`): the name of the event in \`Name\`, the fields in \`Properties\`.`,
    '',
    ...table,
    '',
  ];
  return { path: 'audit-requirements.md', content: lines.join('\n') };
}
