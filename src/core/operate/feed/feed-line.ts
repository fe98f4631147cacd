/** One line of a feed: an alert as JSON, or the reason why it is none. */
import { alertsIn } from '../alerts/read-alerts';
import { limits } from '../alerts/alert';
import type { Alert } from '../alerts/alert';

export type FeedLine =
  /** `left` more alerts stand in the line than one may hold. */
  | { readonly kind: 'alerts'; readonly alerts: readonly Alert[]; readonly left: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed'; readonly reason: string };

export function readFeedLine(line: string): FeedLine {
  const text = line.trim();
  if (text === '') return { kind: 'empty' };
  if (text.length > limits.characters) return { kind: 'malformed', reason: 'longer than an alert may be' };
  try {
    const reading = alertsIn(JSON.parse(text));
    return reading.kind === 'alerts' ? reading : { kind: 'malformed', reason: reading.reason };
  } catch {
    return { kind: 'malformed', reason: 'not JSON' };
  }
}
