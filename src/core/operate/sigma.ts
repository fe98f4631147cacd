/** Sigma rules: one for each event, and a correlation where it takes several (specification 2.0). */
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { Artefact } from './artefact';
import { fileNameOf, homeIds, ruleIdOf, threatsOf } from './artefact';
import { oneLine } from './escape';
import { platformTable } from './kql';
import { techniquesOf } from './tactics';
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

/** CredentialAccess -> credential-access, as Sigma writes the tactics of ATT&CK. */
const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

function tagsOf(model: Model, event: SecurityEvent): readonly string[] {
  const { WithoutModel, WithoutEvent } = homeIds(model, event);
  return [
    ...techniquesOf(event.attack).tactics.map((name) => `attack.${kebab(name)}`),
    ...event.attack.map((id) => `attack.${id.toLowerCase()}`),
    `tm.model.${WithoutModel}`,
    `tm.event.${WithoutEvent}`,
    ...threatsOf(model, event).map(({ id }) => `tm.threat.${id}`),
  ].filter((tag, place, all) => all.indexOf(tag) === place);
}

function selectionOf({ source, logName, selection = [] }: SecurityEvent, of: string): object {
  if (of !== logName || selection.length === 0)
    return source === 'application' ? { event: of } : { OperationName: of };
  return Object.fromEntries(selection.map(({ field, values }) => [field, values]));
}

/** Services under which Sigma's own rules know tables of Azure; any other table is a service by its name. */
const services: Readonly<Record<string, string>> = {
  AzureActivity: 'activitylogs',
  AuditLogs: 'auditlogs',
  SigninLogs: 'signinlogs',
};

function logsourceOf(model: Model, { source, table = platformTable }: SecurityEvent): object {
  if (source === 'platform')
    return {
      product: 'azure',
      service: services[table] ?? table.toLowerCase(),
      definition: `Rows of the table ${table}; fields are its columns.`,
    };
  return {
    product: productOf(model),
    category: source,
    definition: 'Entries of the log contract; the field event holds their name.',
  };
}

/** Where the event stands in the model: what it means, and what to do. */
const eventPage = ({ info }: Model, { id }: SecurityEvent, hubUrl: string): string =>
  `${hubUrl}?model=${info.id}&event=${id}`;

/** What may be harmless: each once, and of two letters or more, as the specification wants it. */
function falsePositivesOf({ falsePositives = [] }: SecurityEvent): object {
  const texts = [...new Set(falsePositives.map(oneLine))].filter((text) => text.length >= 2);
  return texts.length > 0 ? { falsepositives: texts } : {};
}

interface Rule {
  readonly model: Model;
  readonly event: SecurityEvent;
  readonly hubUrl: string;
}

function baseRule({ model, event, hubUrl }: Rule, logName: string, id: string): object {
  return {
    title: titleOf(logName === event.logName ? event.title : `${event.title}: ${logName}`),
    id,
    name: `${logName.toLowerCase()}_${id.slice(0, 8)}`,
    status: 'experimental',
    description: describe(model, event),
    references: [eventPage(model, event, hubUrl)],
    tags: tagsOf(model, event),
    logsource: logsourceOf(model, event),
    detection: { selection: selectionOf(event, logName), condition: 'selection' },
    ...(event.fields.length > 0 ? { fields: [...new Set(event.fields.map(({ name }) => name))] } : {}),
    ...falsePositivesOf(event),
    // A rule that only feeds a correlation raises no alert of its own.
    level: event.threshold.kind === 'each' ? event.severity : 'informational',
  };
}

/** The correlation of a threshold; an event that is an alert each time has none. */
function correlation({ model, event, hubUrl }: Rule, rules: readonly string[]): object | undefined {
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
    references: [eventPage(model, event, hubUrl)],
    tags: tagsOf(model, event),
    correlation: {
      type: types[threshold.kind],
      rules,
      'group-by': [...new Set(threshold.groupBy)],
      timespan: shortWindow(threshold.window),
      ...condition,
    },
    ...falsePositivesOf(event),
    level: event.severity,
  };
}

export function sigmaOf(model: Model, event: SecurityEvent, hubUrl: string): readonly Artefact[] {
  const rule: Rule = { model, event, hubUrl };
  const first = ruleIdOf(model.info.id, event.id, 'sigma');
  const next = ruleIdOf(model.info.id, event.id, 'sigma-next');
  const file = (name: string, value: object): Artefact => ({
    path: `sigma/${fileNameOf(event)}${name}.yml`,
    content: yamlText(value),
  });
  const files = [file('', baseRule(rule, event.logName, first))];
  const { threshold } = event;
  const isSequence = threshold.kind === 'sequence' && threshold.then !== event.logName;
  if (isSequence) files.push(file('-next', baseRule(rule, threshold.then, next)));
  const together = correlation(rule, isSequence ? [first, next] : [first]);
  if (together) files.push(file('-alert', together));
  return files;
}
