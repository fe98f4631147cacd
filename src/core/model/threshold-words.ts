/** A threshold in words, for a Task, a runbook and a table alike. */
import type { Threshold } from './event';

/** `5m`, `1h`, `1d` of ISO 8601 with one unit. */
const short = (window: string): string => window.replace(/^PT?/, '').toLowerCase();

const by = (fields: readonly string[]): string =>
  fields.length === 0 ? '' : ` for the same ${fields.join(', ')}`;

/** "10 times within 5m for the same user". */
export function thresholdWords(threshold: Threshold): string {
  switch (threshold.kind) {
    case 'each':
      return 'every time';
    case 'count':
      return `${threshold.count} times within ${short(threshold.window)}${by(threshold.groupBy)}`;
    case 'distinct':
      return `${threshold.count} different values of ${threshold.field} within ${short(threshold.window)}${by(threshold.groupBy)}`;
    case 'sequence':
      return `followed by ${threshold.then} within ${short(threshold.window)}${by(threshold.groupBy)}`;
  }
}
