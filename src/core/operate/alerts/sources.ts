/**
 * The forms in which alerts arrive, each known by its content: Azure Monitor's common alert schema, an incident or an
 * alert of Microsoft Sentinel (REST, Logic App trigger, SecurityAlert table), a SARIF log or one result of it, and a work
 * item (REST or service hook).
 */
import { textHash } from '../../model/text-hash';
import type { AlertSource } from '../../model/incident';
import { instantOf, isRecord, listAt, recordAt, textAt } from './walk-json';
import type { Json } from './walk-json';

/** An alert before its texts and ids are gathered: `whole` is what they are gathered from. */
export interface Found {
  readonly source: AlertSource;
  readonly key: string;
  readonly title: string;
  readonly fired: string | undefined;
  readonly isFiring: boolean;
  readonly workItems: readonly number[];
  readonly whole: unknown;
}

type Reader = (value: Json) => readonly Found[] | undefined;

/** Ids of services are long and of any form: what is kept is short. */
const keyed = (source: AlertSource, id: string): string =>
  `${source}:${id.length > 0 && id.length <= 200 ? id : textHash(id)}`;
const ofNothing = (value: Json): string => textHash(JSON.stringify(value));

const azureMonitor: Reader = (value) => {
  if (textAt(value, 'schemaId') !== 'azureMonitorCommonAlertSchema') return undefined;
  const essentials = recordAt(recordAt(value, 'data'), 'essentials');
  const fired = instantOf(textAt(essentials, 'firedDateTime'));
  // One alert that fires again keeps its id and gets another time.
  const id = textAt(essentials, 'originAlertId', 'alertId');
  return [
    {
      source: 'azure-monitor',
      key: keyed('azure-monitor', id ? `${id}@${fired ?? ''}` : ofNothing(value)),
      title: textAt(essentials, 'alertRule', 'description'),
      fired,
      isFiring: textAt(essentials, 'monitorCondition') !== 'Resolved',
      workItems: [],
      whole: value,
    },
  ];
};

function incidentOf(value: Json, properties: Json): Found {
  const id = textAt(value, 'id', 'name') || textAt(properties, 'incidentNumber');
  return {
    source: 'sentinel',
    key: keyed('sentinel', id || ofNothing(value)),
    title: textAt(properties, 'title'),
    fired: instantOf(textAt(properties, 'firstActivityTimeUtc', 'createdTimeUtc')),
    isFiring: textAt(properties, 'status') !== 'Closed',
    workItems: [],
    whole: value,
  };
}

const sentinel: Reader = (value) => {
  const object = recordAt(value, 'object');
  const inner = recordAt(object, 'properties');
  if ('incidentNumber' in inner || 'incidentUrl' in inner) return [incidentOf(object, inner)];
  const properties = recordAt(value, 'properties');
  if ('incidentNumber' in properties || 'incidentUrl' in properties) return [incidentOf(value, properties)];
  if (!('SystemAlertId' in value)) return undefined;
  return [
    {
      source: 'sentinel',
      key: keyed('sentinel', textAt(value, 'SystemAlertId') || ofNothing(value)),
      title: textAt(value, 'AlertName', 'DisplayName'),
      fired: instantOf(textAt(value, 'StartTime', 'TimeGenerated')),
      isFiring: true,
      workItems: [],
      whole: value,
    },
  ];
};

const messageOf = (value: Json): string => textAt(recordAt(value, 'message'), 'text', 'markdown');

function ruleOf(run: Json, result: Json): Json {
  const rules = listAt(recordAt(recordAt(run, 'tool'), 'driver'), 'rules');
  const place = Number(textAt(result, 'ruleIndex') || textAt(recordAt(result, 'rule'), 'index') || 'x');
  const byPlace = Number.isInteger(place) ? rules[place] : undefined;
  const id = textAt(result, 'ruleId') || textAt(recordAt(result, 'rule'), 'id');
  const found = byPlace ?? rules.find((rule) => isRecord(rule) && textAt(rule, 'id') === id);
  return isRecord(found) ? found : {};
}

function resultOf(result: Json, rule: Json): Found {
  const prints = { ...recordAt(result, 'partialFingerprints'), ...recordAt(result, 'fingerprints') };
  const print = Object.entries(prints)
    .map(([name, text]) => `${name}=${String(text)}`)
    .sort()
    .join('&');
  const place = JSON.stringify(listAt(result, 'locations').slice(0, 1));
  const said = `${textAt(result, 'ruleId')}|${messageOf(result)}|${place}`;
  return {
    source: 'sarif',
    key: keyed('sarif', textAt(result, 'guid', 'correlationGuid') || print || textHash(said)),
    title:
      textAt(recordAt(rule, 'shortDescription'), 'text') || textAt(rule, 'name') || textAt(result, 'ruleId'),
    fired: instantOf(textAt(recordAt(result, 'provenance'), 'lastDetectionTimeUtc', 'firstDetectionTimeUtc')),
    // A suppressed result is one that somebody looked at.
    isFiring: listAt(result, 'suppressions').length === 0 && textAt(result, 'baselineState') !== 'absent',
    workItems: [],
    whole: [result, rule],
  };
}

const sarif: Reader = (value) => {
  if (Array.isArray(value['runs'])) {
    return listAt(value, 'runs')
      .filter(isRecord)
      .flatMap((run) =>
        listAt(run, 'results')
          .filter(isRecord)
          .map((result) => resultOf(result, ruleOf(run, result))),
      );
  }
  const isResult = messageOf(value) !== '' && (textAt(value, 'ruleId') !== '' || 'locations' in value);
  return isResult ? [resultOf(value, recordAt(value, 'rule'))] : undefined;
};

const number = (text: string): readonly number[] => {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? [value] : [];
};

const workItem: Reader = (value) => {
  const resource = recordAt(value, 'resource');
  const revision = recordAt(resource, 'revision');
  const item = [revision, resource, value].find((each) => 'System.WorkItemType' in recordAt(each, 'fields'));
  if (!item) return undefined;
  const fields = recordAt(item, 'fields');
  const own = number(textAt(item, 'id') || textAt(resource, 'workItemId'));
  const linked = listAt(item, 'relations')
    .filter(isRecord)
    .flatMap((relation) =>
      number(/\/workItems\/(\d{1,15})$/i.exec(textAt(relation, 'url').slice(-200))?.[1] ?? ''),
    );
  return [
    {
      source: 'work-item',
      key: keyed('work-item', own[0] === undefined ? ofNothing(value) : String(own[0])),
      title: textAt(fields, 'System.Title'),
      fired: instantOf(textAt(fields, 'System.CreatedDate')),
      isFiring: !/^(?:Closed|Done|Resolved|Removed)$/.test(textAt(fields, 'System.State')),
      workItems: [...new Set([...own, ...number(textAt(fields, 'System.Parent')), ...linked])].slice(0, 100),
      whole: item,
    },
  ];
};

const readers: readonly Reader[] = [azureMonitor, sentinel, workItem, sarif];

/** The alerts that a value is; undefined when it is none that we know. */
export function findAlerts(value: unknown): readonly Found[] | undefined {
  if (!isRecord(value)) return undefined;
  for (const read of readers) {
    const found = read(value);
    if (found) return found;
  }
  return undefined;
}
