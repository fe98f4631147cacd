/** The words that people read for the closed sets of events, and filled-in options for their choices. */
import type { EventField, SecurityEvent, Threshold } from '../core/model/event';
import { eventLevels, eventSeverities, eventSources, fieldEntities } from '../core/model/event';
import type { Option } from './words';

export const sourceWords: Record<SecurityEvent['source'], string> = {
  application: 'Application',
  platform: 'Platform',
};
export const severityWords: Record<SecurityEvent['severity'], string> = {
  informational: 'Informational',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};
export const levelWords: Record<SecurityEvent['level'], string> = {
  info: 'Info',
  warning: 'Warning',
  error: 'Error',
  critical: 'Critical',
};
const thresholdWords: Record<Threshold['kind'], string> = {
  each: 'Every time it is logged',
  count: 'When it is logged a number of times',
  distinct: 'When a field has a number of different values',
  sequence: 'When another event follows',
};
const typeWords: Record<NonNullable<EventField['type']>, string> = {
  string: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  'date-time': 'Date and time',
};

const options = <T extends string>(values: readonly T[], words: Record<T, string>): readonly Option<T>[] =>
  values.map((value) => ({ value, label: words[value] }));

export const sourceOptions = options(eventSources, sourceWords);
export const severityOptions = options(eventSeverities, severityWords);
export const levelOptions = options(eventLevels, levelWords);
export const thresholdOptions = options(['each', 'count', 'distinct', 'sequence'], thresholdWords);
export const typeOptions = options(['string', 'number', 'boolean', 'date-time'], typeWords);
export const entityOptions: readonly Option<NonNullable<EventField['entity']> | ''>[] = [
  { value: '', label: 'Nothing special' },
  ...fieldEntities.map((value) => ({ value, label: value })),
];
export const unitOptions: readonly Option<'S' | 'M' | 'H' | 'D'>[] = [
  { value: 'S', label: 'seconds' },
  { value: 'M', label: 'minutes' },
  { value: 'H', label: 'hours' },
  { value: 'D', label: 'days' },
];
