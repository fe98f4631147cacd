/** The incident runbook: for somebody with an alert at hand who has never seen the system or its model. */
import type { Flow } from '../model/diagram-parts';
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import { placeName } from '../model/model-index';
import type { Place, Threat } from '../model/threat';
import { thresholdWords } from '../model/threshold-words';
import type { Factor } from '../risk/assess';
import type { Artefact } from './artefact';
import { fileNameOf, ruleIdOf, threatsOf } from './artefact';
import { markdownText } from './escape';
import { eventPicture } from './event-picture';
import { monitorTooLarge } from './bicep';
import { applicationTable, platformTable } from './kql';
import { sentinelTooLong } from './sentinel';
import { effectWords, workItemText, writtenBy } from './operations-input';
import type { OperationsInput } from './operations-input';
import { reachedFrom } from './root-cause';

const bullets = (texts: readonly string[], none = 'none'): readonly string[] =>
  texts.length === 0 ? [`- ${none}`] : texts.map((text) => `- ${text}`);
const numbered = (texts: readonly string[], none: string): readonly string[] =>
  texts.length === 0 ? [`1. ${none}`] : texts.map((text, place) => `${place + 1}. ${markdownText(text)}`);

function mitigationLine(input: OperationsInput, { mitigation, effect, effective }: Factor): string {
  const { source } = effective;
  const task = source.kind === 'work-item' ? `, ${workItemText(input, source.id)}` : '';
  return `${markdownText(mitigation.title)} (${effectWords[effect]}${task})`;
}

/** What a flow or store carries, as the model says it. */
const dataOf = ({ properties }: Pick<Flow, 'properties'>): string => {
  const data = properties['data'] ?? '';
  return data === '' ? '' : `, data: ${markdownText(data)}`;
};

function placeText(model: Model, place: Place): string {
  const part =
    place.kind === 'element'
      ? model.element.get(place.id)
      : place.kind === 'flow'
        ? model.flow.get(place.id)
        : undefined;
  return `${markdownText(placeName(model, place))}${part ? dataOf(part) : ''}`;
}

/** Areas of the stories and of the place itself: Azure DevOps knows teams by them. */
function owners({ model, index, items }: OperationsInput, threat: Threat): readonly string[] {
  const { place } = threat;
  const element = place.kind === 'element' ? model.element.get(place.id) : undefined;
  const own = element?.backlog?.kind === 'area' ? [element.backlog.path] : [];
  const stories = index.linksOfThreat(threat.id).flatMap(({ story }) => items?.get(story)?.areaPath ?? []);
  return [...new Set([...own, ...stories])].sort().map(markdownText);
}

function threatSection(input: OperationsInput, threat: Threat): readonly string[] {
  const { model, index, assessment, hubUrl } = input;
  const risk = assessment.threats.get(threat.id);
  const stories = [...new Set(index.linksOfThreat(threat.id).map(({ story }) => story))].sort(
    (a, b) => a - b,
  );
  return [
    `### ${markdownText(threat.title)}`,
    '',
    ...(threat.description.trim() === '' ? [] : [markdownText(threat.description), '']),
    `- Where: ${placeText(model, threat.place)}`,
    `- Severity: ${risk?.severity ?? 'unknown'} before any mitigation, ${risk?.currentName ?? 'unknown'} now`,
    `- Teams to ask: ${owners(input, threat).join(', ') || (stories.length > 0 ? 'those of the stories below' : 'none is named; ask who keeps the threat model')}`,
    `- In the model: <${hubUrl}?model=${model.info.id}&threat=${threat.id}>`,
    '',
    'What should have held it off:',
    '',
    ...bullets((risk?.factors ?? []).map((factor) => mitigationLine(input, factor))),
    '',
    'Stories that it belongs to:',
    '',
    ...bullets(stories.map((story) => workItemText(input, story))),
    '',
  ];
}

/** As many flows as one reads in a hurry; the picture has the rest. */
const listed = 20;

function reachSection(input: OperationsInput, event: SecurityEvent): readonly string[] {
  const { model, hubUrl } = input;
  const { reach } = reachedFrom(
    model,
    threatsOf(model, event).map(({ place }) => place),
  );
  if (reach.length === 0) return [];
  const picture = eventPicture(model, event);
  const flows = reach.slice(0, listed).map(({ flow, steps }) => {
    const where = steps === 0 ? 'here' : steps === 1 ? '1 step' : `${steps} steps`;
    return `${where}: ${markdownText(placeName(model, { kind: 'flow', id: flow.id }))}${dataOf(flow)}`;
  });
  const rest = reach.length - listed;
  return [
    '### What is reached from there',
    '',
    ...bullets(rest > 0 ? [...flows, `and ${rest} more`] : flows),
    '',
    ...(picture ? [`![What is struck and what is reached](${picture.path})`, ''] : []),
    `On the diagram: <${hubUrl}?model=${model.info.id}&tab=diagram&blast=${event.id}>`,
    '',
  ];
}

