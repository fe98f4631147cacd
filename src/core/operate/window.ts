/** Lengths of time in the ways that the languages write them. Input: ISO 8601 with one unit (core/model/event). */
import type { Threshold } from '../model/event';

const seconds: Readonly<Record<string, number>> = { S: 1, M: 60, H: 3600, D: 86_400 };

function partsOf(window: string): { readonly count: number; readonly unit: string } {
  const found = /^PT?(\d+)([SMHD])$/.exec(window);
  return { count: Number(found?.[1] ?? 5), unit: found?.[2] ?? 'M' };
}

export function secondsOf(window: string): number {
  const { count, unit } = partsOf(window);
  return count * (seconds[unit] ?? 60);
}

/** `5m`, `1h`, `1d`: KQL, Sigma and the YAML of Sentinel. */
export function shortWindow(window: string): string {
  const { count, unit } = partsOf(window);
  return `${count}${unit.toLowerCase()}`;
}

/** In whole days or hours where it is that, else in minutes, rounded up: `PT1H`, as Azure lists its lengths. */
function isoOf(length: number): string {
  if (length % 86_400 === 0) return `P${length / 86_400}D`;
  return length % 3600 === 0 ? `PT${length / 3600}H` : `PT${Math.ceil(length / 60)}M`;
}

/** When a scheduled rule looks, and how far back it looks each time. ISO 8601. */
export interface Run {
  readonly every: string;
  readonly back: string;
}

const windowOf = (threshold: Threshold): number =>
  threshold.kind === 'each' ? 300 : secondsOf(threshold.window);
/** The first of a sequence may lie a whole window before the second, which is what the rule looks for. */
const times = ({ kind }: Threshold): number => (kind === 'sequence' ? 2 : 1);

/**
 * Microsoft Sentinel takes 5 minutes to 14 days for both, and looks back at least as far as it is from look to look
 * (learn.microsoft.com/azure/sentinel/create-analytics-rules, Schedule and scope the query).
 */
export function sentinelRun(threshold: Threshold): Run {
  const fit = (length: number) => Math.min(Math.max(length, 300), 14 * 86_400);
  const every = fit(windowOf(threshold));
  return { every: isoOf(every), back: isoOf(fit(every * times(threshold))) };
}

/**
 * Lengths that Azure Monitor takes for log alerts, in minutes: a look at most every day, two days back at most, and
 * none longer than it looks back. From the possible values of `evaluation_frequency` and `window_duration` in
 * registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_scheduled_query_rules_alert_v2
 * (PT1M, which only costs more, is left out).
 */
const monitorMinutes = [5, 10, 15, 30, 45, 60, 120, 180, 240, 300, 360, 1440, 2880];

export function monitorRun(threshold: Threshold): Run {
  const fit = (length: number, most: number) =>
    60 * Math.min(monitorMinutes.find((minutes) => minutes * 60 >= length) ?? 2880, most);
  const window = windowOf(threshold);
  const every = fit(window, 1440);
  return { every: isoOf(every), back: isoOf(fit(Math.max(every, window * times(threshold)), 2880)) };
}

/** True when a rule of this run sees a whole window of the threshold at once. */
export const seesWindow = (threshold: Threshold, { back }: Run): boolean =>
  secondsOf(back) >= windowOf(threshold) * times(threshold);
