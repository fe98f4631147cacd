/** Microsoft Sentinel: scheduled analytics rules, as YAML for a repository and as one ARM template to deploy. */
import type { EventField, SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { Artefact } from './artefact';
import { fileNameOf, homeIds, ruleIdOf, threatsOf } from './artefact';
import { oneLine } from './escape';
import { entityColumns, kqlOf } from './kql';
import { techniquesOf } from './tactics';
import { sentinelRun, shortWindow } from './window';
import { yamlText } from './yaml-text';

const severities = { informational: 'Informational', low: 'Low', medium: 'Medium', high: 'High' } as const;
/** What of an entity a column holds. */
const identifiers: Readonly<Record<NonNullable<EventField['entity']>, string>> = {
  Account: 'Name',
  IP: 'Address',
  Host: 'HostName',
  Url: 'Url',
  AzureResource: 'ResourceId',
  CloudApplication: 'Name',
  File: 'Name',
};
type Entity = NonNullable<EventField['entity']>;
/** Sentinel's own name of an entity (EntityMappingType of its API). */
const entityType = (entity: Entity): string => (entity === 'Url' ? 'URL' : entity);
/** Its ScheduledAlertRuleProperties: github.com/Azure/azure-rest-api-specs, securityinsights, AlertRules.json. */
const apiVersion = '2023-11-01';

function describe(model: Model, event: SecurityEvent): string {
  const threats = threatsOf(model, event).map(({ title }) => oneLine(title));
  const first = event.firstResponse.map((step, place) => `${place + 1}. ${oneLine(step)}`);
  // An incident takes 5,000 characters of it (learn.microsoft.com/azure/sentinel/sentinel-service-limits).
  return [oneLine(event.meaning), ...threats.map((title) => `Threat: ${title}`), ...first]
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, 4900);
}

/** At most ten mappings are taken (learn.microsoft.com/azure/sentinel/sentinel-service-limits). */
function mappings(event: SecurityEvent) {
  return entityColumns(event)
    .slice(0, 10)
    .map(({ name, entity }) => ({
      entityType: entityType(entity),
      fieldMappings: [{ identifier: identifiers[entity], columnName: name }],
    }));
}

function customDetails(model: Model, event: SecurityEvent): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(homeIds(model, event)).map((name) => [name, name]));
}

/** Names of alerts are cut after 256 bytes (learn.microsoft.com/azure/sentinel/sentinel-service-limits). */
const nameOf = (event: SecurityEvent): string => oneLine(event.title).slice(0, 256) || event.logName;

/** A query has so many characters at most (learn.microsoft.com/azure/sentinel/scheduled-rules-overview). */
const longestQuery = 10_000;

const queryOf = (model: Model, event: SecurityEvent): string =>
  kqlOf(model, event, sentinelRun(event.threshold));

/**
 * The length of a query that Microsoft Sentinel would refuse. Only a platform's event with very many values to look for
 * comes here: what else a query holds is bounded.
 */
export function sentinelTooLong(model: Model, event: SecurityEvent): number | undefined {
  const { length } = queryOf(model, event);
  return length > longestQuery ? length : undefined;
}

function tooLong(event: SecurityEvent, length: number): Artefact {
  const content =
    `No rule is made of “${oneLine(event.title)}”: its query would have ${length} characters, and Microsoft Sentinel ` +
    `takes ${longestQuery}.\nAsk for fewer values in the selection of the event, or save kql/${fileNameOf(event)}.kql ` +
    'as a function of the workspace and make a rule by hand that calls it.\n';
  return { path: `sentinel/${fileNameOf(event)}.not-made.txt`, content };
}

export function sentinelYaml(model: Model, event: SecurityEvent): Artefact {
  const { tactics } = techniquesOf(event.attack);
  const run = sentinelRun(event.threshold);
  const found = mappings(event);
  const query = queryOf(model, event);
  if (query.length > longestQuery) return tooLong(event, query.length);
  return {
    path: `sentinel/${fileNameOf(event)}.yaml`,
    content: yamlText({
      id: ruleIdOf(model.info.id, event.id, 'sentinel'),
      name: nameOf(event),
      description: describe(model, event),
      severity: severities[event.severity],
      requiredDataConnectors: [],
      queryFrequency: shortWindow(run.every),
      queryPeriod: shortWindow(run.back),
      triggerOperator: 'gt',
      triggerThreshold: 0,
      tactics,
      relevantTechniques: techniquesOf(event.attack).techniques,
      query,
      ...(found.length > 0 ? { entityMappings: found } : {}),
      customDetails: customDetails(model, event),
      version: '1.0.0',
      kind: 'Scheduled',
    }),
  };
}

function armRule(model: Model, event: SecurityEvent): object {
  const found = mappings(event);
  const run = sentinelRun(event.threshold);
  return {
    type: 'Microsoft.SecurityInsights/alertRules',
    apiVersion,
    scope: "[concat('Microsoft.OperationalInsights/workspaces/', parameters('workspace'))]",
    name: ruleIdOf(model.info.id, event.id, 'sentinel'),
    kind: 'Scheduled',
    properties: {
      displayName: armText(nameOf(event)),
      description: armText(describe(model, event)),
      enabled: true,
      query: armText(queryOf(model, event)),
      queryFrequency: run.every,
      queryPeriod: run.back,
      severity: severities[event.severity],
      triggerOperator: 'GreaterThan',
      triggerThreshold: 0,
      suppressionEnabled: false,
      suppressionDuration: 'PT1H',
      ...techniquesOf(event.attack),
      ...(found.length > 0 ? { entityMappings: found } : {}),
      customDetails: customDetails(model, event),
    },
  };
}

/**
 * A text in brackets would be taken for an expression of the template: a second bracket says that it is none. One that
 * only begins with a bracket stays as it is (learn.microsoft.com/azure/azure-resource-manager/templates/
 * template-expressions, Escape characters).
 */
function armText(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}

export function sentinelArm(model: Model, events: readonly SecurityEvent[]): Artefact {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { workspace: { type: 'string', metadata: { description: 'Name of the workspace' } } },
    resources: events
      .filter((event) => sentinelTooLong(model, event) === undefined)
      .map((event) => armRule(model, event)),
  };
  return { path: 'sentinel/azuredeploy.json', content: `${JSON.stringify(template, null, 2)}\n` };
}
