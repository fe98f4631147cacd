/** A generated file, and the ids by which an alert finds its way home to the model. */
import { v5 } from 'uuid';
import type { EventId, ModelId, ThreatId } from '../model/ids';
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';

/** Path with forward slashes, content as text with a line feed at its end. The same model gives the same bytes. */
export interface Artefact {
  readonly path: string;
  readonly content: string;
}

/** The namespace of all our rule ids (UUIDv5, RFC 9562): never to be changed, rules in use carry ids made with it. */
const namespace = '5d6c1b5e-6d0f-5c39-9a57-0c1f4f7e2b11';

/** The id of a rule: the same for the same model, event and kind of rule, whatever their texts say. */
export function ruleIdOf(model: ModelId, event: EventId, kind: string): string {
  return v5(`${model}/${event}/${kind}`, namespace);
}

/** The id of a model's log contract: the same whatever events it holds. */
export function contractIdOf(model: ModelId): string {
  return v5(`${model}/log-contract`, namespace);
}

/** Short, unlike any name of another product, and fit for every language here: how a rule names what it belongs to. */
export interface HomeIds {
  readonly WithoutModel: ModelId;
  readonly WithoutEvent: EventId;
  readonly WithoutThreats: string;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * As many threats as an alert names: all custom details of a rule of Microsoft Sentinel together hold 2 kB
 * (learn.microsoft.com/azure/sentinel/sentinel-service-limits). The event leads to all of them.
 */
const threatsNamed = 40;

export function homeIds(model: Model, event: SecurityEvent): HomeIds {
  return {
    WithoutModel: model.info.id,
    WithoutEvent: event.id,
    WithoutThreats: threatsOf(model, event)
      .map(({ id }) => id)
      .sort(byText)
      .slice(0, threatsNamed)
      .join(' '),
  };
}

/** The threats of the event that the model still holds, in the order of their ids. */
export function threatsOf(model: Model, event: SecurityEvent) {
  return [...new Set<ThreatId>(event.threats)]
    .flatMap((id) => model.threat.get(id) ?? [])
    .sort((a, b) => byText(a.id, b.id));
}

/** Events that somebody selected, in the order of their names and ids. */
export function selectedEvents(model: Model): readonly SecurityEvent[] {
  return [...model.event.values()]
    .filter(({ choice }) => choice === 'selected')
    .sort((a, b) => byText(a.logName, b.logName) || byText(a.id, b.id));
}

/** A file name for an event: readable, and unlike that of any other event, even where ids begin alike. */
export function fileNameOf(event: SecurityEvent): string {
  return `${event.logName.toLowerCase().slice(0, 60)}-${v5(event.id, namespace).slice(0, 8)}`;
}