function facts(input: OperationsInput, event: SecurityEvent): readonly string[] {
  const { model } = input;
  const { info } = model;
  const table = event.table ?? (event.source === 'application' ? applicationTable : platformTable);
  const fields = event.fields.map(({ name, sensitive }) =>
    sensitive ? `\`${name}\` (sensitive: a keyed hash)` : `\`${name}\``,
  );
  return [
    `- Alert: ${thresholdWords(event.threshold)}, severity ${event.severity}`,
    `- In the log: \`${event.logName}\` of the ${event.source}, table \`${table}\``,
    ...(event.selection ?? []).map(
      ({ field, values }) => `- Rows whose \`${field}\` is ${values.map(markdownText).join(' or ')}`,
    ),
    `- Raised when: ${markdownText(event.raisedWhen) || 'nobody has written that yet'}`,
    `- Fields to look at: ${fields.join(', ') || 'only name, level and time'}`,
    `- Written by: ${writtenBy(input, event)}`,
    `- In the model: <${input.hubUrl}?model=${info.id}&event=${event.id}>`,
    ...(event.attack.length === 0 ? [] : [`- MITRE ATT&CK: ${event.attack.join(', ')}`]),
    `- Query: \`kql/${fileNameOf(event)}.kql\``,
    `- Rule of Microsoft Sentinel: ${sentinelTooLong(model, event) === undefined ? `\`${ruleIdOf(info.id, event.id, 'sentinel')}\`` : `none, its query is too long (\`sentinel/${fileNameOf(event)}.not-made.txt\`)`}`,
    `- Rule of Azure Monitor: ${monitorTooLarge(model, event) === undefined ? `\`without-${ruleIdOf(info.id, event.id, 'monitor')}\`` : `none, it is too large (\`monitor/${fileNameOf(event)}.not-made.txt\`)`}`,
    `- Rule of Sigma: \`${ruleIdOf(info.id, event.id, event.threshold.kind === 'each' ? 'sigma' : 'sigma-correlation')}\``,
  ];
}

/** What to rule out first; nothing where nobody has written any. */
function falseAlarms({ falsePositives = [] }: SecurityEvent): readonly string[] {
  if (falsePositives.length === 0) return [];
  return ['What may be harmless:', '', ...bullets(falsePositives.map(markdownText)), ''];
}

function eventSection(input: OperationsInput, event: SecurityEvent, place: number): readonly string[] {
  return [
    `## ${place}. ${markdownText(event.title) || event.logName}`,
    '',
    `What it means: ${markdownText(event.meaning) || 'nobody has written that yet.'}`,
    '',
    ...falseAlarms(event),
    'What to do first:',
    '',
    ...numbered(event.firstResponse, 'Nobody has written that yet: ask the owner of the threat model.'),
    '',
    'What may happen by itself:',
    '',
    ...bullets(event.automaticResponse.map(markdownText)),
    '',
    'How it is known:',
    '',
    ...facts(input, event),
    '',
    ...threatsOf(input.model, event).flatMap((threat) => threatSection(input, threat)),
    ...reachSection(input, event),
  ];
}

function contents(events: readonly SecurityEvent[]): readonly string[] {
  if (events.length === 0) return ['No event is selected in the model yet.', ''];
  const rows = events.map((event, place) => [
    `${place + 1}`,
    markdownText(event.title) || event.logName,
    `\`${event.logName}\``,
    event.severity,
    event.firstResponse[0] === undefined ? '' : markdownText(event.firstResponse[0]),
  ]);
  const head = ['Section', 'Alert', 'Log name', 'Severity', 'First of all'];
  return [...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`), ''];
}

export function runbook(input: OperationsInput, events: readonly SecurityEvent[]): Artefact {
  const { info } = input.model;
  const lines = [
    `# Incident runbook: ${markdownText(info.name)}`,
    '',
    markdownText(info.description) || 'No description.',
    '',
    `For whoever has an alert of this system at hand. The threat model: <${input.hubUrl}?model=${info.id}>. An alert as JSON is resolved there: <${input.hubUrl}?model=${info.id}&tab=operations&show=alert>.`,
    '',
    ...contents(events),
    ...events.flatMap((event, place) => eventSection(input, event, place + 1)),
  ];
  return { path: 'runbook.md', content: `${lines.join('\n').trimEnd()}\n` };
}
