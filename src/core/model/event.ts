/** An event that tells that a threat happens, or is tried: what to log, when to raise an alert, what to do then (R61 to R68). */
import * as v from 'valibot';
import { eventId, mitigationId, threatId } from './ids';
import { line, origin, prose } from './parts';

export const eventSources = ['application', 'platform'] as const;
export const eventLevels = ['info', 'warning', 'error', 'critical'] as const;
export const eventSeverities = ['informational', 'low', 'medium', 'high'] as const;
/** What a field names, so that an alert can point at it (the entity types of Microsoft Sentinel). */
export const fieldEntities = [
  'Account',
  'IP',
  'Host',
  'Url',
  'AzureResource',
  'CloudApplication',
  'File',
] as const;

/** A name in logs and queries: letters, digits, underscores, so that no language has to quote it. */
export const logWord = v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, 'letters, digits and _'));
/** ISO 8601, one unit: PT5M, PT1H, P1D. */
export const window = v.pipe(v.string(), v.regex(/^P(?:T[1-9]\d{0,4}[SMH]|[1-9]\d{0,3}D)$/, 'such as PT5M'));

export const eventField = v.object({
  name: logWord,
  type: v.exactOptional(v.picklist(['string', 'number', 'boolean', 'date-time'])),
  /** True for what must not reach everybody who reads logs: it is hashed or left out. */
  sensitive: v.exactOptional(v.boolean()),
  entity: v.exactOptional(v.picklist(fieldEntities)),
});
export type EventField = v.InferOutput<typeof eventField>;

/** Which rows of a platform's table are the event: those whose column has one of the values. */
export const eventSelection = v.object({
  field: logWord,
  values: v.pipe(v.array(line), v.minLength(1), v.maxLength(100)),
});
export type EventSelection = v.InferOutput<typeof eventSelection>;

const groupBy = v.pipe(v.array(logWord), v.maxLength(10));
const count = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1_000_000));

/** When the event becomes an alert. `sequence`: this one, and then the other within the window. */
export const threshold = v.variant('kind', [
  v.object({ kind: v.literal('each') }),
  v.object({ kind: v.literal('count'), count, window, groupBy }),
  v.object({ kind: v.literal('distinct'), count, field: logWord, window, groupBy }),
  v.object({ kind: v.literal('sequence'), then: logWord, window, groupBy }),
]);
export type Threshold = v.InferOutput<typeof threshold>;

/** Fields that an alert is counted or joined by: without one of them in the log it never comes up. */
export function countedFields(given: Threshold): readonly string[] {
  if (given.kind === 'each') return [];
  return [...new Set(given.kind === 'distinct' ? [...given.groupBy, given.field] : given.groupBy)];
}

export const event = v.object({
  id: eventId,
  origin,
  threats: v.pipe(v.array(threatId), v.maxLength(1000)),
  title: line,
  source: v.picklist(eventSources),
  raisedWhen: prose,
  /** The name that the code writes, such as authn_login_fail. */
  logName: logWord,
  level: v.picklist(eventLevels),
  severity: v.picklist(eventSeverities),
  fields: v.pipe(v.array(eventField), v.maxLength(50)),
  threshold,
  /** What it means when it fires, what to do first, what may be done without asking. */
  meaning: prose,
  firstResponse: v.pipe(v.array(line), v.maxLength(30)),
  automaticResponse: v.pipe(v.array(line), v.maxLength(30)),
  /** What looks the same and is harmless: what to rule out before anybody is woken. */
  falsePositives: v.exactOptional(v.pipe(v.array(line), v.maxLength(30))),
  /** Ids of MITRE ATT&CK, such as T1110.003. */
  attack: v.pipe(v.array(v.pipe(v.string(), v.regex(/^T\d{4}(?:\.\d{3})?$/))), v.maxLength(30)),
  /** Of a platform event: where the platform keeps it. */
  table: v.exactOptional(logWord),
  /** The mitigation whose Task makes the application raise it; it detects, the event is what it raises. */
  mitigation: v.exactOptional(mitigationId),
  selection: v.exactOptional(v.pipe(v.array(eventSelection), v.maxLength(10))),
  /** The champion's choice. */
  choice: v.picklist(['proposed', 'selected', 'declined']),
});
export type SecurityEvent = v.InferOutput<typeof event>;
