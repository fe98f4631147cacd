/** Sigma rules: one for each event, and a correlation where it takes several (specification 2.0). */
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { Artefact } from './artefact';
import { fileNameOf, homeIds, ruleIdOf, threatsOf } from './artefact';
import { oneLine } from './escape';
import { shortWindow } from './window';
import { yamlText } from './yaml-text';

/** Title of a Sigma rule: 256 characters at the most. */
const titleOf = (text: string): string => oneLine(text).slice(0, 250) || 'Event';
const productOf = (model: Model): string =>
  model.info.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'application';

function describe(model: Model, event: SecurityEvent): string {
  const threats = threatsOf(model, event).map(({ title }) => oneLine(title));
  return [oneLine(event.meaning), oneLine(event.raisedWhen), ...threats.map((title) => `Threat: ${title}`)]
    .filter((text) => text !== '')
    .join('\n');
}

function tagsOf(model: Model, event: SecurityEvent): readonly string[] {
  const { WithoutModel, WithoutEvent } = homeIds(model, event);
  return [
    ...event.attack.map((id) => `attack.${id.toLowerCase()}`),
    `tm.model.${WithoutModel}`,
    `tm.event.${WithoutEvent}`,
    ...threatsOf(model, event).map(({ id }) => `tm.threat.${id}`),
  ].filter((tag, place, all) => all.indexOf(tag) === place);
}

function selectionOf({ logName, selection = [] }: SecurityEvent, of: string): object {
  if (of !== logName || selection.length === 0) return { event: of };
  return Object.fromEntries(selection.map(({ field, values }) => [field, values]));
}

function baseRule(model: Model, event: SecurityEvent, logName: string, id: string): object {
  return {
    title: titleOf(logName === event.logName ? event.title : `${event.title}: ${logName}`),
    id,
    name: `${logName.toLowerCase()}_${id.slice(0, 8)}`,
    status: 'experimental',
    description: describe(model, event),
    tags: tagsOf(model, event),
    logsource: { product: productOf(model), category: event.source },
    detection: { selection: selectionOf(event, logName), condition: 'selection' },
    ...(event.fields.length > 0 ? { fields: [...new Set(event.fields.map(({ name }) => name))] } : {}),
    // A rule that only feeds a correlation raises no alert of its own.
    level: event.threshold.kind === 'each' ? event.severity : 'informational',
  };
}

/** The correlation of a threshold; an event that is an alert each time has none. */
function correlation(model: Model, event: SecurityEvent, rules: readonly string[]): object | undefined {
  const { threshold } = event;
  if (threshold.kind === 'each') return undefined;
  const types = { count: 'event_count', distinct: 'value_count', sequence: 'temporal_ordered' } as const;
  const condition =
    threshold.kind === 'count'
      ? { condition: { gte: threshold.count } }
      : threshold.kind === 'distinct'
        ? { condition: { gte: threshold.count, field: threshold.field } }
        : {};
  return {
    title: titleOf(`${event.title} (alert)`),
    id: ruleIdOf(model.info.id, event.id, 'sigma-correlation'),
    status: 'experimental',
    description: describe(model, event),
    tags: tagsOf(model, event),
    correlation: {
      type: types[threshold.kind],
      rules,
      'group-by': [...new Set(threshold.groupBy)],
      timespan: shortWindow(threshold.window),
      ...condition,
    },
    level: event.severity,
  };
}

export function sigmaOf(model: Model, event: SecurityEvent): readonly Artefact[] {
  const first = ruleIdOf(model.info.id, event.id, 'sigma');
  const next = ruleIdOf(model.info.id, event.id, 'sigma-next');
  const file = (name: string, value: object): Artefact => ({
    path: `sigma/${fileNameOf(event)}${name}.yml`,
    content: yamlText(value),
  });
  const files = [file('', baseRule(model, event, event.logName, first))];
  const { threshold } = event;
  const isSequence = threshold.kind === 'sequence' && threshold.then !== event.logName;
  if (isSequence) files.push(file('-next', baseRule(model, event, threshold.then, next)));
  const together = correlation(model, event, isSequence ? [first, next] : [first]);
  if (together) files.push(file('-alert', together));
  return files;
}
