/** An event as a query in the Kusto Query Language: rows come out when it is an alert. */
import { countedFields } from '../model/event';
import type { EventField, SecurityEvent, Threshold } from '../model/event';
import type { Model } from '../model/model';
import { homeIds } from './artefact';
import { commentText, kqlText } from './escape';
import { secondsOf, shortWindow } from './window';
import type { Run } from './window';

/** Where Application Insights keeps custom events of a workspace: name in Name, the rest in Properties. */
export const applicationTable = 'AppEvents';

/** Where a platform's event is looked for when nobody says where. */
export const platformTable = 'AzureDiagnostics';

const column = (name: string): string => `['${name}']`;
const columns = (names: readonly string[]): string => names.map(column).join(', ');

/** The rows of the event itself, or of the one by that name which follows it. */
function rowsOf({ source, table, logName, selection }: SecurityEvent, next = logName): readonly string[] {
  if (source === 'application') return [table ?? applicationTable, `| where Name == ${kqlText(next)}`];
  const from = table ?? platformTable;
  if (next !== logName || selection === undefined || selection.length === 0)
    return [from, `| where OperationName == ${kqlText(next)}`];
  return [
    from,
    ...selection.map(
      ({ field, values }) => `| where ${column(field)} in (${values.map(kqlText).join(', ')})`,
    ),
  ];
}

const casts: Readonly<Record<NonNullable<EventField['type']>, string>> = {
  string: 'tostring',
  number: 'todouble',
  boolean: 'tobool',
  'date-time': 'todatetime',
};

/** The fields that a threshold needs besides those of the event. */
function fieldsOf(event: SecurityEvent): readonly Pick<EventField, 'name' | 'type' | 'entity'>[] {
  const named = new Map<string, Pick<EventField, 'name' | 'type' | 'entity'>>();
  for (const field of event.fields) named.set(field.name, field);
  for (const name of countedFields(event.threshold)) if (!named.has(name)) named.set(name, { name });
  return [...named.values()];
}

/**
 * What the columns of a rule may take, in characters. A query of Microsoft Sentinel has 10,000 at most
 * (learn.microsoft.com/azure/sentinel/scheduled-rules-overview), and a sequence names its columns twice.
 */
const columnBudget = 3500;

/** The columns of the event's own fields; in a rule those first that it groups by or names to an analyst. */
function extend(event: SecurityEvent, run: Run | undefined): readonly string[] {
  if (event.source === 'platform') return [];
  const needed = new Set(countedFields(event.threshold));
  const rank = (field: Pick<EventField, 'name' | 'entity'>): number =>
    needed.has(field.name) ? 0 : field.entity === undefined ? 2 : 1;
  const fields = fieldsOf(event);
  const lines = (run ? [...fields].sort((a, b) => rank(a) - rank(b)) : fields).map(
    ({ name, type }) => `| extend ${column(name)} = ${casts[type ?? 'string']}(Properties[${kqlText(name)}])`,
  );
  if (!run) return lines;
  let left = columnBudget;
  return lines.filter(({ length }) => (left -= length + 1) >= 0);
}

const aggregated = 'WithoutCount';

/**
 * A rule that looks back exactly one window counts what it sees; anything else counts by windows of the clock. A rule
 * with such windows would see two halves of them each time, and miss what lies across.
 */
function counted(
  { source, table }: SecurityEvent,
  threshold: Extract<Threshold, { kind: 'count' | 'distinct' }>,
  run: Run | undefined,
): readonly string[] {
  // Application Insights samples: a row may stand for several events, and says for how many
  // (learn.microsoft.com/azure/azure-monitor/reference/tables/appevents).
  const isSampled = source === 'application' && (table ?? applicationTable) === applicationTable;
  const counting = isSampled ? 'sum(ItemCount)' : 'count()';
  const what = threshold.kind === 'count' ? counting : `dcount(${column(threshold.field)})`;
  const isOne = run !== undefined && secondsOf(run.back) === secondsOf(threshold.window);
  const bin = isOne ? [] : [`WithoutWindow = bin(TimeGenerated, ${shortWindow(threshold.window)})`];
  const keys = [...bin, ...threshold.groupBy.map(column)];
  const by = keys.length > 0 ? ` by ${keys.join(', ')}` : '';
  return [
    `| summarize ${aggregated} = ${what}, TimeGenerated = max(TimeGenerated)${by}`,
    `| where ${aggregated} >= ${threshold.count}`,
  ];
}

function sequence(
  event: SecurityEvent,
  threshold: Extract<Threshold, { kind: 'sequence' }>,
  run: Run | undefined,
): readonly string[] {
  const keys = threshold.groupBy.length > 0 ? columns(threshold.groupBy) : 'WithoutAll';
  const all = threshold.groupBy.length > 0 ? [] : ['| extend WithoutAll = true'];
  const nested = [
    ...rowsOf(event, threshold.then),
    ...extend(event, run),
    ...all,
    `| project WithoutNext = TimeGenerated, ${keys}`,
  ];
  return [
    ...all,
    '| join kind=inner (',
    ...nested.map((line) => `    ${line}`),
    `  ) on ${keys}`,
    `| where WithoutNext between (TimeGenerated .. (TimeGenerated + ${shortWindow(threshold.window)}))`,
    // What ended before this look was an alert of the look before.
    ...(run ? [`| where WithoutNext > ago(${shortWindow(run.every)})`] : []),
  ];
}

function thresholdLines(event: SecurityEvent, run: Run | undefined): readonly string[] {
  const { threshold } = event;
  switch (threshold.kind) {
    case 'each':
      return [];
    case 'count':
    case 'distinct':
      return counted(event, threshold, run);
    case 'sequence':
      return sequence(event, threshold, run);
  }
}

/**
 * The query with the ids of the model as columns, so that an alert carries them. For a rule, with its run; a rule has
 * no comment: Microsoft Sentinel refuses queries that hold `search *` or `union *` anywhere, and a title might.
 */
export function kqlOf(model: Model, event: SecurityEvent, run?: Run): string {
  const ids = Object.entries(homeIds(model, event)).map(([name, value]) => `${name} = ${kqlText(value)}`);
  return [
    ...(run ? [] : [`// ${commentText(event.title)}`]),
    ...rowsOf(event),
    ...extend(event, run),
    ...thresholdLines(event, run),
    `| extend ${ids.join(', ')}`,
    '',
  ].join('\n');
}

/** Columns of the result that name somebody or something, by the event's fields. */
export function entityColumns(
  event: SecurityEvent,
): readonly Required<Pick<EventField, 'name' | 'entity'>>[] {
  const { threshold } = event;
  const left =
    threshold.kind === 'count' || threshold.kind === 'distinct' ? new Set(threshold.groupBy) : undefined;
  return event.fields.flatMap(({ name, entity }) =>
    entity !== undefined && (left === undefined || left.has(name)) ? [{ name, entity }] : [],
  );
}
