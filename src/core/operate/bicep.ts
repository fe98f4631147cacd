/** Azure Monitor: scheduled query alerts in one Bicep file. */
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { Artefact } from './artefact';
import { fileNameOf, homeIds, ruleIdOf, threatsOf } from './artefact';
import { bicepText, oneLine } from './escape';
import { kqlOf } from './kql';
import { monitorRun, seesWindow } from './window';

/**
 * 0 is the gravest, 4 the least (learn.microsoft.com/azure/templates/microsoft.insights/scheduledqueryrules); 0 is left
 * to those who know what is down.
 */
const severities = { informational: 4, low: 3, medium: 2, high: 1 } as const;

function rule(model: Model, event: SecurityEvent): readonly string[] {
  const id = ruleIdOf(model.info.id, event.id, 'monitor');
  const run = monitorRun(event.threshold);
  const note = seesWindow(event.threshold, run)
    ? []
    : [
        '// Azure Monitor looks back two days at most: the rule of Sentinel watches the whole window of this one.',
      ];
  const threats = threatsOf(model, event).map(({ title }) => oneLine(title));
  const text = [oneLine(event.meaning), ...threats].filter((each) => each !== '').join(' | ');
  const properties = Object.entries(homeIds(model, event)).map(
    ([name, value]) => `        ${name}: ${bicepText(value)}`,
  );
  return [
    ...note,
    `resource alert_${id.replace(/-/g, '')} 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {`,
    `  name: ${bicepText(`without-${id}`)}`,
    '  location: location',
    '  properties: {',
    `    displayName: ${bicepText(oneLine(event.title).slice(0, 200) || event.logName)}`,
    `    description: ${bicepText(text.slice(0, 1000))}`,
    `    severity: ${severities[event.severity]}`,
    '    enabled: true',
    '    scopes: [',
    '      workspaceId',
    '    ]',
    `    evaluationFrequency: ${bicepText(run.every)}`,
    `    windowSize: ${bicepText(run.back)}`,
    '    criteria: {',
    '      allOf: [',
    '        {',
    `          query: ${bicepText(kqlOf(model, event, run))}`,
    "          timeAggregation: 'Count'",
    "          operator: 'GreaterThan'",
    '          threshold: 0',
    '        }',
    '      ]',
    '    }',
    '    actions: {',
    '      actionGroups: actionGroupIds',
    '      customProperties: {',
    ...properties,
    '      }',
    '    }',
    '  }',
    '}',
    '',
  ];
}

/**
 * All properties of a rule together, in bytes (learn.microsoft.com/azure/azure-monitor/service-limits, Alerts: 64 KB).
 */
const largestRule = 64_000;

/** The size of a rule that Azure Monitor would refuse, in bytes of UTF-8, at most a few too many. */
export function monitorTooLarge(model: Model, event: SecurityEvent): number | undefined {
  const bytes = rule(model, event)
    .join('\n')
    .replace(/[\u0080-\uffff]/g, '***').length;
  return bytes > largestRule ? bytes : undefined;
}

export function monitorNotMade(model: Model, event: SecurityEvent): readonly Artefact[] {
  const bytes = monitorTooLarge(model, event);
  if (bytes === undefined) return [];
  const content =
    `No rule is made of “${oneLine(event.title)}”: its properties would have ${bytes} bytes, and Azure Monitor takes ` +
    `${largestRule}.\nAsk for fewer values in the selection of the event, or save kql/${fileNameOf(event)}.kql ` +
    'as a function of the workspace and make a rule by hand that calls it.\n';
  return [{ path: `monitor/${fileNameOf(event)}.not-made.txt`, content }];
}

/**
 * The file of all rules. Names are `without-` and a UUID: 1 to 260 characters, none of `*<>%{}&:\\?/#`, no blank or full
 * stop at the end (learn.microsoft.com/azure/templates/microsoft.insights/scheduledqueryrules).
 */
export function monitorBicep(model: Model, events: readonly SecurityEvent[]): Artefact {
  const head = [
    "@description('Region of the alert rules')",
    'param location string = resourceGroup().location',
    "@description('Resource id of the Log Analytics workspace')",
    'param workspaceId string',
    "@description('Resource ids of the action groups that are told')",
    'param actionGroupIds array = []',
    '',
  ];
  const made = events
    .filter((event) => monitorTooLarge(model, event) === undefined)
    .flatMap((event) => rule(model, event));
  return {
    path: 'monitor/alerts.bicep',
    content: [...head, ...made].join('\n'),
  };
}
