/** Lengths of time in the ways that the languages write them. Input: ISO 8601 with one unit (core/model/event). */

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

const shortest = 5 * 60;
const longest = 14 * 86_400;

/** How often a scheduled rule runs and how far it looks back: Sentinel and Azure Monitor allow 5 minutes to 14 days. */
export function schedule(window: string): string {
  const wanted = secondsOf(window);
  if (wanted < shortest) return 'PT5M';
  if (wanted > longest) return 'P14D';
  return window.endsWith('S') ? `PT${Math.ceil(wanted / 60)}M` : window;
}
