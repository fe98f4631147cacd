/**
 * What was learnt from an incident, as a proposal to those who keep the knowledge base: an overlay of the knowledge
 * schema that adds the lesson as a mitigation, links it to the entries that the threats came from, and adds the events
 * that people wrote by hand.
 */
import type { SecurityEvent, Threshold } from '../model/event';
import type { Incident } from '../model/incident';
import type { Model } from '../model/model';
import type { Artefact } from './artefact';
import { oneLine } from './escape';

/** Ids of the knowledge schema: lower case, digits and hyphens. */
const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

const levels = { info: 'INFO', warning: 'WARN', error: 'ERROR', critical: 'CRITICAL' } as const;

function thresholdOf(threshold: Threshold): object {
  if (threshold.kind !== 'distinct') return threshold;
  const { field, ...rest } = threshold;
  return { ...rest, distinctField: field };
}

function eventEntry(event: SecurityEvent): { readonly id: string; readonly [name: string]: unknown } {
  return {
    id: idOf(event.logName) || `event-${event.id.slice(0, 8)}`,
    name: oneLine(event.title),
    source: event.source,
    raisedWhen: event.raisedWhen,
    logName: event.logName,
    logLevel: levels[event.level],
    fields: event.fields,
    threshold: thresholdOf(event.threshold),
    severity: event.severity,
    ...(event.falsePositives?.length ? { falsePositives: event.falsePositives.slice(0, 20) } : {}),
    response: { meaning: event.meaning, first: event.firstResponse, automatic: event.automaticResponse },
    maps: { attack: event.attack },
  };
}

/** The names of knowledge entries that the threats of the incident were made from, `package:entry`, each once. */
function sourcesOf(model: Model, { threats }: Incident): readonly string[] {
  const names = threats.flatMap((id) => {
    const origin = model.threat.get(id)?.origin;
    return origin?.kind === 'rule' ? [`${origin.package}:${origin.entry}`] : [];
  });
  return [...new Set(names)].sort();
}

/** The id of the mitigation that the lesson becomes: the same for one incident, whatever is written in it. */
export const lessonId = ({ id }: Pick<Incident, 'id'>): string => `lesson-${id}`;

/** Threats that people wrote come from no package: then the lesson is for the one that everybody has. */
function targetsOf(sources: readonly string[]): readonly string[] {
  const packages = [...new Set(sources.map((name) => name.split(':')[0] ?? ''))];
  return packages.length > 0 ? packages : ['without.core'];
}

/** As many as one proposal carries. */
const mostEvents = 20;

/** The overlay as a file; undefined while nobody has written a lesson. */
export function lessonProposal(model: Model, incident: Incident): Artefact | undefined {
  const { lesson } = incident;
  if (lesson === undefined) return undefined;
  const id = lessonId(incident);
  const because = oneLine(
    `Incident “${incident.title}” of ${incident.at.slice(0, 10)}: ${incident.found}`,
  ).slice(0, 500);
  const sources = sourcesOf(model, incident);
  const byHand = incident.events
    .flatMap((event) => model.event.get(event) ?? [])
    .filter(({ origin }) => origin.kind === 'person')
    .slice(0, mostEvents)
    .map(eventEntry);
  const overlay = {
    kbSchema: 1,
    kind: 'overlay',
    id: `proposal.${id}`,
    version: '0.1.0',
    name: oneLine(`Lesson: ${incident.title}`),
    licence: 'LicenseRef-internal',
    targets: targetsOf(sources).map((target) => ({ id: target, range: '*' })),
    ops: [
      {
        op: 'add',
        type: 'mitigation',
        value: {
          id,
          name: oneLine(lesson.split(/(?<=[.!?])\s/)[0] ?? lesson).slice(0, 120),
          controlType: 'preventive',
          description: lesson,
          ...(byHand.length > 0 ? { events: byHand.map((event) => event.id) } : {}),
        },
        because,
      },
      ...sources.map((threat) => ({
        op: 'link',
        threat,
        mitigation: `proposal.${id}:${id}`,
        strength: 'average',
        because,
      })),
      ...byHand.map((event) => ({ op: 'add', type: 'event', value: event, because })),
    ],
  };
  return { path: `${id}.json`, content: `${JSON.stringify(overlay, null, 2)}\n` };
}
