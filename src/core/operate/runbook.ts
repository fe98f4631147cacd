/** What people read: the incident runbook with the context of the model, and the audit requirements as a sheet. */
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import { placeName } from '../model/model-index';
import type { Threat } from '../model/threat';
import { thresholdWords } from '../model/threshold-words';
import type { Assessment, Factor } from '../risk/assess';
import type { Artefact } from './artefact';
import { ruleIdOf, threatsOf } from './artefact';
import { markdownText } from './escape';

export interface OperationsInput {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
  /** Address of the hub without query, so that a reader can open what is named. */
  readonly hubUrl: string;
}

const bullets = (texts: readonly string[]): readonly string[] =>
  texts.length === 0 ? ['- none'] : texts.map((text) => `- ${text}`);

const statusWords = { now: 'in place', planned: 'planned', none: 'missing' } as const;

function mitigationLine({ mitigation, effect, effective }: Factor): string {
  const task = effective.source.kind === 'work-item' ? `, work item ${effective.source.id}` : '';
  return `${markdownText(mitigation.title)} (${statusWords[effect]}${task})`;
}

/** Data flows that begin or end where the threat strikes: what an attacker reaches from there. */
function reached(model: Model, threat: Threat): readonly string[] {
  const { place } = threat;
  return [...model.flow.values()]
    .filter((flow) => {
      if (place.kind === 'flow') return flow.id === place.id;
      return place.kind === 'element' && (flow.source === place.id || flow.target === place.id);
    })
    .map((flow) => markdownText(placeName(model, { kind: 'flow', id: flow.id })));
}

function threatSection(
  { model, index, assessment, hubUrl }: OperationsInput,
  threat: Threat,
): readonly string[] {
  const risk = assessment.threats.get(threat.id);
  const stories = index.linksOfThreat(threat.id).map(({ story }) => `work item ${story}`);
  return [
    `### ${markdownText(threat.title)}`,
    '',
    `- Where: ${markdownText(placeName(model, threat.place))}`,
    `- Severity: ${risk?.severity ?? 'unknown'}, now ${risk?.currentName ?? 'unknown'}`,
    `- In the model: <${hubUrl}?model=${model.info.id}&threat=${threat.id}>`,
    '',
    'Mitigations:',
    '',
    ...bullets((risk?.factors ?? []).map(mitigationLine)),
    '',
    'Data flows from and to there:',
    '',
    ...bullets(reached(model, threat)),
    '',
    'Stories that it belongs to:',
    '',
    ...bullets([...new Set(stories)]),
    '',
  ];
}

function eventSection(input: OperationsInput, event: SecurityEvent): readonly string[] {
  const { model } = input;
  const steps = event.firstResponse.map((step, place) => `${place + 1}. ${markdownText(step)}`);
  return [
    `## ${markdownText(event.title) || event.logName}`,
    '',
    `- Log name: \`${event.logName}\` (${event.source})`,
    `- Alert: ${thresholdWords(event.threshold)}, severity ${event.severity}`,
    `- Rule of Microsoft Sentinel: \`${ruleIdOf(model.info.id, event.id, 'sentinel')}\``,
    '',
    `What it means: ${markdownText(event.meaning) || 'nobody has written that yet.'}`,
    '',
    'What to do first:',
    '',
    ...(steps.length > 0 ? steps : ['1. Nobody has written that yet: ask the owner of the threat model.']),
    '',
    'What may happen by itself:',
    '',
    ...bullets(event.automaticResponse.map(markdownText)),
    '',
    ...threatsOf(model, event).flatMap((threat) => threatSection(input, threat)),
  ];
}

export function runbook(input: OperationsInput, events: readonly SecurityEvent[]): Artefact {
  const { model } = input;
  const lines = [
    `# Incident runbook: ${markdownText(model.info.name)}`,
    '',
    markdownText(model.info.description) || 'No description.',
    '',
    ...events.flatMap((event) => eventSection(input, event)),
  ];
  return { path: 'runbook.md', content: `${lines.join('\n').trimEnd()}\n` };
}

export function auditSheet(input: OperationsInput, events: readonly SecurityEvent[]): Artefact {
  const rows = events.map((event) => {
    const fields = event.fields.map(({ name, sensitive }) => (sensitive ? `${name} (sensitive)` : name));
    const threats = threatsOf(input.model, event).map(({ title }) => markdownText(title));
    return [
      `\`${event.logName}\``,
      event.source,
      markdownText(event.raisedWhen),
      fields.join(', '),
      thresholdWords(event.threshold),
      threats.join('; '),
    ];
  });
  const head = ['Event', 'Raised by', 'Raised when', 'Fields', 'Alert', 'Threats'];
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const lines = [`# Audit requirements: ${markdownText(input.model.info.name)}`, '', ...table, ''];
  return { path: 'audit-requirements.md', content: lines.join('\n') };
}
